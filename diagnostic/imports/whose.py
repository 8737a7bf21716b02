"""Whose a file is that a dossier wrote: of another territory, it is not for this one."""

from __future__ import annotations

from diagnostic.dossier.records import Territory
from diagnostic.errors import WorldError
from diagnostic.territory.folding import fold


def check_territory(file: str, theirs: Territory, ours: Territory, *, whole: bool = False) -> None:
    """Let a file of the dossier's own territory pass.

    WorldError import_other_territory; import_territory_made for a file of which a dossier can be made (`whole`).

    Territories are told apart by their kind and INSEE code; by their name where one of them has no code, as those that
    are not in the reference have none. A file that names nobody is let pass.
    """
    if not same_territory(theirs, ours):
        key = "import_territory_made" if whole else "import_other_territory"
        raise WorldError(key, file=file, theirs=named(theirs), ours=named(ours))


def same_territory(one: Territory, other: Territory) -> bool:
    """Return whether two rows are of one territory, as far as they say; a blank one may be any."""
    if not (one.code or one.name) or not (other.code or other.name):
        return True
    if one.code and other.code:
        return one.code == other.code and (one.type is None or other.type is None or one.type is other.type)
    return fold(one.name or one.code) == fold(other.name or other.code)


def named(territory: Territory) -> str:
    """Return a territory as a sentence names it: two may have one name, and then their codes differ."""
    code = territory.siren or territory.code
    return f"{territory.name} ({code})" if territory.name and code else territory.name or code
