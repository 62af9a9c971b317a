"""Putting a text on the clipboard: by the platform's tool if it is there, else by the terminal."""

import base64
import os
import shutil
import subprocess
import sys

from segur_faq.cli import console

_MOST = 70_000
"""Bytes; terminals drop longer sequences without a word."""


def copy(text: str) -> bool:
    """Copy a text; tell whether something took it."""
    return _by_tool(text) or _by_terminal(text)


def _tools() -> list[list[str]]:
    """Give the commands that would take a text here, the surest first."""
    if sys.platform == "darwin":
        return [["pbcopy"]]
    if sys.platform == "win32":
        return [["clip"]]
    wayland = [["wl-copy"]] if os.environ.get("WAYLAND_DISPLAY") else []
    x11 = [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    return [*wayland, *(x11 if os.environ.get("DISPLAY") else [])]


def _by_tool(text: str) -> bool:
    for name, *options in _tools():
        program = shutil.which(name)
        if program is None:
            continue
        try:
            subprocess.run(  # noqa: S603
                [program, *options],
                input=text.encode("utf-16" if name == "clip" else "utf-8"),
                check=True,
                timeout=5,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return True
    return False


def _by_terminal(text: str) -> bool:
    """Ask the terminal itself (OSC 52), which works through SSH too; it never says if it did."""
    content = text.encode("utf-8")
    if not console.is_terminal(sys.stderr) or os.environ.get("TERM") in (None, "dumb", "linux"):
        return False
    if len(content) > _MOST:
        return False
    sys.stderr.write(f"\x1b]52;c;{base64.b64encode(content).decode('ascii')}\x07")
    sys.stderr.flush()
    return True
