"""Spaces and hyphens that a line may not be broken at.

Each character is replaced by one character, so offsets do not move and `plain` undoes `bind`.
"""

from roadmapc.text.dates import MONTHS_GENITIVE
from roadmapc.text.regex import regex

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
EN_DASH = "\u2013"

_UNITS = ("п", "пп", "подп", "ст", "ч", "гл")
"""Abbreviated units of a legal act: «п. 22»."""
_MEASURES = ("тыс", "млн", "млрд", "руб", "коп", "чел", "экз", "шт", "кв", "%")
"""What a number counts, abbreviated: «12 тыс. рублей»."""
_SHORT = (
    *("а", "в", "во", "для", "до", "за", "и", "из", "к", "ко", "на", "о", "об", "от", "по", "при"),
    *("с", "со", "у", "не"),
)
"""Words that say nothing at the end of a line without the number that follows: «до 1 сентября»."""
_SURNAME_TAILS = range(1, 20)
"""Lengths of a surname after its first letter: a look behind has to know what length it looks for."""


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_SPACE = regex(
    " "
    + _any(
        # One look at the character before sends most spaces away: they stand between letters.
        r"(?<=[№§\d.IVX] )"
        + _any(
            "(?<=[№§] )",  # № 168
            r"(?<=\d )"
            + _any(
                r"(?=гг?\.)",
                *(f"(?={name})" for name in (*MONTHS_GENITIVE, *_MEASURES)),  # 18 марта, 5 %
                r"(?=\d{3}(?!\d))",  # 1 000 000
            ),
            r"(?<=\d{4} )(?=год(?:[ауые]|ов|ом|ами?|ах)?\b)",  # 2021 года
            "(?<=[IVX] )(?=квартал|полугоди)",  # IV квартал
            r"(?=\d)" + _any(*(rf"(?<=\b{unit}\. )" for unit in _UNITS)),  # п. 22
            "(?=[А-ЯЁ])" + _any(r"(?<=\bг\. )(?<!\d[ \u00a0]г\. )", r"(?<=\b[А-ЯЁ]\. )"),  # г. Тверь
        ),
        r"(?=[–—](?: |$))",  # the dash ends a line, it begins none
        r"(?=[№§\d]|[IVX]+\b)"
        + _any(*(rf"(?<=\b[{word[0].upper()}{word[0]}]{word[1:]} )" for word in _SHORT)),  # до 1 сентября
        r"(?<=\b[Нн]е )(?=[а-яё])",
        r"(?<=[.!?:;][ \u00a0][АВИКОСУЯ] )",  # the first word of a sentence
        r"(?=\d{4}\b)" + _any(*(f"(?<={month} )" for month in MONTHS_GENITIVE)),  # марта 2021
        r"(?=[А-ЯЁ]\. ?[А-ЯЁ]\.)" + _any(*(rf"(?<=\b[А-ЯЁ][а-яё]{{{n}}} )" for n in _SURNAME_TAILS)),
    )
)
_YEARS = regex(r"-(?<=\b(?:19|20)\d\d-)(?=(?:19|20)\d\d\b)")
_HYPHEN = regex(
    "-"
    + _any(
        r"(?<=\d-)(?=\d|[А-ЯЁ]{1,4}\b|[а-яё]{1,3}\b)",  # 5-9, 273-ФЗ, 1662-р, 1695-пр, 2021-й
        r"(?=\d)" + _any(*(rf"(?<=\b[А-ЯЁ]{{{n}}}-)" for n in range(1, 6))),  # П-950, ГИА-9
    )
)
RANGE = regex(r"(?<=\w)–(?=\w)")
"""The dash of a range, «2021–2025», «I–IV», at which no line may end either."""
TYPED_DASH = "\ue002"
"""Stands, until it is written, for the dash of a range in a signed act, which is no wide hyphen there."""
WHOLE = regex(
    _any(
        rf"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?{NO_BREAK_SPACE}[А-ЯЁ]\.{NO_BREAK_SPACE}?[А-ЯЁ]\."
        rf"(?!{NO_BREAK_SPACE}[А-ЯЁ][а-яё])",  # «Для А. Б. Образцовой»
        rf"\b[А-ЯЁ]\.{NO_BREAK_SPACE}?[А-ЯЁ]\.{NO_BREAK_SPACE}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?",
        rf"\d{NO_BREAK_SPACE}{_any(*MONTHS_GENITIVE)}",
    )
)
"""Of a bound text, a name with initials or a day in words, whose words no hyphen may part either."""
_PLAIN = str.maketrans({NO_BREAK_SPACE: " ", NO_BREAK_HYPHEN: "-", EN_DASH: "-"})


def bind(text: str) -> str:
    """The text with no-break spaces and hyphens, and an en dash between years.

    Office instructions forbid to part a number from «№», the parts of a verbal date, and initials
    from the surname; the rest follows the habit of typesetters: no line begins with a dash, none ends
    with a short word whose number is on the next. A `RANGE` has no character that would hold it.
    """
    text = _SPACE.sub(NO_BREAK_SPACE, text)
    text = _YEARS.sub(EN_DASH, text)
    return _HYPHEN.sub(NO_BREAK_HYPHEN, text)


def as_typed(text: str) -> str:
    """The text with hyphens and dashes that `bind` leaves alone, the dashes of ranges as `TYPED_DASH`."""
    return RANGE.sub(TYPED_DASH, _YEARS.sub(NO_BREAK_HYPHEN, text))


def plain(text: str) -> str:
    """The text with ordinary spaces and hyphens, for comparison: `plain(bind(t)) == plain(t)`."""
    return text.translate(_PLAIN)
