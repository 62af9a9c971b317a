"""What the rules of typography repair: the mistake goes, nothing comes, nothing else changes."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lint.lint_cases import case_name, cases
from lint.typography import CODES, NAME, edited, found, reading_of

from segur_faq.corpus import nodes
from segur_faq.corpus.problem import Edit
from segur_faq.lint.finding import Finding

REPAIRS = set(CODES) - {"unclosed-quotation"}


def said(findings: list[tuple[str, Finding]]) -> Counter[tuple[str, str]]:
    return Counter((code, finding.message) for code, finding in findings)


def apart(edits: tuple[Edit, ...], others: tuple[Edit, ...]) -> bool:
    """Tell whether no change is made over or beside another."""
    return all(
        (a.end_line, a.end_column) < (b.line, b.column)
        or (b.end_line, b.end_column) < (a.line, a.column)
        for a in (edit.place for edit in edits)
        for b in (edit.place for edit in others)
    )


def repaired(text: str) -> str:
    """Make every repair, as often as there is one."""
    for _ in range(20):
        edits: tuple[Edit, ...] = ()
        for _, finding in found(text):
            if finding.fix and apart(finding.fix.edits, edits):
                edits += finding.fix.edits
        if not edits:
            return text
        text = edited(text, edits)
    raise AssertionError(f"repairs never end: {text!r}")


def shape(node: nodes.Node) -> object:
    """Give the structure of a file, with a hole in the place of each text."""
    if isinstance(node, nodes.Mapping):
        return {key: shape(value) for key, (_, value) in node.pairs.items()}
    return [shape(item) for item in node.items] if isinstance(node, nodes.Sequence) else ""


def texts(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Mapping):
        for key, (_, value) in node.pairs.items():
            yield key
            yield from texts(value)
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from texts(item)
    elif isinstance(node, nodes.Scalar):
        yield node.text


def words(text: str) -> str:
    """Give the letters and figures of a text, in order."""
    return "".join(c for c in text if c.isalnum() and c != "ʼ")


def assert_sound(text: str, is_likely: bool = True) -> None:
    """Hold each repair of a file, made alone, against all that may be asked of it.

    In a text that nobody would write, one repair may bring to light what another mistake hid.
    """
    before = found(text)
    root = reading_of(text).roots[NAME]
    for code, finding in before:
        if finding.fix is None:
            continue
        after = edited(text, finding.fix.edits)
        assert after != text
        said_after, said_before = said(found(after)), said(before)
        seen = code, finding.message
        assert not is_likely or said_after[seen] < said_before[seen], (finding, after)
        assert not is_likely or not said_after - said_before, (finding, after)

        changed = reading_of(after).roots[NAME]
        assert shape(changed) == shape(root)
        pairs = [
            (old, new) for old, new in zip(texts(root), texts(changed), strict=True) if old != new
        ]
        assert len(pairs) == (code != "ambiguous-scalar")  # quotes change no text at all
        for old, new in pairs:
            assert code in ("doubled-word", "numero") or words(new) == words(old)
    last = repaired(text)
    assert repaired(last) == last
    assert not [finding for _, finding in found(last) if finding.fix]


# Tables: every invalid case of the rules


def files_of_cases() -> list[Path]:
    folders = [case for case in cases("invalid") if case.parent.name in REPAIRS]
    return sorted(file for folder in folders for file in folder.rglob("answers/*.yaml"))


@pytest.mark.parametrize("file", files_of_cases(), ids=lambda f: case_name(f.parent.parent))
def test_each_repair_of_the_cases_is_sound(file: Path) -> None:
    text = file.read_text("utf-8")
    if not any(problem.code == "control-character" for problem in reading_of(text).problems):
        assert_sound(text)


def test_every_rule_that_repairs_is_in_the_cases() -> None:
    repairing = {
        code
        for file in files_of_cases()
        for code, finding in found(file.read_text("utf-8"))
        if finding.fix
    }
    assert repairing == REPAIRS


REPAIRED = [
    ("punctuation-space", "'L''avis ? Oui; non'", "'L''avis⍽? Oui⍽; non'"),
    ("punctuation-space", '"« Oui »: 1\\u0020!"', '"«⍽Oui⍽»⍽: 1⍽!"'),
    ("punctuation-space", ">-\n      Un texte\n      ; la suite", ">-\n      Un texte⍽; la suite"),
    ("punctuation-space", "Un mot , deux # , trois", "Un mot, deux # , trois"),
    ("quotation-marks", 'Le "mot" et “ l\'autre ”', "Le «⍽mot⍽» et «⍽l'autre⍽»"),
    ("quotation-marks", '"Le \\"mot\\""', '"Le «⍽mot⍽»"'),
    ("quotation-marks", "'«⍽Le <<mot>>⍽»'", "'«⍽Le “mot”⍽»'"),
    ("quotation-marks", "un << mot >>", "un «⍽mot⍽»"),
    ("numero", "La loi no 78-17", "La loi n°⍽78-17"),
    ("numero", "L'annexe N °2 et n°A", "L'annexe N°⍽2 et n°⍽A"),
    ("doubled-word", "|-\n      la fin de\n      de la nuit", "|-\n      la fin de la nuit"),
    ("doubled-word", "Le le prêt de de de l'an", "Le prêt de l'an"),
    ("doubled-space", "Un  mot, 12⍽ 000", "Un mot, 12⍽000"),
    ("doubled-space", ">-\n      Un mot \n      et deux", ">-\n      Un mot\n      et deux"),
    (
        "doubled-space",
        "|-\n      Un \n      deux   \n      trois",
        "|-\n      Un\n      deux  \n      trois",
    ),
    ("apostrophe", "'L´avis, l'''' autre'", "'L''avis, l'''' autre'"),
    ("apostrophe", "L`avis et l`ordre", "L'avis et l'ordre"),
    ("apostrophe", "L' avis qu il a", "L'avis qu'il a"),
    ("doubled-punctuation", "Un,, deux, etc...", "Un, deux, etc."),
    ("odd-character", "Un\u2009mot, 12\u2009000\u2009?", "Un mot, 12⍽000⍽?"),
    ("odd-character", '"Un\\u2009mot"', '"Un mot"'),
    ("ambiguous-scalar", "1.10 # prix", '"1.10" # prix'),
]


@pytest.mark.parametrize(("code", "wrong", "right"), REPAIRED)
def test_what_each_rule_writes(code: str, wrong: str, right: str) -> None:
    key = "body" if wrong.startswith("|") else "short"
    text, wanted = (f"answers:\n  - {key}: {t}\n".replace("⍽", "\u00a0") for t in (wrong, right))
    edits = tuple(e for c, f in found(text) if c == code and f.fix for e in f.fix.edits)
    assert edited(text, edits) == wanted
    assert_sound(text)


# Any text

WORDS = st.sampled_from(
    ["le", "la", "de", "un", "Un", "mot", "mots", "est", "qui", "oui", "l'avis", "d’une", "12", "3",
     "DMP", "à", "ici", "rendez-vous", "https://a.example/?b", "`le code`", "**gras**", "10 %"]
)  # fmt: skip
JOINTS = st.sampled_from(
    [" ", " ", " ", "⍽", "  ", "\u2009", "\n", " ? ", "? ", "⍽? ", " ; ", "; ", " : ", ": ", "\n: ",
     " !\n", ", ", " , ", ",, ", ". ", " . ", "..\n", " etc... ", " etc. … ", " (", ") ",
     " « ", " » ", "« ", "» ", ' "', '" ', " “", "” ", " << ", " >>, ", " d' eux ", " l´ordre ",
     " qu elles ", " l''autre ", " n°", " n ° ",
     " no ", "⍽⍽", "\n\n", "\n- ", "  \n", " \n", "...", " : «", "\u202f! "]
)  # fmt: skip
LIKELY = st.lists(st.tuples(WORDS, JOINTS), min_size=1, max_size=8).map(
    lambda pairs: "".join(word + joint for word, joint in pairs).replace("⍽", "\u00a0") + "mot"
)
PIECES = st.sampled_from(
    ["de", "le", "mot", "est", "Le", "l'avis", "d'", "qu", "l", "à", "12", "n°", "no", "N", "DMP",
     " ", " ", " ", " ", "  ", "⍽", "\u202f", "\u2009", "?", "!", ";", ":", ",", ".", "...", "etc",
     "«", "»", '"', "“", "”", "(", ")", "'", "’", "´", "`", "‘", "<<", ">>", "*", "**", "- ", "\n",
     "\n", " \n", "  \n", "\n\n", "https://a.example/?b", "`code`", "et", "en", "1", "é", "…", "€"]
)  # fmt: skip
PROSE = st.lists(PIECES, min_size=1, max_size=14).map(lambda p: "".join(p).replace("⍽", "\u00a0"))


def written(text: str, style: str, key: str) -> str | None:
    """Write a text in a style of YAML; None when it cannot hold it."""
    below = "\n".join(" " * 6 + line if line else "" for line in text.split("\n"))
    value = {
        "|": f"|-\n{below}",
        ">": f">-\n{below}",
        "'": "'" + below.strip().replace("'", "''") + "'",
        '"': '"' + below.strip().replace('"', '\\"') + '"',
        "": below.strip(),
    }[style]
    whole = f"answers:\n  - {key}: {value}\n    id: a\n"
    try:
        parsed = yaml.safe_load(whole)
    except yaml.YAMLError:
        return None
    is_text = isinstance(parsed, dict) and isinstance(parsed["answers"][0].get(key), str)
    return whole if is_text and parsed["answers"][0].get("id") == "a" else None


STYLES = st.sampled_from(["|", ">", "'", '"', ""])
KEYS = st.sampled_from(["body", "short"])


@settings(max_examples=200, deadline=None)
@given(text=LIKELY, style=STYLES, key=KEYS)
def test_each_repair_of_a_likely_text_is_sound(text: str, style: str, key: str) -> None:
    whole = written(text, style, key)
    if whole is not None:
        assert_sound(whole)


@settings(max_examples=200, deadline=None)
@given(text=PROSE, style=STYLES, key=KEYS)
def test_repairs_of_any_text_come_to_an_end(text: str, style: str, key: str) -> None:
    whole = written(text, style, key)
    if whole is not None:
        assert_sound(whole, is_likely=False)


SCALARS = st.from_regex(r"[-+0-9a-fA-FxoyYnNeE_:.~ ]{1,12}", fullmatch=True)


@settings(max_examples=200, deadline=None)
@given(SCALARS | st.sampled_from(["yes", "No", "ON", "null", "~", "True", "2001-01-01 1:00:00 +1"]))
def test_what_another_tool_misreads_is_reported_and_quoted(value: str) -> None:
    text = f"answers:\n  - short: {value} # fin\n    id: a\n"
    try:
        read = yaml.safe_load(text)["answers"][0]["short"]
    except (yaml.YAMLError, ValueError):
        return  # `2001-99-99` is a date that no calendar has
    if not value.strip() or isinstance(read, (dict, list)):
        return
    findings = [f for code, f in found(text) if code == "ambiguous-scalar"]
    assert isinstance(read, str) or findings
    for finding in findings:
        if finding.fix:
            after = edited(text, finding.fix.edits)
            assert yaml.safe_load(after)["answers"][0]["short"] == value.strip()
            assert after.endswith(" # fin\n    id: a\n")
            assert not [f for code, f in found(after) if code == "ambiguous-scalar"]
