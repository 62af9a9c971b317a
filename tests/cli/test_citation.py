"""Quoting an answer, and telling later whether it still says so; why it is behind a path."""

import json
from dataclasses import replace

import pytest
from cli.program import plain
from cli.small_corpus import ANSWERS, write_corpus

from segur_faq.corpus.model import Citation, FollowUp, FollowUpOption, Link
from segur_faq.corpus.version import version_of
from segur_faq.text import french_date


@pytest.fixture
def answer(small_index):
    return small_index.corpus.answers_by_id["dmp-alimentation"]


# --- the version of a content ------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        {"question": "Autre ?"},
        {"short": "Autrement."},
        {"body": "Autre."},
        {"caveat": "Mais."},
        {"links": ()},
        {"links": (Link("Le guide", "https://exemple.fr/autre"),)},
        {"links": (Link("Un guide", "https://exemple.fr/guide"),)},
        {"sources": (Citation("oui-dire", "2026-11-22"),)},
        {"sources": ()},
    ],
    ids=str,
)
def test_a_text_that_changes_changes_the_version(fields, answer):
    assert version_of(replace(answer, **fields)) != version_of(answer)


ASKED = (
    "Quelle est votre structure ?", "Le statut est sur l'annonce légale.", "Société d'exercice",
    "La société commande pour ses salariés.", "Cabinet libéral", "Le praticien commande lui-même.",
    "Combien de praticiens y exercent ?", "Un seul", "Une carte suffit.", "Plusieurs",
    "cartes-couloirs", "Autre structure", "Écrivez d'abord.", "mssante-bal",
)  # fmt: skip
"""What the follow-up of `cartes-commande` says, and where it leads."""


def rewritten(asked: FollowUp | None, old: str, new: str) -> FollowUp | None:
    """Give a follow-up with another text in the place of one, wherever it is."""

    def changed(value):
        return new if value == old else value

    return asked and replace(
        asked,
        question=changed(asked.question),
        help=changed(asked.help),
        options=tuple(
            replace(
                option,
                label=changed(option.label),
                text=changed(option.text),
                answer=changed(option.answer),
                follow_up=rewritten(option.follow_up, old, new),
            )
            for option in asked.options
        ),
    )


def test_any_text_of_a_follow_up_changes_the_version_and_no_two_do_alike(small_index):
    answer = small_index.corpus.answers_by_id["cartes-commande"]
    changed = [
        replace(answer, follow_up=rewritten(answer.follow_up, text, new))
        for text in ASKED
        for new in ("Autre chose.", "")
    ]
    versions = {version_of(other) for other in (answer, *changed, replace(answer, follow_up=None))}
    assert len(versions) == 2 * len(ASKED) + 2


def test_the_options_of_a_follow_up_change_the_version(small_index):
    answer = small_index.corpus.answers_by_id["cartes-commande"]
    options = answer.follow_up.options
    for other in (options[::-1], options[:2], (*options, FollowUpOption("x", "X", text="Y."))):
        changed = replace(answer, follow_up=replace(answer.follow_up, options=other))
        assert version_of(changed) != version_of(answer)
    # How an option is chosen is no part of what it says.
    aliased = replace(options[0], id="sel", aliases=("SELARL",))
    same = replace(answer.follow_up, id="statut", options=(aliased, *options[1:]))
    assert version_of(replace(answer, follow_up=same)) == version_of(answer)


def test_a_question_that_moves_under_another_option_changes_the_version(small_index):
    answer = small_index.corpus.answers_by_id["cartes-commande"]
    company, office, other = answer.follow_up.options
    moved = (replace(company, follow_up=office.follow_up), replace(office, follow_up=None), other)
    changed = replace(answer, follow_up=replace(answer.follow_up, options=moved))
    assert version_of(changed) != version_of(answer)


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "autre"},
        {"found_by": ("autrement",)},
        {"applies": {"offre": ("labels",)}, "everywhere": frozenset()},
        {"exceptions": ({"couloir": ("imagerie",)},)},
        {"see_also": ()},
        {"former_ids": ("avant",)},
        {"sources": (Citation("page-officielle", "2027-01-01"),)},
    ],
    ids=str,
)
def test_where_it_applies_and_how_it_is_found_do_not(fields, answer):
    assert version_of(replace(answer, **fields)) == version_of(answer)


