"""A small brief by hand, to be edited: it needs no dossier."""

from __future__ import annotations

from diagnostic.brief.content import Block, BriefContent, Cover, Heading, Item, Items, Paragraph, Section
from diagnostic.charts.drawing import Drawing

NOTICE = "Territoire fictif."
DRAWING = Drawing(width=100.0, height=100.0, shapes=(), alt="Une figure vide.")


def section(id_: str, *blocks: Block, title: str = "", annex: bool = False) -> Section:
    """Return a section called by its id."""
    return Section(id=id_, label=id_.capitalize(), title=title or id_, blocks=blocks, annex=annex)


def small(*sections: Section) -> BriefContent:
    """Return a brief of a fictional town: of the sections given, or of four of every sort."""
    own = (
        section("summary", Paragraph("Deux phrases pour un élu."), title="L’essentiel"),
        section("means", Heading("Ce que l’on sait"), Items((Item("Budget", "12 000 €", "Source : compte"),))),
        section("world", Paragraph("Le Maroc compte 4 200 personnes.")),
        section("annex", Paragraph("Les sources."), annex=True),
    )
    cover = Cover(
        kicker="Diagnostic",
        title="Ville",
        subtitle="2026",
        lines=(),
        notice=NOTICE,
        drawing=DRAWING,
        attribution="Établi avec Rose des vents.",
    )
    return BriefContent(
        lang="fr",
        title="Ville",
        author="Rose des vents",
        subject="Diagnostic",
        header="Ville (fictive)",
        page="page",
        day="2026-11-21",
        cover=cover,
        sections=sections or own,
    )
