"""The cases that answers tell apart: every option of every follow-up of a corpus."""

from segur_faq.corpus.model import Corpus


def cases_of(corpus: Corpus) -> list[tuple[str, str, str, str]]:
    """Give every case that some answer's question knows, once, in the order of the corpus.

    Returns:
        The id of the question, that of the option, the question and the option's label.
    """
    cases: dict[tuple[str, str], tuple[str, str]] = {}
    for answer in corpus.answers:
        for asked in answer.follow_ups:
            for option in asked.options:
                cases.setdefault((asked.id, option.id), (asked.question, option.label))
    return [(*ids, *texts) for ids, texts in cases.items()]
