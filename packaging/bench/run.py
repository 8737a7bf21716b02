"""Print what the heavy jobs cost beside their floors, all measured in this run. Nothing fails here: it is a table.

Usage: python packaging/bench/run.py [--size MIB] [--folder DIR]
Floors: `grep -c` over the same bytes for one territory out of a national file, the csv module for a file that has to be
seen whole, one matrix product for the variations, plain reportlab pages with the same figures for the brief.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import making

JOBS = Path(__file__).with_name("jobs.py")
RUNS = 5
MOST_MEMORY = "250 MB"
_HEAD = ("job", "file", "ours", "floor", "ratio", "aim", "pandas", "memory", "in pandas", "what came")
_MB = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table: seconds, and bytes above the start."""

    job: str
    ours: Mapping[str, object]
    floor: float | None = None
    pandas: Mapping[str, object] | None = None
    size: int = 0
    aim: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return the line as text."""
        if "fault" in self.ours:
            return (self.job, _megabytes(self.size), f"– ({self.ours['fault']})", *["–"] * 7)
        seconds, pandas = float(str(self.ours["seconds"])), self.pandas or {}
        ratio = f"{seconds / self.floor:.1f} ×" if self.floor else "–"
        loaded = f"{float(str(pandas['seconds'])):.2f} s" if pandas else "–"
        return (
            *(self.job, _megabytes(self.size), f"{seconds:.3f} s", f"{self.floor:.3f} s" if self.floor else "–", ratio),
            *(self.aim or "–", loaded, _megabytes(self.ours["bytes"]), _megabytes(pandas.get("bytes"))),
            str(self.ours["said"]),
        )


def main() -> None:
    """Make the files, run the jobs, print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--size", type=int, default=300, metavar="MIB", help="of the accounts file (300; up to 1024)")
    options.add_argument("--folder", type=Path, help="where the files are made (a temporary folder)")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        rows = [_HEAD]
        for line in _lines(Path(folder), chosen.size):
            rows.append(line.cells())
            print(f"… {line.job}", file=sys.stderr)
    _print(rows)
    print(f"\nBest of {RUNS}. Memory: peak above the start of the job; the aim is at most {MOST_MEMORY}.")


def _lines(folder: Path, mib: int) -> Iterator[Line]:
    yield from _accounts(making.accounts(folder / "accounts.csv", mib))
    (folder / "accounts.csv").unlink()
    register = making.register(folder / "register.csv", 70_000)
    yield Line(
        job="register of 70,000 associations",
        ours=_job("reading", register, making.PARIS),
        floor=_seconds_of("splitting", register),
        pandas=_job("pandas", register),
        size=register.stat().st_size,
    )
    census = making.census(folder / "TD_NAT1_2022.csv")
    yield Line(
        job="census long file, one commune",
        ours=_job("reading", census, making.RENNES),
        floor=_grep(making.RENNES, census),
        pandas=_job("pandas", census),
        size=census.stat().st_size,
        aim="≤ 3 ×",
    )
    yield Line(job="assess the demonstration", ours=_job("assessing"))
    yield Line(job="vary it 10,000 times", ours=_job("varying"), floor=_seconds_of("multiplying"), aim="< 0.1 s")
    yield from _brief()


def _brief() -> Iterator[Line]:
    floor = _seconds_of("plain_pages")
    yield Line(job="brief as PDF, its words being there", ours=_job("laying_out"), floor=floor, aim="≤ 2 ×")
    yield Line(job="the same, against lines on a canvas", ours=_job("laying_out"), floor=_seconds_of("bare_lines"))
    yield Line(job="brief as PDF, words and all", ours=_job("printing"), floor=floor, aim="≤ 2 ×")
    yield Line(job="the same from DOCX by LibreOffice", ours=_job("in_office"))


def _accounts(file: Path) -> Iterator[Line]:
    pandas = _job("pandas", file)
    yield Line(
        job="accounts, one commune",
        ours=_job("reading", file, making.RENNES),
        floor=_grep(making.RENNES_SIREN, file),
        pandas=pandas,
        size=file.stat().st_size,
        aim="≤ 3 ×",
    )
    packed = making.zipped(file)
    yield Line(
        job="the same, zipped",
        ours=_job("reading", packed, making.RENNES),
        floor=_grep(making.RENNES_SIREN, packed),
        pandas=pandas,
        size=packed.stat().st_size,
        aim="≤ 3 ×",
    )
    packed.unlink()


def _grep(needle: str, file: Path) -> float | None:
    """Return the best time of `grep -c` over a file, unpacked on the way; None where the system has no such tools.

    Its answer is read: grep stops at the first line found when it writes to nowhere.
    """
    unpack = file.suffix == ".zip"
    if not shutil.which("grep") or (unpack and not shutil.which("unzip")):
        return None
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        if unpack:
            with subprocess.Popen(["unzip", "-p", str(file)], stdout=subprocess.PIPE) as content:
                subprocess.run(["grep", "-c", needle], stdin=content.stdout, stdout=subprocess.PIPE, check=True)
        else:
            subprocess.run(["grep", "-c", needle, str(file)], stdout=subprocess.PIPE, check=True)
        times.append(time.perf_counter() - begun)
    return min(times)


def _job(name: str, *words: object) -> Mapping[str, object]:
    command = [sys.executable, str(JOBS), name, *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        return {"fault": (done.stderr.strip().splitlines() or ["?"])[-1][:40]}
    found: dict[str, object] = json.loads(done.stdout)
    return found


def _seconds_of(name: str, *words: object) -> float | None:
    seconds = _job(name, *words).get("seconds")
    return None if seconds is None else float(str(seconds))


def _megabytes(size: object) -> str:
    return f"{float(str(size)) / _MB:.0f} MB" if size else "–"


def _print(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = (
            f"{cell:<{width}}" if place == 0 else f"{cell:>{width}}"
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join(cells))
        if number == 0:
            print("  ".join("-" * width for width in widths))


if __name__ == "__main__":
    main()
