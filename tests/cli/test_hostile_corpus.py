"""A corpus is data: whatever stands in it, the terminal obeys nothing and nothing is lost."""

import io
import json
import sys

import pytest
from cli.program import plain
from cli.small_corpus import ANSWERS, CASCADE, write_corpus

CONTROL = {
    "a colour": "\x1b[31mrouge",
    "a bell": "ding\x07",
    "a link that hides its target": "\x1b]8;;https://mal.example\x1b\\clic\x1b]8;;\x1b\\",
    "a title": "\x1b]0;titre\x07",
    "eight-bit codes": "\x9b31mrouge",
    "a carriage return": "Oui\rNon",
    "a backspace": "Oui\x08\x08\x08Non",
    "right-to-left": "abc\u202edcba",
    "an isolate": "\u2066abc\u2069",
    "a zero-width space": "a\u200bb",
    "a line separator": "a\u2028b",
    "a null": "a\x00b",
}
MARKUP = {
    "rich markup": "[/] [bold]gras[/bold] [red] [link=https://x.fr]y[/link]",
    "an emoji name": ":warning: :heart:",
    "html": "<script>alert(1)</script>",
    "an image": "![x](javascript:alert(1))",
    "a script as a link": "[x](javascript:alert(1))",
    "a long word": "anticonstitutionnellement" * 20,
    "format characters": "%s {} {0} $HOME `id` $(id)",
    "quotes": "a \"b\" 'c' \\ d",
    "a tab": "a\tb",
    "csv": '=1+1,"x";y',
    "wide characters": "漢字 " * 20,
}
EVERYWHERE = [
    ["show", "dmp-imagerie"], ["show", "dmp-imagerie", "-f", "rich"],
    ["show", "dmp-imagerie", "-f", "markdown"], ["show", "dmp-imagerie", "-f", "json"],
    ["show", "dmp-imagerie", "--field", "question"], ["show", "dmp-alimentation"],
    *(["show", "cartes-commande", "-f", f] for f in ("text", "rich", "markdown", "json")),
    ["show", "cartes-commande", "structure=cabinet", "--cite"],
    ["ask", "structure=cabinet", "--no-input"],
    ["list"], ["list", "-f", "json"], ["list", "-f", "csv"], ["list", "-f", "ids"],
    ["tree"], ["tree", "-f", "json"], ["tree", "-f", "mermaid"], ["tree", "-f", "dot"],
    ["ask", "--no-input"], ["ask", "couloir=imagerie", "produit=psc", "--no-input"], ["lint"],
    ["define", "DMP"], ["coverage"],
]  # fmt: skip
OBEYED = set("\x1b\x07\x9b\r\x08\x00\u202e\u2066\u2069\u200b\u2028")


def write_hostile(folder, text, code=False):
    """Put a text in every kind of place; `code` writes it by YAML's own escapes."""
    if code:
        inside = "".join(f"\\U{ord(c):08x}" if not c.isalnum() else c for c in text)
        quoted = f'"{inside}"'
    else:
        quoted = "'" + text.replace("'", "''") + "'"
    answers = (
        ANSWERS.replace("Oui, c'est une obligation.", quoted)
        .replace("Le RIS doit-il alimenter le DMP par Pro Santé Connect ?", quoted)
        .replace("La réponse d'origine ne dit pas quelle vague elle vise.", quoted)
        .replace("{title: Le guide, url", f"{{title: {quoted}, url")
        .replace("Quelle est votre structure ?", quoted)
        .replace("Le statut est sur l'annonce légale.", quoted)
        .replace("Cabinet libéral", quoted)
        .replace("Le praticien commande lui-même.", quoted)
    )
    cascade = CASCADE.replace("label: Imagerie,", f"label: {quoted},").replace(
        "name: Couloir", f"name: {quoted}"
    )
    return write_corpus(folder, answers=answers, cascade=cascade)


@pytest.mark.parametrize("code", [False, True], ids=["raw", "written by a code"])
@pytest.mark.parametrize("name", CONTROL)
def test_what_a_terminal_would_obey_is_refused_by_reading(name, code, call, tmp_path):
    write_hostile(tmp_path, CONTROL[name], code)
    refused = code or name != "a carriage return"  # in a YAML file, one is a line break
    for words in (
        ["show", "dmp-imagerie"],
        ["show", "cartes-commande"],
        ["list"],
        ["tree"],
        ["ask", "--no-input"],
        ["lint"],
    ):
        ran = call(*words, "--trees", str(tmp_path))
        # Whatever the text, it makes no question: lint says that at least.
        assert ran.code == (1 if words == ["lint"] else 2 if refused else 0)
        assert not set(ran.out + ran.err) & OBEYED
        assert str(tmp_path) in ran.out + ran.err or not refused


@pytest.mark.parametrize("name", MARKUP)
def test_what_is_not_refused_is_shown_as_the_text_that_it_is(name, call, tmp_path):
    text = MARKUP[name]
    write_hostile(tmp_path, text)
    trees = ["--trees", str(tmp_path)]
    for words in EVERYWHERE:
        ran = call(*words, *trees)
        # Such a text is no question: lint says so, in words that are harmless too.
        assert ran.code in ((0, 1) if words[0] == "lint" else (0,)), (words, ran.err)
        assert not set(ran.out + ran.err) & OBEYED
    squeezed = "".join(text.split())
    shown = plain(call("show", "dmp-imagerie", *trees).out)
    assert shown.count(text.strip()) >= 3
    rich = call("show", "dmp-imagerie", "-f", "rich", *trees).out
    assert squeezed in "".join(rich.replace("│", "").split())
    value = json.loads(call("show", "dmp-imagerie", "-f", "json", *trees).out)
    assert value["short"] == value["question"] == value["caveat"] == text.strip()
    assert text.strip() in call("tree", *trees).out
    asked = plain(call("show", "cartes-commande", *trees).out)
    assert asked.count(text.strip()) >= 4
    value = json.loads(call("show", "cartes-commande", "-f", "json", *trees).out)["follow_up"]
    assert value["question"] == value["help"] == value["options"][1]["text"] == text.strip()


@pytest.mark.parametrize("name", MARKUP)
def test_journeys_show_it_too(name, call, tmp_path, monkeypatch):
    write_hostile(tmp_path, MARKUP[name])
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n?\n5\n3\nq\n"))
    ran = call("ask", "--simple", "--trees", str(tmp_path))
    assert ran.code == 0
    assert MARKUP[name].strip() in plain(ran.err)
    assert MARKUP[name].strip() in plain(ran.out)
    assert not set(ran.out + ran.err) & OBEYED


@pytest.mark.parametrize(
    "body", ["a&#13;b", "a&#27;[31mb", "&#x202E;abc", "<https://x.fr/%1B[31m%07%0D>", "&#x9b;31m",
             "`&#27;`", "[a](https://x.fr/%1B)", "![a&#13;b](https://x.fr)"],
)  # fmt: skip
@pytest.mark.parametrize("chosen", ["text", "rich", "markdown", "json"])
def test_markdown_has_ways_to_write_them_that_are_not_obeyed_either(body, chosen, call, tmp_path):
    write_corpus(tmp_path, answers=ANSWERS.replace("Une BAL est une boîte aux lettres.", body))
    ran = call("show", "mssante-bal", "-f", chosen, "--trees", str(tmp_path))
    assert ran.code == 0
    assert not set(ran.out + ran.err) & OBEYED
