"""What the form says of the document before it leaves the program: texts to look at again, a shape to look at."""

from __future__ import annotations

from diagnostic.brief.edits.doubts import doubts, foreword_doubt, lost, shape_doubt, stale
from diagnostic.brief.edits.edited import Edited
from diagnostic.dossier.briefing import carried_foreword
from ui.brief.export_form import ExportForm
from ui.wizard.context import Context


class DoubtTeller:
    """Told what is composed and how many pages it makes, it keeps the form's words up to date."""

    def __init__(self, context: Context, form: ExportForm) -> None:
        self._context = context
        self._form = form
        self._edited: Edited | None = None
        self._pages: int | None = None

    @property
    def foreword_alone(self) -> bool:
        """Return whether no passage is to be looked at again: what is said is of the foreword."""
        return self._edited is not None and not stale(self._edited) and not lost(self._edited)

    def composed(self, edited: Edited | None) -> None:
        """Say what is doubtful in a document; None: there is none."""
        self._edited = edited
        self._say()

    def printed(self, pages: int | None) -> None:
        """Say whether it has more pages than it promises; None: not known yet, another document was chosen."""
        self._pages = pages
        self._say()

    def _say(self) -> None:
        context, edited = self._context, self._edited
        if edited is None:
            self._form.say_doubts("")
            self._form.say_shape("")
            return
        year = carried_foreword(context.snapshot, context.previous, edited.content.lang)
        said = (doubts(edited, context.texts), foreword_doubt(edited, year, context.texts))
        self._form.say_doubts(" ".join(filter(None, said)))
        self._form.say_shape(shape_doubt(edited, self._pages, context.texts))
