"""The commands that write documents: brief, demo."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from diagnostic.brief.accent import LEAST
from diagnostic.brief.content import Kind
from diagnostic.brief.edits.doubts import PAGES, doubts, foreword_doubt, shape_doubt
from diagnostic.brief.edits.edited import Edited
from diagnostic.charts.palette import contrast
from diagnostic.cli.session import Session
from diagnostic.cli.weighing import warn_of_stand_in
from diagnostic.demo import build_demo
from diagnostic.dossier.briefing import carried_foreword
from diagnostic.dossier.header import SUFFIX
from diagnostic.dossier.store import Dossier
from diagnostic.user_folder import keep_matplotlib_home


def brief(session: Session, arguments: argparse.Namespace) -> None:
    """Write a brief of a campaign, of the kind asked for, in the form that the output's name ends in."""
    if arguments.output.suffix == SUFFIX or arguments.output.resolve() == arguments.file.resolve():
        arguments.usage_error(session.texts("cli.not_over_a_dossier", file=arguments.output))
    keep_matplotlib_home(os.environ)
    from diagnostic.brief.press import WRITERS, print_brief  # the renderer's libraries are slow to load

    if arguments.output.suffix.lower() not in WRITERS:
        arguments.usage_error(session.texts("cli.brief_formats", file=arguments.output, formats=", ".join(WRITERS)))
    dossier = session.reading(arguments.file, arguments.campaign)
    warn_of_stand_in(session, dossier)
    before, framework, countries = dossier.previous(), session.framework(dossier), session.countries
    kind, replaced = Kind(arguments.kind), arguments.output.exists()
    edited = print_brief(dossier.snapshot(), before, framework, session.texts, countries, arguments.output, kind)
    session.say("cli.brief_replaced" if replaced else "cli.brief_written", file=arguments.output)
    _say_doubts(session, dossier, edited, arguments)
    if edited.content.accent and contrast(edited.content.accent, "#ffffff") < LEAST:
        session.say("cli.passages.darkened", colour=edited.content.accent)


def _say_doubts(session: Session, dossier: Dossier, edited: Edited, arguments: argparse.Namespace) -> None:
    """Say what is to be looked at again in the brief that was written."""
    texts = session.texts
    doubtful = doubts(edited, texts)
    if doubtful:
        session.say("cli.passages.doubt", doubt=doubtful, file=arguments.file)
    carried = carried_foreword(dossier.snapshot(), dossier.previous(), texts.lang)
    old = foreword_doubt(edited, carried, texts)
    if old:
        session.say("cli.passages.foreword", doubt=old, file=arguments.file)
    shape = shape_doubt(edited, _pages(edited, arguments.output), texts)
    if shape:
        print(shape)


def _pages(edited: Edited, output: Path) -> int | None:
    """Return how many pages a document has that promises a number of them; a text file's, as it would be printed."""
    if edited.content.kind not in PAGES:
        return None
    from diagnostic.brief.pdf.document import render_pdf
    from diagnostic.brief.pdfium import opened

    printed = output.read_bytes() if output.suffix.lower() == ".pdf" else render_pdf(edited.content)
    with opened(printed) as document:
        return len(document)


def demo(session: Session, arguments: argparse.Namespace) -> None:
    """Write the demonstration dossier, a fictional territory."""
    build_demo(arguments.file, arguments.lang)
    session.say("cli.demo_written", file=arguments.file)
