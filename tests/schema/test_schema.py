"""The schema accepts what is right, however it is written, and refuses what is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from cli.small_corpus import write_corpus
from lint.lint_cases import BASE, case_name, cases, lay
from schema.documents import CODES, Loader, accepts, load, schemas_of

from segur_faq.corpus.entries import KEYS
from segur_faq.corpus.files import read_files
from segur_faq.corpus.model import Answer, Corpus, Level, Option, Source
from segur_faq.corpus.problem import Problems
from segur_faq.schema import words
from segur_faq.schema.kinds import KINDS, schema_of

ROOT = Path(__file__).parents[2]
SCHEMAS = schemas_of(BASE)

FILES = {
    kind: (BASE / name).read_text("utf-8")
    for kind, name in {
        "answers": "answers/prets.yaml",
        "cascade": "cascade.yaml",
        "sources": "sources.yaml",
        "glossary": "glossary.yaml",
    }.items()
}
DURATION = "applies:\n      public: all\n      support: all\n      rayon: all\n"


def changed(kind: str, old: str, new: str) -> str:
    """Give a file of the healthy corpus with one thing written otherwise."""
    assert FILES[kind].count(old) >= 1, old
    return FILES[kind].replace(old, new, 1)


def test_editors_read_dates_as_texts():
    assert load("[2026-11-22, no, 12:30, 1, 1.10, true, ~, '1']") == [
        "2026-11-22", "no", "12:30", 1, 1.1, True, None, "1",
    ]  # fmt: skip
    assert Loader.yaml_implicit_resolvers is not Loader.__base__.yaml_implicit_resolvers


@pytest.mark.parametrize("kind", [*KINDS, "all"])
def test_a_schema_is_one(kind):
    jsonschema.Draft7Validator.check_schema(SCHEMAS[kind])


@pytest.fixture(params=["shipped", "base", "small"])
def corpus_folder(request, tmp_path):
    if request.param == "small":
        write_corpus(tmp_path)
        return tmp_path
    return ROOT / "trees" if request.param == "shipped" else BASE


@pytest.mark.timeout(180)
def test_a_public_validator_accepts_the_corpus(corpus_folder, tmp_path):
    files = list(read_files(corpus_folder, Problems()))
    schemas = schemas_of(corpus_folder)
    for file in files:
        assert accepts(schemas[file.kind], load(file.text)), file.name
    schema = tmp_path / "all.json"
    schema.write_text(json.dumps(schemas["all"]), "utf-8")
    # That of all kinds in one takes a second for each large file: some answers are enough.
    answers = [file.name for file in files if file.kind == "answers"]
    names = [*(file.name for file in files if file.kind != "answers"), *answers[::8]]
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *names],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


REFUSED = [
    # Keys.
    ("answers", "format: 1\n", ""),
    ("answers", "format: 1", "format: 2"),
    ("answers", "answers:", "reponses:"),
    ("answers", "    short: Trois semaines.\n", ""),
    ("answers", "    question: Combien de temps puis-je garder ce que j'emprunte\u00a0?\n", ""),
    ("answers", "short:", "shorts:"),
    ("answers", "short: Trois semaines.", "short:"),
    ("answers", "short: Trois semaines.", 'short: "  "'),
    ("answers", "short: Trois semaines.", "short: [Trois semaines.]"),
    ("answers", "caveat: Les", "caveat:\n      mais: Les"),
    ("answers", "- id: emprunt-duree", "- id: Emprunt-Duree"),
    ("answers", "- id: emprunt-duree", "- id: emprunt_duree"),
    ("answers", "- id: emprunt-duree", "- id: emprunt-durée"),
    ("answers", "- id: emprunt-duree", "- id: all"),
    # Conditions.
    ("answers", "public: all", "publics: all"),
    ("answers", "public: all", "public: tous"),
    ("answers", "public: all", "public: [all, adulte]"),
    ("answers", "public: all", "public: []"),
    ("answers", "public: all", "public:"),
    ("answers", "public: all", "public: [adultes]"),
    ("answers", "public: all", "public: [livre]"),
    ("answers", "public: all", "public: {adulte: oui}"),
    ("answers", "      public: all\n", ""),
    ("answers", "      rayon: all\n", ""),
    ("answers", "      annexe: all\n", ""),
    ("answers", "demarche: [emprunter]", "demarche: audiovisuel"),
    ("answers", "support: [jeu]}", "support: all}"),
    ("answers", "support: [jeu]}", "supports: [jeu]}"),
    ("answers", "annexe: all", "annexe: [3]"),
    ("answers", "annexe: all", "annexe: '3'"),
    # References and dates.
    ("answers", "ref: reglement", "ref: reglements"),
    ("answers", "ref: journal, read_on: 2026-01-16", "ref: journal"),
    ("answers", "read_on: 2026-01-15", "read_on: 15/01/2026"),
    ("answers", "read_on: 2026-01-15", "read_on: 2026-02-30"),
    ("answers", "read_on: 2026-01-15", "read_on: 2026-1-15"),
    ("answers", "read_on: 2026-01-15", "read_on: 2026-13-01"),
    ("answers", "see_also: [retard-penalite]", "see_also: [retard-penalites]"),
    # Follow-ups.
    ("answers", "id: nouveaute", "id: Nouveauté"),
    ("answers", "id: nouveaute", "id: rayon"),
    ("answers", "except: {public: [jeunesse], support: [jeu]}", "except: []"),
    ("answers", "      question: Est-ce une nouveauté\u00a0?\n", ""),
    ("answers", "help: Une", "aide: Une"),
    ("answers", "[fonds], answer: emprunt-duree", "[fonds], answer: emprunt-durees"),
    ("answers", ", aliases: [fonds], answer: emprunt-duree}", ", aliases: [fonds]}"),
    ("answers", "id: ancienne, label: Non,", "id: ancienne,"),
    ("answers", "id: ancienne, label", "label"),
    ("answers", "[fonds], answer: emprunt-duree", "[fonds], text: [Voyez.]"),
    ("answers", "aliases: [fonds]", "short_label: Non"),
    ("answers", "text: Une seule à la fois.", "answer: emprunt-duree"),  # and a question
    ("answers", "text: Elle se rend dans la semaine.", "texte: Elle se rend."),
    ("answers", "question: Quelqu'un l'attend-il\u00a0?", "titre: Quelqu'un"),
    ("answers", "see_also: [retard-penalite]", "see_also: retard-penalite"),
    ("answers", "former_ids: [duree-emprunt]", "former_ids: [Durée]"),
    ("answers", "found_by: [durée du prêt, prolonger]", "found_by: durée du prêt"),
    ("answers", "url: https://mediatheque.example/reglement", "url: mediatheque.example"),
    ("answers", "url: https://mediatheque.example/reglement", "url: javascript:alert(1)"),
    ("answers", "url: https://mediatheque.example/reglement", "url: https://a b"),
    ("answers", "title: Le règlement, ", ""),
    ("answers", "    sources:\n      - ref: reglement\n        read_on: 2026-01-15\n", ""),
    ("answers", "caveat:", "lint: {ignore: [unwritten-text]}\n    caveat:"),
    ("answers", "caveat:", "lint: {ignore: [nope], reason: Non.}\n    caveat:"),
    ("answers", "caveat:", "lint: {ignore: [], reason: Non.}\n    caveat:"),
    ("answers", "caveat:", "lint: {ignore: unwritten-text, reason: Non.}\n    caveat:"),
    # The other files.
    ("cascade", "title: FAQ de la médiathèque\n", ""),
    ("cascade", "name: Public", "nom: Public"),
    ("cascade", "asked: false", "asked: non"),
    ("cascade", "under: {support: [livre]}", "under: {support: all}"),
    ("cascade", "under: {support: [livre]}", "under: {}"),
    ("cascade", "under: {support: [livre]}", "under: {support: [livres]}"),
    ("cascade", "under: {support: [livre]}", "under: [livre]"),
    ("cascade", "{id: livre, label: Livre}", "{id: livre}"),
    ("cascade", "{id: livre, label: Livre}", "livre"),
    ("cascade", "aliases: [enfants]", "aliases: enfants"),
    ("cascade", "groups:\n", "gaps: [{where: {public: [adulte]}}]\ngroups:\n"),
    ("cascade", "audiovisuel: {support: [disque, jeu]}", "audiovisuel: [disque, jeu]"),
    ("cascade", "audiovisuel: {support: [disque, jeu]}", "audiovisuel: {support: [disque, film]}"),
    ("sources", "kind: official", "kind: officiel"),
    ("sources", "    publisher: Médiathèque\n", ""),
    ("sources", "dated: 2025-09-01", "dated: septembre 2025"),
    ("sources", "url: https://mediatheque.example/reglement", "url: www.mediatheque.example"),
    ("sources", "id: reglement", "id: Règlement"),
    ("glossary", ", expansion: Bande dessinée", ""),
    ("glossary", "synonyms: [bédé]", "synonymes: [bédé]"),
    ("glossary", "synonyms: [bédé]", "synonyms: bédé"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "old", "new"), REFUSED)
def test_what_is_wrong_is_refused(kind, old, new):
    document = load(changed(kind, old, new))
    assert not accepts(SCHEMAS[kind], document)
    assert not accepts(SCHEMAS["all"], document)


ACCEPTED = [
    *((kind, "format: 1", "format: 1") for kind in FILES),
    *((kind, "format: 1", "format: '1'") for kind in FILES),
    *((kind, "format: 1", "# Un mot.\n\nformat: 1") for kind in FILES),
    ("answers", "public: all", "public: 'all'"),
    ("answers", "public: all", "public: [all]"),
    ("answers", "public: all", "public: adulte"),
    ("answers", "demarche: [emprunter]", "demarche: [emprunter, emprunter]"),
    ("answers", "see_also: [retard-penalite]", "see_also: []"),
    ("answers", "public: all", "public:\n        - adulte\n        - 'jeunesse'"),
    ("answers", "support: [audiovisuel]", "support: audiovisuel"),
    ("answers", "support: [audiovisuel]", "support: [audiovisuel, livre]\n      rayon: all"),
    ("answers", "support: [audiovisuel]", "support: [disque]"),
    ("answers", "annexe: all", "annexe: ['1', \"2\"]"),
    ("answers", "annexe: all", "annexe: [1]"),
    ("answers", "annexe: all", "annexe: 2"),
    ("answers", "except: {public: [jeunesse], support: [jeu]}", "except: [{public: jeunesse}]"),
    ("answers", "short: Trois semaines.", "short: >-\n      Trois\n      semaines."),
    ("answers", "short: Trois semaines.", "short: 413"),
    ("answers", "found_by: [durée du prêt, prolonger]", "found_by: [413, 3.5]"),
    ("answers", "read_on: 2026-01-15", "read_on: '2026-01-15'"),
    ("answers", "read_on: 2026-01-15", "read_on: 2024-02-29"),
    ("answers", "url: https://mediatheque.example/reglement", "url: mailto:a@mediatheque.example"),
    ("answers", "url: https://mediatheque.example/reglement", "url: HTTPS://Mediatheque.example"),
    ("answers", "caveat:", "lint: {ignore: [unwritten-text], reason: Voulu.}\n    caveat:"),
    # Where rows are asked only in part, what asks for them must be seen through a group too.
    ("answers", f"{DURATION}", "applies:\n      public: all\n      support: [disque]\n"),
    ("answers", f"{DURATION}", "applies:\n      public: all\n      support: audiovisuel\n"),
    (
        "answers",
        f"    {DURATION}",
        "    except: {support: [livre]}\n    applies:\n      public: all\n      support: all\n",
    ),
    ("cascade", "asked: false", "asked: 'false'"),
    ("cascade", "asked: false", "asked: true"),
    ("cascade", '{id: "1", label: Centre}', "{id: 1, label: Centre}"),
    ("cascade", "label: Livre}", "label: 1984}"),
    ("cascade", "groups:\n", "gaps: [{where: {public: adulte}, reason: Rien.}]\ngroups:\n"),
    ("cascade", "groups:\n  audiovisuel: {support: [disque, jeu]}\n", ""),
]


@pytest.mark.parametrize(("kind", "old", "new"), ACCEPTED)
def test_what_is_right_is_accepted_however_it_is_written(kind, old, new):
    document = load(changed(kind, old, new))
    assert accepts(SCHEMAS[kind], document)
    assert accepts(SCHEMAS["all"], document)


NOT_THE_SAME_YAML = {
    "several-documents/marks-of-one-document": "a text is read here as a list of documents",
    "empty-value/words-that-are-not-empty": "an editor cannot tell the word `null` from nothing",
}
READ_ALIKE = [case for case in cases("valid") if case_name(case) not in NOT_THE_SAME_YAML]


@pytest.mark.parametrize("case", READ_ALIKE, ids=case_name)
def test_what_lint_finds_right_is_accepted(case, tmp_path):
    """A linter and an editor that disagree would leave nobody at ease."""
    directory = lay(case, tmp_path)
    schemas = schemas_of(directory)
    for file in read_files(directory, Problems()):
        assert accepts(schemas[file.kind], load(file.text)), file.name


SEEN_BY_BOTH = {
    "unknown-key", "missing-key", "wrong-type", "wrong-value", "unknown-option", "unknown-level",
    "unknown-source", "unknown-answer", "empty-value", "id-form",
}  # fmt: skip


@pytest.mark.parametrize(
    "case", [c for c in cases("invalid") if c.parent.name in SEEN_BY_BOTH], ids=case_name
)
def test_what_both_can_see_is_refused(case, tmp_path):
    directory = lay(case, tmp_path)
    schemas = schemas_of(directory)
    assert not all(
        accepts_text(schemas[file.kind], file.text) for file in read_files(directory, Problems())
    )


def accepts_text(schema, text):
    try:
        return accepts(schema, load(text))
    except yaml.YAMLError:
        return False


def test_every_key_is_explained_and_no_other():
    told = (
        words.ANSWER, words.FOLLOW_UP, words.FOLLOW_UP_OPTION, words.LINK, words.CITATION,
        words.LINT, words.LEVEL, words.OPTION, words.GAP, words.SOURCE, words.TERM,
    )  # fmt: skip
    assert [set(explained) for explained in told] == [set(keys) for keys in KEYS.values()]


@pytest.mark.parametrize("kind", [*KINDS, "all"])
def test_an_editor_never_shows_a_pattern(kind):
    """By default it says « String does not match the pattern of ^[0-9]{4}… »."""
    pending, patterns = [SCHEMAS[kind]], 0
    for value in pending:
        if isinstance(value, dict):
            if "type" in value and "pattern" in value:
                patterns += 1
                assert value["errorMessage"].endswith((".", "…")), value
            pending += value.values()
        elif isinstance(value, list):
            pending += value
    assert patterns > 3


def test_completion_and_hover_say_what_ids_mean():
    parts = SCHEMAS["answers"]["definitions"]
    assert {"const": "livre", "description": "Livre"} in parts["options-support"]["anyOf"]
    album = {"const": "album", "description": "Albums — Les albums ne se prêtent pas aux adultes."}
    assert album in parts["options-rayon"]["anyOf"]
    assert {"const": "audiovisuel", "description": "Groupe\u00a0: disque, jeu"} in parts[
        "options-support"
    ]["anyOf"]
    question = "Que se passe-t-il en cas de retard\u00a0?"
    assert {"const": "retard-penalite", "description": question} in parts["answer-id"]["anyOf"]
    assert "Trois semaines" in parts["answer"]["properties"]["short"]["markdownDescription"]


def test_a_large_corpus_lists_its_ids_in_one_go():
    """A validator tries `anyOf` one by one: of ten thousand ids that would take minutes."""
    answers = tuple(Answer(f"a-{n}", f"Question {n} ?", "Oui.", {}) for n in range(3000))
    schema = schema_of(Corpus("Grand", (), answers), "answers", CODES)
    among = schema["definitions"]["answer-id"]
    assert len(among["enum"]) == len(among["enumDescriptions"]) == 3000


def test_ids_out_of_the_ordinary_do_not_break_the_schema():
    """`lint` says that their form is wrong; the schema must still be one."""
    level = Level("a/b~c%d é", "Q ?", (Option("x/y", "X"), Option("all", "Tous")))
    source = Source("s", "S", "P", "official", "https://s.example", "2026-01-01")
    corpus = Corpus("T", (level,), (Answer("à", "Q ?", "Oui.", {}),), (source,))
    schema = schema_of(corpus, "answers", CODES)
    jsonschema.Draft7Validator.check_schema(schema)
    cited = [{"ref": "s", "read_on": "2026-01-01"}]
    answer = {"id": "a", "question": "Q ?", "short": "Oui.", "sources": cited}
    document = {"format": 1, "answers": [{**answer, "applies": {level.id: ["x/y"]}}]}
    assert accepts(schema, document)
    document["answers"][0]["applies"] = {level.id: ["z"]}
    assert not accepts(schema, document)
