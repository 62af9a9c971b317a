"""Breaking labels and sentences into lines that a terminal can hold, wide characters included."""


def wrap(text: str, width: int) -> list[str]:
    """Break a text at its spaces into lines of at most `width` columns (at least one line).

    No-break spaces hold; a word longer than a line is cut.
    """
    width = max(width, 8)
    lines: list[str] = []
    current = ""
    for word in text.split(" "):
        if current and columns(current) + 1 + columns(word) > width:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
        while columns(current) > width:
            fitting = _prefix(current, width)
            lines.append(current[:fitting])
            current = current[fitting:]
    return [*lines, current] if current or not lines else lines


def columns(text: str) -> int:
    """Tell how many terminal columns a text takes."""
    if text.isascii():
        return len(text)
    from prompt_toolkit.utils import get_cwidth

    return get_cwidth(text)


def _prefix(text: str, width: int) -> int:
    taken = 0
    for number, char in enumerate(text):
        taken += columns(char)
        if taken > width:
            return max(number, 1)
    return len(text)
