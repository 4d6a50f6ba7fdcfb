"""A phrase cut into tokens, in one pass.

Quotation marks fall away here: clerks set them around days («08» февраля) and names alike.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum, auto
from functools import partial

from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.lexicon import ROMAN, SHORTENED, WORDS, Sense, Word
from roadmapc.source.span import Span
from roadmapc.text.regex import regex


class TokenKind(IntEnum):
    """What a token is by its letters alone.

    Python 3.11 takes as long over `Kind.WORD` as over a call: inner loops ask sets and tables instead.
    """

    WORD = auto()
    NUMBER = auto()
    ROMAN = auto()
    DATE = auto()
    """Day, month and perhaps year in digits."""
    MONTH = auto()
    """Month and year in digits: «09.2021»."""
    CLOCK = auto()
    DASH = auto()
    COMMA = auto()
    SLASH = auto()
    DOT = auto()
    COLON = auto()
    BREAK = auto()
    """A semicolon or the end of a line."""
    OPEN = auto()
    CLOSE = auto()
    OTHER = auto()
    END = auto()


@dataclass(slots=True)
class Token:
    """A word, number or sign of the phrase.

    Nobody writes to it; frozen, it would take four times as long to make, and a phrase has seven.
    """

    kind: TokenKind
    text: str
    """A word in lower case, with «е» for «ё» and Russian letters for their Latin twins."""
    start: int
    end: int
    numbers: tuple[int, ...] = ()
    """The value of a number; day, month and year of a date, 0 for a year not named."""
    word: Word | None = None
    """The meaning of a known word."""
    sense: Sense | None = None
    """The sense of a known word."""

    @property
    def unit(self) -> Unit | None:
        """The unit that a known word names."""
        return self.word.unit if self.word and self.sense is _UNIT else None

    @property
    def is_unknown(self) -> bool:
        """Whether it is a word that the lexicon does not have."""
        return self.kind is _WORD and self.word is None

    @property
    def is_shortened(self) -> bool:
        """Whether its text is the whole word that a shorter one stands for: «посл.», of which any form."""
        return len(self.text) > self.end - self.start

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def token_of(word: Word, text: str, start: int, end: int) -> Token:
    """The token of a known word."""
    return Token(_WORD, text, start, end, (), word, word.sense)


# The commonest kinds stand first: alternatives are tried in order. A relation, «≤ 8 мая», is a word that
# nobody knows; «<1>» and «<*>» are the marks of footnotes.
_DATE = TokenKind.DATE
_TOKEN = regex(
    r"""
    [^\S\n\r]* (?:
    (?P<roman>   [IVXІХ]{1,4}(?=кв|[^\w]|$) )
  | (?P<word>    (?:п/г|[кр](?:/|\.\ ?)д)(?![^\W\d_]) | [^\W\d_]+ )
  | (?P<iso>     (?:19|20)\d\d-\d\d-\d\d(?!\d) )
  | (?P<clock>   \d{1,2}:\d\d(?::\d\d)?(?!\d) | \d{1,2}\ ?-\ ?00(?![\d.]) )
  | (?P<month>   (?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?![\d.]) )
  | (?P<date>    \d{1,2}\.\ ?\d{1,2}(?:\.\ ?\d{4}|\.\d\d)?(?!\d)
               | \d{1,2}(?:\.\ ?|,)(?:0?[1-9]|1[0-2])[.,]\ ?(?:19|20)\d\d(?!\d)
               | \d{1,2}(?:-\d{1,2}-|/\d{1,2}/|,\d{1,2},)(?:19|20)\d\d(?!\d)
               | \d{1,2}\ \.\ ?\d{1,2}\.\ ?(?:19|20)\d\d(?!\d) )
  | (?P<numeral> \d{1,2}(?:\.\ ?|/)[IVXІХ]{1,4}
                 (?: (?:\.\ ?|[/-])(?:19|20)\d\d(?!\d) | [./]\d\d(?!\d) | (?![\w./])(?!\ *кв) ) )
  | (?P<ordinal> (?:19|20)\d\d-?(?i:го|ый|ом|му|[йм])(?![^\W\d_])
               | \d{1,3}-(?i:м)(?![^\W\d_])
               | \d{1,3}\ {0,2}-?\ {0,2}(?i:ого|ому|ый|ий|ой|ая|ое|ом|ым|го|му|ти|ех|[йяюех])(?![^\W\d_]) )
  | (?P<number>  \d+ )
  | (?P<dash>    [-–—−‐‑‒―÷→]+ | \.{2,} | … )
  | (?P<comma>   , )
  | (?P<slash>   / )
  | (?P<dot>     \. )
  | (?P<colon>   : )
  | (?P<break>   ;[;\n\r]* | [\n\r]+(?!\s*[(\[]) )
  | (?P<open>    [(\[] )
  | (?P<close>   [)\]] )
  | (?P<quote>   [«»"“”„'’‘`] )
  | (?P<relation> (?<![\d*])[<>≤≥±~≈](?=\s*[\d)])(?!\d+>) )
  | (?P<other>   №+ | \S )
    )
    """,
    re.VERBOSE,
)
SIGNS = (
    *(TokenKind.DASH, TokenKind.COMMA, TokenKind.SLASH, TokenKind.DOT, TokenKind.COLON),
    *(TokenKind.BREAK, TokenKind.OPEN, TokenKind.CLOSE, TokenKind.OTHER),
)
"""Tokens that are no words."""
_LONGEST_NUMBER = 9
"""Digits of a number that are read: no number of a deadline is longer."""
_DIGITS = regex(r"\d+")
_PERIOD = regex(r"\s*(?:мес|кв|период|полуг|п/г|год)")
"""Beginnings of what «отч.» says that it is over."""
_ACT = regex(r"\s*(?:№|от\s|адм|прав|главы)")
"""Beginnings of what follows «пост.» if it is an act."""
_SENTENCE = regex(r"\s+[А-ЯЁ][а-яё][^.;:\n–—-]*(?:\s[–—-]|:|(?<=\s)(?:до|с|к|по|не позднее)\s+\d)")
"""Behind a full stop: words that a time follows, «Финал – 5 мая», «Отчёт до 15 мая»."""
_ENDS_OF_DATE = (Sense.MONTH, Sense.YEAR_MARK)
_SHORT_CURRENT, _OF_YEAR = ("т", "с"), ("г", " ")
"""The letters of «т.г.», «с. г.»."""
_TIED = (Sense.MONTH, Sense.UNIT)
"""What those letters stand behind."""
_ROMAN_MONTH = regex(r"[^\W\d]+")
_LATIN = regex(r"[a-z]")
_CYRILLIC = regex(r"[а-я]")
_TWINS = str.maketrans("aceopxykmtbhё", "асеорхукмтвне")
"""Latin letters that look like Russian ones, in the lower case of both."""
_ROMAN_TWINS = str.maketrans({"І": "I", "Х": "X", "l": "I", "Ш": "III", "П": "II"})
"""Letters that stand in plans for Roman numerals."""
_MONTHS = 12
_TIMES = "р"
"""Short for «раз», behind its number: «1р/мес»."""
_MIDNIGHT = 24
_LATER = ("позднее", "позже")
"""Words before a day, of which the blank may be lost: «не позднее14 мая»."""
OPENING = frozenset("«\"“„'‘`")
CLOSING = frozenset("»\"”“'’")
"""Quotation marks."""
_GLUED = frozenset({TokenKind.WORD, TokenKind.NUMBER, TokenKind.ROMAN, TokenKind.DATE})
"""Tokens that nobody writes together unless one of them is a known word («2021г», «4кв»)."""
_WORD, _NUMBER, _END, _UNIT = TokenKind.WORD, TokenKind.NUMBER, TokenKind.END, Sense.UNIT


def tokenize(text: str) -> list[Token]:
    """All tokens of a phrase and the end after them."""
    tokens: list[Token] = []
    glued = -1
    for match in _TOKEN.finditer(text):
        name = match.lastgroup or ""
        start, end = match.span(name)
        if name == "quote":
            _close_quotation(tokens, text, start)
            continue
        if name == "dot" and tokens:
            if _spell_out(tokens, text, end):
                continue
            if tokens[-1].is_unknown:
                _untie(tokens, text, end)
            name = "break" if _ends_sentence(tokens[-1], text, end) else name
        token = _MAKERS[name](text[start:end], start, end)
        if start == glued and text[start - 1] != "." and _is_torn(tokens[-1], token):
            start = tokens.pop().start
            token = Token(_WORD, spelling(text[start:end]), start, end)
        tokens.append(token)
        glued = end
    tokens.append(Token(_END, "", len(text), len(text)))
    return tokens


def _close_quotation(tokens: list[Token], text: str, at: int) -> None:
    """Make a name of a month that stands alone in quotation marks: «Октябрь» is a cinema."""
    token = tokens[-1] if tokens else None
    if token is None or token.end != at or token.sense is not Sense.MONTH:
        return
    if token.start > 0 and text[token.start - 1] in OPENING:
        tokens[-1] = replace(token, word=None, sense=None)


def _spell_out(tokens: list[Token], text: str, end: int) -> bool:
    """Make the word before a full stop the whole word that it stands for.

    «отч.» may be a report as well, «пост.» an act.
    """
    token = tokens[-1]
    whole = SHORTENED.get(token.text)
    if whole is None or token.end != end - 1:
        return False
    is_report = token.text == "отч" and (len(tokens) < 2 or tokens[-2].text != "за")
    if (is_report and not _PERIOD.match(text, end)) or (token.text == "пост" and _ACT.match(text, end)):
        return False
    tokens[-1] = _word(whole, token.start, end)
    return True


def _untie(tokens: list[Token], text: str, end: int) -> None:
    """Part a month from the letter of «т.г.» that is written together with it: «до 15 мартат.г.»."""
    token = tokens[-1]
    if token.text[-1] not in _SHORT_CURRENT or text[end : end + 1] not in _OF_YEAR:
        return
    before = _word(text[token.start : token.end - 1], token.start, token.end - 1)
    if before.sense in _TIED:
        tokens[-1:] = [before, _word(text[token.end - 1], token.end - 1, token.end)]


def _ends_sentence(token: Token, text: str, end: int) -> bool:
    """Whether a date stands before a full stop, and a sentence with one of its own behind it."""
    is_dated = token.kind is _DATE or token.sense in _ENDS_OF_DATE or token.unit is Unit.YEAR
    return is_dated and _SENTENCE.match(text, end) is not None


def _is_torn(before: Token, token: Token) -> bool:
    """Whether two tokens are pieces of one word spoiled in recognition: «декa6ря», «1О», «I5»."""
    is_apart = before.text in _LATER or token.text == _TIMES
    if before.word is not None or token.word is not None or is_apart:
        return False
    return before.kind in _GLUED and token.kind in _GLUED


def spelling(text: str) -> str:
    """A word as the lexicon spells it."""
    text = text.lower()
    if text.isascii() or _LATIN.search(text):
        return text.translate(_TWINS)
    return text.replace("ё", "е")


def is_mixed(spelled: str) -> bool:
    """Whether a word has, after the twins were replaced, more than one of: Russian, Latin letters, digits."""
    return sum(sort.search(spelled) is not None for sort in (_CYRILLIC, _LATIN, _DIGITS)) > 1


def _word(text: str, start: int, end: int) -> Token:
    spelled = text.lower()
    word = WORDS.get(spelled)
    if word is None:
        spelled = spelling(text.replace(" ", ""))  # «к. д.»
        word = WORDS.get(spelled)
    if word is not None:
        return Token(_WORD, spelled, start, end, (), word, word.sense)
    number = ROMAN.get(text.translate(_ROMAN_TWINS)) if len(text) <= 4 else None
    if number:
        return Token(TokenKind.ROMAN, text, start, end, (number,))
    return Token(_WORD, spelled, start, end)


def _roman(text: str, start: int, end: int) -> Token:
    number = ROMAN.get(text.translate(_ROMAN_TWINS))
    if number is None:
        return Token(TokenKind.OTHER, text, start, end)
    return Token(TokenKind.ROMAN, text, start, end, (number,))


def _date(text: str, start: int, end: int) -> Token:
    """«01.09.2021», «1.9.21», «01.09»; two numbers with a dot may also be a time of day."""
    numbers = _digits(text)
    if len(numbers) == 2:
        hours, minutes = numbers
        is_month = 1 <= minutes <= _MONTHS
        is_midnight = numbers == (_MIDNIGHT, 0)  # «24.00»
        if is_midnight or (
            hours < _MIDNIGHT and minutes < 60 and text[-2:].isdigit() and not is_month
        ):  # «15.00», «8.30»
            return Token(TokenKind.CLOCK, text, start, end)
        return Token(_DATE, text, start, end, (*numbers, 0))
    day, month, year = numbers
    return Token(_DATE, text, start, end, (day, month, year if year > 99 else 2000 + year))


def _numeral_date(text: str, start: int, end: int) -> Token:
    """«15.VI.2026», «1/XII-26»: the month in Roman numerals."""
    numeral = _ROMAN_MONTH.search(text)
    month = ROMAN.get(numeral.group().translate(_ROMAN_TWINS)) if numeral is not None else None
    if month is None:
        return Token(TokenKind.OTHER, text, start, end)
    day, year = (*_digits(text), 0)[:2]
    return Token(_DATE, text, start, end, (day, month, year + 2000 if 0 < year < 100 else year))


def _digits(text: str) -> tuple[int, ...]:
    return tuple(map(int, _DIGITS.findall(text)))


def _numeral(kind: TokenKind, numbers: Callable[[str], tuple[int, ...]]) -> Callable[[str, int, int], Token]:
    return lambda text, start, end: Token(kind, text, start, end, numbers(text))


_MAKERS: dict[str, Callable[[str, int, int], Token]] = {
    "iso": _numeral(TokenKind.DATE, lambda text: _digits(text)[::-1]),
    "clock": partial(Token, TokenKind.CLOCK),
    "month": _numeral(TokenKind.MONTH, _digits),
    "date": _date,
    "numeral": _numeral_date,
    "ordinal": lambda text, start, end: Token(_NUMBER, text.lower(), start, end, _digits(text)),
    "number": lambda text, start, end: Token(_NUMBER, text, start, end, (int(text[:_LONGEST_NUMBER]),)),
    "roman": _roman,
    "word": _word,
    **{kind.name.lower(): partial(Token, kind) for kind in SIGNS},
    "relation": partial(Token, _WORD),
}
