"""What runs of words hold that are no time by themselves."""

from collections.abc import Sequence
from itertools import pairwise

from roadmapc.deadline.ast import LIMITS, SOME_PERIOD, Bound, NthOf, Offset
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import is_years, root, unit_of
from roadmapc.deadline.unit import MONTH_DAYS, SINGLE_DAYS
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import Token, TokenKind
from roadmapc.deadline.words.verbs import is_infinitive
from roadmapc.text.dates import MONTHS_GENITIVE

_TEXT, _NUMBER, _WORD = ItemKind.TEXT, TokenKind.NUMBER, TokenKind.WORD
_LATER = ("позднее", "позже", "ранее", "раньше")
_BEFORE_DAYS = frozenset({"до", "к", "по", "с"})
_NUMBERS = frozenset({TokenKind.NUMBER, TokenKind.ROMAN})
_MONTHS = tuple(name for name in MONTHS_GENITIVE if name != "мая")
"""Letters in which no other word begins or ends."""
_LONGEST_CLASS = 2
"""Digits of a class of a school; more before «г.» are a misprinted year."""
_OF_THINGS = ("й", "я")
_MEASURES = (
    "ед",
    "шт",
    "чел",
    "объект",
    "дом",
    "участк",
    "двор",
    "км",
    "га",
    "тыс",
    "млн",
    "мероприят",
    "семе",
)
"""Beginnings of words for what is counted in plans."""
_NOMINATIVE = ("й", "я", "е")
"""Endings of digits that say which one of several things: «1-й осмотр, 2-й»."""
_LISTED = frozenset({TokenKind.DASH, TokenKind.COMMA})


def has_lost_day(tokens: list[Token]) -> bool:
    """Whether a number that may be a day stands behind «до», «к», «по» or «с», and before any action.

    A month that has grown together with its neighbour, «декадафевраля», is lost as well.
    """
    texts = [token.text for token in tokens if token.word is None and token.kind is _WORD]
    if True in [text.startswith(_MONTHS) or text.endswith(_MONTHS) for text in texts]:
        return True
    if _is_called_day(tokens[0]) or _is_called_day(tokens[-1]):  # «март, июнь – … 24-го»
        return True
    for end, (lead, number) in enumerate(pairwise(tokens), 2):
        leads = lead.text in _LATER or (lead.word is not None and lead.word.lemma in _BEFORE_DAYS)
        if end < len(tokens) and tokens[end].is_unknown:  # «по 20 человек»
            continue
        if leads and number.kind is _NUMBER and number.numbers[0] <= MONTH_DAYS[0]:
            return not any(map(is_infinitive, tokens[:end]))
    return False


def _is_called_day(token: Token) -> bool:
    """«24-го»: digits with the ending of a day."""
    return token.kind is _NUMBER and token.text.endswith("го") and token.numbers[0] <= MONTH_DAYS[0]


def may_be_day(tokens: list[Token]) -> bool:
    """Whether words begin with a number that may be a day: not «2 ед.», «15 домов» or «1-й участок»."""
    number = tokens[0]
    if number.kind is not TokenKind.NUMBER or number.numbers[0] > MONTH_DAYS[0]:
        return False
    is_measured = len(tokens) > 1 and tokens[1].start > number.end and tokens[1].text.startswith(_MEASURES)
    return not is_measured and not number.text.endswith(_OF_THINGS)


def are_numbers(tokens: list[Token]) -> bool:
    """Whether words are nothing but numbers, listed or in ranges; «2-й» is one of several, and no day."""
    if len(tokens) > 1 and tokens[-1].sense is Sense.YEAR_MARK and len(tokens[-2].text) > _LONGEST_CLASS:
        tokens = tokens[:-1]  # «1 мая 20226 г.», but not «до 1 мая – 9 «Г»»
    kinds = {token.kind for token in tokens}
    are_ordinals = all(token.text.endswith(_NOMINATIVE) for token in tokens if token.kind in _NUMBERS)
    return not are_ordinals and kinds <= _NUMBERS | _LISTED


