"""Ids that no longer answer, and texts changed without their sources: seen against what was."""

import json
from dataclasses import replace

import pytest
from lint.lint_cases import lay_base, lint

from segur_faq.corpus.reader import read_corpus
from segur_faq.lint import baseline
from segur_faq.lint.history import with_history

RETARD = "- id: retard-penalite\n    question: Que se passe-t-il en cas de retard\u00a0?\n"


@pytest.fixture(params=["reading", "file"])
def base(request, tmp_path):
    """The healthy corpus as it was, from its folder or from a file that kept it."""
    remembered = baseline.remember(read_corpus(lay_base(tmp_path / "before")))
    if request.param == "reading":
        return remembered
    return baseline.from_value(json.loads(json.dumps(baseline.as_value(remembered))))


@pytest.fixture
def found(base, tmp_path):
    """Change a file of the corpus, and give what comparing adds to the report."""
    directory = lay_base(tmp_path / "after")

    def check(*changes, earlier=base):
        for name, old, new in changes:
            file = directory / name
            text = file.read_text("utf-8")
            assert old in text, old
            file.write_text(text.replace(old, new), "utf-8")
        report = lint(directory)
        more = [p for p in with_history(report, earlier).problems if p not in report.problems]
        return [
            (f"{p.place}".removeprefix(f"{directory}").lstrip("/"), p.code, p.message, p.hint)
            for p in more
        ]

    return check


def places(problems):
    return [f"{place} {code}" for place, code, _, _ in problems]


def test_what_is_the_same_is_not_reported(found):
    assert found() == []


PRETS, RETOURS = "answers/prets.yaml", "answers/retours.yaml"


def test_an_id_that_is_gone_is_reported_where_it_seems_to_be(found):
    problems = found((RETOURS, "id: retard-penalite", "id: penalite"), (PRETS, "retard-", ""))
    ((place, code, message, hint),) = problems
    assert (place, code) == ("answers/retours.yaml:3:9", "vanished-id")
    assert "retard-penalite" in message
    assert "penalite" in message
    assert "former_ids: [retard-penalite]" in hint


def test_it_is_found_by_its_question_when_every_text_changed(found):
    problems = found(
        (
            RETOURS,
            RETARD,
            "- id: penalite\n    question: En cas de retard, que se passe-t-il ensuite ?\n",
        ),
        (RETOURS, "Le prêt suivant attend", "La carte est suspendue"),
        (PRETS, "retard-", ""),
    )
    assert places(problems) == ["answers/retours.yaml:3:9 vanished-id"]


def test_an_answer_that_is_gone_is_reported_in_its_file(found):
    gone = RETARD + read_retard()
    problems = found((RETOURS, "  " + gone, ""), (PRETS, "    see_also: [retard-penalite]\n", ""))
    ((place, code, message, hint),) = problems
    assert (place, code) == ("answers/retours.yaml:1:1", "vanished-id")
    assert "« retard-penalite »" in message.replace("\u00a0", " ")
    assert "caveat" in hint


def read_retard():
    from lint.lint_cases import BASE

    text = (BASE / RETOURS).read_text("utf-8")
    return text.partition(RETARD)[2].partition("  - id: ")[0]


def test_with_a_former_id_nothing_is_gone(found):
    assert (
        found(
            (
                RETOURS,
                "id: retard-penalite",
                "id: penalite\n    former_ids: [retard-penalite]",
            ),
            (PRETS, "retard-penalite", "penalite"),
        )
        == []
    )


def test_an_answer_put_into_another_is_not_gone(found):
    gone = RETARD + read_retard()
    assert (
        found(
            (RETOURS, "  " + gone, ""),
            (PRETS, "    see_also: [retard-penalite]\n", ""),
            (PRETS, "former_ids: [duree-emprunt]", "former_ids: [duree-emprunt, retard-penalite]"),
        )
        == []
    )


def test_a_former_id_that_is_gone_is_reported_at_its_answer(found):
    problems = found((PRETS, "    former_ids: [duree-emprunt]\n", ""))
    ((place, code, message, _),) = problems
    assert (place, code) == ("answers/prets.yaml:3:9", "vanished-id")
    assert "duree-emprunt" in message


def test_a_former_id_may_go_to_another_answer(found):
    assert (
        found(
            (PRETS, "    former_ids: [duree-emprunt]\n", ""),
            (
                RETOURS,
                "id: retard-penalite",
                "id: retard-penalite\n    former_ids: [duree-emprunt]",
            ),
        )
        == []
    )


def test_nothing_is_said_to_be_gone_when_a_file_could_not_be_read(found):
    assert found((RETOURS, "format: 1", "format: 1\n\t[")) == []
    assert found((RETOURS, "\t[", ""), (RETOURS, "answers:", "réponses:")) == []


def test_an_answer_whose_id_is_missing_hides_none(found):
    assert found((RETOURS, "- id: retard-penalite\n    question", "- question")) == []


