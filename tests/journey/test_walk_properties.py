"""What every walk owes its reader, over random corpora, held against the naive reading of them."""

from hypothesis import assume, event, given
from hypothesis import strategies as st
from journey.corpora import corpora, corpora_and_paths, naive, randoms, thorough

from segur_faq.corpus.index import AnswerIndex
from segur_faq.journey.path import UNKNOWN, Path
from segur_faq.journey.walk import How, Outcome, Question, culprit, walk


@thorough(100)
@given(corpora_and_paths())
def test_a_walk_shows_what_remains_each_answer_once(drawn):
    corpus, path = drawn
    reached = walk(AnswerIndex(corpus), path)
    event(type(reached).__name__)
    shown = [answer.id for group in reached.groups for answer in group.answers]
    assert len(shown) == len(set(shown))
    assert set(shown) == naive(corpus).remaining(path.known)
    if isinstance(reached, Outcome):
        assert [answer.id for answer in reached.answers] == shown


@thorough(100)
@given(corpora_and_paths(), randoms())
def test_the_order_of_the_pairs_does_not_matter(drawn, random):
    corpus, path = drawn
    index = AnswerIndex(corpus)
    shuffled = Path(tuple(random.sample(path.pairs, len(path.pairs))))
    assert walk(index, shuffled) == walk(index, path)


@thorough(150)
@given(corpora_and_paths())
def test_a_question_offers_a_choice_and_counts_what_is_behind(drawn):
    corpus, path = drawn
    reached = walk(AnswerIndex(corpus), path)
    assume(isinstance(reached, Question))
    assert reached.level.asked
    assert reached.level.id not in path
    assert len(reached.offers) > 1
    expected = naive(corpus)
    level = reached.level
    for option in level.options:
        behind = expected.remaining({**path.known, level.id: option.id})
        own = [
            answer
            for answer in corpus.answers
            if answer.id in behind
            and level.id not in answer.everywhere
            and option.id in answer.applies.get(level.id, ())
        ]
        offers = [o for o in reached.offers if o.option == option]
        assert [(o.total, o.own) for o in offers] == ([(len(behind), len(own))] if behind else [])


@thorough(100)
@given(corpora_and_paths())
def test_every_offer_can_be_taken_and_every_question_left_open(drawn):
    corpus, path = drawn
    index = AnswerIndex(corpus)
    reached = walk(index, path)
    assume(isinstance(reached, Question))
    for offer in reached.offers:
        after = walk(index, path.choosing(reached.level.id, offer.option.id))
        assert sum(len(group.answers) for group in after.groups) == offer.total


@thorough(100)
@given(corpora_and_paths(), st.data())
def test_not_knowing_never_narrows(drawn, data):
    corpus, path = drawn
    index = AnswerIndex(corpus)
    free = [level.id for level in corpus.levels if level.id not in path]
    assume(free)
    opened = path.choosing(data.draw(st.sampled_from(free)), UNKNOWN)
    assert shown(walk(index, opened)) == shown(walk(index, path))


@thorough(100)
@given(corpora_and_paths())
def test_a_skipped_level_would_not_have_changed_what_remains(drawn):
    corpus, path = drawn
    index, expected = AnswerIndex(corpus), naive(corpus)
    reached = walk(index, path)
    remaining = expected.remaining(path.known)
    for step in reached.steps:
        event(step.how.name)
        level = step.level
        if step.how is How.ONLY:
            behind = {
                o.id: expected.remaining({**path.known, level.id: o.id}) for o in level.options
            }
            assert {o: ids for o, ids in behind.items() if ids} == {step.option.id: remaining}
        elif step.how is How.SAME:
            assert step.option is None
            behind = [expected.remaining({**path.known, level.id: o.id}) for o in level.options]
            behind = [ids for ids in behind if ids]
            assert len(behind) > 1
            assert all(ids == remaining for ids in behind)


@thorough(100)
@given(corpora_and_paths())
def test_the_steps_tell_the_path_and_each_level_once(drawn):
    corpus, path = drawn
    reached = walk(AnswerIndex(corpus), path)
    levels = [step.level.id for step in reached.steps]
    assert len(levels) == len(set(levels))
    told = {
        step.level.id: UNKNOWN if step.how is How.UNKNOWN else step.option.id
        for step in reached.steps
        if step.how in (How.CHOSEN, How.UNKNOWN)
    }
    assert told == dict(path.pairs)


@thorough(100)
@given(corpora_and_paths(), randoms())
def test_a_walk_ends_before_it_runs_out_of_levels(drawn, random):
    corpus, path = drawn
    index = AnswerIndex(corpus)
    asked = set()
    while isinstance(reached := walk(index, path), Question):
        assert reached.level.id not in asked
        asked.add(reached.level.id)
        options = [UNKNOWN, *(offer.option.id for offer in reached.offers)]
        path = path.choosing(reached.level.id, random.choice(options))
    assert len(asked) <= sum(level.asked for level in corpus.levels)
    event(f"{len(asked)} questions")


def explore(index: AnswerIndex, path: Path = Path()) -> set[str]:
    """Give what the outcomes show, at the end of every sequence of offered options."""
    reached = walk(index, path)
    if isinstance(reached, Outcome):
        return {answer.id for answer in reached.answers}
    return set().union(
        *(explore(index, path.choosing(reached.level.id, o.option.id)) for o in reached.offers)
    )


@thorough(100)
@given(corpora())
def test_every_answer_that_holds_somewhere_is_reached_by_offered_choices(corpus):
    assert explore(AnswerIndex(corpus)) == naive(corpus).remaining({})


@thorough(100)
@given(corpora_and_paths())
def test_the_culprit_is_the_first_choice_after_which_nothing_remains(drawn):
    corpus, path = drawn
    found = culprit(AnswerIndex(corpus), path)
    expected = naive(corpus)
    choices = {}
    for level in corpus.levels:
        if level.id in path.known:
            choices[level.id] = path.known[level.id]
            if not expected.remaining(choices):
                assert found == (level, level.option(choices[level.id]))
                return
    assert found is None


@thorough(150)
@given(corpora_and_paths())
def test_the_level_that_separates_was_left_open_and_would_narrow_most(drawn):
    corpus, path = drawn
    expected = naive(corpus)
    reached = walk(AnswerIndex(corpus), path)
    assume(isinstance(reached, Outcome))
    remaining = expected.remaining(path.known)

    def average(level_id: str) -> float | None:
        options = corpus.levels_by_id[level_id].options
        behind = [expected.remaining({**path.known, level_id: o.id}) for o in options]
        behind = [ids for ids in behind if ids]
        if len(behind) < 2 or all(ids == remaining for ids in behind):
            return None
        return sum(map(len, behind)) / len(behind)

    averages = {level: average(level) for level in path.left_open}
    useful = [a for a in averages.values() if a is not None]
    event(f"separating: {reached.separating is not None}")
    if len(remaining) < 2 or not useful:
        assert reached.separating is None
    else:
        assert averages[reached.separating.id] == min(useful)


def shown(reached: Question | Outcome) -> set[str]:
    return {answer.id for group in reached.groups for answer in group.answers}
