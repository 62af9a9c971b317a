"""What the peers read in place of the YAML: JSON, tldr pages, an FTS5 table, a tantivy index.

Also the schema of a file of answers, for the validators.
"""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FIELDS = ("question", "short", "body", "found_by")
SCHEMA = Path(__file__).with_name("answers.schema.json")


def json_file(home: Path) -> Path:
    """Name the whole corpus as one JSON document, for jq."""
    return home / "corpus.json"


def pages_folder(home: Path) -> Path:
    """Name the cache where tldr finds one page an answer."""
    return home / "pages"


def fts5_file(home: Path) -> Path:
    """Name a database with one FTS5 table, `texts`."""
    return home / "fts5.sqlite"


def tantivy_folder(home: Path) -> Path:
    """Name an index of tantivy."""
    return home / "tantivy"


def write_all(home: Path, answers: Iterable[dict[str, Any]]) -> None:
    """Write every form of a corpus beside it."""
    answers = list(answers)
    whole = {"format": 1, "answers": answers}
    json_file(home).write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")
    _write_pages(pages_folder(home) / "tldr" / "pages" / "common", answers)
    _write_fts5(fts5_file(home), answers)
    try:
        import tantivy
    except ImportError:
        return
    _write_tantivy(tantivy, tantivy_folder(home), answers)


def fields_of(answer: dict[str, Any]) -> tuple[str, ...]:
    """Give the texts of an answer that are searched."""
    return (*(answer[name] for name in FIELDS[:-1]), "\n".join(answer["found_by"]))


def _write_pages(folder: Path, answers: list[dict[str, Any]]) -> None:
    folder.mkdir(parents=True)
    for answer in answers:
        page = f"# {answer['id']}\n\n> {answer['question']}\n> {answer['short']}\n\n- Commande:\n\n"
        page += f"`segur-faq show {answer['id']}`\n"
        (folder / f"{answer['id']}.md").write_text(page, encoding="utf-8")


def _write_fts5(path: Path, answers: list[dict[str, Any]]) -> None:
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, question, short, body, found_by,"
        " tokenize='unicode61 remove_diacritics 2')"
    )
    connection.executemany(
        "INSERT INTO texts VALUES (?, ?, ?, ?, ?)", ((a["id"], *fields_of(a)) for a in answers)
    )
    connection.execute("INSERT INTO texts(texts) VALUES ('optimize')")
    connection.commit()
    connection.close()


def _write_tantivy(tantivy: Any, folder: Path, answers: list[dict[str, Any]]) -> None:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    for name in FIELDS:
        builder.add_text_field(name, stored=name == "question")
    folder.mkdir()
    index = tantivy.Index(builder.build(), path=str(folder))
    writer = index.writer()
    for answer in answers:
        texts = dict(zip(FIELDS, fields_of(answer), strict=True))
        writer.add_document(tantivy.Document(id=answer["id"], **texts))
    writer.commit()
    writer.wait_merging_threads()
