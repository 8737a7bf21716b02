"""The brief: which document, its sections, its words and its looks, beside its pages as they will be printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from diagnostic.brief.edits.edited import Edited
from diagnostic.brief.edits.look import FOREWORD
from diagnostic.errors import WorldError
from ui.brief.composer import Composer
from ui.brief.delivery import Delivery
from ui.brief.doubt_teller import DoubtTeller
from ui.brief.export_form import ExportForm
from ui.brief.following import Following
from ui.brief.look_panel import LookPanel
from ui.brief.missing_list import MissingList
from ui.brief.outline import missing_steps
from ui.brief.page_pictures import Sheets
from ui.brief.passages_panel import PassagesPanel
from ui.brief.preview import Preview
from ui.brief.sections_panel import SectionsPanel
from ui.brief.writing import Order
from ui.forms.segmented import Segmented
from ui.results.column import Column, scrolling
from ui.shell.thin_line import thin_line
from ui.shell.typography import heading
from ui.wizard.context import Context
from ui.wizard.flow import Step
from ui.wizard.page import StepPage

TABS = ("document", "sections", "texts", "look", "preview")
PARTS_EMS = 26.0
"""The width of the parts beside the preview, in heights of a line."""
BESIDE_EMS = 46.0
"""The width under which the preview takes the parts' place when it is asked for."""
NOTED = frozenset({"brief_edit", "brief_layout", "brief_look"})
"""The kinds of row that this page writes."""


