"""Which rows of the dossier the rows of a file are, one to one: the surest likeness first, for all of them at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from diagnostic.dossier.row import Row
from diagnostic.imports.identity import FILLED_LATER, SINGLE, Key, agree, anchor_of, codes_of, key_of, marks_of
from diagnostic.imports.likeness import MANY, beside, content, facts, likeliest, much_alike, told
from diagnostic.imports.reading import Candidate


def matched(candidates: Sequence[Candidate], rows: Iterable[Row]) -> Mapping[int, Row]:
    """Return the row of the dossier that each candidate is, by its place; those that are new have none.

    In turn: the dossier's own number; the row that says already all that the file says, under a name or a code that the
    file leaves blank too; what a row is known by; the row of which the file says all, and more; a blank on either side;
    these two where no other row could be meant; the codes of the accounts.
    """
    found = _Matching(candidates, rows)
    found.by_number()
    found.by_content()
    found.by_key()
    found.by_held_content()
    found.by_blanks()
    found.by_codes()
    return found.rows


class _Matching:
    """Candidates and rows that are still alone, pass after pass."""

    def __init__(self, candidates: Sequence[Candidate], rows: Iterable[Row]) -> None:
        self._candidates = candidates
        self._free: dict[tuple[str, int], Row] = {(row.kind, row.id): row for row in rows}
        self._keys = {key_of(row) for row in self._free.values()}
        self.rows: dict[int, Row] = {}

    def by_number(self) -> None:
        """Match the row of the same number, if it is still the same thing: another dossier has the same numbers."""
        for place, candidate in list(self._alone()):
            wanted = candidate.base or candidate.row
            row = self._free.get((wanted.kind, candidate.row.id))
            if row is None or wanted.kind in SINGLE:
                continue
            if key_of(row) == key_of(wanted) or (key_of(wanted) not in self._keys and much_alike(row, wanted)):
                self._take(place, row)

    def by_content(self) -> None:
        """Match rows that say already all that the file says: first those of the same name."""
        self._by_content(key_of)
        self._by_content(lambda row: (row.kind,) if row.kind in FILLED_LATER else None)

    def by_key(self) -> None:
        """Match the rows known by the same, as the file was given them, then as it says them: the likeliest first."""
        for given in (True, False):
            held = self._grouped(key_of)
            asked: dict[Key, list[tuple[int, Candidate]]] = defaultdict(list)
            for place, candidate in self._alone():
                if wanted := candidate.base if given else candidate.row:
                    asked[key_of(wanted)].append((place, candidate))
            for key, candidates in asked.items():
                for place, row in likeliest(candidates, held.get(key, ())):
                    self._take(place, row)

    def by_held_content(self) -> None:
        """Match the only row with a blank whose every fact the only candidate to say them all says.

        The user's comment on it is no fact of the file.
        """
        held = ((row, facts(row)) for row in self._free.values() if row.kind in FILLED_LATER)
        blank = [(row, names) for row, names in held if not set(FILLED_LATER[row.kind]).issubset(names)]
        alone = list(self._alone()) if blank else []
        index: dict[tuple[str, ...], dict[Key, list[int]]] = {}
        likely: dict[tuple[str, int], list[int]] = {}
        for row, said in blank:
            names = (row.kind, *(name for name in said if name != "comment"))
            if len(names) < 3:
                continue
            if names not in index:
                index[names] = defaultdict(list)
                for place, each in alone:
                    if each.row.kind == row.kind and each.brought.issuperset(names[1:]):
                        index[names][content(each.row, names[1:])].append(place)
            likely[row.kind, row.id] = index[names].get(content(row, names[1:]), [])
        self._take_only(likely)

    def _take_only(self, likely: Mapping[tuple[str, int], list[int]]) -> None:
        """Match the rows and the candidates that are likely for each other alone."""
        asking = Counter(place for places in likely.values() for place in places)
        for number, places in likely.items():
            if len(places) == 1 and asking[places[0]] == 1:
                self._take(places[0], self._free[number])

    def by_blanks(self) -> None:
        """Match the only row and the only candidate that a blank keeps from being the same."""
        held = self._grouped(anchor_of)
        asked: dict[Key, list[int]] = defaultdict(list)
        for place, candidate in list(self._alone()):
            if candidate.row.kind in FILLED_LATER and (anchor := anchor_of(candidate.row)):
                asked[anchor].append(place)
        for anchor, places in asked.items():
            rows = held.get(anchor, [])
            if len(rows) * len(places) <= MANY:
                self._only_pairs(places, rows)

    def by_codes(self) -> None:
        """Match the one budget line of the same codes, where the file's own label is nowhere: it was rewritten."""
        held = self._grouped(codes_of)
        for place, candidate in list(self._alone()):
            rows = held.get(codes_of(candidate.row) or (), []) if "label" not in candidate.brought else []
            if len(rows) == 1:
                self._take(place, rows.pop())

    def _alone(self) -> Iterator[tuple[int, Candidate]]:
        return ((place, each) for place, each in enumerate(self._candidates) if place not in self.rows)

    def _grouped(self, by: Callable[[Row], Key | None]) -> dict[Key, list[Row]]:
        found: dict[Key, list[Row]] = defaultdict(list)
        for row in self._free.values():
            if (key := by(row)) is not None:
                found[key].append(row)
        return found

    def _take(self, place: int, row: Row) -> None:
        self.rows[place] = self._free.pop((row.kind, row.id))

    def _by_content(self, by: Callable[[Row], Key | None]) -> None:
        """Match the rows of one group that hold the facts of a candidate, whatever they hold besides.

        Who says most chooses first: others have more rows to choose from.
        """
        groups = self._grouped(by)
        index: dict[tuple[Key, tuple[str, ...]], dict[Key, list[Row]]] = {}
        saying = [(place, candidate, told(candidate)) for place, candidate in self._alone()]
        for place, candidate, names in sorted(saying, key=lambda each: -len(each[2])):
            group = by(candidate.row)
            least = 1 if anchor_of(candidate.row) is None else 2  # nothing else tells a row that has no name
            if group is None or group not in groups or len(names) < least:
                continue
            found = index.get((group, names))
            if found is None:
                found = index[group, names] = defaultdict(list)
                for row in groups[group]:
                    found[content(row, names)].append(row)
            for row in found.get(content(candidate.row, names), ()):
                if (row.kind, row.id) in self._free and agree(marks_of(candidate.row), marks_of(row)):
                    self._take(place, row)
                    break

    def _only_pairs(self, places: Sequence[int], rows: Sequence[Row]) -> None:
        alike: dict[Key, list[Row]] = defaultdict(list)
        for row in rows:
            alike[marks_of(row)].append(row)
        likely: dict[int, list[Row]] = {}
        for place in places:
            marks = marks_of(self._candidates[place].row)
            likely[place] = [row for theirs, those in alike.items() if agree(marks, theirs) for row in those]
        wanted: dict[int, list[int]] = defaultdict(list)
        for place, found in likely.items():
            for row in found:
                wanted[row.id].append(place)
        for row in rows:
            asking = wanted[row.id]
            if asking and all(len(likely[place]) == 1 for place in asking) and self._interchangeable(asking):
                self._take(asking[0], row)

    def _interchangeable(self, places: Sequence[int]) -> bool:
        """Return whether candidates say the same but for what a blank may stand for: then the first is as good."""
        said_too = {content(row, beside(row)) for row in (self._candidates[place].row for place in places)}
        return len(said_too) == 1
