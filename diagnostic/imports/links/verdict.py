"""Whether an association or a grant has an international life, with which countries, and what the guess rests on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from diagnostic.dossier.vocabulary import AssociationKind
from diagnostic.imports.links.kinds import STRONG_CODES, WEAK_CODES, kind_of
from diagnostic.imports.links.lexicon import Lexicon, Sense
from diagnostic.imports.links.scan import PLACED, Hit, scan
from diagnostic.imports.reading import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A guess. `chosen` False: a doubt, said in `why`. `open`: words that two countries share, left without country."""

    chosen: bool
    why: Said
    countries: tuple[str, ...] = ()
    kind: AssociationKind | None = None
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Evidence:
    """All that the codes, the title and the purpose say."""

    codes: tuple[str, ...]
    title: Sequence[str]
    purpose: Sequence[str]
    title_hits: tuple[Hit, ...]
    purpose_hits: tuple[Hit, ...]
    lexicon: Lexicon

    def hits(self) -> tuple[Hit, ...]:
        return self.title_hits + self.purpose_hits

    def of(self, *senses: Sense) -> bool:
        return any(hit.entry.sense in senses for hit in self.hits())


def judge(codes: Sequence[str], title: Sequence[str], purpose: Sequence[str], lexicon: Lexicon) -> Verdict | None:
    """Return the verdict on object codes and the folded words of a title and a purpose; None when nothing says so."""
    title_hits, purpose_hits = scan(title, lexicon), scan(purpose, lexicon)
    wanted = tuple(code for code in codes if code in STRONG_CODES or code in WEAK_CODES)
    if not (title_hits or purpose_hits or wanted):
        return None
    said = _Evidence(wanted, title, purpose, title_hits, purpose_hits, lexicon)
    return _by_firm_word(said) or _by_country(said) or _by_weak_word(said) or _by_doubt(said)


def _by_firm_word(said: _Evidence) -> Verdict | None:
    """A strong object code, or a word that is enough by itself."""
    strong = tuple(code for code in said.codes if code in STRONG_CODES)
    if not strong and not said.of(Sense.STRONG):
        return None
    sure = _sure(said.title_hits), _sure(said.purpose_hits)
    if said.of(Sense.HOME) and not (sure[0] or sure[1]):
        return _doubted(said, "home", _of(said.hits(), Sense.HOME), ())
    words = tuple(
        _of(hits, Sense.STRONG) + found for hits, found in zip((said.title_hits, said.purpose_hits), sure, strict=True)
    )
    return _verdict(said, words[0], words[1], strong[:1])


def _by_country(said: _Evidence) -> Verdict | None:
    title, purpose = _sure(said.title_hits), _sure(said.purpose_hits)
    if not (title or purpose):
        return None
    if said.of(Sense.MEMORY):
        return _doubted(said, "memory", _of(said.hits(), Sense.MEMORY), title + purpose)
    supported = not said.lexicon.sets["supports"].isdisjoint(said.purpose)
    bonds = tuple(hit for hit in purpose if hit.bond)
    if title or supported or said.codes or bonds:
        return _verdict(said, title, purpose if supported or said.codes else bonds, said.codes[:1])
    return _doubted(said, "mention", purpose, purpose)


def _by_weak_word(said: _Evidence) -> Verdict | None:
    if not said.codes or not said.of(Sense.WEAK, Sense.BESIDE):
        return None
    title, purpose = (_of(hits, Sense.WEAK, Sense.BESIDE) for hits in (said.title_hits, said.purpose_hits))
    return _verdict(said, title, purpose, said.codes[:1])


def _by_doubt(said: _Evidence) -> Verdict | None:
    """Only a title is proposed on a doubt: purposes name too many languages, dances and journeys."""
    doubted = tuple(hit for hit in said.title_hits if hit.doubt)
    if doubted:
        return _doubted(said, str(doubted[0].doubt), doubted, doubted)
    weak = _of(said.title_hits, Sense.WEAK)
    return _doubted(said, "weak", weak, ()) if weak else None


def _sure(hits: Collection[Hit]) -> tuple[Hit, ...]:
    return tuple(hit for hit in hits if hit.doubt is None and hit.entry.sense in PLACED and _points_abroad(hit))


def _points_abroad(hit: Hit) -> bool:
    return hit.entry.sense is not Sense.COMBINING or bool(hit.entry.code)


def _of(hits: Collection[Hit], *senses: Sense) -> tuple[Hit, ...]:
    return tuple(hit for hit in hits if hit.entry.sense in senses)


def _verdict(said: _Evidence, title: tuple[Hit, ...], purpose: tuple[Hit, ...], codes: tuple[str, ...]) -> Verdict:
    countries, unsettled = _countries(said, title + purpose)
    key = "_".join((["object"] if codes else []) + (["title"] if title else []) + (["purpose"] if purpose else []))
    params = {"code": codes[0] if codes else "", "title": _shown(title), "purpose": _shown(purpose)}
    return Verdict(
        chosen=True,
        why=Said(f"why.{key}", MappingProxyType({name: value for name, value in params.items() if value})),
        countries=countries,
        kind=kind_of(codes, said.title, said.purpose, title + purpose, said.lexicon),
        open=unsettled,
    )


def _doubted(said: _Evidence, doubt: str, words: tuple[Hit, ...], placed: tuple[Hit, ...]) -> Verdict:
    countries, unsettled = _countries(said, placed)
    why = Said(f"why.doubt_{doubt}", MappingProxyType({"words": _shown(words)}))
    return Verdict(chosen=False, why=why, countries=countries, open=unsettled)


def _shown(hits: Collection[Hit]) -> str:
    return ", ".join(dict.fromkeys(hit.entry.shown for hit in hits))


def _countries(said: _Evidence, hits: Collection[Hit]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the countries that hits name, and the words that could be either of two."""
    sure = [hit.entry.code for hit in hits if hit.entry.sense in (Sense.NAME, Sense.ADJECTIVE, Sense.COMBINING)]
    unsettled: list[str] = []
    text = f" {' '.join((*said.title, '/', *said.purpose))} "
    for hit in _of(hits, Sense.OPEN):
        hints = said.lexicon.hints[hit.entry.code]
        hinted = [code for code, words in hints.items() if any(f" {word} " in text for word in words)]
        if len(hinted) == 1:
            sure.append(hinted[0])
        elif not hints.keys() & set(sure):
            unsettled.append(hit.entry.shown)
    short = _shortened(said)
    return tuple(dict.fromkeys(code for code in sure if code and code not in short)), tuple(dict.fromkeys(unsettled))


def _shortened(said: _Evidence) -> frozenset[str]:
    """Return the countries that one text names by a part of what another says in full: a title has less room.

    Named beside the longer name in one and the same text, they are two.
    """
    within = said.lexicon.within
    texts: dict[tuple[str, int], list[Hit]] = {}
    for name, hits in (("title", said.title_hits), ("purpose", said.purpose_hits)):
        for hit in hits:
            texts.setdefault((name, hit.part), []).append(hit)
    held = {key: {code for hit in hits for code in within.get(hit.entry, ())} for key, hits in texts.items()}
    beside = {hit.entry.code for key, hits in texts.items() for hit in hits if hit.entry.code in held[key]}
    return frozenset(code for codes in held.values() for code in codes) - beside
