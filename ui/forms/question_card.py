"""One question of the framework: its answer, how to answer, its evidence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diagnostic.dossier import operations
from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import Answer
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.framework.model import Indicator, Input
from ui.forms.disclosure import Disclosure
from ui.forms.entry import Entry, held
from ui.forms.groups import EVIDENCE, Group
from ui.forms.number_answer import NumberAnswer
from ui.forms.reading_only import hold
from ui.forms.row_form import RowForm
from ui.forms.segmented import Segmented
from ui.forms.wrapping import WrapLayout
from ui.forms.writing import answer_writer
from ui.shell.typography import Label, muted
from ui.wizard.context import Context

STATES = (
    AnswerState.DONE,
    AnswerState.PLANNED,
    AnswerState.NOT_DONE,
    AnswerState.UNANSWERED,
    AnswerState.NOT_APPLICABLE,
)
_INDENT = 20
_APART = (AnswerState.UNANSWERED, AnswerState.NOT_APPLICABLE)


class QuestionCard(QWidget):
    """A question to answer by a click, by a digit, or by a number."""

    def __init__(self, context: Context, indicator: Indicator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.indicator = indicator
        self._evidence: RowForm | None = None
        lang = context.texts.lang
        self.question = Label(indicator.question[lang], bold=True)
        self.number: NumberAnswer | None = None
        if indicator.input is Input.NUMBER:
            self.number = NumberAnswer(context, indicator, self._keep_number)
        self.answers = Segmented(self._terms(), upright=len(indicator.options))
        self.answers.hush(AnswerState.UNANSWERED)
        self.answers.name(self.question.text())
        self.answers.chosen.connect(self._chosen)
        if context.read_only:
            hold(self.answers, context.texts("form.read_only"))
        self.help = Disclosure(context.texts("page.organisation.help"), self._make_help, apart=True)
        self.proof = Disclosure(context.texts("page.organisation.evidence"), self._make_evidence, apart=True)
        for disclosure in (self.help, self.proof):
            disclosure.button.setAccessibleDescription(self.question.text())
        self._lay_out()
        self.refresh()

    @property
    def answered(self) -> bool:
        """Return whether there is an answer, "not applicable" included."""
        return self._answer().state not in (None, AnswerState.UNANSWERED)

    def refresh(self) -> None:
        """Show the answer as it is now."""
        answer = self._answer()
        self.answers.show_value(answer.choice if answer.choice else answer.state or AnswerState.UNANSWERED)
        if self.number is not None:
            self.number.display(answer)
            if answer.unread.get("number"):
                self.answers.show_value(None)
        if self._evidence is not None:
            self._evidence.show_row(answer)

    def settle(self) -> bool:
        """Save what is typed; False if it could not be, and is still typed."""
        typed_in = (self.number, self._evidence)
        return all(part.settle() for part in typed_in if part is not None)

    def take_focus(self) -> None:
        """Put the cursor on the answer."""
        (self.number.line if self.number else self.answers).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by the digit of a term's place, from 1."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        digit = event.text() if plain else ""
        if not (digit.isdecimal() and digit.isascii() and self.answers.choose(int(digit) - 1)):
            super().keyPressEvent(event)

    def _terms(self) -> list[tuple[object, str]]:
        texts = self._context.texts
        if self.indicator.input is Input.STATUS:
            return [(state, texts.label(state)) for state in STATES]
        options = [(option.id, option.label[texts.lang]) for option in self.indicator.options]
        return [*options, *((state, texts.label(state)) for state in _APART)]

    def _answer(self) -> Answer:
        return self._context.snapshot.answers.get(self.indicator.id) or Answer(indicator=self.indicator.id)

    def _chosen(self, value: object) -> None:
        said = self._say(value) if isinstance(value, AnswerState) else self._say(AnswerState.VALUE, choice=str(value))
        if said and self.number is not None:
            self.number.forget()
        self.refresh()

    def _keep_number(self, entry: Entry) -> bool:
        if entry == held(self._answer(), specs_of(Answer)["number"]):
            return True
        state = AnswerState.UNANSWERED if entry.value is None else AnswerState.VALUE
        session = self.number.session if self.number is not None else 0
        merge = f"number.{self.indicator.id}.{session}"
        return self._say(state, number=entry.value, unread=entry.unread, merge=merge)

    def _say(
        self,
        state: AnswerState,
        *,
        number: float | None = None,
        choice: str = "",
        unread: str = "",
        merge: str = "",
    ) -> bool:
        kept = {name: typed for name, typed in self._answer().unread.items() if name != "number"}
        if unread:
            kept["number"] = unread
        snapshot = self._context.snapshot
        said = operations.answer(snapshot, self.indicator.id, state, number, choice, merge, unread=kept)
        return self._context.apply(said) is not None

    def _make_help(self) -> QWidget:
        texts, lang = self._context.texts, self._context.texts.lang
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(_INDENT, 0, 0, 4)
        layout.setSpacing(3)
        layout.addWidget(Label(self.indicator.help[lang] or self.indicator.definition[lang]))
        for key, words in (("done", self.indicator.done), ("proof", self.indicator.evidence)):
            if words[lang]:
                layout.addSpacing(4)
                layout.addWidget(muted(texts(f"page.organisation.{key}")))
                layout.addWidget(Label(words[lang]))
        return page

    def _make_evidence(self) -> QWidget:
        group = Group("", EVIDENCE)
        writer = answer_writer(self._context)
        self._evidence = RowForm(self._context, "answer", groups=(group,), writer=writer, indent=_INDENT)
        self._evidence.show_row(self._answer())
        return self._evidence

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 6)
        layout.setSpacing(6)
        layout.addWidget(self.question)
        if self.number is None:
            layout.addWidget(self.answers)
        else:
            line = QWidget()
            wrapped = WrapLayout(line, gap=14)
            wrapped.addWidget(self.number)
            wrapped.addWidget(self.answers)
            layout.addWidget(line)
            layout.addWidget(self.number.sentence)
        more = WrapLayout(gap=14)
        for disclosure in (self.help, self.proof):
            more.addWidget(disclosure.button)
        if self.indicator.express:
            more.addWidget(muted(self._context.texts("express.mark"), step=-1))
        layout.addLayout(more)
        layout.addWidget(self.help)
        layout.addWidget(self.proof)
