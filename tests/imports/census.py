"""Writing census files as INSEE publishes them, for the tests; the figures are made up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

BIRTH = {
    "Portugal": 1500.4, "Italie": 800.0, "Espagne": 700.0, "Autres pays de l'UE à 27": 2500.0,
    "Autres pays d'Europe": 1200.0, "Algérie": 2600.6, "Maroc": 3100.0, "Tunisie": 900.0,
    "Autres pays d'Afrique": 5200.0, "Turquie": 1400.0, "Autres pays": 4100.0,
}  # fmt: skip
DETAILED_BIRTH = {
    "Portugal": 1500.4, "Royaume-Uni": 420.0, "Côte d'Ivoire": 610.0, "Congo": 300.0,
    "Congo (Rép.  Dém., ex-Zaïre)": 450.0, "Maurice (île)": 70.2, "Guinée (Rép. de)": 800.0, "Chine (Rép.  Pop)": 640.0,
    "Viêt-Nam": 380.0, "États-Unis d'Amérique": 210.0, "Autres pays d'Asie": 900.0, "Australie, Océanie": 40.0,
}  # fmt: skip
NATIONALITIES = {
    "Français de naissance": 190_000.0, "Français par acquisition": 9_000.0, "Portugais": 1200.0, "Italiens": 500.0,
    "Autres nationalités de l'UE (à 27)": 2000.0, "Algériens": 2100.0, "Marocains": 2500.0, "Turcs": 1100.0,
    "Autres nationalités": 3000.0,
}  # fmt: skip
STATUS = {"Immigrés": 24_000.0, "Non immigrés": 203_000.0}
FRENCH = {"Français": 210_000.0, "Étrangers": 17_000.0}


def export(
    path: Path,
    sections: Sequence[tuple[str, Mapping[str, float | str]]],
    *,
    place: str = "Rennes (35238)",
    year: int = 2022,
    preamble: int = 8,
    header: str = "Pays de naissance",
    encoding: str = "utf-8",
) -> Path:
    """Write an export of one territory: each section for both sexes, for men and for women. Returns the path."""
    opening = [f"Population par sexe, âge et pays de naissance en {year}", place, "", f"Insee, RP{year}"]
    lines = [quoted([text]) for text in (*opening, *[""] * (preamble - len(opening)))]
    for title, people in sections:
        for sex, part in (("Ensemble", 1.0), ("Hommes", 0.5), ("Femmes", 0.5)):
            lines += [quoted([f"{title} - Sexe : {sex}"]), quoted([header, *AGES])]
            lines += [_ages(label, count, part) for label, count in people.items()]
            numbers = [count for count in people.values() if not isinstance(count, str)]
            lines += [_ages("Ensemble", sum(numbers), part), quoted([f"Source : Insee, RP{year}."]), ""]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


AGES = ("Moins de 15 ans", "15 à 24 ans", "25 à 54 ans", "55 ans ou plus", "Ensemble")


def long_file(
    path: Path, communes: Iterable[tuple[str, str, float]], *, what: str = "IMMI", abroad: str = "1", zeros: bool = True
) -> Path:
    """Write a national file: (NIVGEO, CODGEO, people from abroad); as many are not. Returns the path."""
    other = "2" if abroad == "1" else "1"
    lines = [";".join(quoted([name]) for name in ("NIVGEO", "CODGEO", "LIBGEO", "AGE4", "SEXE", what, "NB"))]
    for level, code, people in communes:
        shown = code if zeros else code.lstrip("0")
        for age in ("00", "15", "25", "55"):
            for sex in "12":
                for status in (abroad, other):
                    lines.append(";".join([level, shown, "", age, sex, status, f"{people / 8:.6f}"]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def quoted(cells: Iterable[str]) -> str:
    """Return a record with every cell quoted."""
    return ";".join(f'"{cell}"' for cell in cells)


def _ages(label: str, count: float | str, part: float) -> str:
    if isinstance(count, str):
        return quoted([label, *[count] * 5])
    return quoted([label, *[f"{count * part / 4:.1f}"] * 4, f"{count * part:.1f}"])
