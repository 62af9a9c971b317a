"""What is run: for each corpus, the program's own command lines and those of its peers.

A peer that is not there gives no command. Everything is run from a folder that holds nothing.
"""

from dataclasses import replace
from pathlib import Path

from benchmarks import peers, rivals
from benchmarks.corpora import Corpus
from benchmarks.pairs import Command

CACHE = Path(__file__).resolve().parent / ".corpora" / "cache"
TEXT = "commander un certificat pour la messagerie sécurisée"
MISSPELT = "comander un certifcat pour la mesagerie sécurisée"
SPOKEN = (
    "Bonjour, nous éditons un logiciel pour les cabinets et je voudrais savoir comment commander "
    "un certificat pour la messagerie sécurisée, et sous quel délai nous pourrons l'installer. "
    "Merci d'avance pour votre aide, cordialement."
)
AJV, UNCHANGED = "ajv-cli", "segur-faq lint, corpus inchangé"
_TERM = "INS"
_HERE = Path(__file__).resolve().parent
_YAMLLINT = "{extends: default, rules: {line-length: disable, document-start: disable}}"


def bare() -> Command:
    """Give the least that a Python program can cost in the environment."""
    return Command("python -c pass", (str(peers.PYTHON), "-c", "pass"))


def segur_faq(corpus: Corpus, *words: str, name: str = "", shows: str = "") -> Command:
    """Give a command of the program on a corpus, as it is once installed."""
    variables = {"SEGUR_FAQ_TREES": str(corpus.trees), "SEGUR_FAQ_CACHE": str(CACHE)}
    program = str(peers.HOME / "bin" / "segur-faq")
    return Command(name or f"segur-faq {words[0]}", (program, *words), shows, variables)


def show(corpus: Corpus) -> Command:
    """Give the command that consultants run over and over."""
    return segur_faq(corpus, "show", corpus.answer_id, shows=f"Identifiant : {corpus.answer_id}")


def lookups(corpus: Corpus) -> list[Command]:
    """Give the ways of reading one answer whose id is known."""
    wanted = corpus.answer_id
    query = f'.answers[] | select(.id == "{wanted}")'
    files = corpus.answer_files
    tab = {"_SEGUR_FAQ_COMPLETE": "complete_bash", "COMP_CWORD": "2"}
    tab["COMP_WORDS"] = f"segur-faq\nshow\n{wanted[:-1]}"
    as_json = ("show", wanted, "--format", "json")
    completing = segur_faq(corpus, name="une touche Tab", shows=wanted)
    ours = [
        show(corpus),
        segur_faq(corpus, *as_json, name="show --format json", shows=f'"id": "{wanted}"'),
        segur_faq(corpus, "define", _TERM, shows=_TERM),
        Command(completing.name, completing.words, wanted, {**completing.variables, **tab}),
    ]
    pages = {"XDG_CACHE_HOME": str(rivals.pages_folder(corpus.home)), "TLDR_CACHE_MAX_AGE": "99999"}
    whole = str(rivals.json_file(corpus.home))
    return ours + _there(
        Command("tldr", ("tldr", wanted), f"segur-faq show {wanted}", pages),
        Command("yq", ("yq", query, *files), f'"id": "{wanted}"'),
        Command("jq", ("jq", query, whole), f'"id": "{wanted}"'),
        Command("ripgrep", ("rg", "--after-context=25", f"^  - id: {wanted}$", *files), "short:"),
    )


def searches(corpus: Corpus) -> list[Command]:
    """Give the ways of searching a corpus for a few words."""
    python = str(peers.PYTHON)
    any_word = "|".join(word for word in TEXT.split() if len(word) > 3)
    fts5 = (python, str(_HERE / "ask_fts5.py"), str(rivals.fts5_file(corpus.home)), TEXT)
    index = rivals.tantivy_folder(corpus.home)
    tantivy = (python, str(_HERE / "ask_tantivy.py"), str(index), TEXT)
    found = [
        segur_faq(corpus, "search", *TEXT.split(), shows="1. "),
        segur_faq(corpus, "search", *MISSPELT.split(), name="search, trois fautes", shows="1. "),
        segur_faq(corpus, "search", *SPOKEN.split(), name="search, phrase parlée", shows="1. "),
        Command("FTS5 par sqlite3", fts5, "1. "),
    ]
    if index.exists():
        found.append(Command("tantivy", tantivy, "1. "))
    words = ("rg", "--ignore-case", "--count", any_word, *corpus.answer_files)
    return found + _there(Command("ripgrep (mots)", words, ":"))


def checks(corpus: Corpus) -> list[Command]:
    """Give the ways of checking a corpus: all rules for lint, form or schema alone for peers."""
    files = corpus.answer_files
    schema = str(rivals.SCHEMA)
    again = replace(segur_faq(corpus, "lint", name=UNCHANGED, shows="réponses"), codes=(0, 1))
    variables = {**again.variables, "SEGUR_FAQ_CACHE": "0"}
    ours = replace(again, name="segur-faq lint", variables=variables)
    data = [word for file in files for word in ("-d", file)]
    return [
        ours,
        again,
        *_there(
            Command(AJV, ("ajv", "validate", "-s", schema, *data), f"{files[-1]} valid"),
            Command("check-jsonschema", ("check-jsonschema", "--schemafile", schema, *files), "ok"),
            Command("yamllint", ("yamllint", "-d", _YAMLLINT, str(corpus.trees)), codes=(0, 1)),
        ),
    ]


def _there(*commands: Command) -> list[Command]:
    """Give the commands whose program is there, by its path."""
    found = []
    for command in commands:
        program = peers.find(command.words[0])
        if program:
            words = (program, *command.words[1:])
            found.append(
                Command(command.name, words, command.shows, command.variables, command.codes)
            )
    return found
