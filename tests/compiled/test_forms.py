"""Forms packed together, and the JSON that is put together from its members."""

import json
import zlib

import pytest
from compiled.folders import read
from hypothesis import given
from hypothesis import strategies as st
from journey.corpora import thorough

from segur_faq.compiled.forms import (
    ANSWER_FORMS,
    TERM_FORMS,
    json_list,
    json_members,
    json_object,
    pack,
    unpack,
)
from segur_faq.corpus.keys import FIELDS
from segur_faq.render import json as documents
from segur_faq.render.card import card_of
from segur_faq.render.fields import field_text

FORMS = st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"])), min_size=1)


@given(FORMS)
@thorough(60)
def test_what_is_packed_is_unpacked(forms):
    assert unpack(pack(forms)) == forms


@pytest.mark.parametrize(
    "blob", [b"", b"x", zlib.compress(b"\xff"), pack(["a" * 999])[:-1], None, 3]
)
def test_what_was_not_packed_is_refused(blob):
    with pytest.raises((zlib.error, UnicodeDecodeError, TypeError)):
        unpack(blob)


@pytest.mark.parametrize("values", [[1], [1, 2], ["\n}", '"', "\u2028", {"a": []}], [{}, [], None]])
def test_documents_put_together_are_those_of_render(values):
    objects = [{"a": value, "b": [value, value], "c": {"d": {"e": value}}} for value in values]
    members = [json_members(documents.dumps(value)) for value in objects]
    assert json_object(members[0]) == documents.dumps(objects[0])
    assert json_list("clé", members) == documents.dumps({"clé": objects})
    assert json.loads(json_list("clé", members))["clé"] == objects


def test_the_forms_of_an_answer_are_in_the_order_in_which_they_are_looked_up(compiled):
    """The fast lane knows them by their position, and checks the first field, which is the id."""
    from segur_faq.compiled.opening import open_compiled

    assert FIELDS[0] == "id"
    corpus = read(compiled).corpus
    connection = open_compiled(str(compiled))
    rows = connection.execute("SELECT id, forms FROM answers").fetchall()
    connection.close()
    assert len(rows) == len(corpus.answers)
    for answer_id, blob in rows:
        card = card_of(corpus, corpus.answers_by_id[answer_id])
        forms = unpack(blob)
        assert len(forms) == len(ANSWER_FORMS) + len(FIELDS)
        assert forms[len(ANSWER_FORMS) :] == [field_text(card, field) for field in FIELDS]
    assert TERM_FORMS[0] == ANSWER_FORMS[0] == "text"
