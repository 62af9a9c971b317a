"""The keys of an answer, in the order in which they are written."""

ANSWER_KEYS = (
    "id", "question", "applies", "except", "short", "body", "follow_up", "links", "caveat",
    "sources", "found_by", "see_also", "former_ids",
)  # fmt: skip

FIELDS = (*ANSWER_KEYS, "terms", "version")
"""What can be shown of an answer: its keys, its acronyms, and the version of its content."""
