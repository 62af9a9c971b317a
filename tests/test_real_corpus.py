"""The corpus that is shipped: every answer is reached, and no option leads nowhere.

The whole tree is walked in memory. Nothing here knows a sentence of it, only the ids of the
founding answers.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import pytest
from journey.corpora import complete_walks, holds_at, ids

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.locate import locate
from segur_faq.corpus.model import Corpus
from segur_faq.corpus.reader import read_corpus
from segur_faq.corpus.reading import Reading
from segur_faq.journey.decisions import Choose, Decision, Read
from segur_faq.journey.dialogue import State, advance
from segur_faq.journey.follow_up import split_pairs
from segur_faq.journey.path import UNKNOWN, Path, parse_pair, parse_path, replay_words, spellings
from segur_faq.journey.screen import Screen
from segur_faq.journey.screens import screen_of
from segur_faq.journey.walk import Outcome, Question, walk

FOUNDING = (
    "nie-nil-ouverture-dossier",
    "cnda-pieces-dossier-administratif",
    "mssante-sans-ins-qualifiee",
    "label-v2-et-referencement-segur",
    "certificats-formulaire-413",
    "mssante-autres-formats",
    "radiologie-certificats-procedure",
    "radiologie-certificats-siret-rpps",
    "sons-medecin-eligibilite",
    "contacts-ans-candidature",
    "nie-nil-definition",
    "format-documents-dsr",
    "ris-alimentation-dmp-api-psc",
    "dmp-blocage-unitaire",
    "mssante-types-bal",
    "export-donnees-format",
    "dpi-integration-documents-dmp",
    "envoi-cr-biologie-laboratoire",
    "referencements-vague-1-et-2",
    "esms-numerique-grappe-mixte",
)
OFFER, LANE, PRODUCT = "offre", "couloir", "produit"
"""The levels that the reader simulated below knows; the second exists `under` the first."""


@cache
def reading() -> Reading:
    return read_corpus(locate())


@cache
def index() -> AnswerIndex:
    return AnswerIndex(reading().corpus)


def corpus() -> Corpus:
    return index().corpus


# --- what is written -------------------------------------------------------------------------


def test_it_reads_without_a_problem():
    assert reading().problems == []
    assert reading().is_whole


def test_the_founding_answers_are_there():
    assert set(FOUNDING) <= set(corpus().answers_by_id)


def test_ids_are_unique_and_never_reused():
    current = [answer.id for answer in corpus().answers]
    former = [old for answer in corpus().answers for old in answer.former_ids]
    assert [name for name, times in Counter(current + former).items() if times > 1] == []


def test_every_answer_has_enough_searches_that_find_it():
    few = {a.id: len(set(a.found_by)) for a in corpus().answers if len(set(a.found_by)) < 8}
    assert few == {}


def test_every_answer_rests_on_sources_that_are_described():
    known = corpus().sources_by_id
    bare = [
        a.id
        for a in corpus().answers
        if not a.sources or any(c.ref not in known for c in a.sources)
    ]
    assert bare == []


def test_short_answers_are_short():
    long = {a.id: len(a.short) for a in corpus().answers if not 0 < len(a.short) <= 320}
    assert long == {}


def test_questions_are_questions():
    asked = [a.question for a in corpus().answers] + [lv.question for lv in corpus().levels]
    assert [q for q in asked if not q.endswith("?")] == []


def test_what_to_read_next_is_there():
    lost = [(a.id, o) for a in corpus().answers for o in a.see_also if corpus().find(o) is None]
    assert lost == []
    assert [
        a.id for a in corpus().answers if corpus().find(a.id) in map(corpus().find, a.see_also)
    ] == []


# --- what is offered -------------------------------------------------------------------------


def lanes() -> Iterator[Path]:
    """Yield the paths at which the tree is cut into pieces: one offer, or one of its lanes."""
    offers = walk(index(), Path())
    assert isinstance(offers, Question)
    for offer in offers.offers:
        path = Path().choosing(offers.level.id, offer.option.id)
        below = walk(index(), path)
        if isinstance(below, Question) and below.level.id == LANE:
            yield from (path.choosing(LANE, o.option.id) for o in below.offers)
        else:
            yield path


def shown(reached: Question | Outcome) -> set[str]:
    return {answer.id for group in reached.groups for answer in group.answers}


def leaves(path: Path) -> Iterator[Outcome]:
    """Walk the whole tree below a path; on the way, every option leads where it said."""
    reached = walk(index(), path)
    if isinstance(reached, Outcome):
        yield reached
        return
    assert len(reached.offers) > 1
    behind: set[str] = set()
    for offer in reached.offers:
        further = path.choosing(reached.level.id, offer.option.id)
        found = shown(walk(index(), further))
        assert len(found) == offer.total > 0, further
        behind |= found
        yield from leaves(further)
    # Nobody is asked a question that has no option for an answer that remains.
    assert behind == shown(reached), path


def test_no_option_leads_nowhere_and_every_answer_is_reached():
    reached: set[str] = set()
    for path in lanes():
        here: set[str] = set()
        for outcome in leaves(path):
            assert outcome.answers
            here |= shown(outcome)
        assert here == ids(index(), index().remaining(path.known)), path
        reached |= here
    assert reached == set(corpus().answers_by_id)


def test_every_pair_of_choices_leaves_what_the_cascade_says():
    """Held against every complete walk of the cascade, written out."""
    expected: dict[tuple[tuple[str, str], ...], int] = {}
    for walked in all_walks():
        held = sum(1 << n for n, a in enumerate(corpus().answers) if holds_at(a, walked))
        for choices in up_to_two(walked.items()):
            expected[choices] = expected.get(choices, 0) | held
    order = [[(lv.id, o.id) for o in lv.options] for lv in corpus().levels]
    pairs = [pair for two in itertools.combinations(order, 2) for pair in itertools.product(*two)]
    asked = [(), *((one,) for level in order for one in level), *pairs]
    wrong = [c for c in asked if index().remaining(dict(c)) != expected.get(c, 0)]
    assert wrong == []


def up_to_two(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], ...]]:
    pairs = list(pairs)
    return itertools.chain.from_iterable(itertools.combinations(pairs, n) for n in range(3))


@cache
def all_walks() -> tuple[Mapping[str, str], ...]:
    return tuple(complete_walks(corpus().levels))


def test_every_option_is_possible():
    lost = [
        (lv.id, o.id)
        for lv in corpus().levels
        for o in lv.options
        if not index().is_possible({lv.id: o.id})
    ]
    assert lost == []


# --- what is typed ---------------------------------------------------------------------------


def test_every_spelling_of_an_option_finds_it():
    wrong = []
    for level in corpus().levels:
        for option in level.options:
            for spelling in spellings(option):
                for typed in {spelling, spelling.upper(), spelling.lower()}:
                    pair = parse_pair(corpus(), f"{level.id}={typed}")
                    if pair != (level.id, option.id):
                        wrong.append((level.id, typed, pair))
    assert wrong == []


def test_every_spelling_of_a_case_means_one_case():
    """Several answers may ask the same: no word chooses two things."""
    wrong, number = [], 0
    for answer in corpus().answers:
        for asked in answer.follow_ups:
            for option in asked.options:
                number += 1
                for spelling in (option.id, option.label, *option.aliases):
                    word = f"{asked.id}={spelling}"
                    if split_pairs(corpus(), [word]) != ([], {asked.id: option.id}):
                        wrong.append((answer.id, word))
    assert number >= 16  # eight decisions at least
    assert wrong == []


def test_every_lane_can_be_replayed():
    for path in lanes():
        assert parse_path(corpus(), replay_words(path, corpus(), {})) == path


# --- what a reader does ----------------------------------------------------------------------


def people_who_need(answer_id: str) -> Iterator[dict[str, str]]:
    """Yield what is known by each person whom the answer is for: offer, lane and product."""
    answer = corpus().answers_by_id[answer_id]
    bit = 1 << corpus().answers.index(answer)
    for offer, product in itertools.product(answer.applies[OFFER], answer.applies[PRODUCT]):
        asked = index().is_possible({OFFER: offer, LANE: answer.applies[LANE][0]})
        for lane in answer.applies[LANE] if asked else [None]:
            known = {OFFER: offer, PRODUCT: product} | ({LANE: lane} if lane else {})
            if index().remaining(known) & bit:
                yield known


def decisions_to_read(answer_id: str, known: dict[str, str]) -> list[Decision]:
    """Answer what one knows, « je ne sais pas » to the rest, and pick the answer in the list."""
    state, taken = State(), []
    while True:
        screen = screen_at(state)
        if screen.answer is not None:
            assert screen.answer.id == answer_id, (known, taken)
            return taken
        decision = next_decision(screen, answer_id, known)
        assert decision in [row.decision for row in screen.rows], (known, taken, decision)
        taken.append(decision)
        state = advance(index(), state, decision)


@cache
def screen_at(state: State) -> Screen:
    return screen_of(index(), state)


def asked_at(screen: Screen) -> set[str]:
    """Give the level that a screen asks; none where it lists answers, and what would part them."""
    chosen = [row.decision for row in screen.rows if isinstance(row.decision, Choose)]
    return {choice.level for choice in chosen if choice.option == UNKNOWN}


def next_decision(screen: Screen, answer_id: str, known: dict[str, str]) -> Decision:
    asked = asked_at(screen)
    if not asked:
        return Read(answer_id)
    (level,) = asked
    return Choose(level, known.get(level, UNKNOWN))


@pytest.mark.parametrize("answer_id", FOUNDING)
def test_a_founding_answer_is_in_the_list_after_five_decisions_at_most(answer_id):
    people = list(people_who_need(answer_id))
    assert people
    for known in people:
        choices = [d for d in decisions_to_read(answer_id, known) if not isinstance(d, Read)]
        assert len(choices) <= 5, (known, choices)


@pytest.mark.parametrize("answer_id", FOUNDING)
def test_a_founding_answer_is_read_in_five_decisions_at_most(answer_id):
    """Once offer, lane and product are given, the answer is listed, or found by typing."""
    for known in people_who_need(answer_id):
        state, taken = State(), []
        while (screen := screen_at(state)).answer is None:
            asked = asked_at(screen)
            within_reach = {row.decision for row in (*screen.rows, *screen.findable)}
            if not asked & known.keys() and Read(answer_id) in within_reach:
                decision = Read(answer_id)
            else:
                decision = next_decision(screen, answer_id, known)
            taken.append(decision)
            state = advance(index(), state, decision)
        assert screen.answer.id == answer_id
        assert len(taken) <= 5, (known, taken)


@pytest.mark.parametrize("answer_id", FOUNDING)
def test_a_founding_answer_is_read_by_who_knows_everything(answer_id):
    answer = corpus().answers_by_id[answer_id]
    walked = next(w for w in all_walks() if holds_at(answer, w))
    path = Path(tuple(p for p in walked.items() if corpus().levels_by_id[p[0]].asked))
    assert answer_id in shown(walk(index(), path))
    assert isinstance(walk(index(), path), Outcome)


def test_an_offer_to_be_precise_leads_to_a_question():
    """After « je ne sais pas » to everything, the level that separates can still be answered."""
    state = State()
    while isinstance(reached := walk(index(), state.path), Question):
        state = advance(index(), state, Choose(reached.level.id, UNKNOWN))
    assert reached.separating is not None
    offered = [row.decision for row in screen_of(index(), state).rows]
    parts = [d for d in offered if isinstance(d, Choose) and d.level == reached.separating.id]
    assert len(parts) > 1
    for part in parts:
        rows = screen_of(index(), advance(index(), state, part)).rows
        assert [row for row in rows if not row.is_action]
