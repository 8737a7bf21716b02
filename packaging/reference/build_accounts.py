"""Write resources/reference/accounts.tsv from the official charts of accounts.

Usage: python packaging/reference/build_accounts.py --charts DIR [--output FILE]
DIR holds planDeCompte_M57_2020.xml, planDeCompte_M14_COM_SUP3500_2018.xml and planDeCompte_M52_2019.xml, as the State
published them for the exchange of budgets (odm-budgetaire.org). Two pitfalls: they say ISO-8859-1 but one is UTF-8, and
the copy of M52 has lost its accented letters, which are found again in the words of the two others.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

OUTPUT = Path(__file__).parents[2] / "resources" / "reference" / "accounts.tsv"
FILES = {
    "M57": "planDeCompte_M57_2020.xml",
    "M14": "planDeCompte_M14_COM_SUP3500_2018.xml",
    "M52": "planDeCompte_M52_2019.xml",
}
HEADER = (
    "source: charts of accounts M57 (2020), M14 of communes above 3,500 inhabitants (2018), M52 (2019)",
    "chart, function or nature, code, official name (the heading of a code is the code less its last digits)",
)
FUNCTIONS = re.compile(r"0[45]\d*")
"""International action, and European funds."""
NATURES = re.compile(r"[67]\d{2,5}|1[03]\d{1,2}|16|2[0-7]\d{1,2}|204\d{1,3}")
"""Charges and income whole; of the accounts of investment, the first digits."""
LOST = "\ufffd"
WORD = re.compile(rf"[\w{LOST}]+")
# Misprints and marks of the source that a reader would see.
MENDED = {"A ddes tiers": "À des tiers", "Etat": "État"}
LETTERS = "àâäçéèêëîïôöùûüœÉÈÀÊ"
# Words that M52 alone has, as its copy spells them.
WORDS = {
    "Versments": "Versements",
    f"d{LOST}partementales": "départementales",
    f"destin{LOST}e": "destinée",
    f"{LOST}nerg{LOST}tiques{LOST}": "énergétiques ",
    f"{LOST}le": "Île",
    LOST: "à",
}


def main() -> None:
    """Build the resource and say what it holds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--charts", type=Path, required=True)
    options.add_argument("--output", type=Path, default=OUTPUT)
    chosen = options.parse_args()
    texts = {chart: text_of(chosen.charts / name) for chart, name in FILES.items()}
    words = sorted({word for text in texts.values() for word in WORD.findall(text) if LOST not in word})
    rows = [row for chart, text in texts.items() for row in chart_rows(chart, mended(text, words))]
    lines = [*(f"# {line}" for line in HEADER), "chart\tkind\tcode\tname", *("\t".join(row) for row in rows)]
    chosen.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{chosen.output}: {chosen.output.stat().st_size:,} bytes, {len(rows)} names")
    print("letters still lost:", [row for row in rows if LOST in row[3]] or "none")


def text_of(path: Path) -> str:
    """The chart as text, without its declaration, which is wrong of one in three."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    return re.sub(r"^<\?xml[^>]*\?>", "", text)


def mended(text: str, words: Iterable[str]) -> str:
    """The text with its lost letters found again, word by word, where the other charts know one such word only."""
    by_length: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        by_length[len(word)].append(word)

    def found(match: re.Match[str]) -> str:
        word = match[0]
        if LOST not in word or word in WORDS:
            return WORDS.get(word, word)
        shape = re.compile(re.escape(word).replace(LOST, f"[{LETTERS}]"), re.IGNORECASE)
        known = {other.lower() for other in by_length[len(word)] if shape.fullmatch(other)}
        if len(known) != 1:
            return word
        letters = known.pop()
        return "".join(letters[i] if c == LOST else c for i, c in enumerate(word))

    return WORD.sub(found, text.replace(f"{LOST}-{LOST}", " - "))


def chart_rows(chart: str, text: str) -> Iterator[tuple[str, str, str, str]]:
    """The names of a chart's natures and functions."""
    root = ElementTree.fromstring(text)  # a file of the State, given by hand
    natures, functions = root.find("Nature/Comptes"), root.find("Fonction/RefFonctionnelles")
    if natures is None or functions is None:
        raise SystemExit(f"{chart}: not a chart of accounts")
    for kind, tree, tag, kept in (
        ("function", functions, "RefFonc", FUNCTIONS),
        ("nature", natures, "Compte", NATURES),
    ):
        named = ((element.get("Code", ""), name_of(element)) for element in tree.iter(tag))
        yield from ((chart, kind, code, name) for code, name in sorted(named) if kept.fullmatch(code))


def name_of(element: ElementTree.Element) -> str:
    """The official name of an account."""
    name = " ".join(element.get("Libelle", "").split())
    return MENDED.get(name, name)


if __name__ == "__main__":
    main()
