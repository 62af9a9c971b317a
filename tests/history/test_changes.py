"""What is told of two corpora: all that a reader would see, and nothing of how it is written."""

import json
import shutil
from dataclasses import replace

import pytest
from lint.lint_cases import BASE, case_name, cases, lay, lay_base

from segur_faq.corpus.model import Citation, Gap
from segur_faq.corpus.reader import read_corpus
from segur_faq.history.changes import compare
from segur_faq.history.reports import json as as_json
from segur_faq.history.reports import markdown, text

HEALTHY = read_corpus(BASE).corpus
PRETS, RETOURS, SOURCES = "answers/prets.yaml", "answers/retours.yaml", "sources.yaml"


@pytest.fixture
def changed(tmp_path):
    directory = lay_base(tmp_path)

    def compared(*changes):
        for name, old, new in changes:
            file = directory / name
            before = file.read_text("utf-8")
            assert old in before, old
            file.write_text(before.replace(old, new), "utf-8")
        return compare(HEALTHY, read_corpus(directory).corpus)

    return compared


def keys(kind):
    return {c.id: [change.key for change in c.keys] for c in kind.changed}


def test_the_same_corpus_has_no_change():
    changes = compare(HEALTHY, HEALTHY)
    assert not changes
    assert text.render(changes) == ""
    assert json.loads(as_json.render(changes, "a", "b"))["different"] is False
    assert markdown.render(changes) == "Aucune différence.\n"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (PRETS, "format: 1", "# Un mot.\nformat: 1"),
        (PRETS, "short: Trois semaines.", 'short: "Trois semaines."'),
        (PRETS, "short: Trois semaines.", "short: >-\n      Trois\n      semaines."),
        (PRETS, "public: [adulte, jeunesse]", "public:\n        - jeunesse\n        - 'adulte'"),
        (PRETS, "support: [audiovisuel]", "support: [disque, jeu]"),
        (PRETS, "annexe: all", "annexe: [all]"),
        (PRETS, "except: {public: [jeunesse], support: [jeu]}",
         "except: [{support: jeu, public: jeunesse}]"),
        (RETOURS, "{public: all, support: all,", "{support: all, public: all,"),
    ],
)  # fmt: skip
def test_how_it_is_written_does_not_matter(changed, name, old, new):
    assert not changed((name, old, new))


def test_a_text_that_changes(changed):
    changes = changed((PRETS, "Trois semaines.", "Quatre semaines."))
    assert keys(changes.answers) == {"emprunt-duree": ["short"]}
    assert changes.paths == ()
    assert "short\u00a0: [-Trois-]{+Quatre+} semaines." in text.render(changes)
    assert "<del>Trois</del><ins>Quatre</ins> semaines." in markdown.render(changes)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("question: Est-ce une nouveauté", "question: Est-elle récente"),
        ("help: Une pastille rouge la signale.", "help: Une pastille bleue la signale."),
        ("text: Une seule à la fois.", "text: Deux à la fois."),
        ("text: Elle se prolonge aussi.", "text: Elle ne se prolonge pas."),
        ("id: libre", "id: personne"),
        ("label: Non, aliases: [fonds]", "label: Non, aliases: [réserve]"),
        ("aliases: [fonds], answer: emprunt-duree", "aliases: [fonds], answer: retard-penalite"),
        ("id: nouveaute", "id: recente"),
        ("              - {id: attendue, label: Oui, text: Elle se rend dans la semaine.}\n", ""),
    ],
)
def test_whatever_changes_in_a_follow_up_is_told(changed, old, new):
    changes = changed((PRETS, old, new))
    assert keys(changes.answers) == {"emprunt-audiovisuel": ["follow_up"]}
    assert changes.paths == ()
    for report in (text.render(changes), markdown.render(changes)):
        assert "follow_up" in report
    (key,) = json.loads(as_json.render(changes, "a", "b"))["answers"]["changed"][0]["keys"]
    assert key["before"] != key["after"]


def test_of_a_follow_up_only_what_changed_is_told(changed):
    changes = changed((PRETS, "text: Une seule à la fois.", "text: Deux à la fois."))
    told = text.render(changes)
    assert "nouveaute=recente (Oui)\u00a0: [-Une seule-]{+Deux+} à la fois. → attente\n" in told
    for report in (told, markdown.render(changes)):
        assert "pastille" not in report
        assert "Elle se rend dans la semaine" not in report


def test_an_option_that_a_follow_up_gains_is_told_beside_its_question(changed):
    changes = changed(
        (
            PRETS,
            "        - {id: ancienne",
            "        - {id: autre, label: A, text: B.}\n        - {id: ancienne",
        ),
    )
    told = text.render(changes).splitlines()
    assert [line.strip() for line in told if "{+" in line] == [
        "nouveaute\u00a0: Est-ce une nouveauté\u00a0? Une pastille rouge la signale. "
        "({+autre, +}ancienne, recente)",
        "{+nouveaute=autre (A)\u00a0: B.+}",
    ]


