"""Going away from what is typed: not before it is saved, unless told to go without it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.shell.banner import Banner
from ui.shell.workbench import Workbench


class Leaving:
    """The one place where it is decided whether the open dossier can be left."""

    def __init__(self, workbench: Workbench, banner: Banner, anyway: str) -> None:
        """Offer in `banner`, under the words `anyway`, to go without what cannot be saved."""
        self._workbench = workbench
        self._banner = banner
        self._words = anyway
        self._anyway = False

    def allows(self, again: Callable[[], object]) -> bool:
        """Return whether one may go; if not, the banner says why and offers to do it `again` without asking."""
        if self._anyway or self._workbench.settle():
            return True
        self._banner.offer(self._words, partial(self._go, again))
        return False

    def _go(self, again: Callable[[], object]) -> None:
        self._anyway = True
        try:
            again()
        finally:
            self._anyway = False
