"""The looks of the document: a foreword and who signs it, the collectivité's logo and colour."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QColorDialog, QFileDialog, QLabel, QVBoxLayout, QWidget

from diagnostic.brief.accent import LEAST, readable
from diagnostic.charts.palette import contrast
from diagnostic.dossier.briefing import carried_foreword, dress, keep_foreword, look_of
from diagnostic.dossier.dressing import BriefLook, colour_of
from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.operations import Operation
from diagnostic.dossier.picture_files import load_picture
from diagnostic.errors import WorldError
from ui.forms.entry import Entry
from ui.forms.field_row import FieldRow
from ui.forms.text_editors import NoteEditor
from ui.forms.wrapping import WrapLayout
from ui.shell.buttons import FlatButton
from ui.shell.file_dialogs import speak
from ui.shell.typography import Label, muted
from ui.wizard.context import Context

PAPER = "#ffffff"
TYPED = ("foreword_fr", "foreword_en", "signed", "colour")
"""The fields in which something is typed."""
FOREWORD_FIELDS = ("foreword_fr", "foreword_en", "signed")
LOGO_EMS = QSize(12, 4)
"""The room of the logo, in heights of a line."""


class LookPanel(QWidget):
    """Asks for what dresses the document; each answer is kept at once."""

    looked_at = Signal(bool)
    """what the keyboard is in shows in the foreword (True) or on the cover (False)"""
    changed = Signal(bool)
    """the same, of what was changed"""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._dialog: QFileDialog | QColorDialog | None = None
        self._sessions = dict.fromkeys(TYPED, 0)
        texts = context.texts
        self.fields = {name: self._field(name) for name in TYPED}
        self.logo = QLabel()
        self.choose_logo = FlatButton(texts("briefpage.choose_logo"))
        self.drop_logo = FlatButton(texts("briefpage.drop_logo"))
        self.choose_colour = FlatButton(texts("briefpage.choose_colour"))
        self.swatch = QLabel()
        self.printed = QLabel()
        self.contrast = Label()
        self.swatch.setAccessibleName(texts("field.brief_look.colour"))
        self.printed.setAccessibleName(texts("briefpage.colour_printed"))
        self.printed.setToolTip(texts("briefpage.colour_printed"))
        self.carried = Label(role=QPalette.ColorRole.LinkVisited)
        self.keep = FlatButton(texts("briefpage.foreword_keep"))
        self._lay_out()
        for name, field in self.fields.items():
            field.editor.installEventFilter(self)
            field.editor.setProperty("look", name)
        self.keep.clicked.connect(lambda: self._apply(keep_foreword(context.snapshot)))
        self.choose_logo.clicked.connect(self._ask_logo)
        self.drop_logo.clicked.connect(lambda: self._dress(logo=b""))
        self.choose_colour.clicked.connect(self._ask_colour)
        self.fill(context.texts.lang)

    def fill(self, lang: str) -> None:
        """Show the looks, with the foreword of the document's language."""
        look = look_of(self._context.snapshot)
        for field in self.fields.values():
            field.display(look)
        for each in ("fr", "en"):
            self.fields[f"foreword_{each}"].setVisible(each == lang)
        self._show_carried(lang)
        self._show_logo(look)
        self._show_colour(look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the preview show what the field with the keyboard changes."""
        if event.type() is QEvent.Type.FocusIn:
            self.looked_at.emit(watched.property("look") in FOREWORD_FIELDS)
        return super().eventFilter(watched, event)

    def settle(self) -> bool:
        """Save what is typed; False if the file could not take it."""
        stored = [field.settle() for field in self.fields.values()]  # every one, whatever becomes of the first
        return all(stored)

    def take_logo(self, path: Path) -> None:
        """Keep a picture as the logo, or say what is wrong with it."""
        try:
            self._dress(logo=load_picture(path))
        except WorldError as fault:
            self._context.fault.emit(fault)

    def _field(self, name: str) -> FieldRow:
        field = FieldRow(self._context, BriefLook.kind, specs_of(BriefLook)[name], partial(self._keep, name))
        if isinstance(field.editor, NoteEditor):
            field.editor.keep_lines(6)
        field.left.connect(partial(self._left, name))
        return field

    def _left(self, name: str) -> None:
        self._sessions[name] += 1  # what is typed after that is undone apart

    def _keep(self, name: str, entry: Entry) -> bool:
        merge = f"brief_look.{name}.{self._sessions[name]}"
        operation = dress(self._context.snapshot, merge=merge, **{name: entry.value})
        self.changed.emit(name in FOREWORD_FIELDS)
        return operation is None or self._context.apply(operation) is not None

    def _dress(self, **values: object) -> None:
        self.changed.emit(False)
        self._apply(dress(self._context.snapshot, **values))

    def _apply(self, operation: Operation | None) -> None:
        if operation is not None:
            self._context.apply(operation)

    def _show_carried(self, lang: str) -> None:
        """Say of a foreword that it is the campaign's before."""
        year = carried_foreword(self._context.snapshot, self._context.previous, lang)
        self.carried.setText(self._context.texts("briefpage.foreword_carried_why", year=year) if year else "")
        self.carried.setVisible(bool(year))
        self.keep.setVisible(bool(year) and not self._context.read_only)

    def _show_logo(self, look: BriefLook) -> None:
        image = QImage.fromData(look.logo) if look.logo else QImage()
        em = self.fontMetrics().height()
        room = QSize(LOGO_EMS.width() * em, LOGO_EMS.height() * em)
        if image.isNull():
            self.logo.setPixmap(QPixmap())
            self.logo.setText(self._context.texts("briefpage.no_logo"))
        else:
            ratio = self.devicePixelRatioF()
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(room * ratio, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            image.setDevicePixelRatio(ratio)
            self.logo.setPixmap(QPixmap.fromImage(image))
            self.logo.setAccessibleName(self._context.texts("field.brief_look.logo"))
        self.drop_logo.setVisible(bool(look.logo) and not self._context.read_only)

    def _show_colour(self, look: BriefLook) -> None:
        texts, colour = self._context.texts, colour_of(look.colour)
        ratio = contrast(colour, PAPER) if colour else 0.0
        self.swatch.setVisible(bool(colour))
        self.printed.setVisible(0 < ratio < LEAST)
        self.contrast.setVisible(bool(look.colour.strip()))
        if not colour:
            self.contrast.setText(texts("briefpage.colour_unread"))
            return
        self.swatch.setPixmap(self._patch(colour))
        self.printed.setPixmap(self._patch(readable(colour, colour)))
        said = "briefpage.colour_readable" if ratio >= LEAST else "briefpage.colour_faint"
        self.contrast.setText(texts(said, ratio=texts.number(ratio, 1)))

    def _patch(self, colour: str) -> QPixmap:
        side = self.fontMetrics().height()
        patch = QPixmap(2 * side, side)
        patch.fill(QColor(colour))
        return patch

    def _ask_logo(self) -> None:
        texts = self._context.texts
        dialog = QFileDialog(self, texts("briefpage.choose_logo_title"), str(self._context.dossier.path.parent))
        dialog.setNameFilter(texts("briefpage.pictures"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        speak(dialog, texts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.take_logo(Path(file)))
        dialog.open()
        self._dialog = dialog

    def _ask_colour(self) -> None:
        now = colour_of(look_of(self._context.snapshot).colour)
        dialog = QColorDialog(QColor(now) if now else QColor(), self)
        dialog.setWindowTitle(self._context.texts("field.brief_look.colour"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self._dress(colour=colour.name()))
        dialog.open()
        self._dialog = dialog

    def _lay_out(self) -> None:
        texts, writable = self._context.texts, not self._context.read_only
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(muted(texts("briefpage.look_lead" if writable else "briefpage.read_only")))
        for name in ("foreword_fr", "foreword_en"):
            box.addWidget(self.fields[name])
        box.addWidget(self.carried)
        box.addLayout(_line(self.keep))
        box.addWidget(self.fields["signed"])
        box.addSpacing(6)
        box.addWidget(Label(texts("field.brief_look.logo"), bold=True))
        box.addWidget(self.logo)
        box.addLayout(_line(self.choose_logo, self.drop_logo))
        box.addSpacing(6)
        box.addWidget(self.fields["colour"])
        box.addLayout(_line(self.swatch, self.printed, self.choose_colour))
        box.addWidget(self.contrast)
        box.addStretch(1)
        for button in (self.choose_logo, self.choose_colour):
            button.setEnabled(writable)


def _line(*widgets: QWidget) -> WrapLayout:
    line = WrapLayout(gap=8)
    for widget in widgets:
        line.addWidget(widget)
    return line
