"""How a cell is set: lines that break inside of a time, and the marks of a list.

A cell of a table breaks its lines where the column ends: «май –⏎июнь», «до⏎1 июня», «апрель⏎2026 года».
Such a break is a blank; one between two times, each whole, parts them as a semicolon does. «1)» before a time
counts the times and is no day.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from roadmapc.deadline.unit import WEEKDAYS, Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at
from roadmapc.deadline.words.lexicon import WORDS, Sense
from roadmapc.deadline.words.tokens import Token, TokenKind, token_of, tokenize

_NUMBER = TokenKind.NUMBER
_NEWLINES = frozenset("\n\r")
_JOINTS = frozenset({TokenKind.DASH, TokenKind.COMMA, TokenKind.SLASH, TokenKind.COLON, TokenKind.OPEN})
"""Signs at the end of a line behind which the time goes on."""
_CLOSERS = frozenset({TokenKind.OPEN, TokenKind.CLOSE, TokenKind.COMMA})
"""Signs at the beginning of a line that goes on with the one before."""
_NUMBERS = frozenset({TokenKind.NUMBER, TokenKind.ROMAN})
_UNFINISHED = frozenset(
    {
        *(Sense.PREPOSITION, Sense.AND, Sense.EACH, Sense.WHOLE, Sense.CURRENT, Sense.NEXT, Sense.REPORTED),
        *(Sense.PRECEDING, Sense.ORDINAL, Sense.CARDINAL, Sense.WORKING, Sense.CALENDAR, Sense.ACADEMIC),
        *(Sense.TIMES, Sense.HALF, Sense.TERM, Sense.THEN),
    }
)
"""Senses of words that say nothing without what follows."""
_COUNTED = frozenset(
    {
        *(Sense.MONTH, Sense.UNIT, Sense.WORKING, Sense.CALENDAR, Sense.TIMES, Sense.DATE_OF_MONTH),
        *(Sense.WEEKDAY, Sense.CLOCK, Sense.ACADEMIC, Sense.HALF, Sense.TERM),
    }
)
"""Senses of words to which the number before them belongs."""
_BEHIND = frozenset({Sense.YEAR_MARK, Sense.INCLUSIVE})
"""Senses of words that belong to the date before them."""
_BEHIND_DATE = frozenset({Sense.ADVERB, Sense.ORDINAL, Sense.NEXT, Sense.UNIT})
"""Senses of words that say of which month the day before them is."""
_OF_MONTH = frozenset({Unit.WEEK, Unit.DECADE, *WEEKDAYS})
_OF_YEAR = frozenset({Unit.QUARTER, Unit.HALF_YEAR})
_OF_UNIT = frozenset({"месяца", "квартала", "полугодия", "недели", "каждого", "каждой"})
"""Words in the genitive that say what the time before them is of: «первый понедельник⏎каждого месяца»."""
_LENGTH_OF_YEAR = 4
_PERIODIC = frozenset({Sense.ADVERB, Sense.TIMES, Sense.EACH})
_LIMITS = frozenset({Meaning.NOT_LATER, Meaning.UNTIL, Meaning.SINCE, Meaning.WITHIN})
_COMPLETE = frozenset({Meaning.CONTINUOUS, Meaning.ON_DEMAND, Meaning.SCHEDULE, Meaning.FEAST, Meaning.ONCE})
"""Idioms with which a line may end."""
_LONGEST = 4
"""Words of the longest idiom."""
_SINCE = ("с", "со")
_FROM_EVENT = (*_SINCE, "после", "от")
_BY_DOCUMENT = ("соответств", "согласн", "связи", "исполнени")
"""Beginnings of words behind which a document or an event is named."""
_UNTIL = ("по", "до")
_BOUNDS_OF_FORM = frozenset({*_SINCE, *_UNTIL})
_ABOUT = frozenset({"ориентировочно", "примерно", "предположительно", "приблизительно"})
_OF_FORMS = ("с: ", "С: ", "до: ", *(f"({word}" for word in sorted(_ABOUT)))
_LATER, _YEARLY = "далее", "ежегодно"
_PARTING = (TokenKind.COMMA, TokenKind.BREAK)
_YEARS_NAMED = range(2000, 2100)
_LATER_WORDS = ("дальнейшем", "последующем")
_OF_LATER_YEARS = ("последующие", "следующие", "последующих", "следующих")
_YEARS = ("годы", "годах")
_OF_YEARS = ("лет", "годов")


def plain_tokens(text: str) -> list[Token]:
    """The tokens of a cell as of one plain line."""
    tokens = tokenize(text)
    if "- " in text or "-\n" in text:
        tokens = _without_hyphens(tokens)
    if "\n" in text:
        tokens = _without_wraps(tokens)
    if "ледующи" in text or "следующем" in text or "альнейшем" in text:  # perhaps with a capital
        tokens = _with_later_as_word(tokens)
    if (
        "с: " in text
        or "С: " in text
        or "до: " in text
        or ("(" in text and any(map(text.__contains__, _ABOUT)))
    ):
        tokens = _without_signs_of_forms(tokens)
    return _without_marks(tokens) if _is_mark(tokens, 0, 1) else tokens


def _without_signs_of_forms(tokens: list[Token]) -> list[Token]:
    """The tokens without the colons of a form, «с: 01.03 по: 30.11», and «(ориентировочно» before a day."""
    return [
        token
        for before, token in pairwise((tokens[-1], *tokens))
        if not (token.kind is TokenKind.COLON and before.text in _BOUNDS_OF_FORM)
        and not (before.kind is TokenKind.OPEN and token.text in _ABOUT)
    ]


def _with_later_as_word(tokens: list[Token]) -> list[Token]:
    """The tokens with «в дальнейшем» as «далее», and «в последующие годы» as «далее ежегодно»."""
    left: list[Token] = []
    at = 0
    while at < len(tokens):
        token, behind, last = (tokens[min(place, len(tokens) - 1)] for place in (at, at + 1, at + 2))
        if token.text in _OF_LATER_YEARS and behind.text in _OF_YEARS and _take_back_to_year(left):
            at += 2
            continue
        are_years = behind.text in _OF_LATER_YEARS and last.text in _YEARS
        is_alone = behind.text in _LATER_WORDS and last.sense is not Sense.UNIT
        if token.text != "в" or not (are_years or is_alone):
            left.append(token)
            at += 1
            continue
        left.append(token_of(WORDS[_LATER], _LATER, token.start, behind.end))
        at += 2 + are_years
        near = [each.sense for each in tokens[at : at + 2]]
        if are_years and Sense.ADVERB not in near:
            left.append(token_of(WORDS[_YEARLY], _YEARLY, last.start, last.end))
            left += _since_next_year(left, last.end)
    return left


def _take_back_to_year(left: list[Token]) -> bool:
    """«до 1 июля 2026 г., до 1 июня последующих лет»: «далее ежегодно» behind the year that is named."""
    named = [at for at, token in enumerate(left) if _years_in(token)]
    signs = [at for at, token in enumerate(left) if named and at > named[-1] and token.kind in _PARTING]
    if not signs:
        return False
    place = left[signs[0]].end
    later = [token_of(WORDS[word], word, place, place) for word in (_LATER, _YEARLY)]
    left[signs[0] + 1 : signs[0] + 1] = [*later, *_since_next_year(left, place)]
    return True


def _since_next_year(left: list[Token], place: int) -> list[Token]:
    """«с 2027 года» behind a time of 2026, at a place of the phrase; nothing if no year is named."""
    years = [year for token in left for year in _years_in(token)]
    if not years:
        return []
    since = tokenize(f"с {years[-1] + 1} года")[:-1]
    return [replace(token, start=place, end=place) for token in since]


def _years_in(token: Token) -> list[int]:
    return [number for number in token.numbers if number in _YEARS_NAMED]


def _without_hyphens(tokens: list[Token]) -> list[Token]:
    """The tokens with the halves of each word that a line broke as one: «сен-⏎тябрь», «де- кабря»."""
    left: list[Token] = []
    for token in tokens:
        is_wrapped = bool(left) and left[-1].kind is TokenKind.BREAK and _NEWLINES.issuperset(left[-1].text)
        first, sign = [token, token, *left][len(left) - is_wrapped :][:2]
        is_broken = sign.kind is TokenKind.DASH and first.end == sign.start and sign.end < token.start
        whole = WORDS.get(first.text + token.text) if is_broken and token.is_unknown else None
        if whole is None:
            left.append(token)
        else:
            both = token_of(whole, first.text + token.text, first.start, token.end)
            left[-2 - is_wrapped :] = [both]
    return left


def _without_marks(tokens: list[Token]) -> list[Token]:
    """The tokens with the end of a line for each number of a list: «1) до 1 мая 2) до 1 июня»."""
    left: list[Token] = []
    at, number = 0, 1
    while at < len(tokens):
        token = tokens[at]
        if not _is_mark(tokens, at, number) or (left and left[-1].kind is TokenKind.OPEN):
            left.append(token)
            at += 1
            continue
        if left:
            left.append(Token(TokenKind.BREAK, token.text, token.start, token.end))
        at, number = at + 2, number + 1
    return left


def _is_mark(tokens: list[Token], at: int, number: int) -> bool:
    """Whether «1)», or «1.» before words, stands at an index."""
    token = tokens[at]
    if token.kind is not _NUMBER or token.numbers != (number,):
        return False
    sign, behind = (tokens[min(place, len(tokens) - 1)] for place in (at + 1, at + 2))
    if token.end != sign.start:
        return False
    is_dot = sign.kind is TokenKind.DOT and behind.kind is TokenKind.WORD and behind.sense is not Sense.MONTH
    return sign.kind is TokenKind.CLOSE or (is_dot and behind.sense is not Sense.UNIT)


def _without_wraps(tokens: list[Token]) -> list[Token]:
    """The tokens without the ends of lines behind which the time before them goes on."""
    left: list[Token] = []
    line = 0
    for at, token in enumerate(tokens):
        is_newline = token.kind is TokenKind.BREAK and _NEWLINES.issuperset(token.text)
        if is_newline and left and _goes_on(left, line, tokens[at + 1 :]):
            continue
        left.append(token)
        line = len(left) if token.kind is TokenKind.BREAK else line
    return left


def _goes_on(before: list[Token], line: int, behind: Sequence[Token]) -> bool:
    """Whether a line, which begins at an index, goes on with the tokens behind it."""
    first, written = behind[0], before[line:]
    if first.kind is TokenKind.END:
        return False
    last = before[-2] if before[-1].kind is TokenKind.DOT and len(before) > 1 else before[-1]
    if _is_in_bracket(before, line) or _begins_behind(first, before) or last.sense in _UNFINISHED:
        return True
    if before[-1].kind in _JOINTS or (len(written) == 1 and last.kind in _NUMBERS):  # «1⏎этап»
        return True
    if last.text.startswith(_BY_DOCUMENT) or (last.unit is Unit.DAY and first.text in _FROM_EVENT):
        return True
    return (
        (last.kind in _NUMBERS and first.sense in _COUNTED)
        or (last.sense is Sense.DATE_OF_MONTH and first.sense in _BEHIND_DATE)  # «22 числа⏎ежемесячно»
        or (last.unit in _OF_MONTH and first.sense is Sense.MONTH)  # «II декада⏎мая»
        or _is_year_of(last, behind)
        or _parts_idiom(before, behind)
        or _goes_on_with_time(written, behind)
    )


def _is_in_bracket(before: list[Token], line: int) -> bool:
    """Whether a bracket of the line is open, unless all of the cell stands in it."""
    opened = [at for at, token in enumerate(before[line:], line) if token.kind is TokenKind.OPEN]
    closed = sum(token.kind is TokenKind.CLOSE for token in before[line:])
    return len(opened) > closed and opened[0] > 0


def _begins_behind(first: Token, before: list[Token]) -> bool:
    """Whether no time begins so: «(…», «текущего года», «каждого месяца», «– 6 декабря» if it is no list."""
    if first.kind is TokenKind.DASH:
        return before[0].kind is not TokenKind.DASH
    is_behind = first.kind in _CLOSERS or first.sense in _BEHIND or first.sense is Sense.CURRENT
    return is_behind or first.text in _OF_UNIT


def _is_year_of(last: Token, behind: Sequence[Token]) -> bool:
    """«апрель⏎2026 года», «01.04.2026⏎года», «года,⏎следующего за отчётным»."""
    first = behind[0]
    if first.unit is Unit.YEAR:
        return bool(last.numbers)
    if first.sense is Sense.NEXT and last.unit is not None:
        return True
    is_of_year = last.sense is Sense.MONTH or last.unit in _OF_YEAR
    return is_of_year and first.kind is _NUMBER and len(first.text) == _LENGTH_OF_YEAR


def _parts_idiom(before: list[Token], behind: Sequence[Token]) -> bool:
    """«по⏎мере необходимости», «не позднее⏎1 мая»: words with a meaning together, or leading what follows."""
    near = [*before[-_LONGEST:], *behind[:_LONGEST], behind[-1]]
    edge = len(before[-_LONGEST:])
    for at in range(edge):
        found = idiom_at(near, at)
        is_lead = found is not None and found[1] == edge and found[0].meaning not in _COMPLETE
        if is_lead or (found is not None and found[1] > edge):
            return True
    return False


def _goes_on_with_time(line: list[Token], behind: Sequence[Token]) -> bool:
    """«ежемесячно⏎до 5 числа», «с 1 мая⏎по 15 мая»."""
    first = behind[0]
    leads = [token.text for token in line if token.sense is Sense.PREPOSITION]
    if first.text in _UNTIL and leads and leads[-1] in _SINCE:
        return True
    is_periodic = bool(line) and any(token.sense in _PERIODIC for token in line)
    is_dated = any(token.numbers and token.sense is None for token in line[1:])
    found = idiom_at([*behind[:_LONGEST], behind[-1]], 0)
    meaning = found[0].meaning if found is not None else None
    if meaning is Meaning.EXCEPT:  # «ежемесячно до 5 числа⏎кроме апреля»
        return True
    is_led = first.sense is Sense.PREPOSITION or meaning in _LIMITS
    return is_periodic and is_led and not is_dated
