"""The words of a reference: how far «по графику …» and «после …» reach."""

from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.idioms import Meaning, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.text.dates import MONTHS_GENITIVE

_WORD = TokenKind.WORD
_ENDS = (TokenKind.BREAK, TokenKind.END, TokenKind.COLON)
_PAUSES = (TokenKind.COMMA, TokenKind.OPEN, TokenKind.DOT)
_JOINTS = (Sense.AND, Sense.THEN)
"""Words that only join the deadline behind them: «а также», «но», «далее»."""
_DATES = (TokenKind.DATE, TokenKind.MONTH)
_OWN = frozenset(
    {
        *("от", "в", "на", "за", "№", "с", "ст", "п", "пп", "ч", "гл", "утв"),
        *("пункт", "пункта", "пункту", "пунктом", "пунктами", "статьи", "статье", "статьей"),
    }
)
"""Words after which a date belongs to the reference itself: «приказу от 12.03.2021»."""
_NUMBER_OF = "№"
_UP_TO = ("до", "к")
_MADE = ("утвержденн", "согласованн", "подписанн", "изданн", "принятого", "принятому", "принятым", "принятой")
"""Beginnings of what is said of a document with the day of it: «графику, утверждённому главой 15.01.2026»."""
_LONGEST_LABEL, _LONGEST_MAKING = 3, 5
"""Words that may stand between."""
_ENDS_OF_DATE = (Sense.MONTH, Sense.DATE_OF_MONTH)
_STATE = "состоянию"
"""«по состоянию на 1 января»: the day that a report tells of."""
_GENITIVE = frozenset(MONTHS_GENITIVE)
_PERIODIC = (Sense.ADVERB, Sense.TIMES)
_PREPOSITIONS = ("до", "к", "по", "с", "в")
_LIST_SIGNS = (TokenKind.DASH, TokenKind.COMMA)
_LIST_WORDS = ("по", "до", "и")
_LONGEST_LIST = 6
_NUMBERED = (Unit.QUARTER, Unit.HALF_YEAR)
_BOUNDS = (Meaning.NOT_LATER, Meaning.UNTIL, Meaning.AT_LEAST, Meaning.WITHIN)
_RULES = (
    *(Meaning.CONTINUOUS, Meaning.ON_DEMAND, Meaning.NOT_LATER, Meaning.UNTIL, Meaning.AT_LEAST),
    *(Meaning.SINCE, Meaning.AFTER, Meaning.URGENT, Meaning.RESULTS),
)

NAMED_UNITS = (Unit.DAY, Unit.WEEK, Unit.DECADE)
"""Units by which campaigns are called."""
_PLANNED = (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR)
"""Units that something is made for beforehand."""
_KINDS_OF_YEAR = (Sense.CALENDAR, Sense.ACADEMIC)
_ACCUSATIVE = ("ий", "ой", "ую", "ее")
_OF_REPORTS = (Sense.PURPOSE, Sense.REPORT)
_LENGTH_OF_LABEL = 2
_OF_DAYS = (Sense.MONTH, Sense.PREPOSITION, Sense.ORDINAL)
_NAMES = (Sense.PURPOSE, Sense.TERM)
"""Words with which the name of an event may go on."""


def read_tail(cursor: Cursor, *, is_own: bool = False, is_after: bool = False) -> None:
    """Leave behind all words up to the next deadline or separator.

    `is_own`: a date at once is theirs; `is_after`: they are an event after which something is due, and a date
    behind them is the event's.
    """
    depth, start = 0, cursor.at
    while is_own and (length := date_length(cursor, 0)):
        is_own = cursor.peek(length).kind is TokenKind.COMMA or cursor.peek(length).sense is Sense.AND
        # «по окончании I полугодия, июль»: the month is no part of a list of periods
        is_due = cursor.peek(length - 1).unit in _NUMBERED and cursor.peek(length + 1).sense is Sense.MONTH
        is_own = is_own and not is_due and date_length(cursor, length + 1) > 0
        cursor.advance(length + is_own)
    while not _ends(cursor, depth):
        kind = cursor.token.kind
        depth += (kind is TokenKind.OPEN) - (kind is TokenKind.CLOSE)
        length = date_length(cursor, 0) if _is_own(cursor) else 0
        if cursor.tokens[cursor.at - 1].text == _NUMBER_OF and cursor.token.kind is TokenKind.NUMBER:
            length = 1  # «приказу № 15 до 1 марта»
        is_day = length > 0 and cursor.tokens[cursor.at - 1].text == "на"
        cursor.advance(length or 1)
        if is_day and cursor.token.sense is Sense.AND:  # «на 1 января и 1 июля»
            cursor.advance(1 + date_length(cursor, 1) if date_length(cursor, 1) else 0)
    if is_after and cursor.at > start and not depth:
        cursor.advance(date_length(cursor, 0))


