"""What is too long, and what is too much to be told one by one."""

from collections.abc import Iterable, Iterator
from itertools import islice

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.source.limits import FINDINGS, WORD, Limit
from roadmapc.syntax.codes import TOO_LONG
from roadmapc.text.shorten import shortened


def listed(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The first findings; where there are more, the last of them says so."""
    left = iter(found)
    yield from islice(left, FINDINGS.most)
    for last in islice(left, 1):
        message = f"и дальше так же: показаны первые {FINDINGS} замечаний"
        yield Diagnostic(last.code, message, last.place, (FINDINGS.advice,))


def too_long(place: Place, text: str, limit: Limit) -> Iterator[Diagnostic]:
    """What is said of a text that has more characters than the limit, or a word that nobody writes."""
    if len(text) > limit.most:
        message = f"текст «{shortened(text)}» длиннее {limit} знаков"
        yield Diagnostic(TOO_LONG, message, place, (limit.advice,))
    elif len(text) > WORD.most and (word := next(filter(_is_endless, text.split()), None)):
        message = f"слово «{shortened(word)}» длиннее {WORD} знаков"
        yield Diagnostic(TOO_LONG, message, place, (WORD.advice,))


def _is_endless(word: str) -> bool:
    return len(word) > WORD.most
