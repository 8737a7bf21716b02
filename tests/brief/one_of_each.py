"""A brief written by hand with one block of each kind, for what a renderer makes of each."""

from __future__ import annotations

from diagnostic.brief import content as c
from diagnostic.charts.drawing import Circle, Drawing, Role, Text
from tests.brief.office_samples import picture

DRAWING = Drawing(
    width=100,
    height=50,
    shapes=(Circle(x=50, y=25, radius=20, fill=Role.TERRITORY), Text(x=80, y=25, text="42", size=8)),
    alt="Un rond, qui vaut 42.",
)
TABLE = c.Table(
    columns=(c.Column("Pays", 2), c.Column("Habitants", 1, c.ColumnKind.NUMBER)),
    rows=(("Afrique", ""), ("Maroc\nNé au Maroc", "4 120"), ("Europe", ""), ("Portugal", "1 905"), ("Total", "6 025")),
    caption="Deux pays",
    source="Source : recensement, 2022.",
    strong=(4,),
    bands=(0, 2),
)
FIRST = c.Section(
    id="summary",
    label="L’essentiel",
    title="Un potentiel en attente",
    one_page=True,
    blocks=(
        c.Paragraph("Le territoire est riche de liens.", c.Voice.LEAD),
        c.Beside(
            left=(c.Heading("Atouts", 3, c.Mark.ASSET), c.Items((c.Item("Réseaux :", "cinq"),), c.Mark.ASSET)),
            right=(
                c.Heading("Manques", 3, c.Mark.GAP),
                c.Items((c.Item("Budget", "", "recommandation 8"),), c.Mark.GAP),
            ),
        ),
        c.KeyFigures((c.KeyFigure("4", "partenariats", "2025"), c.KeyFigure("non renseigné", "réseaux"))),
        c.Paragraph("Liste déclarée complète.", c.Voice.NOTE),
    ),
)
SECOND = c.Section(
    id="world",
    label="Le monde",
    title="Le monde",
    blocks=(
        c.Facts((("Nature", "Commune"), ("Région", "Grande Rive"))),
        c.Heading("Les pays"),
        TABLE,
        c.Figure(
            drawing=DRAWING,
            title="Un rond bien rempli",
            legend="Plein : connu.",
            source="2022.",
            data="Table ci-dessus.",
        ),
        c.Heading("Ensuite"),
        c.Items((c.Item("Répondre :", "aux questions", "deux heures"), c.Item("Imprimer")), c.Mark.NUMBER),
        c.Heading("Avec qui", 3),
        c.Items((c.Item("Association جمعية النور (Lyon)"), c.Item("שלום (עולם)")), c.Mark.BULLET),
        c.Heading("Enfin"),
        c.Paragraph("Merci."),
    ),
)
ANNEX = c.Section(
    id="words", label="Annexe : mots", title="Annexe : mots", annex=True,
    blocks=(c.Items((c.Item("Jumelage.", "Lien d’amitié."),)),),
)  # fmt: skip
ONE_OF_EACH = c.BriefContent(
    lang="fr",
    title="Port-Alizé, note de stratégie",
    author="Rose des vents",
    subject="Diagnostic",
    header="Port-Alizé · 2026",
    page="page",
    day="2026-03-12",
    cover=c.Cover(
        kicker="Diagnostic", title="Port-Alizé", subtitle="Note de stratégie", lines=("Commune",),
        notice="Territoire fictif.", drawing=DRAWING, attribution="Établi avec Rose des vents.",
    ),
    sections=(FIRST, SECOND, ANNEX),
    contents="Sommaire",
    annexes="Annexes",
    logo=picture(),
    accent="#1f6f78",
)  # fmt: skip
