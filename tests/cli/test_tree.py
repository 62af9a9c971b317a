"""`tree`: the computed tree, in four formats, and never a hairball."""

import json

import pytest
from cli.program import plain
from cli.small_corpus import SOURCES, write_corpus


@pytest.fixture(scope="module")
def large_corpus(tmp_path_factory):
    """Nine options at each of three levels: few answers, but 729 ways through the questions."""
    names = "abc"
    levels = "".join(
        f"  - id: {name}\n    question: '{name} ?'\n    options:\n"
        + "".join(f"      - {{id: {name}{n}, label: Choix {name}{n}}}\n" for n in range(9))
        for name in names
    )
    answers = "".join(
        f"  - id: r-{name}{n}\n    question: '{name} {n} ?'\n    short: Oui.\n    applies: "
        f"{{{', '.join(f'{m}: [{m}{n}]' if m == name else f'{m}: all' for m in names)}}}\n"
        "    sources: [{ref: page-officielle, read_on: 2026-11-22}]\n"
        for name in names
        for n in range(9)
    )
    return write_corpus(
        tmp_path_factory.mktemp("large"),
        cascade=f"format: 1\ntitle: Grand\nlevels:\n{levels}",
        answers=f"format: 1\nanswers:\n{answers}",
        sources=SOURCES,
    )


def test_text_shows_questions_options_counts_and_ids(call):
    out = call("tree").out
    for text in ("Couloir", "Hôpital (5)", "Labels e-santé (2)", "label-candidature"):
        assert text in out


def test_a_path_starts_the_tree_further_down(call):
    out = call("tree", "couloir=hopital", "offre=segur").out
    assert "Hôpital" not in out
    assert "dmp-hopital" in out


@pytest.mark.parametrize("chosen", ["text", "json", "mermaid", "dot"])
def test_depth_limits_the_questions(chosen, call):
    whole = call("tree", "-f", chosen).out
    sizes = [len(call("tree", "-f", chosen, "--depth", str(n)).out) for n in (1, 2, 3)]
    assert sizes[0] < sizes[1] < sizes[2] == len(whole)


def test_json_is_nested_and_has_a_format(call):
    value = json.loads(call("tree", "-f", "json", "--depth", "1").out)
    assert value["format"] == 1
    assert value["level"] == "offre"
    assert [option["option"] for option in value["options"]] == ["segur", "labels"]


@pytest.mark.parametrize("chosen", ["mermaid", "dot"])
def test_a_drawing_that_nobody_would_read_is_refused(chosen, call, large_corpus):
    ran = call("tree", "-f", chosen, "--trees", str(large_corpus))
    assert (ran.code, ran.out) == (2, "")
    assert "--depth 1" in ran.err
    assert call("tree", "-f", chosen, "--depth", "1", "--trees", str(large_corpus)).code == 0


def test_the_advice_of_a_refusal_works(call, large_corpus):
    ran = call("tree", "-f", "mermaid", "--trees", str(large_corpus))
    words = plain(ran.err).partition("segur-faq tree ")[2].partition(" ;")[0].split()
    assert words
    assert call("tree", "-f", "mermaid", *words, "--trees", str(large_corpus)).code == 0


def test_a_text_that_is_too_long_is_cut_and_says_so(call, large_corpus):
    ran = call("tree", "--trees", str(large_corpus))
    assert ran.code == 0
    assert len(ran.out.splitlines()) < 1500
    assert "--depth" in ran.err
    assert call("tree", "--depth", "3", "--trees", str(large_corpus)).code == 2


HOSTILE = 'L\'un "a" # <script>alert(1)</script> \\'


@pytest.mark.parametrize("chosen", ["mermaid", "dot"])
def test_hostile_labels_stay_labels(chosen, call, tmp_path):
    from cli.small_corpus import CASCADE

    quoted = HOSTILE.replace("'", "''")
    write_corpus(tmp_path, cascade=CASCADE.replace("label: Imagerie", f"label: '{quoted}'"))
    ran = call("tree", "-f", chosen, "--trees", str(tmp_path), "offre=segur")
    assert ran.code == 0
    lines = [line for line in ran.out.splitlines() if "script" in line]
    assert lines
    for line in lines:
        if chosen == "mermaid":
            assert line.count('"') == 2
            assert "<" not in line
        else:
            assert r"\"a\" #" in line
            assert line.endswith(r'\\"];')
