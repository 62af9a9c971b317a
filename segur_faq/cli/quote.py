"""An answer quoted with its version (`ID@VERSION`): whether it still says what it said, or what."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from segur_faq.cli import console
from segur_faq.corpus.model import Answer, Corpus
from segur_faq.corpus.version import version_of
from segur_faq.errors import SegurFaqError
from segur_faq.render import follow_up
from segur_faq.text import did_you_mean, nearest

_REVISIONS = 20
"""How far back a quoted version is looked for: each takes a third of a second to read."""


@dataclass(frozen=True, slots=True)
class Quote:
    """An id as it was quoted; `version` is empty when none was."""

    answer_id: str
    version: str = ""


def parse_quote(word: str) -> Quote:
    """Read `ID` or `ID@VERSION`."""
    answer_id, _, version = word.partition("@")
    return Quote(answer_id, version)


def find_quoted(corpus: Corpus, answer_id: str, unknown: str, way_out: str) -> Answer | None:
    """Give the answer of that id, telling on the way what the user should know.

    Args:
        corpus: where it is from.
        answer_id: current or former.
        unknown: what is said when there is none; the nearest ids come with it.
        way_out: what is said when no id is near.
    """
    answer = corpus.find(answer_id)
    if answer is None:
        close = nearest(answer_id, [*corpus.answers_by_id, *corpus.current_ids])
        console.complain(unknown, did_you_mean(close) or way_out)
    elif answer.id != answer_id:
        console.say(f"« {answer_id} » s'appelle désormais « {answer.id} ».")
    return answer


def is_as_quoted(answer: Answer, quote: Quote, directory: Path, baseline: str | None) -> bool:
    """Tell whether an answer still says what it said when quoted; if not, say what changed.

    Args:
        answer: as it is today.
        quote: as it was quoted.
        directory: the corpus.
        baseline: a folder or revision where the quoted version is; None to look for it in Git.

    Raises:
        SegurFaqError: the baseline cannot be read.
    """
    current = version_of(answer)
    if not quote.version:
        return True
    if current == quote.version:
        console.say(f"« {answer.id} » n'a pas changé depuis la version {current}.")
        return True
    console.say(
        f"« {answer.id} » a changé : la version {quote.version} a été citée, "
        f"la version actuelle est {current}."
    )
    for earlier in _earlier(answer, quote, directory, baseline):
        if version_of(earlier) != quote.version:
            console.say(f"Dans {baseline}, la version est {version_of(earlier)} ; depuis :")
        _tell_changes(earlier, answer)
        return False
    console.say(
        "La version citée est introuvable ; --baseline peut nommer l'état où elle est "
        "(dossier ou révision Git)."
    )
    return False


def _earlier(
    answer: Answer, quote: Quote, directory: Path, baseline: str | None
) -> Iterator[Answer]:
    """Yield the answer as it was in the baseline, or in the revision that has its version."""
    from segur_faq.cli.past import read_state
    from segur_faq.history.revision import read_revision, revisions_of

    names = {answer.id, quote.answer_id, *answer.former_ids}
    if baseline is not None:
        corpus = read_state(baseline, directory).corpus
        yield from (a for a in corpus.answers if a.id in names)
        return
    for revision in revisions_of(directory, _REVISIONS):
        try:
            corpus = read_revision(directory, revision).corpus
        except SegurFaqError:
            return
        for earlier in corpus.answers:
            if earlier.id in names and version_of(earlier) == quote.version:
                yield earlier


def _tell_changes(before: Answer, after: Answer) -> None:
    """Say what each text lost and gained."""
    from segur_faq.history.words import GONE, NEW, compare_lines

    marks = {GONE: ("[-", "-]"), NEW: ("{+", "+}")}
    for key in ("question", "short", "body", "caveat", "follow_up", "links"):
        for pieces in compare_lines(_text(before, key), _text(after, key)):
            line = "".join(
                text.join(marks[kind]) if kind in marks else text for kind, text in pieces
            )
            console.say(f"  {key} : {line}")
    # Ids are told whole: nobody reads half of one.
    was, now = ([citation.ref for citation in a.sources] for a in (before, after))
    if was != now:
        gone = [f"[-{ref}-]" for ref in was if ref not in now]
        came = [f"{{+{ref}+}}" for ref in now if ref not in was]
        console.say(f"  sources : {' '.join([*gone, *came]) or 'dans un autre ordre'}")


def _text(answer: Answer, key: str) -> str:
    match key:
        case "follow_up":
            laid_out = follow_up.lines(answer.follow_up, {})
            return "\n".join(map(_follow_up_text, laid_out))
        case "links":
            return "\n".join(f"{link.title} {link.url}" for link in answer.links)
    text: str = getattr(answer, key)
    return text


def _follow_up_text(line: follow_up.Line) -> str:
    # Set back: an option that moves under another one leads elsewhere.
    said = follow_up.outcome(line) if line.pair else f"{line.text} {line.outcome}".rstrip()
    return "  " * line.depth + said
