"""Which answers come closest to a query, and why: candidates by full text, then a closer look.

Full text (BM25, the question weighing most) brings the candidates. They are ordered by three things
added up, each between 0 and 1: that full-text score beside the best one's; how much the closest
ways of asking resemble the query as a whole; how much of the query the answer's ways of asking
hold. Naming an option that the query names, or being outside it, weighs a little more or less.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _sqlite3 import Connection
    from collections.abc import Callable, Iterable

    from segur_faq.search.query import Query

SEPARATOR = "\x1f"
"""Between the parts of a column of the index: no text of a corpus holds control characters."""

FIRST_WAY = 4
"""In a profile, the ways of asking follow the stems of the id, short answer, body and acronyms."""

CANDIDATES = 40
MOST_STEMS = 16
"""The rarest stems of a query bring the candidates: the commonest would bring nearly everything."""

_BM25 = "bm25(texts, 3.0, 2.0, 1.5, 1.0, 0.3)"
_LIKENESS, _COVERAGE = 2.0, 0.5
_CLOSEST = 3
"""So many ways of asking are looked at: one may be close by chance, three are not."""

_NAMED, _OUTSIDE = 1.05, 0.9
"""What the score is multiplied by for an option of the query that the answer names, or excludes."""


class Hit:
    """An answer found, and why it stands where it does.

    Attributes:
        number: its position in the corpus.
        score: what orders the hits; comparable inside one search only.
        fulltext, likeness, coverage: the three parts of the score, each from 0 to 1.
        closest: which of the ways of asking resembles the query most; 0 is the question itself.
        named, outside: options of the query that the answer names, or does not hold for.
        stems: stems of the query that the answer holds.
    """

    __slots__ = (
        "closest", "coverage", "fulltext", "likeness", "named", "number", "outside", "score",
        "stems",
    )  # fmt: skip

    def __init__(self, number: int, fulltext: float) -> None:
        self.number = number
        self.fulltext = fulltext
        self.likeness = 0.0
        self.coverage = 0.0
        self.closest = 0
        self.named: list[tuple[str, str]] = []
        self.outside: list[tuple[str, str]] = []
        self.stems: list[str] = []
        self.score = 0.0


def rank(
    connection: "Connection", query: "Query", keep: "Callable[[int], bool] | None"
) -> list[Hit]:
    """Give the answers that hold something of a query, best first, at most `CANDIDATES`.

    Args:
        connection: a compiled corpus.
        query: what is sought.
        keep: tells whether the answer of a number may be given; None for all of them.
    """
    hits = _candidates(connection, query, keep)
    if not hits:
        return []
    values = query.values
    marks = ",".join("?" * len(hits))
    rows = connection.execute(
        f"SELECT number, profile FROM profiles WHERE number IN ({marks})",  # noqa: S608
        [hit.number for hit in hits],
    )
    profiles = dict(rows)
    masks = _masks(connection, query)
    for hit in hits:
        _look_closer(hit, profiles[hit.number], values)
        for option, (named, holding) in masks.items():
            if _bit(named, hit.number):
                hit.named.append(option)
            elif not _bit(holding, hit.number):
                hit.outside.append(option)
        hit.score = hit.fulltext + _LIKENESS * hit.likeness + _COVERAGE * hit.coverage
        hit.score *= _NAMED if hit.named else _OUTSIDE if hit.outside else 1.0
    hits.sort(key=lambda hit: (-hit.score, hit.number))
    return hits


def _candidates(
    connection: "Connection", query: "Query", keep: "Callable[[int], bool] | None"
) -> list[Hit]:
    rarest = sorted(query.rarity, key=lambda stem: (-query.rarity[stem], stem))[:MOST_STEMS]
    if not rarest:
        return []
    rows: Iterable[tuple[int, float]] = connection.execute(
        f"SELECT rowid, -{_BM25} AS score FROM texts WHERE texts MATCH ?"  # noqa: S608
        + f" ORDER BY score DESC, rowid LIMIT {CANDIDATES if keep is None else -1}",
        (" OR ".join(f'"{stem}"' for stem in rarest),),
    )
    hits: list[Hit] = []
    best = 0.0
    for number, score in rows:
        if keep is None or keep(number):
            best = best or score or 1.0
            hits.append(Hit(number, score / best))
            if len(hits) == CANDIDATES:
                break
    return hits


def _look_closer(hit: Hit, profile: str, values: dict[str, float]) -> None:
    """Compare the query with each way of asking for an answer."""
    slug, short, rest, related, *ways = (part.split() for part in profile.split(SEPARATOR))
    asked = set(slug).union(*(way[1:] for way in ways))
    whole = sum(values.values()) or 1.0
    likenesses = [_likeness(way, values, whole) for way in ways]
    hit.likeness = sum(sorted(likenesses, reverse=True)[:_CLOSEST]) / _CLOSEST
    hit.closest = likenesses.index(max(likenesses))
    hit.coverage = sum(value for stem, value in values.items() if stem in asked) / whole
    held = asked.union(short, rest, related)
    hit.stems = [stem for stem in values if stem in held]


def _likeness(way: list[str], values: dict[str, float], whole: float) -> float:
    """Compare a query with one way of asking: 1 when both hold the same stems, 0 when none.

    The way begins with the rarity of all its stems together, computed once when it was indexed.
    """
    shared = values.keys() & way
    if not shared:
        return 0.0
    # In an order of their own: that of a set changes from one run to the next, and the sum with it.
    worth = sum(sorted(values[stem] for stem in shared))
    length: float = (whole * float(way[0])) ** 0.5
    return worth / length


def _masks(connection: "Connection", query: "Query") -> dict[tuple[str, str], tuple[bytes, bytes]]:
    """Give, for each option that the query names, the answers that name it and that hold for it."""
    masks = {}
    for level, option in query.options:
        row = connection.execute(
            "SELECT naming, holding FROM options WHERE level = ? AND option = ?", (level, option)
        ).fetchone()
        if row is not None:
            masks[level, option] = row
    return masks


def _bit(mask: bytes, number: int) -> bool:
    return bool(mask[number >> 3] >> (number & 7) & 1)
