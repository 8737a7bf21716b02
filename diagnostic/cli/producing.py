"""The commands that write documents: brief, demo."""

from __future__ import annotations

import argparse
import os

from diagnostic.brief.content import Kind
from diagnostic.brief.edits.doubts import doubts
from diagnostic.brief.pdf.accent import LEAST
from diagnostic.charts.palette import contrast
from diagnostic.cli.session import Session
from diagnostic.cli.weighing import warn_of_stand_in
from diagnostic.demo import build_demo
from diagnostic.dossier.header import SUFFIX
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
    kind = Kind(arguments.kind)
    edited = print_brief(dossier.snapshot(), before, framework, session.texts, countries, arguments.output, kind)
    session.say("cli.brief_written", file=arguments.output)
    doubtful = doubts(edited, session.texts)
    if doubtful:
        session.say("cli.passages.doubt", doubt=doubtful, file=arguments.file)
    if edited.content.accent and contrast(edited.content.accent, "#ffffff") < LEAST:
        session.say("cli.passages.darkened", colour=edited.content.accent)


def demo(session: Session, arguments: argparse.Namespace) -> None:
    """Write the demonstration dossier, a fictional territory."""
    build_demo(arguments.file, arguments.lang)
    session.say("cli.demo_written", file=arguments.file)
