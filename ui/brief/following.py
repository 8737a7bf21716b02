"""Which page of the preview what is being dressed is on: the foreword's, or the cover."""

from __future__ import annotations

from diagnostic.brief.content import BriefContent
from diagnostic.brief.edits.look import FOREWORD
from ui.brief.preview import Preview


class Following:
    """Turns the preview at once, and again once a change is printed: a first foreword has no page before that."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._content: BriefContent | None = None
        self._awaited: bool | None = None

    def composed(self, content: BriefContent | None) -> None:
        """Know which sections the document has; None: there is no document."""
        self._content = content

    def look(self, foreword: bool) -> None:
        """Show the foreword's page, or the cover; the cover too where the document has no foreword."""
        sections = self._content.sections if self._content else ()
        label = next((section.label for section in sections if section.id == FOREWORD), "")
        if foreword and label:
            self._preview.go_to_mark(label)
        else:
            self._preview.view.go_to(0)

    def change(self, foreword: bool) -> None:
        """Show what is being changed, now and when it is printed."""
        self.look(foreword)
        self._awaited = foreword

    def printed(self) -> None:
        """Show what was changed, in the document that says it."""
        if self._awaited is not None:
            self.look(self._awaited)
        self._awaited = None

    def leave(self) -> None:
        """Turn no page any more: something else is being looked at."""
        self._awaited = None