def is_of(tokens: list[Token], sense: Sense) -> bool:
    """Whether any of some words plays this part."""
    return any(token.sense is sense for token in tokens)


def names_other_work(items: Sequence[Item], first: int, end: int, tokens: list[Token]) -> bool:
    """Whether words stand before a plain day, behind a last day and a comma.

    «заявки до 18 сентября, конкурс 25 сентября»: the contest is on its day, not until it.
    """
    if first < 2 or end == len(items) or tokens[items[first - 1].first].kind is not TokenKind.COMMA:
        return False
    moments = items[end].moments if items[end].kind is ItemKind.MOMENTS else ()
    stretches = [moment.stretch for moment in moments if moment.bound is Bound.WITHIN]
    is_day = any(isinstance(stretch, NthOf) and stretch.unit in SINGLE_DAYS for stretch in stretches)
    last = items[first - 2].moments  # «накануне 1 мая, … 9 мая» would go on
    return is_day and any(each.bound in LIMITS and not isinstance(each.stretch, Offset) for each in last)


def parts_range(items: Sequence[Item], first: int, end: int, cursor: Cursor) -> bool:
    """Whether words stand between a time and the dash of the next one, which is no last day."""
    before, behind = items[max(first - 1, 0)], items[end + 1 : end + 2]
    is_dash = end < len(items) and cursor.tokens[items[end].first].kind is TokenKind.DASH
    if not is_dash or not behind or not behind[0].moments:
        return False
    if before.kind is ItemKind.REPORTED:  # «за год тётя Маня – до 20 января»
        return True
    is_number = cursor.tokens[items[first].first].kind in _NUMBERS
    if is_number and root(behind[0].moments[0].stretch) == SOME_PERIOD:  # «(1 тётя Маня – 2 декада)»
        return True
    are_days = any(unit_of(moment.stretch) in SINGLE_DAYS for moment in before.moments)
    is_range = not are_days or behind[0].moments[0].bound is Bound.WITHIN
    return before.kind is ItemKind.MOMENTS and is_range


def is_of_all(item: Item) -> bool:
    """Whether an item is a year, or says how often: of all dates before it."""
    are_years = bool(item.moments) and all(is_years(moment.stretch) for moment in item.moments)
    return are_years or item.kind is ItemKind.PERIODICITY


def end_of_run(items: Sequence[Item], at: int, tokens: Sequence[Token]) -> int:
    """The index behind words that hang together, hyphens and dots of abbreviations included."""
    while at < len(items) and items[at].kind is _TEXT:
        at += 1
        if _is_joint(items, at, tokens):
            at += 1
    return at


def _is_joint(items: Sequence[Item], at: int, tokens: Sequence[Token]) -> bool:
    """Whether the sign at an index stands between two words of one run."""
    if at + 1 >= len(items) or items[at + 1].kind is not _TEXT:
        return False
    before, sign, behind = items[at - 1 : at + 2]
    token = tokens[sign.first]
    if token.kind in (TokenKind.DOT, TokenKind.OTHER) or token.text == "а":  # «ул. Ленина», «5 а класс»
        return True
    if token.kind is TokenKind.COMMA or token.sense is Sense.AND:  # «школы № 5, 7», «5 и 6 уроки»
        return all(tokens[at].kind is TokenKind.NUMBER for at in (sign.first - 1, sign.end))
    is_tight = before.span.end == sign.span.start and sign.span.end == behind.span.start
    return sign.kind is ItemKind.LABEL and is_tight  # «учебно-методический»


def has_remark(items: Sequence[Item], at: int, tokens: Sequence[Token]) -> bool:
    """Whether a bracket with nothing but words begins at an index."""
    if at + 1 >= len(items) or tokens[items[at].first].kind is not TokenKind.OPEN:
        return False
    end = end_of_run(items, at + 1, tokens)
    is_closed = end < len(items) and items[end].kind is ItemKind.COMMA
    return end > at + 1 and is_closed and tokens[items[end].first].kind is TokenKind.CLOSE
