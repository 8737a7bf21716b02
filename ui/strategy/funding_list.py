"""Funding suggestions: what is within reach, what would open others, the région's network."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from diagnostic.brief.compose.funding import region_words
from diagnostic.brief.compose.funding_words import (
    grouped,
    is_way,
    name_words,
    names_words,
    reasons_words,
    ruled,
    shut,
    valid_words,
)
from diagnostic.brief.compose.inputs import Desk
from diagnostic.strategy.directory import Directory
from diagnostic.strategy.results import Declaration, FundingAdvice, Openness, RegionAnswer, Suggestion
from ui.forms.reading_only import hold
from ui.results.column import Column
from ui.results.row_button import RowButton, RowWords
from ui.shell.buttons import FlatButton
from ui.shell.typography import Label, muted, section
from ui.strategy.funding_ways import Way, ways_of


class FundingList(Column):
    """The suggestions, each with its reasons, the year of its rules and the way to what is missing."""

    followed = Signal(str, str)
    """a step of the wizard, and what to bring forward there"""
    plan_asked = Signal()
    network_asked = Signal()
    """a network of one's own is to be added"""
    declared = Signal(object)
    """the Declaration whose action is to be added"""

    def __init__(self, directory: Directory, read_only: bool) -> None:
        super().__init__(spacing=4)
        self._directory = directory
        self._read_only = read_only
        self._shown: tuple[object, ...] = ()

    def fill(self, desk: Desk, advice: FundingAdvice) -> None:
        """Show what the rules say; what is shown already stays, and the keyboard with it."""
        shown = (advice, desk.snapshot.territory)
        if shown == self._shown:
            return
        self._shown = shown
        self.clear()
        texts = desk.texts
        self.add(Label(texts("funding.title"), step=1, bold=True), muted(texts("funding.lead")))
        self._add_part("funding.open", advice.of(Openness.OPEN), desk, empty=texts("funding.open_none"))
        self._add_ways(advice, desk)
        self._add_region(advice, desk)
        self._add_rest([one for one in advice.suggestions if shut(one)], desk)
        unruled = [one for one in advice.suggestions if not ruled(one)]
        if unruled:
            self.space(6)
            self.add(muted(texts("brief.funding.check", names=names_words(unruled, texts))))

    def _add_ways(self, advice: FundingAdvice, desk: Desk) -> None:
        ways = [one for one in advice.suggestions if is_way(one)]
        if not ways and advice.declaration is None:
            return
        self._head(desk.texts("funding.ways"))
        if advice.declaration is not None:
            self._add_declaration(advice.declaration, desk)
        self._add_groups(ways, desk)

    def _add_part(self, key: str, suggestions: Sequence[Suggestion], desk: Desk, empty: str) -> None:
        self._head(desk.texts(key))
        if not suggestions:
            self.add(muted(empty))
        self._add_groups(suggestions, desk)

    def _add_groups(self, suggestions: Sequence[Suggestion], desk: Desk) -> None:
        for group in grouped(suggestions):
            first = group[0]
            self.space(4)
            self.add(Label(names_words(group, desk.texts), bold=True), Label(reasons_words(first, desk.texts)))
            self.add(muted(valid_words(first.listed.ally, desk.texts)))
            ways = [way for one in group for way in ways_of(one, desk, self._directory.declaration)]
            for way in dict.fromkeys(ways):
                self._link(way)

    def _add_rest(self, suggestions: Sequence[Suggestion], desk: Desk) -> None:
        if suggestions:
            self._head(desk.texts("funding.closed"))
        for group in grouped(suggestions):
            self.space(2)
            self.add(Label(names_words(group, desk.texts)), muted(reasons_words(group[0], desk.texts)))

    def _add_declaration(self, declared: Declaration, desk: Desk) -> None:
        texts = desk.texts
        names = texts.listing([name_words(one.ally, texts) for one in declared.opens])
        button = FlatButton(texts("funding.declare_add", title=declared.title))
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _=False: self.declared.emit(declared))
        if self._read_only:
            hold(button, texts("form.read_only"))
        self.space(4)
        self.add(Label(texts("funding.declare_lead"), bold=True), Label(texts("funding.declare", names=names)))
        self.add(muted(declared.first_step), button)

    def _add_region(self, advice: FundingAdvice, desk: Desk) -> None:
        texts, answer = desk.texts, advice.region.answer
        self._head(texts("funding.region"))
        for one in advice.region.networks:
            self.add(Label(name_words(one.ally, texts), bold=True))
            if one.ally.brings.strip():
                self.add(Label(one.ally.brings))
        self.add(muted(region_words(answer, desk)))
        if answer is RegionAnswer.UNKNOWN:
            self._link(Way(texts("funding.fill_region"), "territory", "territory:region"))
        elif answer is RegionAnswer.NONE and not self._read_only:
            button = RowButton(RowWords(title=texts("directory.add"), mark="→", link=True))
            button.clicked.connect(lambda _=False: self.network_asked.emit())
            self.add(button)

    def _head(self, words: str) -> None:
        self.space(8)
        self.add(section(words))

    def _link(self, way: Way) -> None:
        button = RowButton(RowWords(title=way.label, mark="→", link=True))
        if way.step:
            button.clicked.connect(lambda _=False: self.followed.emit(way.step, way.focus))
        else:
            button.clicked.connect(lambda _=False: self.plan_asked.emit())
        self.add(button)