def test_words_that_move_from_one_text_to_another_change_the_version(answer):
    bare = replace(answer, body="", links=(), sources=())
    assert version_of(replace(bare, short="ab", body="c")) != version_of(
        replace(bare, short="a", body="bc")
    )
    assert version_of(replace(bare, body="x")) != version_of(replace(bare, caveat="x"))


def test_versions_of_a_corpus_are_its_own_and_last(small_index):
    versions = [version_of(a) for a in small_index.corpus.answers]
    assert len(set(versions)) == len(versions)
    assert all(len(v) == 8 and int(v, 16) >= 0 for v in versions)
    # Quoted versions are written down elsewhere: the way they are computed may not change.
    answer = small_index.corpus.answers_by_id["dmp-alimentation"]
    assert version_of(answer) == "6641eba6"


def test_json_carries_the_version(call, answer):
    assert json.loads(call("show", answer.id, "-f", "json").out)["version"] == version_of(answer)


# --- citations ---------------------------------------------------------------------------------


def test_a_citation_says_all_and_leads_back(call, small_index):
    answer = small_index.corpus.answers_by_id["dmp-imagerie"]
    ran = call("show", answer.id, "couloir=radiologie", "produit=psc", "--cite")
    assert (ran.code, ran.err) == (0, "")
    out = plain(ran.out)
    for said in (
        f"« {answer.question} »",
        answer.short,
        answer.caveat,
        "ANS, Une page officielle",
        french_date("2026-11-22"),
        "https://exemple.fr/page?f[0]=theme:591&f[1]=theme:2619",
        f"segur-faq show dmp-imagerie@{version_of(answer)}",
        f"segur-faq ask --replay 'couloir=imagerie produit=psc dmp-imagerie@{version_of(answer)}'",
    ):
        assert said in out
    command = out.partition("segur-faq show ")[2].split()
    again = call("show", command[0])
    assert again.code == 0
    assert answer.short in again.out


def test_a_citation_says_the_case_of_the_reader(call):
    out = plain(call("show", "cartes-commande", "structure=SEL", "--cite").out)
    question = "Quelle est votre structure ?"
    assert f"{question} Société d'exercice : La société commande pour ses salariés." in out
    assert "Cabinet" not in out
    assert "structure=societe" in out
    assert "La société" not in call("show", "cartes-commande", "--cite").out


def test_a_citation_without_a_path_has_no_replay_line(call):
    out = call("show", "dmp-imagerie", "--cite").out
    assert "segur-faq ask" not in out
    assert "segur-faq show dmp-imagerie@" in out


@pytest.mark.parametrize(
    ("pairs", "kept"),
    [
        (["couloir=hopital"], []),
        (["couloir=hopital", "produit=psc"], ["produit=psc"]),
        (["produit=dmp", "structure=societe"], ["produit=dmp"]),
    ],
)
def test_choices_that_do_not_lead_to_an_answer_are_no_way_back_to_it(pairs, kept, call):
    line = plain(call("show", "dmp-imagerie", *pairs, "--cite").out).partition("--replay ")[2]
    assert [word for word in line.strip("'\n").split() if "=" in word] == kept
    back = plain(call("show", "dmp-imagerie", *pairs).out).partition("Pour revenir ici : ")[2]
    assert back.split()[2:] == kept
    assert call("ask", "--replay", line or "dmp-imagerie@").code == 0


