"""What choices lead to, those of follow-ups included, and which choices lead to an answer.

`walk` knows the cascade and `follow_up` the inside of an answer; a line that is printed or quoted
holds both.
"""

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer
from segur_faq.journey.follow_up import Choices, carriers, follow, follow_through
from segur_faq.journey.path import UNKNOWN, Path
from segur_faq.journey.walk import walk


def led_to(index: AnswerIndex, path: Path, choices: Choices) -> list[Answer]:
    """Give the answers that choices lead to, those that follow-ups lead to included."""
    answers = [answer for group in walk(index, path).groups for answer in group.answers]
    if not choices:
        return answers
    kept = carriers(index.corpus, answers, choices)
    ways = [way for answer in kept for way in follow_through(index.corpus, answer, choices)]
    return list({way.answer.id: way.answer for way in ways}.values())


def leading_to(
    index: AnswerIndex, answer: Answer, path: Path, choices: Choices
) -> tuple[Path, Choices]:
    """Keep the choices that lead to an answer, which a reader may have come to beside them.

    Another answer's « Voir aussi », or the contact, is not always behind the path.
    """
    if answer in led_to(index, path, choices):
        return path, choices
    bit = 1 << index.corpus.answers.index(answer)
    kept = Path()
    for level, option in path.in_order(index.corpus.levels):
        longer = kept.choosing(level, option)
        if option == UNKNOWN or index.remaining(longer.known) & bit:
            kept = longer
    return kept, {asked.id: option.id for asked, option in follow(answer, choices).steps}
