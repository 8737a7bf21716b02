"""What the menu of looks does: size, theme, language, full screen, and what the program is."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.shell.actions import Actions
from ui.shell.appearance import ZOOM_STEP

if TYPE_CHECKING:
    from ui.shell.main_window import MainWindow


def connect_looks(window: MainWindow, actions: Actions) -> None:
    """Have the menus change the window's looks, and keep what was chosen."""
    looks = window.appearance

    def zoom(percent: int) -> None:
        window.settings.keep(zoom=looks.set_zoom(percent))

    def theme(name: str) -> None:
        looks.set_theme(name)
        window.settings.keep(theme=name)

    def full_screen() -> None:
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def about() -> None:
        window.banner.say(window.texts("shell.about", version=version("rose-des-vents")))

    acts: dict[str, Callable[[], None]] = {
        "zoom_in": lambda: zoom(looks.zoom + ZOOM_STEP),
        "zoom_out": lambda: zoom(looks.zoom - ZOOM_STEP),
        "zoom_reset": lambda: zoom(100),
        "full_screen": full_screen,
        "about": about,
    }
    for name, act in acts.items():
        actions.by_name[name].triggered.connect(lambda _=False, act=act: act())
    actions.theme_asked.connect(theme)
    actions.language_asked.connect(window.set_language, Qt.ConnectionType.QueuedConnection)
    window.top.follow(actions.by_name["undo"], actions.by_name["redo"])
    window.top.view.setMenu(actions.view_menu(window.top.view))
    window.top.help.clicked.connect(actions.by_name["help_step"].trigger)