def test_a_citation_in_markdown_renders_as_a_quote(call):
    markdown_it = pytest.importorskip("markdown_it")
    out = call("show", "dmp-imagerie", "couloir=imagerie", "--cite", "-f", "markdown").out
    html = markdown_it.MarkdownIt().render(out)
    quote, _, rest = html.partition("</blockquote>")
    assert "<strong>Le RIS" in quote
    assert "obligation" in quote
    assert "ne dit pas quelle vague" in quote
    assert 'href="https://exemple.fr/page?f%5B0%5D=theme:591' in rest
    assert "<code>segur-faq show dmp-imagerie@" in rest
    assert "<code>segur-faq ask --replay 'couloir=imagerie dmp-imagerie@" in rest


def test_several_citations(call):
    ran = call("show", "dmp-imagerie", "cartes-commande", "--cite")
    assert ran.out.count("segur-faq show ") == 2
    lone = call("show", "dmp-imagerie", "--cite").out
    assert ran.out.startswith(lone)


def test_a_citation_of_what_is_not_there(call):
    ran = call("show", "dmp-imagerie", "zzz", "--cite")
    assert ran.code == 1
    assert "dmp-imagerie@" in ran.out
    assert "zzz" in ran.err


@pytest.mark.parametrize("chosen", ["json", "rich"])
def test_a_citation_has_two_forms_only(chosen, call):
    ran = call("show", "dmp-imagerie", "--cite", "-f", chosen)
    assert (ran.code, ran.out) == (2, "")


def test_a_citation_of_another_folder_leads_to_that_folder(call, tmp_path):
    folder = write_corpus(tmp_path / "mon corpus")
    out = call("show", "cartes-commande", "--cite", "--trees", str(folder)).out
    assert f"--trees '{folder}'" in out


# --- quoted yesterday --------------------------------------------------------------------------


def test_an_answer_that_has_not_changed(call, answer):
    ran = call("show", f"{answer.id}@{version_of(answer)}")
    assert ran.code == 0
    assert ran.out == call("show", answer.id).out
    assert version_of(answer) in ran.err


def test_an_answer_that_has_changed(call, answer, tmp_path):
    quoted = f"{answer.id}@{version_of(answer)}"
    edited = write_corpus(tmp_path, answers=ANSWERS.replace("Par une API", "Par deux API"))
    ran = call("show", quoted, "--trees", str(edited))
    assert ran.code == 1
    assert "Par deux API" in ran.out
    assert version_of(answer) in ran.err
    elsewhere = write_corpus(
        tmp_path, answers=ANSWERS.replace("found_by: [alimenter DMP, ", "found_by: [")
    )
    assert call("show", quoted, "--trees", str(elsewhere)).code == 0


@pytest.mark.parametrize(
    ("cited", "old", "new", "told"),
    [
        ("dmp-alimentation", "title: Le guide", "title: Ce guide", "[-Le-]{+Ce+} guide https:"),
        ("dmp-alimentation", "/guide}", "/notice}", "https://exemple.fr/"),
        (
            "dmp-alimentation",
            "{ref: page-officielle,",
            "{ref: oui-dire,",
            "[-page-officielle-] {+oui-dire+}",
        ),
        ("cartes-commande", "answer: cartes-couloirs", "answer: mssante-bal", "{+mssante-bal+}"),
    ],
)
def test_what_changed_is_told_wherever_it_is(cited, old, new, told, call, small_index, tmp_path):
    before = write_corpus(tmp_path / "before")
    assert old in ANSWERS
    after = write_corpus(tmp_path / "after", answers=ANSWERS.replace(old, new))
    quoted = f"{cited}@{version_of(small_index.corpus.answers_by_id[cited])}"
    ran = call("show", quoted, "--baseline", str(before), "--trees", str(after))
    assert ran.code == 1
    (change,) = (line for line in plain(ran.err).splitlines() if line.startswith("  "))
    assert told in change
    assert "{+" in change


# --- a line that is replayed -------------------------------------------------------------------


