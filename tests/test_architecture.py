"""Where code may live: which room imports which, what is loaded when, and what the core knows."""

import ast
import functools
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from compiled.folders import compile_now, old_corpus

import segur_faq
from segur_faq.corpus.locate import locate
from segur_faq.text import fold

PACKAGE = Path(segur_faq.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

ARROWS = {
    "corpus": set(),
    "journey": {"corpus"},
    "history": {"corpus"},
    "lint": {"corpus", "search"},
    "schema": {"corpus"},
    "search": {"corpus"},
    "feedback": {"corpus"},
    "render": {"corpus", "journey", "search", "feedback"},
    "prompts": {"corpus", "journey"},
    "compiled": {"corpus", "render", "search"},
    "scripted": {"corpus", "compiled", "render", "search"},
    "cli": {
        "corpus",
        "journey",
        "lint",
        "schema",
        "search",
        "render",
        "prompts",
        "compiled",
        "history",
        "feedback",
    },
}
"""Room -> the rooms that it may import, beside itself; the modules at the top are for everyone."""

MORE_ARROWS = {
    ("lint.reports", "render.json"),
    ("lint.rules.content.unfindable", "render.plain"),
    ("lint.rules.reading.stale_schema", "schema.files"),
    ("history.reports", "render.json"),
}
"""What one part of a room may import beyond that."""

SHARED = {"commands", "errors", "text"}
"""The modules at the top that any room may import; they import none."""

TERMINAL = ("typer", "rich", "questionary", "prompt_toolkit")
HEAVY = (*TERMINAL, "pydantic", "jsonschema")

LONG = 300
LONGER = {}
"""Modules over the limit, with the reason why they stay whole."""


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def dotted(path: Path) -> str:
    """Give a module's name below the package: `corpus.index`, or the empty name of the top."""
    return (
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        .removesuffix("__init__")
        .strip(".")
    )


NAMES = {dotted(path) for path in MODULES}


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports(path: Path, whole: bool = True) -> Iterator[str]:
    """Yield the modules of the package that a module imports; `whole` includes late imports."""
    nodes = ast.walk(tree(path)) if whole else at_import(tree(path))
    for node in nodes:
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}:{node.lineno} is a relative import"
            base = node.module or ""
            found = [
                f"{base}.{a.name}" if f"{base}.{a.name}".partition(".")[2] in NAMES else base
                for a in node.names
            ]
        else:
            continue
        for name in found:
            top, _, below = name.partition(".")
            if top == "segur_faq":
                yield below


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Walk what runs when a module is imported: everything but the bodies of functions."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from at_import(child)