def read_further_days(cursor: Cursor, start: int) -> None:
    """«по состоянию на 1 января и на 1 июля»: leave the other days behind of which a report tells."""
    if cursor.tokens[start + 1].text != _STATE:
        return
    if cursor.tokens[cursor.at - 1].is_unknown:  # «на … 1 января»
        cursor.advance(date_length(cursor, 0))
    while True:
        start = cursor.at
        is_parted = cursor.skip(TokenKind.COMMA)
        is_joined = cursor.take(Sense.AND) is not None
        is_led = cursor.take_text("на")
        cursor.advance(cursor.token.is_unknown)
        length = date_length(cursor, 0)
        cursor.advance(length)
        while cursor.token.sense is Sense.YEAR_MARK or cursor.token.numbers or cursor.token.unit is Unit.YEAR:
            cursor.advance()
        is_listed = is_joined or (is_parted and (is_led or _are_more(cursor)))
        if not length or not is_listed:
            cursor.at = start
            return


def _are_more(cursor: Cursor) -> bool:
    """Whether the day just read is of the list: one with words of its own, «15 апреля – отчёт», is not."""
    if cursor.token.kind is not TokenKind.DASH:
        return True
    # «…, 1 октября – до 5 числа»
    return cursor.peek().text == "до" or meaning_at(cursor.tokens, cursor.at + 1) is Meaning.NOT_LATER


def read_words(cursor: Cursor, *, is_after: bool = False) -> str | None:
    """The words of an event or document; `None` if there are none."""
    start = cursor.at
    read_tail(cursor, is_after=is_after)
    return cursor.words_from(start) if cursor.at > start else None


def _ends(cursor: Cursor, depth: int) -> bool:
    """Whether the words of a reference end before the next token; `depth` brackets are open in them."""
    token = cursor.token
    if token.kind in _ENDS or (token.kind is TokenKind.CLOSE and depth == 0):
        return True
    # «по графику, утверждённому до 1 февраля»: the day of the approval
    if depth or (token.text in _UP_TO and _is_made(cursor) and date_length(cursor, 1) > 0):
        return False
    if token.kind is TokenKind.DASH:  # «план-график» goes on, «по плану – до 1 мая» does not
        return cursor.tokens[cursor.at - 1].end < token.start or token.end < cursor.peek().start
    if token.kind is TokenKind.DOT and _is_own(cursor):  # «ст. 12», «п. 3»
        return False
    if token.kind in _PAUSES or token.sense in _JOINTS:  # «после проверки, но не позднее 1 мая»
        # «указом № 5, – до 1 мая»
        is_parted = token.kind is TokenKind.COMMA and (
            cursor.peek().kind is TokenKind.DASH or _labels_next(cursor)
        )
        return token.sense is Sense.THEN or is_parted or starts_rule(cursor, 1)
    # «по плану школы 15 мая», but not «первая неделя каникул октября»
    is_free_date = token.text not in _GENITIVE and not _is_own(cursor) and date_length(cursor, 0) > 0
    return is_free_date or (token.text not in _GENITIVE and _is_plain_rule(cursor))


def _labels_next(cursor: Cursor) -> bool:
    """«месячник, субботник – 25 апреля»: whether words behind a comma label a deadline behind their dash."""
    ahead = 1
    while ahead <= _LONGEST_LABEL and cursor.peek(ahead).kind is TokenKind.WORD:
        ahead += 1
    is_label = ahead > 1 and cursor.peek(ahead).kind is TokenKind.DASH
    return is_label and starts_rule(cursor, ahead + 1)


def _is_own(cursor: Cursor) -> bool:
    """Whether the word before makes a date part of the reference."""
    before = cursor.at - 1
    if before > 0 and cursor.tokens[before].kind is TokenKind.DOT:
        before -= 1
    return before >= 0 and (cursor.tokens[before].text in _OWN or _is_made(cursor))


def _is_made(cursor: Cursor) -> bool:
    """Whether the words before, up to a sign, begin with how a document came to be."""
    for token in reversed(cursor.tokens[max(0, cursor.at - _LONGEST_MAKING) : cursor.at]):
        if token.text.startswith(_MADE):
            return True
        if token.kind is not _WORD:
            return False
    return False