@pytest.mark.parametrize("chosen", ["text", "markdown"])
@pytest.mark.parametrize("before", ["", "Voici ce qu'on m'a répondu :\n\n"])
def test_a_citation_may_be_pasted_whole(chosen, before, call):
    cited = call("show", "dmp-imagerie", "couloir=imagerie", "--cite", "-f", chosen).out
    ran = call("ask", "--replay", before + cited)
    assert ran.code == 0
    assert "segur-faq ask couloir=imagerie" in ran.out


@pytest.mark.parametrize("pasted", ["« {} »", "`{}`", "Parcours : {}\n", "  {}"])
def test_a_command_may_be_pasted_as_it_was_written(pasted, call):
    cited = call("show", "dmp-imagerie", "couloir=imagerie", "--cite").out
    command = cited[cited.rindex("segur-faq ask") :].strip()
    assert call("ask", "--replay", pasted.format(command)).code == 0


@pytest.mark.parametrize(
    ("gone", "near"),
    [("couloir=imagri", "imagerie"), ("structure=sociéte-x", "societe"), ("lieu=ici", "couloir")],
)
def test_a_choice_that_is_gone_is_told_and_the_answer_compared(gone, near, call, answer):
    quoted = f"{answer.id}@{version_of(answer)}"
    ran = call("ask", "--replay", f"produit=dmp '{gone}' {quoted}")
    assert ran.code == 1
    assert answer.short in ran.out
    assert gone in ran.err
    assert near in ran.err
    assert "n'a pas changé" in ran.err
    assert call("ask", "--replay", f"produit=dmp '{gone}'").code == 2  # nothing else to tell


def test_a_quoted_answer_that_is_gone_gets_the_nearest(call):
    ran = call("ask", "--replay", "couloir=imagerie dmp-imageri@00000000")
    assert (ran.code, ran.out) == (1, "")
    assert "« dmp-imagerie »" in plain(ran.err)
    assert "segur-faq search" in call("ask", "--replay", "xqzt@00000000").err
    assert call("ask", "--replay", "@").code == 2


def test_each_of_several_is_told(call, answer):
    ran = call("show", f"{answer.id}@{version_of(answer)}", "cartes-commande@00000000")
    assert ran.code == 1
    first, second, *_ = plain(ran.err).splitlines()
    assert first.startswith(f"« {answer.id} » n'a pas changé")
    assert second.startswith("« cartes-commande » a changé")
    assert call("show", "cartes-commande", f"{answer.id}@{version_of(answer)}").code == 0


def test_a_former_id_with_a_version(call, small_index):
    now = version_of(small_index.corpus.answers_by_id["dmp-hopital"])
    assert call("show", f"dmp-etablissement@{now}").code == 0
    assert call("show", "dmp-etablissement@00000000").code == 1


def test_an_id_that_is_unknown_with_a_version(call):
    ran = call("show", "dmp-imageri@00000000")
    assert (ran.code, ran.out) == (1, "")
    assert "dmp-imagerie" in ran.err


def test_a_version_and_a_field(call, answer):
    ran = call("show", f"{answer.id}@00000000", "--field", "short")
    assert (ran.code, ran.out) == (1, f"{answer.short}\n")


# --- why ---------------------------------------------------------------------------------------


def test_why_names_what_selected_what_did_not_and_what_would_lead_elsewhere(call):
    ran = call("show", "dmp-imagerie", "couloir=imagerie", "produit=psc", "vague=1", "--why")
    assert ran.code == 0
    said = plain(ran.out).partition("Pourquoi cette réponse")[2]
    named, anyway, *elsewhere = said.strip().splitlines()
    assert "Couloir = Imagerie" in named
    assert "PSC" in named
    assert anyway.endswith("Vague.")
    assert any("Couloir" in line for line in elsewhere)


def test_why_not(call):
    said = plain(call("show", "dmp-imagerie", "couloir=hopital", "--why").out)
    assert "Couloir = Hôpital : elle n'y est pas" in said
    assert "Mènerait ailleurs" not in said


def test_why_wants_choices(call):
    for more in ([], ["couloir=-"]):
        assert call("show", "dmp-imagerie", *more, "--why").code == 2