class BriefPage(StepPage):
    """Composes, shows and writes the brief without stopping the screen: the snapshot it is made from is frozen."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context, step)
        self._stale = True
        self._why_not = ""
        self._print_wanted = False
        texts = context.texts
        self.form = ExportForm(texts)
        self.missing = MissingList(texts)
        self.sections = SectionsPanel(context)
        self.passages = PassagesPanel(context)
        self.look = LookPanel(context)
        self.preview = Preview(texts)
        self.doubts = DoubtTeller(context, self.form)
        self.following = Following(self.preview)
        self.composer = Composer(self.order, self)
        self.delivery = Delivery(context, self.form, self.order, self)
        self.tabs = Segmented([(name, texts(f"briefpage.tab.{name}")) for name in TABS])
        self.tabs.name(texts("briefpage.name"))
        self.tabs.show_value(TABS[0])
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def has_aside(self) -> bool:
        """Return that the pages stand beside what is asked."""
        return True

    def refresh(self, kinds: frozenset[str]) -> None:
        """Show again what changed, at once if the page is seen, or when it is next shown."""
        self._stale = True
        if not self.delivery.writing and not kinds <= NOTED:
            self.form.show_idle()
        self.sections.refresh()
        self.passages.refresh()
        self.look.fill(self.form.chosen_language)
        if self.isVisible():
            self.draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the page was hidden."""
        self.draw(soon=False)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Compose nothing that nobody sees."""
        if self.composer.working:
            self._stale = True
        if self._print_wanted:
            self._print_wanted = False
            self.form.show_idle()
        self.composer.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview beside the parts, or among them where room lacks."""
        super().resizeEvent(event)
        self._arrange()

    def draw(self, *, soon: bool = True) -> None:
        """Compose again, unless that is done already; a place the user chose stays."""
        if not self._stale:
            return
        self._stale = False
        context = self.context
        self.missing.fill(missing_steps(context.snapshot, context.assessment, context.framework, context.texts))
        self.delivery.propose()
        self.composer.ask(soon=soon)

    def settle(self) -> bool:
        """Save what is typed."""
        return self.passages.settle() and self.look.settle()

    def order(self) -> Order:
        """Return the document that the form asks for."""
        context = self.context
        return Order(
            snapshot=context.snapshot,
            previous=context.previous,
            framework=context.framework,
            countries=context.countries,
            lang=self.form.chosen_language,
            kind=self.form.chosen_kind,
        )

    def _composed(self, edited: Edited) -> None:
        self.doubts.composed(edited)
        self.following.composed(edited.content)
        self.sections.fill(edited)
        self.passages.fill(edited)

    def _printed(self, sheets: Sheets) -> None:
        self.doubts.printed(len(sheets.pages))
        self.preview.show_sheets(sheets)

    def _busy(self, busy: bool) -> None:
        if busy:
            self._why_not = ""
        self.preview.say(self.context.texts("briefpage.preparing") if busy else self._why_not)
        self.form.print.setEnabled(busy or self.preview.view.count > 0)
        if not busy:
            self.following.printed()
        if self._print_wanted and not busy:
            self._print_wanted = False
            self.form.show_said(self._why_not)
            self._print_what_is_shown()

    def _not_composed(self, fault: WorldError) -> None:
        """Say why there is no such document."""
        self._why_not = self.context.texts.error(fault)
        self.preview.show_sheets(None)
        self.doubts.composed(None)
        self.following.composed(None)
        self.sections.clear()
        self.passages.clear()

    def _export(self) -> None:
        if self.settle():
            self.delivery.export()

    def _print(self) -> None:
        """Print what the preview shows, once it shows all that was entered."""
        if not self.settle():
            return
        if self.composer.working:
            self._print_wanted = True
            self.form.show_busy(self.context.texts("briefpage.preparing_print"))
        else:
            self._print_what_is_shown()

    def _print_what_is_shown(self) -> None:
        if self.preview.view.sheets is not None:
            self.delivery.ask_printer(self.preview.view.sheets)

    def _chosen(self) -> None:
        """Compose another document, and propose its own place; what is typed belongs to the last one."""
        self.settle()
        self.doubts.printed(None)
        self.delivery.choose()
        self.look.fill(self.form.chosen_language)
        self.composer.ask(soon=False)

    def _look_again(self) -> None:
        """Show the texts of the user's own, the first one to be looked at again before the others; or the foreword."""
        if self.doubts.foreword_alone:
            self._show_tab("look")
            return
        self.passages.choose_doubtful()
        self._show_tab("texts")

    def _write_again(self, section: str) -> None:
        if section == FOREWORD:
            self._show_tab("look")
            return
        self.passages.choose(section)
        self._show_tab("texts")

    def _show_tab(self, name: object) -> None:
        if name in TABS:
            self.tabs.show_value(name)
            self.stack.setCurrentIndex(TABS.index(str(name)))
            if name not in ("look", "preview"):
                self.following.leave()
            if name == "texts":
                self.passages.look()
            elif name == "look":
                self.following.look(True)

    def _arrange(self) -> None:
        narrow = self.width() < BESIDE_EMS * self.fontMetrics().height()
        among = self.stack.indexOf(self.preview) >= 0
        self.tabs.segments[-1].setVisible(narrow)
        self._parts.setMaximumWidth(16_777_215 if narrow else round(PARTS_EMS * self.fontMetrics().height()))
        if narrow and not among:
            self.stack.addWidget(self.preview)
        elif not narrow and among:
            if self.tabs.value == TABS[-1]:
                self._show_tab(TABS[0])
            self.stack.removeWidget(self.preview)
            self._row.addWidget(self.preview, 1)
            self.preview.show()
        self._line.setVisible(not narrow)

    def _connect(self) -> None:
        go: Callable[[str], None] = lambda step_id: self.context.go(step_id, "")  # noqa: E731
        self.tabs.chosen.connect(self._show_tab)
        self.form.asked.connect(self._export)
        self.form.print_asked.connect(self._print)
        self.form.chosen.connect(self._chosen)
        self.form.doubts_asked.connect(self._look_again)
        self.missing.followed.connect(go)
        self.sections.looked_at.connect(self.preview.go_to_mark)
        self.sections.wanted.connect(self._write_again)
        self.look.looked_at.connect(self.following.look)
        self.look.changed.connect(self.following.change)
        self.passages.looked_at.connect(self.preview.go_to_mark)
        self.composer.composed.connect(self._composed)
        self.composer.printed.connect(self._printed)
        self.composer.failed.connect(self._not_composed)
        self.composer.busy.connect(self._busy)

    def _lay_out(self) -> None:
        texts = self.context.texts
        document = Column(spacing=18)
        document.add(self.form, self.missing)
        document.push_up()
        for name, part in zip(TABS, (document, self.sections, self.passages, self.look), strict=False):
            self.stack.addWidget(scrolling(_padded(part), texts(f"briefpage.tab.{name}")))
        self._parts = QWidget()
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(26, 20, 0, 0)
        column.setSpacing(12)
        column.addWidget(heading(texts("step.brief.heading")))
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        self._line = thin_line(upright=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._parts, 1)
        self._row.addWidget(self._line)
        self._row.addWidget(self.preview, 1)
        self.form.print.setEnabled(False)


def _padded(part: QWidget) -> QWidget:
    """Return a part with room for the scroll bar at its right and air at its end."""
    around = QWidget()
    box = QVBoxLayout(around)
    box.setContentsMargins(0, 0, 16, 22)
    box.addWidget(part)
    return around
