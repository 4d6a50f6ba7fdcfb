"""Numbers that name schools, houses and rooms: «СОШ № 5, 7», «д. 12», «каб. 205»."""

from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.tails import date_length
from roadmapc.deadline.reading.years import read_year_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import Token, TokenKind

_BEFORE_NUMBER = frozenset(
    {
        *("№", "№№", "д", "дом", "доме", "дома", "корп", "корпус", "стр", "строение", "кв", "оф", "офис"),
        *("каб", "кабинет", "кабинете", "кабинета", "ауд", "аудитория", "аудитории", "пом", "помещение"),
    }
)
"""Words after which a number is a name."""
_CLAUSES = frozenset(
    {
        *("п", "пп", "пункт", "пункта", "пункте", "пункту", "пунктом", "пунктами", "пунктам"),
        *("подпункт", "подпункта", "подпункту", "подпунктом", "подпункте"),
        *("раздел", "раздела", "разделу", "разделом", "разделе"),
        *("глава", "главы", "главе", "главой", "ст", "статья", "статьи", "статье", "статьей"),
    }
)
"""Words after which two numbers with a dot are no date: «п. 3.2»."""
_NUMBER_SIGNS = ("№", "№№")
STREETS = frozenset(
    {
        *("ул", "улица", "улице", "пр", "просп", "проспект", "проспекте"),
        *("пер", "переулок", "мкр", "наб", "шоссе", "бульвар"),
    }
)
NAMED_BY_NUMBER = _BEFORE_NUMBER | _CLAUSES | STREETS
"""Words that no reader reads alone, but with the number behind them."""
_LONGEST_NAME = 4
"""Words and dots of the name of a street: «ул. 8 Марта», «ул. Маршала Жукова»."""
_LISTED = (TokenKind.NUMBER, TokenKind.COMMA)
_MOST_DAYS = 31
_INITIALS_AND_HYPHEN = 2


def is_name(cursor: Cursor) -> bool:
    """Whether the number at the cursor names something rather than a day."""
    token = cursor.token
    if cursor.at and token.kind is TokenKind.DATE and not token.numbers[2]:  # «п. 3.2»
        return _names(cursor.tokens, cursor.at - 1, _CLAUSES)
    if cursor.at == 0 or token.kind is not TokenKind.NUMBER or _is_of_month(cursor):
        return False
    if _names(cursor.tokens, cursor.at - 1) or _is_on_street(cursor) or _is_of_initials(cursor):
        return True
    return _continues_list(cursor) and (token.numbers[0] > _MOST_DAYS or _ends_list(cursor))


def _names(tokens: list[Token], at: int, words: frozenset[str] = _BEFORE_NUMBER) -> bool:
    """Whether the word before a number makes it a name; a dot may follow the word."""
    if tokens[at].kind is TokenKind.DOT and at > 0:
        at -= 1
    return tokens[at].text in words


def _is_of_initials(cursor: Cursor) -> bool:
    """Whether a hyphen and initials stand before: «ГИА-11», but not «финал-15»."""
    if cursor.at < _INITIALS_AND_HYPHEN:
        return False
    word, sign = cursor.tokens[cursor.at - _INITIALS_AND_HYPHEN : cursor.at]
    is_tight = word.end == sign.start and sign.end == cursor.token.start
    return is_tight and sign.kind is TokenKind.DASH and cursor.problems.text[word.start : word.end].isupper()


def _is_on_street(cursor: Cursor) -> bool:
    """Whether a street and a comma stand before: «ул. Ленина, 5»."""
    tokens, at = cursor.tokens, cursor.at - 1
    if tokens[at].kind is not TokenKind.COMMA:
        return False
    before = tokens[max(0, at - _LONGEST_NAME) : at]
    return any(token.text in STREETS for token in before)


def _is_of_month(cursor: Cursor) -> bool:
    """Whether a month follows at once, which no name has: «школа № 7, 15 мая»."""
    behind = cursor.peek()
    is_numbered = cursor.tokens[cursor.at - 1].text in _NUMBER_SIGNS
    return (behind.sense is Sense.MONTH and not is_numbered) or behind.unit is Unit.QUARTER


def _continues_list(cursor: Cursor) -> bool:
    """Whether names stand before, with commas and «и» between: «№ 149, 152»."""
    tokens, at = cursor.tokens, cursor.at - 1
    if tokens[at].kind is not TokenKind.COMMA and tokens[at].sense is not Sense.AND:
        return False
    while at > 0 and (tokens[at].kind in _LISTED or tokens[at].sense is Sense.AND):
        at -= 1
    return tokens[at].text in _NUMBER_SIGNS


def _ends_list(cursor: Cursor) -> bool:
    """Whether a dash of its own or the end stands behind: «№ 5, 7 – 10 мая», but not «№ 5, 7-10 мая»."""
    token, behind = cursor.token, cursor.peek()
    if behind.kind is TokenKind.DASH:
        return behind.start > token.end
    return behind.kind in (TokenKind.COMMA, TokenKind.COLON, TokenKind.CLOSE, TokenKind.END, TokenKind.BREAK)


def read_street(cursor: Cursor) -> Item | None:
    """«ул. 8 Марта», «ул. 40 лет Октября»: a date in the name of a street."""
    start = cursor.at
    if cursor.token.text not in STREETS:
        return None
    cursor.advance()
    cursor.skip_dot()
    is_numbered = cursor.skip(TokenKind.NUMBER)
    cursor.take_text("лет")
    if not is_numbered or not cursor.take(Sense.MONTH):
        cursor.at = start
        return None
    return cursor.item(ItemKind.TEXT, start)


def read_date_of_document(cursor: Cursor) -> Item | None:
    """«протокол от 12.11.2025 № 3»: the date of a document is no deadline."""
    start = cursor.at
    length = date_length(cursor, 1)
    if not length:
        return None
    cursor.advance(1 + length)
    read_year_of(cursor)
    return cursor.item(ItemKind.ASIDE, start)
