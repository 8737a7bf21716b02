"""The editor that suits a field."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from diagnostic.dossier.fields import FieldSpec, FieldType
from ui.forms.choices_editor import ChoicesEditor
from ui.forms.country_editors import CountriesEditor, CountryEditor
from ui.forms.entry import Entry
from ui.forms.flag_editor import FlagEditor
from ui.forms.pick_editors import ChoiceEditor, LinkEditor
from ui.forms.text_editors import LineEditor, NoteEditor
from ui.forms.ticks_editor import TicksEditor
from ui.wizard.context import Context

FEW = 10
"""Up to that many terms are all in view; more of them open from a button."""


class Editor(Protocol):
    """What every editor is, besides a widget: `touched` while it changes by hand, `finished` when it is left."""

    touched: SignalInstance
    finished: SignalInstance

    def entry(self) -> Entry:
        """Return what it holds."""

    def display(self, entry: Entry) -> None:
        """Show what a row holds."""


def editor_for(spec: FieldSpec, context: Context) -> QWidget:
    """Return a new editor (a widget that is an `Editor`) for a field."""
    texts, countries = context.texts, context.countries
    match spec.kind:
        case FieldType.NOTE:
            return NoteEditor()
        case FieldType.CHOICE:
            return ChoiceEditor(spec, texts)
        case FieldType.CHOICES if len(spec.options or ()) <= FEW:
            return TicksEditor(spec, texts)
        case FieldType.CHOICES:
            return ChoicesEditor(spec, texts)
        case FieldType.FLAG:
            return FlagEditor(texts)
        case FieldType.LINK:
            return LinkEditor(spec, context)
        case FieldType.COUNTRY:
            return CountryEditor(spec, texts, countries)
        case FieldType.COUNTRIES:
            return CountriesEditor(spec, texts, countries)
        case _:
            return LineEditor(spec, texts, countries)