def test_how_a_follow_up_is_written_does_not_matter(changed):
    assert not changed(
        (PRETS, "- {id: ancienne, label: Non, aliases: [fonds], answer: emprunt-duree}",
         "- answer: emprunt-duree\n          label: 'Non'\n          aliases:\n          - fonds\n"
         "          id: ancienne"),
    )  # fmt: skip


def test_an_answer_that_is_renamed(changed):
    changes = changed(
        (RETOURS, "id: retard-penalite", "id: penalite\n    former_ids: [retard-penalite]"),
        (PRETS, "retard-penalite", "penalite"),
    )
    (renamed,) = [c for c in changes.answers.changed if c.was]
    assert (renamed.was, renamed.id) == ("retard-penalite", "penalite")
    assert (changes.answers.added, changes.answers.removed, changes.paths) == ((), (), ())
    assert "penalite (était retard-penalite)" in text.render(changes)


def test_an_answer_that_is_put_into_another(changed, tmp_path):
    before = (BASE / RETOURS).read_text("utf-8")
    gone = before[before.index("  - id: retard") : before.index("  - id: albums")]
    changes = changed(
        (RETOURS, gone, ""),
        (PRETS, "    see_also: [retard-penalite]\n", ""),
        (PRETS, "[duree-emprunt]", "[duree-emprunt, retard-penalite]"),
    )
    assert changes.answers.removed == ()
    ((entry, into),) = changes.answers.merged
    assert (entry.id, into) == ("retard-penalite", "emprunt-duree")
    assert [(str(c), c.added, c.removed) for c in changes.paths] == [
        ("demarche=rendre", (), ("retard-penalite",))
    ]
    assert "retard-penalite, désormais dans emprunt-duree" in text.render(changes)


def test_two_answers_that_become_one_with_a_new_name(changed):
    changes = changed(
        (RETOURS, "id: retard-penalite",
         "id: regles\n    former_ids: [albums-classe, retard-penalite]"),
        (RETOURS, "id: albums-classe", "id: albums"),
        (PRETS, "retard-penalite", "regles"),
    )  # fmt: skip
    # The first one named is the one that it was.
    assert [c.was for c in changes.answers.changed if c.was] == ["albums-classe"]
    assert [(e.id, into) for e, into in changes.answers.merged] == [("retard-penalite", "regles")]
    assert [entry.id for entry in changes.answers.added] == ["albums"]


def test_where_an_answer_applies(changed):
    changes = changed((PRETS, "demarche: [emprunter]", "demarche: [emprunter, rendre]"))
    (change,) = changes.answers.changed[0].keys
    assert change.key == "applies"
    assert change.after["demarche"] == ["emprunter", "rendre"]
    assert "applies\u00a0: demarche\u00a0: {+rendre+}\n" in text.render(changes)
    assert "demarche=rendre\u00a0: + emprunt-duree" in text.render(changes)


def test_sources_terms_levels_and_options(changed):
    changes = changed(
        (SOURCES, "read_on: 2026-01-15", "read_on: 2026-02-15"),
        ("glossary.yaml", "expansion: Bande dessinée", "expansion: Bandes dessinées"),
        ("cascade.yaml", "label: Livre}", "label: Livres}"),
        ("cascade.yaml", "help: L'âge compte", "help: L'âge vaut"),
    )
    assert keys(changes.sources) == {"reglement": ["read_on"]}
    assert keys(changes.terms) == {"BD": ["expansion"]}
    assert keys(changes.options) == {"support=livre": ["label"]}
    assert keys(changes.levels) == {"public": ["help"]}
    assert changes.paths == ()
    for report in (text.render(changes), markdown.render(changes)):
        for heading in ("Sources", "Glossaire", "Options", "Niveaux"):
            assert heading in report


def test_a_report_of_everything_is_told_in_three_forms(tmp_path):
    """The cases of the linter are corpora with all sorts of oddities: none stops a report."""
    for number, case in enumerate(cases("invalid")):
        corpus = read_corpus(lay(case, tmp_path / str(number))).corpus
        shutil.rmtree(tmp_path / str(number))
        for changes in (compare(HEALTHY, corpus), compare(corpus, HEALTHY)):
            value = json.loads(as_json.render(changes, "a", "b"))
            assert value["different"] == bool(changes) == bool(text.render(changes)), case_name(
                case
            )
            assert markdown.render(changes)


