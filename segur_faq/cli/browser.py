"""Opening an address in the reader's browser, where there is one that keeps to its own window."""

import os
import sys


def open_address(url: str) -> bool:
    """Open an http(s) address; tell whether a browser took it."""
    if not url.startswith(("https://", "http://")) or not _has_windows():
        return False
    import webbrowser

    try:
        return webbrowser.open(url)
    except webbrowser.Error:
        return False


def _has_windows() -> bool:
    """Tell whether programs have windows here: a browser in the terminal would take it over."""
    if sys.platform in ("darwin", "win32"):
        return not os.environ.get("SSH_CONNECTION")
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
