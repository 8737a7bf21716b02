"""The briefs whose annex is read back: printed once each, in the language asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from diagnostic.assessment.assess import assess
from diagnostic.brief.compose.whole import compose
from diagnostic.brief.pdf.document import render_pdf
from diagnostic.demo import build_demo
from diagnostic.dossier.decisions import Weighting
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.load import load_edition
from diagnostic.framework.model import Framework, Mean
from diagnostic.framework.weights import weighted
from diagnostic.territory.countries import load_countries
from diagnostic.texts import load_texts
from tests.brief import samples
from tests.brief.annex_reader import Annex
from tests.panel.members import PANEL

WEIGHTS = {"diasporas_share": 3.0, "means": 0.5, "governance_oda": 0.0}
AUTHOR = "Mme Diallo"
REASON = "Le conseil a voté ce choix en mars"


def weighed_framework() -> Framework:
    """Return the edition with three weights changed, and one domain gathered by a geometric mean."""
    edition = weighted(load_edition(), WEIGHTS)
    nodes = (replace(node, mean=Mean.GEOMETRIC) if node.id == "students" else node for node in edition.nodes)
    return replace(edition, nodes=tuple(nodes))


@cache
def campaigns(name: str, lang: str) -> tuple[Snapshot, Snapshot | None]:
    if name == "demo":
        with TemporaryDirectory() as folder:
            build_demo(Path(folder) / "demo.rose", lang)
            dossier = open_dossier(Path(folder) / "demo.rose", read_only=True)
            then, now = (dossier.snapshot_of(campaign) for campaign in dossier.campaigns())
            dossier.close()
        return now, then
    if name in ("rich", "weighed"):
        chosen = (Weighting(item=item, weight=weight, reason=REASON, author=AUTHOR) for item, weight in WEIGHTS.items())
        return replace(samples.rich(), weightings=tuple(chosen) if name == "weighed" else ()), samples.earlier()
    member = PANEL[name]
    return member.now(), member.before() if member.before else None


@cache
def printed(name: str, lang: str) -> bytes:
    now, then = campaigns(name, lang)
    made = samples.inputs(now, then)
    if name == "weighed":
        made = replace(made, framework=weighed_framework(), assessment=assess(now, weighed_framework(), then))
    return render_pdf(compose(made, load_texts(lang), load_countries()))


@cache
def annex_of(name: str, lang: str) -> Annex:
    return Annex(printed(name, lang), lang)
