"""A small dossier with something of everything, and how to read what a page says."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from diagnostic.dossier.operations import add, answer, edit, stand
from diagnostic.dossier.records import Association, BudgetLine, Diaspora, Partnership, StudentGroup
from diagnostic.dossier.vocabulary import (
    AnswerState,
    BudgetDirection,
    Competence,
    DiasporaDefinition,
    PartnershipState,
    TableState,
)
from diagnostic.framework.model import Input
from ui.results.row_button import RowButton
from ui.wizard.context import Context
from ui.wizard.flow import STEPS, Step

HOSTILE = '<b>Thiès</b> & <img src="/etc/passwd"> العربية 🌍'


def step(id_: str) -> Step:
    """Return a step of the wizard."""
    return next(each for each in STEPS if each.id == id_)


def fill(context: Context) -> None:
    """Give the dossier people, links, money and answers of every kind."""
    for code, people in (("MA", 4200), ("SN", 3400), ("KM", 3000)):
        context.apply(add(Diaspora(country=code, people=people, definition=DiasporaDefinition.NATIONALITY)))
    context.apply(stand(context.snapshot, "diaspora", TableState.COMPLETE))
    context.apply(add(StudentGroup(institution="Université", country="MA", people=80, institution_total=9000)))
    for name, code, last in ((HOSTILE, "SN", "2026-03"), ("Erlangen", "DE", "2018"), ("Brno", "CZ", "2019")):
        row = Partnership(name=name, country=code, last_activity=last, state=PartnershipState.ACTIVE)
        context.apply(add(row))
    context.apply(stand(context.snapshot, "partnership", TableState.COMPLETE))
    context.apply(add(Association(name="Amis du Sénégal", countries=("SN",), works_with=True)))
    context.apply(stand(context.snapshot, "association", TableState.COMPLETE))
    line = BudgetLine(year=2026, label="Eau", direction=BudgetDirection.EXPENSE, amount=12000.0, country="SN")
    context.apply(add(line))
    competences = (Competence.WATER, Competence.WASTE)
    territory = context.snapshot.territory
    context.apply(edit(territory, operating_budget=3e8, water_budget=2e7, competences=competences))
    states = (AnswerState.NOT_DONE, AnswerState.PLANNED, AnswerState.DONE, AnswerState.NOT_APPLICABLE)
    asked = [question for question in context.framework.questions() if question.input is Input.STATUS]
    for place, question in enumerate(asked):
        context.apply(answer(context.snapshot, question.id, states[place % len(states)]))
    chosen = [question for question in context.framework.questions() if question.input is Input.CHOICE]
    for question in chosen[:6]:
        worst = min(question.options, key=lambda option: option.score)
        context.apply(answer(context.snapshot, question.id, AnswerState.VALUE, choice=worst.id))


def said(page: QWidget) -> str:
    """Return every word a page says, hidden parts left out."""
    words: list[str] = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page):
            continue
        if isinstance(widget, RowButton):
            words += [widget.words.title, widget.words.detail, widget.words.chip]
        elif isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            words.append(widget.text())
        elif isinstance(widget, QComboBox):
            words += [widget.itemText(place) for place in range(widget.count())]
    return "\n".join(words)


def nameless(page: QWidget) -> list[QWidget]:
    """Return the widgets that take the keyboard and say no name to a screen reader."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(page)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not any(label.buddy() is widget for label in page.findChildren(QLabel))
    ]


def rows(page: QWidget) -> dict[str, RowButton]:
    """Return the rows that can be pressed, by their title."""
    return {row.words.title: row for row in page.findChildren(RowButton) if row.isVisibleTo(page)}


def no_slip(words: str) -> bool:
    """Return whether no raw value of the program slipped into words for people."""
    return re.search(r"\b(None|nan|NaN|inf|True|False)\b|[{}]", words) is None
