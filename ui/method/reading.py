"""The campaign read twice: with the edition's weights and with the users'. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diagnostic.assessment.assess import assess
from diagnostic.assessment.results import Assessment
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.model import Framework
from diagnostic.texts import Texts
from ui.wizard.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`framework` has the edition's weights; `edition` and `own` are what is found with those and with the users'."""

    snapshot: Snapshot
    framework: Framework
    edition: Assessment
    own: Assessment
    texts: Texts

    @property
    def lang(self) -> str:
        """Return the language, "fr" or "en"."""
        return self.texts.lang


def reading_of(context: Context) -> Reading:
    """Return both readings; one and the same while no weight is changed."""
    own, framework = context.assessment, context.in_use.framework
    same = not context.framework.edition_weights
    edition = own if same else assess(context.snapshot, framework, context.previous)
    return Reading(snapshot=context.snapshot, framework=framework, edition=edition, own=own, texts=context.texts)


def today() -> str:
    """Return the day on which something is decided now, as an ISO date."""
    return date.today().isoformat()
