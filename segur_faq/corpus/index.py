"""What applies where: for every path through the cascade, the answers that remain.

Each option of a level is a bit mask over the answers, so that what remains under a path is an AND
of masks. Options and levels that exist only `under` others are honoured exactly: an answer remains
if at least one complete walk through the cascade, with the given choices, is a place where it
holds.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property

from segur_faq.corpus.model import Answer, Condition, Corpus, Level, Option

Choices = Mapping[str, str]
"""Level id -> the option chosen there."""

_NOT_ASKED = ""


class Index:
    """Masks over a list of boxes: a box is what one answer applies to, or a part of it.

    An answer with `except` is cut into boxes without holes (hospital but not portal = every couloir
    but hospital + hospital with every product but portal), so that exceptions cost nothing here.
    """

    def __init__(self, levels: tuple[Level, ...], boxes: Iterable[Condition]) -> None:
        self._levels = levels
        self._masks: dict[str, dict[str, int]] = {
            level.id: {option.id: 0 for option in level.options} for level in levels
        }
        self._size = 0
        for box in boxes:
            bit = 1 << self._size
            self._size += 1
            for level_id, options in box.items():
                masks = self._masks.get(level_id, {})
                for option in options:
                    if option in masks:
                        masks[option] |= bit
        # Only a level that another one depends on has to be walked option by option.
        self._parents = {
            parent
            for level in levels
            for condition in (level.under, *(option.under for option in level.options))
            for parent in condition
        }

    @property
    def everything(self) -> int:
        """The mask of all the boxes."""
        return (1 << self._size) - 1

    def remaining(self, choices: Choices) -> int:
        """Give the mask of the boxes that hold somewhere under these choices."""
        return self._below(0, {}, self.everything, choices)

    def is_possible(self, choices: Choices) -> bool:
        """Tell whether the cascade itself allows these choices together, whatever the answers."""
        return Index(self._levels, [full_box(self._levels)]).remaining(choices) != 0

    def _below(self, depth: int, picked: dict[str, str], mask: int, choices: Choices) -> int:
        if not mask or depth == len(self._levels):
            return mask
        level = self._levels[depth]
        available = available_options(level, picked)
        chosen = choices.get(level.id)
        if chosen is not None:
            available = [option for option in available if option.id == chosen]
            if not available:
                return 0
        if not available:
            return self._below(depth + 1, {**picked, level.id: _NOT_ASKED}, mask, choices)
        masks = self._masks[level.id]
        if level.id not in self._parents:
            union = 0
            for option in available:
                union |= masks[option.id]
            return self._below(depth + 1, picked, mask & union, choices)
        found = 0
        for option in available:
            narrowed = mask & masks[option.id]
            found |= self._below(depth + 1, {**picked, level.id: option.id}, narrowed, choices)
        return found


def available_options(level: Level, picked: Choices) -> list[Option]:
    """Give the options that exist under the options picked at earlier levels; none if not asked."""
    if not holds(level.under, picked):
        return []
    return [o for o in level.options if not o.under or holds(o.under, picked)]


def holds(condition: Condition, picked: Choices) -> bool:
    """Tell whether every level of the condition was picked, with one of its options."""
    return all(picked.get(level, _NOT_ASKED) in options for level, options in condition.items())


def full_box(levels: tuple[Level, ...]) -> Condition:
    """Give the box that holds everything."""
    return {level.id: tuple(option.id for option in level.options) for level in levels}


def boxes_of(answer: Answer) -> list[Condition]:
    """Cut what an answer applies to, less its exceptions, into boxes without holes."""
    boxes = [answer.applies]
    for exception in answer.exceptions:
        if exception:
            boxes = [part for box in boxes for part in _without(box, exception)]
    return boxes


def _without(box: Condition, exception: Condition) -> list[Condition]:
    parts: list[Condition] = []
    inside = dict(box)
    for level, options in exception.items():
        stated = box.get(level, ())
        # Even without an option left, this part holds where the level is not asked at all.
        parts.append({**inside, level: tuple(o for o in stated if o not in options)})
        inside[level] = tuple(o for o in stated if o in options)
        if not inside[level]:
            return [box]  # the exception is elsewhere
    return parts


class AnswerIndex:
    """The index of a corpus, in terms of answers rather than of boxes.

    Bit `i` of a mask is `corpus.answers[i]`.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        boxes: list[Condition] = []
        extra: list[Condition] = []
        self._owner_of_extra: list[int] = []
        for number, answer in enumerate(corpus.answers):
            parts = boxes_of(answer)
            boxes.append(parts[0])
            for part in parts[1:]:
                extra.append(part)
                self._owner_of_extra.append(number)
        self._size = len(boxes)
        self._index = Index(corpus.levels, boxes + extra)

    def remaining(self, choices: Choices) -> int:
        """Give the mask of the answers that hold somewhere under these choices."""
        mask = self._index.remaining(choices)
        extra = mask >> self._size
        mask &= (1 << self._size) - 1
        while extra:
            lowest = extra & -extra
            mask |= 1 << self._owner_of_extra[lowest.bit_length() - 1]
            extra ^= lowest
        return mask

    def is_possible(self, choices: Choices) -> bool:
        """Tell whether the cascade allows these choices together, whatever the answers."""
        return self._index.is_possible(choices)

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], int]:
        masks: dict[tuple[str, str], int] = {}
        for number, answer in enumerate(self.corpus.answers):
            for level in answer.applies:
                for option in answer.named_at(level):
                    masks[level, option] = masks.get((level, option), 0) | 1 << number
        return masks

    def naming(self, level_id: str, option_id: str) -> int:
        """Give the mask of the answers that name this option, rather than saying `all`."""
        return self._named.get((level_id, option_id), 0)

    def answers(self, mask: int) -> list[Answer]:
        """Give the answers of a mask, in the order of the corpus."""
        return [answer for number, answer in enumerate(self.corpus.answers) if mask >> number & 1]
