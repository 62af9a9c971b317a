"""The screens of an answer that is open: its own question, where to go next, its pages."""

from dataclasses import replace

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Answer, Corpus
from segur_faq.journey import wording
from segur_faq.journey.decisions import AskAgain, Back, Correct, Narrow, Open
from segur_faq.journey.dialogue import State
from segur_faq.journey.follow_up import Followed, follow
from segur_faq.journey.found import among
from segur_faq.journey.path import UNKNOWN
from segur_faq.journey.rows import (
    Row,
    action,
    answer_row,
    follow_up_rows,
    moves,
    tools,
)
from segur_faq.journey.screen import Screen, notices_of, recap_of
from segur_faq.journey.walk import Outcome, Question, walk


def reading_screen(
    index: AnswerIndex, state: State, reached: Question | Outcome, answer: Answer, alone: bool
) -> Screen:
    """Build what stands under an answer: its own question if it has one, else where to go next.

    `alone` tells that there is no list to return to.
    """
    followed = follow(answer, state.follow_ups.known)
    asked = followed.asked
    if asked is not None and state.follow_ups.get(asked.id) == UNKNOWN:
        asked = None
    rows = follow_up_rows(asked) if asked else _after_reading(index, state, answer, followed)
    lists = state.ended or state.found is not None or isinstance(reached, Outcome)
    # From another answer, or its question, « back » is back to that one.
    from_list = lists and (state.before is None or state.before.reading is None)
    back = [] if alone else [action(wording.TO_LIST if from_list else wording.BACK, Back())]
    return Screen(
        title=asked.question if asked else wording.WHAT_NEXT,
        rows=(
            *(rows if asked else (*back, *rows)),
            *tools(answer, state.path, with_keys=asked is None),
            *(back if asked else ()),
            *moves(state, reached.steps, restart=True, back=alone),
        ),
        recap=recap_of(state, reached.steps),
        notices=notices_of(state, reached.steps) if alone else state.notices,
        help=asked.help if asked else "",
        answer=answer,
        path=state.path,
        follow_ups=state.follow_ups,
        asks=asked,
        pointed=state.pointed,
    )


def _after_reading(
    index: AnswerIndex, state: State, answer: Answer, followed: Followed
) -> list[Row]:
    """Build the rows that lead from an answer to others, and back to its own question."""
    leads_to = index.corpus.find(followed.leads_to)
    rows = [answer_row(leads_to, (wording.IN_YOUR_CASE,))] if leads_to else []
    related = filter(None, map(index.corpus.find, answer.see_also))
    rows += [
        answer_row(other, (wording.RELATED,) if number == 0 else ())
        for number, other in enumerate(other for other in related if other is not leads_to)
    ]
    questions = tuple(asked.id for asked in answer.follow_ups)
    if answer.follow_up is not None and any(q in state.follow_ups for q in questions):
        rows.append(action(wording.ask_again(answer.follow_up.question), AskAgain(questions)))
    return rows


def way_on(index: AnswerIndex, state: State, screen: Screen) -> Screen:
    """Put, above what stands under an answer that was of no use, the ways out of there.

    The next question or the level that would tell the rest apart, then whom to ask; the answers
    nearby and the search are on the screen already.
    """
    about = among(index, state.found)
    reached = walk(about, state.path)
    rows = []
    if isinstance(reached, Question):
        rows.append(action(wording.separate(reached.level), Narrow()))
    elif reached.separating is not None:
        rows.append(action(wording.separate(reached.separating), Correct(reached.separating.id)))
    contact = index.corpus.find(index.corpus.contact)
    if contact is not None and contact is not screen.answer:
        rows.append(answer_row(contact, ()))
    if rows:
        rows[0] = replace(rows[0], headings=(wording.WAY_ON,))
    return replace(screen, rows=(*rows, *screen.rows))


def pages_screen(corpus: Corpus, answer: Answer) -> Screen:
    """Build the list of the pages that an answer leads to, each with its address in full."""
    cited = [corpus.sources_by_id[c.ref] for c in answer.sources if c.ref in corpus.sources_by_id]
    pages = {link.url: link.title for link in answer.links}
    pages |= {source.url: source.title for source in cited if source.url not in pages}
    rows = [
        Row(title, Open(url), help=url)
        for url, title in pages.items()
        if url.startswith(("https://", "http://"))
    ]
    return Screen(title=wording.WHICH_PAGE, rows=(*rows, action(wording.BACK, Back())))
