"""What a line of INSEE's census tables counts: one country, one nationality, a group of them, a total, the French."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from diagnostic.territory.folding import fold


class Counted(StrEnum):
    """What a line counts."""

    COUNTRY = "country"
    GROUP = "group"
    """countries told apart no further"""
    TOTAL = "total"
    ABROAD = "abroad"
    """all immigrants, or all foreigners"""
    FRENCH = "french"
    """the French, or who is no immigrant"""


_EXACT: Mapping[str, Counted] = MappingProxyType(
    {
        "ensemble": Counted.TOTAL,
        "total": Counted.TOTAL,
        "immigres": Counted.ABROAD,
        "etrangers": Counted.ABROAD,
        "non immigres": Counted.FRENCH,
        "france": Counted.FRENCH,
        "australie oceanie": Counted.GROUP,
        "apatrides": Counted.GROUP,
    }
)
_NATIONALITIES = """
portugais PT  italiens IT  espagnols ES  britanniques GB  allemands DE  belges BE  polonais PL  roumains RO
neerlandais NL  serbes RS  suisses CH  russes RU  algeriens DZ  marocains MA  tunisiens TN  senegalais SN
ivoiriens CI  camerounais CM  maliens ML  malgaches MG  mauriciens MU  comoriens KM  guineens GN  angolais AO
mauritaniens MR  turcs TR  chinois CN  vietnamiens VN  cambodgiens KH  libanais LB  sri-lankais LK  indiens IN
pakistanais PK  japonais JP  haitiens HT  bresiliens BR  americains-u-s US  colombiens CO  canadiens CA
"""
"""The nationalities of INSEE's list of 48. "Congolais" is left out: the list does not say of which Congo."""
NATIONALITIES: Mapping[str, str] = MappingProxyType(
    {fold(name): code for name, code in zip(*[iter(_NATIONALITIES.split())] * 2, strict=True)}
)


def counted(label: str) -> Counted:
    """Return what a line counts, from its label."""
    name = fold(label)
    if name in _EXACT:
        return _EXACT[name]
    if name.startswith(("autre ", "autres ")):
        return Counted.GROUP
    if name.startswith("francais"):
        return Counted.FRENCH
    return Counted.COUNTRY
