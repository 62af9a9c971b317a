"""One key of an answer as plain text, for `show --field`: one value a line."""

from segur_faq.corpus.model import ALL
from segur_faq.corpus.version import version_of
from segur_faq.render.card import Card
from segur_faq.render.follow_up import lines


def field_text(card: Card, name: str) -> str:
    """Give a key's value, without a final line feed; several values are on a line each.

    Follow-ups, links, sources and terms separate their parts by tabs.
    """
    answer = card.answer
    match name:
        case "applies":
            return "\n".join(
                f"{level}={ALL if level in answer.everywhere else ','.join(options)}"
                for level, options in answer.applies.items()
            )
        case "except":
            return "\n".join(
                " ".join(f"{level}={','.join(options)}" for level, options in condition.items())
                for condition in answer.exceptions
            )
        case "follow_up":
            asked = lines(answer.follow_up, {})
            return "\n".join(
                f"{line.pair}\t{line.outcome or line.answer}" for line in asked if line.pair
            )
        case "links":
            return "\n".join(f"{link.title}\t{link.url}" for link in answer.links)
        case "sources":
            return "\n".join(f"{r.source.id}\t{r.source.url}\t{r.read_on}" for r in card.references)
        case "terms":
            return "\n".join(f"{term.term}\t{term.expansion}" for term in card.terms)
        case "version":
            return version_of(answer)
    value = getattr(answer, name)
    return value if isinstance(value, str) else "\n".join(value)
