"""What every walk owes its reader, over random corpora, held against the naive reading of them."""

from hypothesis import assume, event, given
from journey.corpora import corpora, corpora_and_paths, naive, randoms, thorough

from segur_faq.corpus.index import AnswerIndex
from segur_faq.corpus.model import Level
from segur_faq.journey.path import UNKNOWN, Path
from segur_faq.journey.walk import How, Outcome, Question, culprit, walk


def shown(reached: Question | Outcome) -> list[str]:
    """Give the ids of the answers that a walk would show, in order."""
    return [answer.id for group in reached.groups for answer in group.answers]


@thorough(150)
@given(corpora_and_paths())
def test_a_walk_shows_what_remains_each_answer_once(drawn):
    corpus, path = drawn
    reached = walk(AnswerIndex(corpus), path)
    event(type(reached).__name__)
    assert len(shown(reached)) == len(set(shown(reached)))
    assert set(shown(reached)) == naive(corpus).remaining(path.known)
    if isinstance(reached, Outcome):
        assert [answer.id for answer in reached.answers] == shown(reached)


@thorough(150)
@given(corpora_and_paths(), randoms())
def test_the_order_of_the_pairs_does_not_matter(drawn, random):
    corpus, path = drawn
    index = AnswerIndex(corpus)
    shuffled = Path(tuple(random.sample(path.pairs, len(path.pairs))))
    assert walk(index, shuffled) == walk(index, path)


@thorough(150)
@given(corpora_and_paths())
def test_a_question_offers_what_leads_somewhere_and_counts_it(drawn):
    corpus, path = drawn
    reached = walk(AnswerIndex(corpus), path)
    assume(isinstance(reached, Question))
    level = reached.level
    assert level.asked
    assert level.id not in path
    assert len(reached.offers) > 1
    expected, counted = naive(corpus), []
    for option in level.options:
        behind = expected.remaining({**path.known, level.id: option.id})
        own = sum(
            answer.id in behind
            and level.id not in answer.everywhere
            and option.id in answer.applies.get(level.id, ())
            for answer in corpus.answers
        )
        if behind:
            counted.append((option, len(behind), own))
    assert [(o.option, o.total, o.own) for o in reached.offers] == counted


@thorough(150)
@given(corpora_and_paths())
def test_taking_an_offer_leaves_as_many_answers_as_it_said(drawn):
    corpus, path = drawn
    index = AnswerIndex(corpus)
    reached = walk(index, path)
    assume(isinstance(reached, Question))
    for offer in reached.offers:
        after = walk(index, path.choosing(reached.level.id, offer.option.id))
        assert len(shown(after)) == offer.total > 0


@thorough(150)
@given(corpora_and_paths(), randoms())
def test_not_knowing_never_narrows(drawn, random):
    corpus, path = drawn
    index = AnswerIndex(corpus)
    free = [level.id for level in corpus.levels if level.id not in path]
    assume(free)
    opened = path.choosing(random.choice(free), UNKNOWN)
    assert set(shown(walk(index, opened))) == set(shown(walk(index, path)))


@thorough(200)
@given(corpora_and_paths())
def test_a_skipped_level_would_not_have_changed_what_remains(drawn):
    corpus, path = drawn
    index, expected = AnswerIndex(corpus), naive(corpus)
    reached = walk(index, path)
    remaining = expected.remaining(path.known)
    for step in reached.steps:
        event(step.how.name)
        if step.how not in (How.ONLY, How.SAME):
            continue
        level = step.level
        behind = {o.id: expected.remaining({**path.known, level.id: o.id}) for o in level.options}
        offered = {option: ids for option, ids in behind.items() if ids}
        assert all(ids == remaining for ids in offered.values())
        if step.how is How.ONLY:
            assert list(offered) == [step.option.id]
        else:
            assert len(offered) > 1
            assert step.option is None