def test_json_says_all(changed):
    changes = changed(
        (PRETS, "demarche: [emprunter]", "demarche: [rendre]"),
        (RETOURS, "id: albums-classe", "id: albums"),
    )
    value = json.loads(as_json.render(changes, "HEAD", "trees"))
    assert {k: value[k] for k in ("format", "before", "after", "different")} == {
        "format": 1, "before": "HEAD", "after": "trees", "different": True,
    }  # fmt: skip
    assert [entry["id"] for entry in value["answers"]["added"]] == ["albums"]
    assert [entry["id"] for entry in value["answers"]["removed"]] == ["albums-classe"]
    (edited,) = value["answers"]["changed"]
    (key,) = edited["keys"]
    assert (key["key"], key["before"]["demarche"], key["after"]["demarche"]) == (
        "applies", ["emprunter"], ["rendre"],
    )  # fmt: skip
    assert {"path": {"demarche": ["rendre"]}, "added": ["emprunt-duree"], "removed": []} in value[
        "paths"
    ]


def test_what_is_said_of_the_whole_corpus(changed):
    changes = changed(
        ("cascade.yaml", "format: 1\n", "format: 1\ncontact: emprunt-duree\n"),
        ("cascade.yaml", "title: ", "title: La "),
    )
    assert [change.key for change in changes.corpus] == ["title", "contact"]
    told = text.render(changes)
    assert "contact\u00a0: {+emprunt-duree+}\n" in told
    assert "title\u00a0: {+La +}" in told
    value = json.loads(as_json.render(changes, "a", "b"))["corpus"]
    assert value[1] == {"key": "contact", "before": "", "after": "emprunt-duree"}


def test_the_order_of_what_is_asked(changed):
    corpus = replace(HEALTHY, levels=HEALTHY.levels[::-1])
    assert [change.key for change in compare(HEALTHY, corpus).corpus] == ["levels"]
    first, *others = HEALTHY.levels
    turned = replace(first, options=first.options[::-1])
    changes = compare(HEALTHY, replace(HEALTHY, levels=(turned, *others)))
    assert keys(changes.levels) == {first.id: ["options"]}


def test_an_option_more_or_less_is_not_another_order():
    *others, last = HEALTHY.levels
    shorter = replace(HEALTHY, levels=(*others, replace(last, options=last.options[:-1])))
    for changes in (compare(HEALTHY, shorter), compare(shorter, HEALTHY)):
        assert changes.options
        assert not changes.levels


def test_groups_and_gaps(changed):
    changes = compare(
        HEALTHY,
        replace(
            HEALTHY,
            groups={"jeunes": {"public": ("jeunesse",)}},
            gaps=(Gap({"public": ("adulte",)}, "Rien encore."),),
        ),
    )
    assert {change.key for change in changes.corpus} >= {"groups", "gaps"}
    assert "jeunes\u00a0: {+public=jeunesse+}" in text.render(changes)
    assert "public=adulte\u00a0: Rien encore." in text.render(changes)


def test_answers_that_name_a_renamed_one_have_not_changed(changed):
    changes = changed(
        (RETOURS, "id: retard-penalite", "id: penalite\n    former_ids: [retard-penalite]"),
        (PRETS, "retard-penalite", "penalite"),
    )
    assert [c.id for c in changes.answers.changed] == ["penalite"]
    assert "former_ids" not in text.render(changes)


def test_answers_that_change_in_the_same_way_are_told_together():
    renewed = [
        replace(answer, sources=(Citation("reglement", "2026-09-09"),))
        for answer in HEALTHY.answers
    ]
    before = [
        replace(answer, sources=(Citation("reglement", "2026-01-01"),))
        for answer in HEALTHY.answers
    ]
    changes = compare(
        replace(HEALTHY, answers=tuple(before)), replace(HEALTHY, answers=tuple(renewed))
    )
    told = text.render(changes)
    assert told.count("(lue le [-2026-01-01-]{+2026-09-09+})") == 1
    assert all(answer.id in told for answer in HEALTHY.answers)
    assert len(json.loads(as_json.render(changes, "a", "b"))["answers"]["changed"]) == len(renewed)


def test_spaces_that_change_are_seen(changed):
    changes = changed((PRETS, "short: Trois semaines.", "short: Trois\u00a0semaines."))
    assert "Trois[-·-]{+⍽+}semaines." in text.render(changes)
    assert "Trois<del>·</del><ins>⍽</ins>semaines." in markdown.render(changes)


def test_a_text_that_is_another_is_shown_whole():
    first, *others = HEALTHY.answers
    said = "Une phrase entière que plus rien ne rappelle, pour qui lit celle qui suit."
    other = "Tout autre chose vaut désormais ici : demandez donc conseil au comptoir."
    before = replace(HEALTHY, answers=(replace(first, short=said), *others))
    after = replace(HEALTHY, answers=(replace(first, short=other), *others))
    told = text.render(compare(before, after))
    assert f"[-{said}-]\n" in told
    assert f"{{+{other}+}}\n" in told


def test_markdown_of_the_corpus_is_not_markup(changed):
    changes = changed(
        (PRETS, "Trois semaines.", "'*Une* `b` <script>x</script> [a](b) #1 & ~~c~~'")
    )
    written = markdown.render(changes)
    for raw in ("*Une*", "`b`", "<script>", "[a](b)", " #1", "~~c~~"):
        assert raw not in written
    assert r"\*Une\*" in written
