"""One measured job in a process of its own: prints its seconds and the memory it took above the start, as JSON.

Usage: python packaging/bench/jobs.py JOB [FILE [PLACE]]
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
from diagnostic.errors import WorldError

RUNS = 5
Act = Callable[[], Any]


def main(job: str, *words: str) -> None:
    """Run a job some times and print the best time."""
    try:
        act = JOBS[job](*words)
        gc.collect()
        start, seconds, said = _resident(), [], ""
        for _ in range(1 if job.startswith("pandas") else RUNS):
            begun = time.perf_counter()
            said = str(act())
            seconds.append(time.perf_counter() - begun)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({"seconds": min(seconds), "bytes": max(0, peak - start), "said": said}))
    except WorldError as fault:
        print(json.dumps({"fault": fault.key}))


def reading(file: str, place: str) -> Act:
    """Recognise a file and read it for one commune."""
    from diagnostic.dossier.founding import territory_of
    from diagnostic.imports.format import Case
    from diagnostic.imports.recognise import look_at, recognise
    from diagnostic.imports.registry import FORMATS
    from diagnostic.imports.scope import scope_of
    from diagnostic.imports.source import open_source
    from diagnostic.territory.countries import load_countries
    from diagnostic.territory.places import load_places
    from diagnostic.watching import unwatched

    places = load_places()
    found = places.by_code(place)
    assert found
    territory = territory_of(found, places)
    case = Case(
        territory=territory,
        scope=scope_of(territory, places),
        places=places,
        countries=load_countries(),
        lang="fr",
        day="2026-11-21",
    )
    recognise(look_at(open_source(Path(file))), FORMATS)  # says at once that there is no reader

    def act() -> str:
        source = open_source(Path(file))
        read = recognise(look_at(source), FORMATS).read(source, case, unwatched)
        return f"{len(read.candidates)} rows"

    return act


def in_pandas(file: str) -> Act:
    """Load the whole of a file, as text."""
    import pandas

    def act() -> str:
        encoding = "iso-8859-1" if "accounts" in file else "utf-8"
        return f"{len(pandas.read_csv(file, sep=';', dtype=str, encoding=encoding))} rows"

    return act


def splitting(file: str) -> Act:
    """Cut a file in records with the csv module and keep none: the floor of a reader that has to see them all."""
    import csv

    def act() -> int:
        with Path(file).open(encoding="utf-8-sig", newline="") as stream:
            return sum(1 for _ in csv.reader(stream, delimiter=";"))

    return act


def _demonstration() -> Any:
    import tempfile

    from diagnostic.demo import build_demo
    from diagnostic.dossier.opening import open_dossier

    with tempfile.TemporaryDirectory() as folder:
        build_demo(Path(folder) / "demo.rose", "fr")
        dossier = open_dossier(Path(folder) / "demo.rose", read_only=True)
        found = dossier.snapshot(), dossier.previous()
        dossier.close()
    return found


def assessing() -> Act:
    """Assess the demonstration."""
    from diagnostic.assessment.assess import assess
    from diagnostic.framework.load import load_edition

    (snapshot, previous), framework = _demonstration(), load_edition()
    return lambda: f"{len(assess(snapshot, framework, previous).indicators)} indicators"


def varying() -> Act:
    """Vary the weights of the demonstration's assessment."""
    from diagnostic.assessment.assess import assess
    from diagnostic.assessment.variations import vary
    from diagnostic.framework.load import load_edition

    (snapshot, previous), framework = _demonstration(), load_edition()
    assessment = assess(snapshot, framework, previous)
    return lambda: f"{vary(assessment, framework).draws} draws"


def multiplying() -> Act:
    """Draw as many weights and multiply them once by scores, in numpy: the floor of the variations."""
    import numpy

    from diagnostic.framework.load import load_edition

    framework = load_edition()
    draws, leaves, nodes = (
        int(framework.thresholds["variation_draws"]),
        len(framework.indicators),
        len(framework.nodes),
    )

    def act() -> str:
        weights = numpy.random.default_rng(1).uniform(0.75, 1.25, size=(draws, leaves + nodes))
        scores = numpy.ones((leaves, nodes))
        return f"{(weights[:, :leaves] @ scores).shape[0]} draws"

    return act


