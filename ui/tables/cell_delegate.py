"""How a cell is drawn and edited: a thin line under each row, the confidence as a badge, the form's own editors."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from diagnostic.dossier.vocabulary import Confidence
from ui.forms.editors import Editor, editor_for
from ui.forms.entry import Entry, held
from ui.forms.suggest_line import SuggestLine
from ui.shell.theme import mixed
from ui.tables.row_model import BADGE, UNREAD, RowModel
from ui.wizard.context import Context

Index = QModelIndex | QPersistentModelIndex
_ROLES = QPalette.ColorRole
_SURE = frozenset({Confidence.OFFICIAL, Confidence.INTERNAL})


class CellDelegate(QStyledItemDelegate):
    """Draws cells of a RowModel and edits them in place; what the file could not take stays in its editor."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._open: tuple[Editor, QPersistentModelIndex] | None = None

    def settle(self) -> bool:
        """Save what is being typed in a cell; False if it could not be, and is still typed."""
        if self._open is None:
            return True
        editor, index = self._open
        return not index.isValid() or cast(RowModel, index.model()).write(index, editor.entry())

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set the first column in bold, what was not read in italics."""
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.text = option.text.replace("\n", " ")
        if index.column() == 0:
            option.font.setBold(True)
        if index.data(UNREAD):
            option.font.setItalic(True)
            option.text = f"? {option.text}"
            option.palette.setColor(_ROLES.Text, option.palette.color(_ROLES.LinkVisited))
        option.state &= ~QStyle.StateFlag.State_HasFocus
        pad = option.fontMetrics.averageCharWidth()
        option.rect = option.rect.adjusted(pad // 2, 0, -pad // 2, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the words, the badge and the line under the row."""
        ground = QStyleOptionViewItem(option)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(ground.rect, _thin(option.palette, _ROLES.Highlight, 0.18))
        painter.setPen(QPen(_thin(option.palette, _ROLES.Text, 0.16), 1))
        painter.drawLine(ground.rect.bottomLeft(), ground.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.color(_ROLES.Highlight), 2))
            painter.drawRect(ground.rect.adjusted(1, 1, -2, -2))
        painter.restore()
        words = QStyleOptionViewItem(option)
        words.state &= ~QStyle.StateFlag.State_Selected
        confidence = _confidence(index)
        if confidence is not None:
            self._draw_badged(painter, words, index, confidence)
        else:
            super().paint(painter, words, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Make room for the badge."""
        size = super().sizeHint(option, index)
        confidence = _confidence(index)
        extra = self._badge_width(option, confidence) if confidence is not None else 0
        return QSize(size.width() + extra + 2 * option.fontMetrics.averageCharWidth(), size.height())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the form's editor for the column."""
        model = cast(RowModel, index.model())
        spec = model.columns[index.column()].spec
        assert spec is not None
        editor = editor_for(spec, self._context)
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal)))
        if isinstance(editor, SuggestLine):
            editor.picked.connect(lambda _: self._done(editor))
        self._open = cast(Editor, editor), QPersistentModelIndex(index)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Let go of an editor that closes."""
        self._open = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell in its editor."""
        model = cast(RowModel, index.model())
        row, spec = model.row_at(index), model.columns[index.column()].spec
        if row is not None and spec is not None:
            cast(Editor, editor).display(held(row, spec))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Save what was entered; where the file could not take it, the cell is edited again."""
        entry = cast(Editor, editor).entry()
        if not cast(RowModel, model).write(index, entry):
            view, place = editor.parent().parent(), QPersistentModelIndex(index)
            QTimer.singleShot(0, view, lambda: self._edit_again(cast(QAbstractItemView, view), place, entry))

    def _edit_again(self, view: QAbstractItemView, place: QPersistentModelIndex, entry: Entry) -> None:
        index = self._at(place)
        if view.isVisible() and index.isValid():
            view.setCurrentIndex(index)
            view.edit(index)
            if self._open is not None:
                self._open[0].display(entry)

    def _at(self, place: QPersistentModelIndex) -> QModelIndex:
        return cast(RowModel, place.model()).index(place.row(), place.column()) if place.isValid() else QModelIndex()

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def _draw_badged(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, confidence: Confidence
    ) -> None:
        words = QStyleOptionViewItem(option)
        self.initStyleOption(words, index)
        said = "" if not getattr(self._row(index), "source", "") else words.text
        width = self._badge_width(option, confidence)
        rect = option.rect.adjusted(option.fontMetrics.averageCharWidth() - 1, 0, -4, -1)
        room = max(0, rect.width() - width)
        shown = words.fontMetrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
        painter.save()
        painter.setFont(words.font)
        painter.setPen(words.palette.color(_ROLES.Text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        used = words.fontMetrics.horizontalAdvance(shown) + (option.fontMetrics.averageCharWidth() if shown else 0)
        self._draw_badge(painter, option, QRect(rect.left() + used, rect.top(), width, rect.height()), confidence)
        painter.restore()

    def _draw_badge(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, confidence: Confidence) -> None:
        """Draw the confidence's name: filled where the figure is sure, outlined where it is an estimate."""
        font = _small(option.font)
        metrics = QFontMetrics(font)
        words = self._context.texts.label(confidence)
        box = QRect(0, 0, metrics.horizontalAdvance(words) + metrics.height(), metrics.height() + 2)
        box.moveLeft(room.left())
        box.moveTop(room.center().y() - box.height() // 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sure = confidence in _SURE
        tone = _ROLES.Highlight if confidence is Confidence.OFFICIAL else _ROLES.Text
        painter.setBrush(QBrush(_thin(option.palette, tone, 0.16)) if sure else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_thin(option.palette, _ROLES.Text, 0.5), 1, Qt.PenStyle.SolidLine))
        if sure:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font)
        painter.setPen(option.palette.color(_ROLES.Text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)

    def _badge_width(self, option: QStyleOptionViewItem, confidence: Confidence) -> int:
        metrics = QFontMetrics(_small(option.font))
        words = self._context.texts.label(confidence)
        return metrics.horizontalAdvance(words) + metrics.height() + option.fontMetrics.averageCharWidth()

    def _row(self, index: Index) -> object:
        return cast(RowModel, index.model()).row_at(index)


def _confidence(index: Index) -> Confidence | None:
    said = index.data(BADGE)  # a str by now: Qt does not keep the enumeration
    return Confidence(said) if said else None


def _thin(palette: QPalette, role: QPalette.ColorRole, share: float) -> QColor:
    """Return a colour of the palette laid thinly on its ground."""
    return mixed(palette.color(_ROLES.Base), palette.color(role), share)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setBold(False)
    small.setItalic(False)
    small.setPointSizeF(font.pointSizeF() * 0.85)
    return small
