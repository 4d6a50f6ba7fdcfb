"""Changes of a text word by word, and what they make of it."""

import re
from collections.abc import Iterator

from roadmapc.amend.instructions import Add, Address, Drop, Replace
from roadmapc.diff.words import Segment, segments
from roadmapc.text.numbers import read_figure
from roadmapc.text.quotes import is_balanced

MOST_WORDS = 8
MOST_SHARE = 0.3
"""A longer change is read more easily as a new wording of the whole (F1)."""
ANCHOR_WORDS = 4
"""Words before an addition that have to be found in the text once."""

_WORD = re.compile(r"\w")
_SPACES = re.compile(r" {2,}")
_BEFORE_MARK = re.compile(r" +(?=[,.;:!?)])")

WordChange = Replace | Add | Drop


def after_change(text: str, change: WordChange) -> str | None:
    """The text after a change; `None` if the words do not stand in it exactly once."""
    match change:
        case Replace(_, old, new):
            return text.replace(old, new) if text.count(old) == 1 else None
        case Drop(_, old):
            if text.count(old) != 1:
                return None
            # the spaces that dropped words leave behind are dropped with them
            return _BEFORE_MARK.sub("", _SPACES.sub(" ", text.replace(old, ""))).strip()
        case Add(_, "", new):
            return text + _joined(new)
        case Add(_, after, new):
            return text.replace(after, after + _joined(new)) if text.count(after) == 1 else None


def _joined(words: str) -> str:
    """Words as they follow others: after a space, unless they begin with a mark."""
    return words if words[0] in ",.;:!?)" else f" {words}"


def word_change(at: Address, old: str, new: str) -> WordChange | None:
    """The change of a few words that turns one text into the other; `None` if there is no good one.

    A cell that is one number is replaced by another as a whole: «цифры «12,50» заменить цифрами «13,50»».
    """
    if read_figure(old) and read_figure(new):
        return Replace(at, old, new)
    stretches = segments(old, new)
    differing = [place for place, segment in enumerate(stretches) if not segment.is_same]
    if len(differing) != 1 or "\n" in "".join(stretches[differing[0]]):
        return None
    (place,) = differing
    before = "".join(segment.before for segment in stretches[:place])
    for change in _candidates(at, before, stretches[place], is_last=place == len(stretches) - 1):
        if _is_quotable(change, old) and after_change(old, change) == new:
            return change
    return None


def _candidates(at: Address, before: str, segment: Segment, *, is_last: bool) -> Iterator[WordChange]:
    """The ways to word a change, the plainest first."""
    old, new = segment.before.strip(), segment.after.strip()
    if not old:
        if is_last:
            yield Add(at, "", new)
        yield from (Add(at, anchor, new) for anchor in _tails(before.rstrip()))
    elif not new:
        yield Drop(at, old)
    else:
        yield Replace(at, old, new)
        yield from (Replace(at, f"{tail} {old}", f"{tail} {new}") for tail in _tails(before.rstrip()))


def _tails(text: str) -> Iterator[str]:
    """The last word of a text, the last two, and so on, as long as they are in one line.

    Each first without the bracket or the quote that it begins with, which would have no pair.
    """
    words = text.rpartition("\n")[2].split(" ")
    for count in range(1, min(ANCHOR_WORDS, len(words)) + 1):
        tail = " ".join(words[-count:])
        yield from filter(None, dict.fromkeys((tail.lstrip("(«"), tail)) if words[-count] else ())


def _is_quotable(change: WordChange, text: str) -> bool:
    """Whether a change is short, made of words, and the end of each of its quotations can be found."""
    old = change.old if isinstance(change, Replace | Drop) else ""
    new = change.new if isinstance(change, Replace | Add) else ""
    after = change.after if isinstance(change, Add) else ""
    words = max(len(old.split()), len(new.split()))
    is_short = words <= MOST_WORDS and len(old) <= MOST_SHARE * len(text)
    has_words = all(_WORD.search(each) for each in (old, new) if each)
    return is_short and has_words and all(map(is_balanced, (old, new, after)))
