"""Searches an FTS5 table through `sqlite3`, as a script of ten lines would: BASE TEXT."""

import sqlite3
import sys

path, text = sys.argv[1:]
rows = sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute(
    "SELECT id, question, short FROM texts WHERE texts MATCH ?"
    " ORDER BY bm25(texts, 0, 3, 1, 1, 1) LIMIT 10",
    (" OR ".join(f'"{word}"' for word in text.split()),),
)
for number, (answer_id, question, short) in enumerate(rows, start=1):
    print(f"{number}. {question}\n   {short}\n   {answer_id}")