@thorough(150)
@given(corpora_and_paths())
def test_the_steps_tell_the_path_and_each_level_once(drawn):
    corpus, path = drawn
    reached = walk(AnswerIndex(corpus), path)
    order = {level.id: number for number, level in enumerate(corpus.levels)}
    levels = [order[step.level.id] for step in reached.steps]
    assert levels == sorted(set(levels))
    told = {
        step.level.id: UNKNOWN if step.how is How.UNKNOWN else step.option.id
        for step in reached.steps
        if step.how in (How.CHOSEN, How.UNKNOWN)
    }
    # A level left open of which no option is left has nothing to tell.
    expected = naive(corpus)
    empty = {
        level
        for level in path.left_open
        if not any(
            expected.remaining({**path.known, level: option.id})
            for option in corpus.levels_by_id[level].options
        )
    }
    assert told == {level: option for level, option in path if level not in empty}


@thorough(150)
@given(corpora(), randoms())
def test_a_walk_asks_each_level_once_at_most(corpus, random):
    index, path, asked = AnswerIndex(corpus), Path(), []
    while isinstance(reached := walk(index, path), Question):
        asked.append(reached.level)
        assert len(asked) <= len(corpus.levels)
        options = [UNKNOWN, *(offer.option.id for offer in reached.offers)]
        path = path.choosing(reached.level.id, random.choice(options))
    event(f"{len(asked)} questions")
    assert len({level.id for level in asked}) == len(asked)


@thorough(150)
@given(corpora())
def test_every_answer_that_holds_somewhere_is_reached(corpus):
    assert explore(AnswerIndex(corpus), Path()) == naive(corpus).remaining({})


def explore(index: AnswerIndex, path: Path) -> set[str]:
    """Give what the outcomes show at the end of every sequence of offered options.

    « Je ne sais pas » is not among them, save at a level that may not be asked at all, since the
    path has not settled what it depends on: an answer may then be behind none of its options.
    """
    reached = walk(index, path)
    if isinstance(reached, Outcome):
        return set(shown(reached))
    level = reached.level
    found: set[str] = set()
    for offer in reached.offers:
        found |= explore(index, path.choosing(level.id, offer.option.id))
    if not found.issuperset(shown(reached)):
        event("an answer is behind no option")
        assert depends_on(level) - set(path.known)
        found |= explore(index, path.choosing(level.id, UNKNOWN))
    return found


def depends_on(level: Level) -> set[str]:
    return {name for part in (level, *level.options) for name in part.under}


@thorough(150)
@given(corpora_and_paths())
def test_the_culprit_is_the_first_choice_after_which_nothing_remains(drawn):
    corpus, path = drawn
    expected, choices, first = naive(corpus), {}, None
    for level in corpus.levels:
        if level.id in path.known and first is None:
            choices[level.id] = path.known[level.id]
            if not expected.remaining(choices):
                first = (level, level.option(choices[level.id]), dict(choices))
    event(f"culprit: {first is not None}")
    assert culprit(AnswerIndex(corpus), path) == first


@thorough(200)
@given(corpora(), randoms())
def test_the_level_that_separates_was_left_open_and_would_narrow_most(corpus, random):
    index, path = AnswerIndex(corpus), Path()
    while isinstance(reached := walk(index, path), Question):
        options = [UNKNOWN] * 2 + [offer.option.id for offer in reached.offers]
        path = path.choosing(reached.level.id, random.choice(options))
    expected = naive(corpus)
    remaining = expected.remaining(path.known)
    averages = {}
    for level in corpus.levels:
        if level.id in path.left_open:
            behind = [expected.remaining({**path.known, level.id: o.id}) for o in level.options]
            behind = [ids for ids in behind if ids]
            if len(behind) > 1 and any(ids != remaining for ids in behind):
                averages[level.id] = sum(map(len, behind)) / len(behind)
    event(f"separating: {reached.separating is not None}")
    if len(remaining) < 2 or not averages:
        assert reached.separating is None
    else:
        assert averages[reached.separating.id] == min(averages.values())