def _content() -> Any:
    from diagnostic.brief.press import content_of
    from diagnostic.framework.load import load_edition
    from diagnostic.territory.countries import load_countries
    from diagnostic.texts import load_texts

    snapshot, previous = _demonstration()
    framework, texts, countries = load_edition(), load_texts("fr"), load_countries()
    return lambda: content_of(snapshot, previous, framework, texts, countries)


def printing() -> Act:
    """Compose the demonstration's brief and lay it out as PDF."""
    from diagnostic.brief.pdf.document import render_pdf

    compose = _content()
    return lambda: f"{len(render_pdf(compose())) // 1024} KiB"


def laying_out() -> Act:
    """Lay the demonstration's brief out as PDF, its words being there."""
    from diagnostic.brief.pdf.document import render_pdf

    content = _content()()
    return lambda: f"{len(render_pdf(content)) // 1024} KiB"


def in_office() -> Act:
    """Write the demonstration's brief as DOCX and have LibreOffice turn it into PDF; only the turning is repeated."""
    import shutil
    import subprocess
    import tempfile

    from diagnostic.brief.docx.document import write_docx

    office = shutil.which("soffice")
    if office is None:
        raise WorldError("no_office")
    folder = Path(tempfile.mkdtemp())
    write_docx(_content()(), folder / "brief.docx")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "brief.docx"),
    ]

    def act() -> str:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return f"{(folder / 'brief.pdf').stat().st_size // 1024} KiB"

    return act


def plain_pages() -> Act:
    """Write as many pages of plain text with reportlab, and draw the same figures bare: the floor of the brief."""
    from io import BytesIO

    from bare_drawing import Bare
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    texts, drawings = _pages_and_figures()
    style = getSampleStyleSheet()["BodyText"]

    def act() -> str:
        story: list[Any] = []
        for text in texts:
            story += [Paragraph(_plain(line), style) for line in text.split("\n")] + [PageBreak()]
        story += [Bare(drawing) for drawing in drawings]
        SimpleDocTemplate(BytesIO()).build(story)
        return f"{len(texts)} pages, {len(drawings)} figures"

    return act


def bare_lines() -> Act:
    """Put the same lines and figures straight on a canvas, already broken and placed: lower than any layout."""
    from io import BytesIO

    from bare_drawing import Bare
    from reportlab.pdfgen.canvas import Canvas

    texts, drawings = _pages_and_figures()

    def act() -> str:
        canvas = Canvas(BytesIO())
        for text in texts:
            lines = canvas.beginText(54, 780)
            lines.setFont("Helvetica", 8)
            lines.textLines(text)
            canvas.drawText(lines)
            canvas.showPage()
        for drawing in drawings:
            figure = Bare(drawing)
            figure.canv = canvas
            figure.draw()
            canvas.showPage()
        canvas.save()
        return f"{len(texts)} pages, {len(drawings)} figures"

    return act


def _pages_and_figures() -> tuple[list[str], list[Any]]:
    """Return the text of each page of the demonstration's brief, and its drawings."""
    from io import BytesIO

    from pypdf import PdfReader

    from diagnostic.brief.content import Beside, Figure
    from diagnostic.brief.pdf.document import render_pdf

    content = _content()()
    blocks = [block for section in content.sections for block in section.blocks]
    blocks += [inner for block in blocks if isinstance(block, Beside) for inner in (*block.left, *block.right)]
    texts = [page.extract_text() for page in PdfReader(BytesIO(render_pdf(content))).pages]
    return texts, [content.cover.drawing, *(block.drawing for block in blocks if isinstance(block, Figure))]


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _resident() -> int:
    """Return the bytes held now; the most held so far where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


JOBS: dict[str, Callable[..., Act]] = {
    "reading": reading,
    "pandas": in_pandas,
    "splitting": splitting,
    "assessing": assessing,
    "varying": varying,
    "multiplying": multiplying,
    "printing": printing,
    "laying_out": laying_out,
    "in_office": in_office,
    "plain_pages": plain_pages,
    "bare_lines": bare_lines,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
