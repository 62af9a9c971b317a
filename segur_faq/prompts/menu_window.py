"""How a menu is laid out on the terminal: the question stays in sight, the rows scroll below it."""

from prompt_toolkit.application import get_app
from prompt_toolkit.formatted_text import AnyFormattedText, StyleAndTextTuples
from prompt_toolkit.layout import (
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    ScrollOffsets,
    Window,
)
from prompt_toolkit.styles import Style

from segur_faq.journey.screen import Screen
from segur_faq.prompts.lines import wrap
from segur_faq.prompts.menu_list import RowList
from segur_faq.text import typeset

STYLE = Style(
    [
        ("recap", "ansicyan"),
        ("title", "bold"),
        ("faint", "ansibrightblack"),
        ("notice", "ansiyellow"),
        ("heading", "ansicyan"),
        ("pointer", "ansicyan bold"),
        ("highlighted", "ansicyan bold"),
        ("action", "italic"),
        ("none", "ansired"),
        ("nbsp", "nounderline"),  # the library underlines no-break spaces, as if they were mistakes
    ]
)
_KEYS = typeset("↑↓ choisir · Entrée valider · tapez ou / : chercher · ← revenir · ? aide")
_ALL_KEYS = typeset(
    "↑ ↓ : choisir. Entrée : valider. Lettres : chercher, dans les choix puis dans les réponses. "
    "/ : rechercher par mots. Échap : effacer la recherche, ou revenir. "
    "← : revenir. Page ↑ ↓, Début, Fin : aller plus loin. Ctrl-C ou Ctrl-D : quitter. "
    "? : fermer cette aide."
)
_KEYS_NARROW = typeset("Entrée · tapez · ← · ? aide")


def menu_window(screen: Screen, rows: RowList) -> Layout:
    """Lay out a screen: what it says above, its rows, and one line of help below."""

    def columns() -> int:
        return get_app().output.get_size().columns

    def is_tall() -> bool:
        return get_app().output.get_size().rows >= 20

    def header() -> StyleAndTextTuples:
        lines: StyleAndTextTuples = []
        texts = [("class:notice", notice) for notice in screen.notices]
        texts.append(("class:recap", screen.recap))
        if screen.answer and is_tall():
            # A long answer has scrolled: what it says in short stays in sight.
            texts.append(("", screen.answer.short))
        texts.append(("class:title", screen.title))
        if screen.help and (is_tall() or rows.shows_help):
            texts.append(("class:faint", screen.help))
        if rows.shows_help:
            texts.append(("class:faint", _ALL_KEYS))
        for style, text in texts:
            lines += [(style, f"{line}\n") for line in wrap(text, columns() - 1) if text]
        return [*lines[:-1], (lines[-1][0], lines[-1][1].rstrip("\n"))]

    def footer() -> AnyFormattedText:
        if rows.typed and rows.current is None:
            return [("class:none", typeset(f"« {rows.typed} » : rien ne correspond. Effacez."))]
        if rows.typed:
            found = rows.choice_count
            return [("class:faint", typeset(f"Recherche : {rows.typed} ({found}) · Échap efface"))]
        # Where one stands in the list tells that it goes on below the screen.
        place = f"{rows.pointed_at + 1}/{rows.choice_count} · "
        keys = _KEYS if columns() > len(place + _KEYS) else _KEYS_NARROW
        return [("class:faint", place + keys)]

    def header_height() -> Dimension:
        # On a small screen the list keeps at least six lines, whatever there is to tell.
        lines = sum(text.count("\n") for _, text, *_ in header()) + 1
        return Dimension.exact(max(1, min(lines, get_app().output.get_size().rows - 7)))

    def list_height() -> Dimension:
        tall = get_app().output.get_size().rows
        # Below an answer, the menu must leave the answer on the screen.
        return Dimension(min=1, max=max(4, tall // 2)) if screen.answer else Dimension(min=1)

    return Layout(
        HSplit(
            [
                Window(FormattedTextControl(header), height=header_height),
                Window(
                    rows,
                    height=list_height,
                    dont_extend_height=True,
                    scroll_offsets=ScrollOffsets(top=2, bottom=2),
                ),
                Window(FormattedTextControl(footer), height=1),
            ]
        )
    )
