"""Editors of a dossier that is only read."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def hold(editor: QWidget, why: str) -> None:
    """Let an editor show and take nothing, and say why; what is written in it can still be selected and copied."""
    if isinstance(editor, QLineEdit | QPlainTextEdit):
        editor.setReadOnly(True)
    else:
        editor.setEnabled(False)
    editor.setToolTip(why)