def outside(path: Path) -> Iterator[str]:
    """Yield the top names of what a module imports from elsewhere."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield (node.module or "").partition(".")[0]


def room(name: str) -> str:
    return name.partition(".")[0]


# --- arrows ----------------------------------------------------------------------------------


def test_arrows_run_one_way():
    wrong = [
        f"{dotted(path)} imports {name}"
        for path in MODULES
        for name in imports(path)
        if room(dotted(path)) in ARROWS and not may_import(dotted(path), name)
    ]
    assert wrong == []


def may_import(here: str, name: str) -> bool:
    if room(name) in {"", room(here), *SHARED, *ARROWS[room(here)]}:
        return True
    return any(here.startswith(part) and name == target for part, target in MORE_ARROWS)


def test_every_room_has_its_arrows():
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert rooms <= set(ARROWS)


def test_what_is_shared_imports_no_room():
    for name in SHARED:
        assert {room(below) for below in imports(PACKAGE / f"{name}.py")} <= SHARED


def test_rooms_do_not_import_one_another_in_a_circle():
    edges: dict[str, set[str]] = {}
    for path in MODULES:
        here = room(dotted(path))
        edges.setdefault(here, set()).update(room(name) for name in imports(path))
    assert circle({here: below - {here} for here, below in edges.items()}) == []


def test_modules_do_not_import_one_another_in_a_circle():
    edges = {dotted(path): set(imports(path, whole=False)) - {""} for path in MODULES}
    assert circle(edges) == []


def circle(edges: dict[str, set[str]]) -> list[str]:
    """Give what is left once everything that depends on nothing left has been taken away."""
    left = dict(edges)
    while free := [name for name, below in left.items() if not below & set(left)]:
        for name in free:
            del left[name]
    return sorted(left)


def test_a_circle_would_be_seen():
    assert circle({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert circle({"a": {"b"}, "b": {"a"}, "c": {"a"}}) == ["a", "b", "c"]


def test_libraries_of_the_terminal_stay_in_their_rooms():
    """Typer has one door, so that its words are French; the core knows none of them."""
    doors = {
        "typer": ("cli/french.py",),
        "rich": ("render/terminal.py", "render/table.py", "render/marked.py"),
        "questionary": ("prompts/",),
        "prompt_toolkit": ("prompts/",),
        "yaml": ("corpus/nodes.py",),
    }
    wrong = [
        f"{named(path)} imports {library}"
        for path in MODULES
        for library in set(outside(path)) & set(doors)
        if not named(path).startswith(doors[library])
    ]
    assert wrong == []


# --- what is loaded --------------------------------------------------------------------------


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        stdin=subprocess.DEVNULL,
    )


def loaded_by_importing(names: list[str]) -> set[str]:
    """Give the top names of all modules there are, after importing some in a new process."""
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(*sys.modules, sep='\\n')"
    )
    done = run(code, *names)
    assert set(names) <= set(done.stdout.split())
    return {name.partition(".")[0] for name in done.stdout.split()}


def below(*rooms: str) -> list[str]:
    return [f"segur_faq.{dotted(path)}" for path in MODULES if room(dotted(path)) in rooms]


def test_the_core_loads_nothing_of_the_terminal():
    names = below("corpus", "journey", "lint", "search", "feedback")
    assert len(names) > 30
    assert not loaded_by_importing(names) & set(HEAVY)


def test_plain_formats_load_nothing_of_the_terminal():
    formats = ("plain", "json", "markdown", "listing", "fields", "card")
    loaded = loaded_by_importing([f"segur_faq.render.{name}" for name in formats])
    assert not loaded & {*HEAVY, "markdown_it"}


SHOW = """
import sys
from segur_faq.cli.main import main
code = main(sys.argv[1:])
print(*sys.modules, sep="\\n", file=sys.stderr)
raise SystemExit(code)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "ID"],
        ["show", "ID", "--format", "json"],
        ["show", "ID", "--format", "markdown"],
        ["show", "ID", "--field", "short"],
        ["list"],
        ["list", "--format", "csv"],
        ["lint"],
    ],
    ids=" ".join,
)
def test_a_command_in_a_pipe_loads_only_what_it_uses(arguments):
    path = sorted(locate().glob("answers/*.yaml"))[0]
    found = re.search(r"^ *- id: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    done = run(SHOW, *(found[1] if a == "ID" else a for a in arguments))
    assert done.stdout or arguments == ["lint"]  # which has nothing to say of a sound corpus
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert "segur_faq" in loaded
    unused = {*HEAVY, "unittest", "hypothesis"} - {"typer"}
    assert not loaded & unused
    assert "segur_faq.prompts" not in done.stderr.split()


THROUGH_THE_DOOR = """
import os, sys
from segur_faq.start import main
code = main()
with open(os.environ["LOADED"], "w") as file: print(*sys.modules, sep="\\n", file=file)
raise SystemExit(code)
"""
BARE = """
import os, sys, _sqlite3, zlib
with open(os.environ["LOADED"], "w") as file: print(*sys.modules, sep="\\n", file=file)
"""
"""What opening a compiled file takes: the public `sqlite3` would bring dates and patterns."""

OPENING = {
    "", "start", "scripted", "scripted.lane", "scripted.shell", "compiled", "compiled.opening",
    "compiled.place", "compiled.stamps", "corpus", "corpus.folder",
}  # fmt: skip
SEARCHING = {
    "render", "render.found", "search", "search.analysis", "search.finding", "search.limits",
    "search.query", "search.ranking", "search.spelling", "search.stopwords", "text",
}  # fmt: skip
SCRIPTED = {
    "show dmp-imagerie": {"scripted.show", "compiled.forms"},
    "show dmp-imagerie -f markdown": {"scripted.show", "compiled.forms"},
    "show dmp-imagerie mssante-bal -f json": {"scripted.show", "compiled.forms"},
    "show dmp-imagerie --field short": {"scripted.show", "compiled.forms", "corpus.keys"},
    "define DMP": {"scripted.define", "compiled.forms", "text", "unicodedata"},
    "define DMP BAL -f json": {"scripted.define", "compiled.forms", "text", "unicodedata"},
    "search dmp hôpital": {"scripted.search", *SEARCHING, "unicodedata"},
    "search dmp couloir=imagerie -f ids": {"scripted.search", *SEARCHING, "unicodedata"},
    # Unknown words are stemmed; and JSON that is not ready made is written by Python's own.
    "search alimentr": {"scripted.search", *SEARCHING, "unicodedata", "Stemmer"},
    "search dmp -f json": {"scripted.search", *SEARCHING, "unicodedata", "json"},
    "TAB show dmp-": {"scripted.completion", "commands"},
    "TAB define D": {"scripted.completion", "commands"},
    "TAB ask couloir=": {"scripted.completion", "commands"},
}
"""Command -> what it loads, beside `OPENING` and what a bare interpreter has."""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """The small corpus, and a cache where it is compiled; as variables."""
    folder = tmp_path_factory.mktemp("compiled")
    variables = {
        "SEGUR_FAQ_TREES": str(old_corpus(folder / "trees")),
        "SEGUR_FAQ_CACHE": str(folder / "cache"),
        "LOADED": str(folder / "loaded"),
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in variables.items():
            patch.setenv(name, value)
        compile_now(folder / "trees")
        run(BARE)
    bare = set((folder / "loaded").read_text().split())
    return variables, bare


@pytest.fixture
def loaded(compiled, monkeypatch):
    """Run a program on the compiled corpus; give the modules that were loaded then."""
    variables, _ = compiled
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    def loaded_by(code: str, *arguments: str) -> set[str]:
        path = Path(variables["LOADED"])
        path.unlink(missing_ok=True)
        assert run(code, *arguments).stdout
        return set(path.read_text().split())

    return loaded_by


@pytest.mark.parametrize("line", SCRIPTED)
def test_the_fast_lane_loads_next_to_nothing(line, loaded, compiled, monkeypatch):
    words = line.split()
    if words[0] == "TAB":
        line_begun = ["segur-faq", *words[1:]]
        monkeypatch.setenv("_SEGUR_FAQ_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", " ".join(line_begun))
        monkeypatch.setenv("COMP_CWORD", str(len(line_begun) - 1))
        words = []
    more = loaded(THROUGH_THE_DOOR, *words) - compiled[1]
    own = {name.partition(".")[2] for name in more if name.partition(".")[0] == "segur_faq"}
    assert own == OPENING | SCRIPTED[line] & NAMES
    others = {name for name in more if name.partition(".")[0] != "segur_faq"}
    if "json" in SCRIPTED[line]:  # which brings patterns
        assert not others & {"typing", "dataclasses", "pathlib", "datetime", "typer", "yaml"}
    elif "Stemmer" in SCRIPTED[line]:
        made_by = {name for name in others if "cython" in name}
        assert {name.partition(".")[0] for name in others - made_by} == {"unicodedata", "Stemmer"}
    else:
        assert others == SCRIPTED[line] - NAMES


IN_A_PIPE = SHOW.replace(
    'print(*sys.modules, sep="\\n", file=sys.stderr)',
    'print(*sys.modules, sep="\\n", file=open(os.environ["LOADED"], "w"))',
).replace("import sys", "import os, sys")


@pytest.mark.parametrize(
    "words",
    [["show", "dmp-imagerie"], ["list"], ["search", "dmp"], ["define", "DMP"], ["tree"]],
    ids=" ".join,
)
def test_the_ordinary_lane_reads_no_yaml_when_the_corpus_is_compiled(words, loaded):
    more = {name.partition(".")[0] for name in loaded(IN_A_PIPE, *words)}
    assert "typer" in more
    unused = {"yaml", "rich", "questionary", "prompt_toolkit", "pydantic", "jsonschema"}
    assert not more & unused


# --- what the code knows ---------------------------------------------------------------------

DOMAIN = re.compile("couloir|dispositif|segur")
PROGRAM = re.compile("segur[-_ ]?faq")

MAY_SAY = {
    "cli/": "its help texts name the FAQ and give examples",
}
"""Where a string, never an identifier, may hold a word of the domain, and why."""


def speaks_of_the_domain(text: str) -> bool:
    return DOMAIN.search(PROGRAM.sub("", fold(text))) is not None


def identifiers(path: Path) -> Iterator[str]:
    """Yield every name that a module gives or uses."""
    yield path.stem
    for node in ast.walk(tree(path)):
        for field in ("id", "attr", "name", "arg", "asname", "module"):
            value = getattr(node, field, None)
            if isinstance(value, str):
                yield value


def strings(path: Path) -> Iterator[str]:
    """Yield every string of a module that is not a docstring."""
    docstrings = set()
    for node in ast.walk(tree(path)):
        body = getattr(node, "body", None)
        for child in body if isinstance(body, list) else ():
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                docstrings.add(child.value)
    for node in ast.walk(tree(path)):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node not in docstrings
        ):
            yield node.value


def test_no_code_knows_the_words_of_the_domain():
    """Levels and options are data: another corpus must work as well as the one shipped."""
    wrong = []
    for path in MODULES:
        said = list(identifiers(path))
        if not named(path).startswith(tuple(MAY_SAY)):
            said += strings(path)
        wrong += [f"{named(path)}: {text}" for text in said if speaks_of_the_domain(text)]
    assert wrong == []


def test_the_words_of_the_domain_would_be_seen(tmp_path):
    for source in (
        "couloirs = 1",
        "x.Dispositif",
        "def f(le_couloir): ...",
        "x = 'FAQ du Ségur'",
        "x = f'{1} couloir'",
        "x = {'couloir': 1}",
    ):
        path = tmp_path / f"m{abs(hash(source))}.py"
        path.write_text(source, encoding="utf-8")
        assert any(map(speaks_of_the_domain, [*identifiers(path), *strings(path)])), source
    path = tmp_path / "fine.py"
    path.write_text('"""Le couloir."""\n# couloir\nx = "segur-faq ask", SEGUR_FAQ_TREES\n')
    assert not any(map(speaks_of_the_domain, [*identifiers(path), *strings(path)]))


def test_every_place_that_may_speak_does():
    """A leave that nobody takes any more is to be withdrawn."""
    for place in MAY_SAY:
        texts = [t for p in MODULES if named(p).startswith(place) for t in strings(p)]
        assert any(map(speaks_of_the_domain, texts)), place


# --- form ------------------------------------------------------------------------------------


def test_every_module_says_what_it_is_for():
    assert [named(path) for path in MODULES if not ast.get_docstring(tree(path))] == []


def test_no_module_is_long():
    lines = {named(p): len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    assert {name: n for name, n in lines.items() if n > LONG and name not in LONGER} == {}
    assert set(LONGER) <= set(lines)
