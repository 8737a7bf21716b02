"""Reads the printed annex as a person would: from the text of the PDF's pages alone, knowing nothing of the program."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pypdfium2 import PdfDocument

WORDS = {
    "fr": {
        "annex": "Annexe : refaire chaque calcul", "nodes": "Domaines et axes :",
        "rows": "Indicateurs, domaine par domaine",
        "of": "sur", "ends": r"0 à {n}.*?, 100 à {n}", "logarithm": "roissante, logarithmique", "scale": "Échelle :",
        "status": "Fait : 100.", "source": "Source :", "states": "connu|prévu|non renseigné|minimum|sans objet",
        "known": "connu", "planned": "prévu", "out": "sans objet", "done": "fait", "not_done": "pas fait",
        "tolerance": r"tombe à {n} point près", "asset": r"score d’au moins {n}", "gap": r"score d’au plus {n}",
        "strong": r"son bas atteint {n}", "means": "arithmétique|géométrique|harmonique", "geometric": "géométrique",
    },
    "en": {
        "annex": "Annex: every computation, by hand", "nodes": "Domains and axes:",
        "rows": "Indicators, domain by domain",
        "of": "out of", "ends": r"0 at €?{n}.*?, 100 at €?{n}", "logarithm": "ing, logarithmic", "scale": "Scale:",
        "status": "Done: 100.", "source": "Source:", "states": "known|planned|not known|minimum|not applicable",
        "known": "known", "planned": "planned", "out": "not applicable", "done": "done", "not_done": "not done",
        "tolerance": r"comes within {n} points", "asset": r"score of at least {n}", "gap": r"score of at most {n}",
        "strong": r"its low end reaches {n}", "means": "arithmetic|geometric|harmonic", "geometric": "geometric",
    },
}  # fmt: skip
NUMBER = {"fr": r"(-?\d{1,3}(?:\u202f\d{3})*(?:,\d+)?)", "en": r"(-?\d{1,3}(?:,\d{3})*(?:\.\d+)?)"}


def text_of(pdf: bytes) -> list[str]:
    """Return each page's text without its running header; no-break spaces but those inside numbers made plain."""
    pages = [page.get_textpage().get_text_bounded() for page in PdfDocument(pdf)]
    bodies = [page.replace("\r\n", "\n").partition("\n")[2] if place else page for place, page in enumerate(pages)]
    return [plain(body) for body in bodies]


def plain(text: str) -> str:
    """Return a text with no no-break space but those inside numbers, and the hyphen for the minus sign."""
    unhyphened = text.replace("\N{MINUS SIGN}", "-").replace(
        "\x02", "-\n"
    )  # pdfium's sign of a hyphen that ends a line
    return re.sub(r"(?<!\d)\u202f|\u202f(?!\d{3})|\u00a0", " ", unhyphened)


def value_of(text: str, lang: str) -> float:
    """Return a printed number."""
    plain = text.replace("\u202f", "").replace(",", ".") if lang == "fr" else text.replace(",", "")
    return float(plain)


@dataclass
class Row:
    """An indicator's row. `low` and `high` are equal when the score is known; None where nothing applies."""

    place: str
    text: str
    """all that stands before the score"""
    state: str
    low: float | None
    high: float | None
    weight: float
    share: float
    brings: float | None
    stake: float | None


@dataclass
class Mean:
    """A row of the table of domains and axes; `low` None where nothing applies, `mid` None where not published."""

    mark: str
    title: str
    kind: str
    gathers: str
    weight: float | None
    share: float | None
    known: float | None = None
    least: float | None = None
    low: float | None = None
    mid: float | None = None
    high: float | None = None


class Annex:
    """The annex of a brief: its rules, means and rows, and the pages before it."""

    def __init__(self, pdf: bytes, lang: str) -> None:
        self.lang, self.words, self.n = lang, WORDS[lang], NUMBER[lang]
        whole = "\n".join(text_of(pdf))
        self.body, _, annex = whole.rpartition("\n" + self.words["annex"] + "\n")
        rules, _, rest = annex.partition("\n" + self.words["nodes"])
        nodes, _, rows = rest.partition("\n" + self.words["rows"] + "\n")
        self.after = rows
        self.rules = flat(rules)
        self.tolerance, self.asset, self.gap, self.strong = (
            self.number(self.find(name, self.rules)) for name in ("tolerance", "asset", "gap", "strong")
        )
        self.means = {mean.mark: mean for mean in self._means(flat(nodes))}
        self.rows = {row.place: row for row in self._rows(rows)}

    def number(self, text: str) -> float:
        return value_of(text, self.lang)

    def find(self, name: str, text: str) -> str:
        found = re.search(self.words[name].replace("{n}", self.n), text)
        assert found, name
        return found[1]

    def _means(self, text: str) -> list[Mean]:
        n, out = self.n, self.words["out"]
        percent = rf"{n} ?%"
        numbers = rf"{percent} {percent} {n} (?:{n}|—) {n}|{out}"
        line = rf"([A-Z]|\d+)\. (\D+?) ({self.words['means']}) (.+?) (?:{n} {percent} )?(?:{numbers})(?= |$)"
        return [self._mean(found) for found in re.finditer(line, text)]

    def _mean(self, found: re.Match[str]) -> Mean:
        numbers = [None if part is None else self.number(part) for part in found.groups()[4:]]
        return Mean(found[1], found[2], found[3], found[4], *numbers)

    def _rows(self, text: str) -> list[Row]:
        """Return the rows in order: each begins a line with the number that follows, and ends with its figures."""
        starts: list[tuple[str, int]] = []
        for domain in range(1, sum(mark.isdecimal() for mark in self.means) + 1):
            own = 1
            while (at := self._start(f"{domain}.{own}", text, starts)) is not None:
                starts.append((f"{domain}.{own}", at))
                own += 1
        ends = [start for _, start in (*starts, ("", len(text)))][1:]
        return [self._row(place, flat(text[start:end])) for (place, start), end in zip(starts, ends, strict=True)]

    def _start(self, place: str, text: str, before: list[tuple[str, int]]) -> int | None:
        line = re.compile(rf"^{re.escape(place)} (?=[A-ZÀ-Ý]|\d+ ?%)", re.M)
        found = line.search(text, before[-1][1] if before else 0)
        return found.start() if found else None

    def _row(self, place: str, text: str) -> Row:
        n = self.n
        figures = rf" (?:{n}|\[{n}–{n}\]|—) ({self.words['states']}) {n} {n} ?% (?:{n}|—) (?:{n}|—)(?= |$)"
        found = re.search(figures, text)
        assert found, (place, text)
        score, low, high, state, weight, share, brings, stake = (
            part if place == 3 or part is None else self.number(part) for place, part in enumerate(found.groups())
        )
        ends = (score, score) if score is not None else (low, high)
        return Row(place, text[: found.start()], state, *ends, weight, share, brings, stake)


def flat(text: str) -> str:
    """Return a text on one line."""
    return re.sub(r"[ \n]+", " ", text).strip()
