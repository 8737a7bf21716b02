"""One line under a table's heading: what the first pass needs of it."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from diagnostic.assessment.express_reading import awaits, first_pass
from ui.shell.typography import Label
from ui.wizard.context import Context
from ui.wizard.express_pass import tables_of_pass


class ExpressLine(Label):
    """Says how many indicators of the first pass a table gives; out of sight once the full axes are published."""

    def __init__(self, context: Context) -> None:
        super().__init__(role=QPalette.ColorRole.PlaceholderText)
        self._context = context
        self._kind = ""

    def show_table(self, kind: str) -> None:
        """Speak of a table."""
        self._kind = kind
        self.refresh()

    def refresh(self) -> None:
        """Say what stands now."""
        context = self._context
        wanted = bool(first_pass(context.framework)) and awaits(context.assessment, context.framework)
        self.setVisible(wanted)
        self.setText(self._words() if wanted else "")

    def _words(self) -> str:
        context, texts = self._context, self._context.texts
        table = next((one for one in tables_of_pass(context.framework) if one.kind == self._kind), None)
        if table is None:
            return texts("express.table.can_wait")
        total = len(table.indicators)
        left = total - table.settled(context.assessment)
        rest = texts.plural("express.table.left", left) if left else texts("express.table.settled")
        return f"{texts.plural('express.table.wanted', total)} {rest}"
