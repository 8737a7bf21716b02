"""An axis in detail: its interval, and its domains to go into."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance

from diagnostic.brief.compose.inputs import Desk
from diagnostic.charts.layout import hue_of
from diagnostic.charts.wording import score_words
from ui.results.column import Column
from ui.results.node_words import node_lines
from ui.results.row_button import RowButton, RowWords
from ui.shell.typography import muted


def axis_detail(axis: str, desk: Desk, body: Column, asked: SignalInstance) -> None:
    """Fill the column with an axis; `asked` is sent "domain:…" when a domain is pressed."""
    for line in node_lines(desk.assessment.node(axis), desk):
        body.add(muted(line))
    hue = hue_of(axis, desk.framework)
    for domain in desk.framework.children(axis):
        result = desk.assessment.node(domain.id)
        share = desk.texts("results.axis.share", share=desk.texts.percent(100 * result.share))
        words = RowWords(
            title=domain.title[desk.lang],
            detail=share,
            chip=score_words(result, desk.texts),
            tint=hue.light,
            ink=hue.text,
        )
        row = RowButton(words)
        row.clicked.connect(lambda _=False, id_=domain.id: asked.emit(f"domain:{id_}"))
        body.add(row)
