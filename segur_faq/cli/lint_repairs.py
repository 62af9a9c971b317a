"""`lint --fix` and `lint --diff`: the repairs made or shown, and what is said of them."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from segur_faq.cli import console
from segur_faq.cli.console import Color
from segur_faq.corpus.locate import inside_package
from segur_faq.errors import SegurFaqError
from segur_faq.lint.fixing import Repairs, repair, write_repairs
from segur_faq.lint.runner import Report
from segur_faq.text import count


@dataclass(frozen=True, slots=True)
class Repairing:
    """What is to be done with the repairs.

    Attributes:
        makes: they are made; else they are shown, at most.
        shows: their diff is shown, and nothing written.
        is_sent: the file came by standard input, and goes back by standard output.
        color: `--color`.
    """

    makes: bool
    shows: bool
    is_sent: bool
    color: Color

    @property
    def is_asked(self) -> bool:
        """Tell whether repairs are of any interest."""
        return self.makes or self.shows

    @property
    def takes_standard_output(self) -> bool:
        """Tell whether a report has to go elsewhere."""
        return self.shows or (self.makes and self.is_sent)


def repaired(
    report: Report,
    only: frozenset[str] | None,
    overlay: Mapping[Path, bytes],
    repairing: Repairing,
) -> tuple[Report, bool]:
    """Repair a corpus as asked; give what is to be reported, and whether anything changes.

    Raises:
        SegurFaqError: a file cannot be written, or the corpus is the program's own.
    """
    directory = report.directory
    if not repairing.takes_standard_output and directory.resolve() == inside_package():
        raise SegurFaqError(
            "Le corpus installé avec le programme ne se modifie pas : il serait perdu.",
            "Placez-vous dans une copie du dépôt, ou donnez un dossier.",
        )
    repairs = repair(report, only, overlay)
    if repairing.shows:
        from segur_faq.lint.diffing import diff

        colored = console.uses_color(sys.stdout, repairing.color)
        for name, content in sorted(repairs.contents.items()):
            console.out(diff(name, repairs.files[name].content, content, colored))
    elif repairing.is_sent:
        for path, content in overlay.items():
            names = [n for n in repairs.contents if repairs.files[n].path == path]
            console.out_bytes(repairs.contents[names[0]] if names else content)
    else:
        write_repairs(repairs)
    console.say(_told(repairs, repairing))
    return (report if repairing.shows else repairs.after), bool(repairs.contents)


def _told(repairs: Repairs, repairing: Repairing) -> str:
    made = sum(repairs.counts.values())
    if made:
        files = count(len(repairs.contents), "fichier")
        shown = ", montrées sans rien écrire" if repairing.shows else ""
        lines = [f"{count(made, 'réparation')} dans {files}{shown}."]
    else:
        lines = ["Rien à réparer."]
    lines += [
        f"{name} est resté tel quel : le réparer aurait ajouté d'autres problèmes."
        for name in sorted(repairs.given_up)
    ]
    return "\n".join(lines)