def date_length(cursor: Cursor, ahead: int) -> int:
    """How many tokens a date, a month or a list of days takes that begins so many tokens further on."""
    start = ahead
    for _ in range(_LONGEST_LIST):
        token = cursor.peek(ahead)
        if token.kind in _DATES or token.sense in _ENDS_OF_DATE:
            return ahead + 1 - start
        if token.kind is not TokenKind.NUMBER and token.kind is not TokenKind.ROMAN:
            return 0
        joint = cursor.peek(ahead + 1)
        ahead += 1 + (joint.kind in _LIST_SIGNS or joint.text in _LIST_WORDS)
        if cursor.peek(ahead).unit in _NUMBERED:
            return ahead + 1 - start
    return 0


def _is_plain_rule(cursor: Cursor) -> bool:
    """Whether a deadline begins without a sign before it: «по плану ежегодно», «по заявке до 1 мая»."""
    token = cursor.token
    if token.sense is Sense.ADVERB or _begins_times(cursor):
        return True
    if token.word is not None and token.word.lemma in _PREPOSITIONS and date_length(cursor, 1):
        return not _is_made(cursor)  # «графику, утверждённому до 1 мая»
    numbered, what = cursor.peek(), cursor.peek(2)
    if token.text in ("в", "во", "на") and numbered.sense is Sense.ORDINAL and what.sense is Sense.WEEKDAY:
        return True  # «провести заседание в последнюю пятницу марта»
    return meaning_at(cursor.tokens, cursor.at) in _BOUNDS


def _begins_times(cursor: Cursor) -> bool:
    """«с обновлением 1 раз в квартал», «с отчётом раз в год»."""
    ahead = cursor.token.kind is TokenKind.NUMBER or cursor.token.sense is Sense.CARDINAL
    return cursor.peek(ahead).sense is Sense.TIMES and cursor.peek(ahead + 1).text == "в"


def starts_rule(cursor: Cursor, ahead: int) -> bool:
    """Whether a deadline of its own begins so many tokens further on."""
    while cursor.peek(ahead).sense in _JOINTS:
        if cursor.peek(ahead).sense is Sense.THEN:
            return True
        ahead += 1
    token = cursor.peek(ahead)
    if token.sense is Sense.ORDINAL and cursor.peek(ahead + 1).sense is Sense.WEEKDAY:
        return True  # «День города (последняя суббота августа)»
    if token.sense in _PERIODIC or cursor.peek(ahead + 1).sense is Sense.TIMES or date_length(cursor, ahead):
        return True
    if token.sense is Sense.EDGE:  # «после схода снега (конец апреля)»
        return cursor.peek(ahead + 1).sense is Sense.MONTH
    if token.word is not None and token.word.lemma in ("до", "к", "с"):
        return date_length(cursor, ahead + 1) > 0
    return meaning_at(cursor.tokens, min(cursor.at + ahead, len(cursor.tokens) - 1)) in _RULES


def is_behind_time(cursor: Cursor, start: int) -> bool:
    """«15 декабря – …»: whether a dash before an index stands behind a time; in «анализ – …» it does not."""
    if start < _LENGTH_OF_LABEL or cursor.tokens[start - 1].kind is not TokenKind.DASH:
        return False
    before = cursor.tokens[start - 2 - (cursor.tokens[start - 2].kind is TokenKind.DOT)]
    return bool(before.numbers) or (before.word is not None and before.sense not in _OF_REPORTS)


def begins_own_days(cursor: Cursor) -> bool:
    """Whether a month has days of its own: «до 10 числа в апреле, в июле – до 15», «мая – июня»."""
    behind = cursor.peek()
    if cursor.token.kind is not TokenKind.DASH and cursor.token.kind is not TokenKind.COLON:
        return cursor.token.kind is TokenKind.NUMBER
    is_limit = meaning_at(cursor.tokens, cursor.at + 1) in (Meaning.NOT_LATER, Meaning.UNTIL)
    return is_limit or bool(behind.numbers) or behind.sense in _OF_DAYS


def is_called(cursor: Cursor, at: int) -> bool:
    """Whether the words from an index say what a day or a week is of: «последний день приёма»."""
    token, behind = (cursor.tokens[min(place, len(cursor.tokens) - 1)] for place in (at, at + 1))
    if token.sense is Sense.EACH:  # «последний день каждой четверти»
        return behind.is_unknown or behind.sense in _NAMES
    return token.is_unknown or token.sense in _NAMES


def is_for_next(cursor: Cursor) -> bool:
    """«до 25 числа – меню на следующий месяц»: what the work is for, and not when."""
    which = cursor.peek()
    if cursor.token.text != "на" or which.sense is not Sense.NEXT or cursor.at == 0:
        return False
    behind = cursor.peek(2 + (cursor.peek(2).sense in _KINDS_OF_YEAR))
    return which.text.endswith(_ACCUSATIVE) and behind.unit in _PLANNED