CHANGED = [
    ("short: Trois semaines.", "short: Quatre semaines."),
    ("question: Combien de temps", "question: Pendant combien de temps"),
    ("- trois semaines pour un prêt\u00a0;", "- trois semaines pour un livre\u00a0;"),
    ("    caveat: Les nouveautés font parfois exception.\n", ""),
    ("caveat: Les nouveautés font parfois exception.", "caveat: Les nouveautés font exception."),
    ("short: Trois semaines.", "short: Trois semaines (20 %)."),
    ("short: Trois semaines.", "short: TROIS semaines."),
]


@pytest.mark.parametrize(("old", "new"), CHANGED)
def test_a_text_that_says_something_else_wants_its_sources_read_again(found, old, new):
    problems = found((PRETS, old, new))
    assert [code for _, code, _, _ in problems] == ["unreviewed-change"]
    assert "read_on" in problems[0][3]


def test_it_is_reported_at_the_key(found):
    problems = found((PRETS, "short: Trois semaines.", "short: Quatre semaines."))
    place, _, message, _ = problems[0]
    line = next(
        number
        for number, text in enumerate(read_base(PRETS).splitlines(), start=1)
        if "short: Trois" in text
    )
    assert place == f"answers/prets.yaml:{line}:5"
    assert "« short »" in message.replace("\u00a0", " ")


def read_base(name):
    from lint.lint_cases import BASE

    return (BASE / name).read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("short: Trois semaines.", "short: Trois  semaines\u00a0!"),
        ("short: Trois semaines.", 'short: "Trois semaines."'),
        ("short: Trois semaines.", "short: >-\n      Trois\n      semaines."),
        ("short: Trois semaines.", "short: Trois **semaines**."),
        ("que j'emprunte\u00a0?", "que j’emprunte ?"),
        ("pour un prêt\u00a0;", "pour un pret,"),
        ("- trois semaines pour un prêt\u00a0;", "- Trois semaines, pour un prêt."),
        ("found_by: [durée du prêt, prolonger]", "found_by: [durée du prêt]"),
        ("see_also: [retard-penalite]", "see_also: [retard-penalite, albums-classe]"),
        ("public: all", "public: [adulte]"),
        ("- {title: Le règlement,", "- {title: Le nouveau règlement,"),
    ],
)
def test_form_and_other_keys_are_not_texts(found, old, new):
    assert found((PRETS, old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "is_reported"),
    [
        ("{ref: journal, read_on: 2026-01-16}", "{ref: journal, read_on: 2026-01-17}", False),
        ("{ref: reglement, read_on: 2026-01-15}, ", "", True),
        ("{ref: journal, read_on: 2026-01-16}", "{ref: journal, read_on: 2026-01-10}", True),
    ],
)
def test_reading_one_source_again_is_enough(found, old, new, is_reported):
    problems = found((PRETS, "short: Trois semaines.", "short: Un mois."), (PRETS, old, new))
    assert [code for _, code, _, _ in problems] == ["unreviewed-change"] * is_reported


def test_a_new_source_was_read_for_the_change(found):
    added = "sources: [{ref: journal, read_on: 2026-01-16}, {ref: reglement, read_on: 2026-01-15}]"
    assert (
        found(
            (RETOURS, "Le prêt suivant attend autant de jours", "Le prêt suivant attend un mois"),
            (RETOURS, "sources: [{ref: reglement, read_on: 2026-01-15}]", added),
        )
        == []
    )


def test_a_renamed_answer_is_still_compared(found):
    problems = found(
        (RETOURS, "id: retard-penalite", "id: penalite\n    former_ids: [retard-penalite]"),
        (RETOURS, "Le prêt suivant attend autant de jours", "Le prêt suivant attend un mois"),
        (PRETS, "retard-penalite", "penalite"),
    )
    assert [code for _, code, _, _ in problems] == ["unreviewed-change"]


def test_a_new_answer_has_nothing_to_be_compared_with(found, base):
    assert found(earlier={k: v for k, v in base.items() if k != "emprunt-duree"}) == []


def test_an_answer_with_mistakes_is_not_judged(found):
    assert found((PRETS, "short: Trois semaines.", "short: [Un mois]")) == []


def test_many_answers_take_little_time(base, tmp_path):
    import time

    known = next(iter(base.values()))
    many = {f"a-{n}": replace(known, id=f"a-{n}", question=f"{n}") for n in range(10_000)}
    report = lint(lay_base(tmp_path / "after"))
    start = time.process_time()
    assert len(with_history(report, many).problems) >= 10_000
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "value",
    [None, 1, [], {}, {"format": 2, "answers": {}}, {"format": 1}, {"format": 1, "answers": [1]},
     {"format": 1, "answers": {"a": {}}}, {"format": 1, "answers": {"a": 1}}],
)  # fmt: skip
def test_a_file_that_is_no_baseline_is_refused(value):
    with pytest.raises(ValueError):
        baseline.from_value(value)
