"""Searches an index through `tantivy`, as a script of ten lines would: FOLDER TEXT."""

import sys

import tantivy

path, text = sys.argv[1:]
index = tantivy.Index.open(path)
searcher = index.searcher()
fields = ["question", "short", "body", "found_by"]
query = index.parse_query(text, fields, field_boosts={"question": 3.0})
for number, (_, address) in enumerate(searcher.search(query, 10).hits, start=1):
    document = searcher.doc(address)
    print(f"{number}. {document['question'][0]}\n   {document['id'][0]}")
