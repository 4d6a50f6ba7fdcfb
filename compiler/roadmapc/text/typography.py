"""Spaces and hyphens that a line may not be broken at.

Each character is replaced by one character, so offsets do not move and `plain` undoes `bind`.
"""

import re

from roadmapc.text.dates import MONTHS_GENITIVE

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
EN_DASH = "\u2013"

_UNITS = ("п", "пп", "подп", "ст", "ч", "гл")
"""Abbreviated units of a legal act: «п. 22»."""
_SURNAME_TAILS = range(1, 20)
"""Lengths of a surname after its first letter: a look behind has to know what length it looks for."""


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_SPACE = re.compile(
    " "
    + _any(
        # One look at the character before sends most spaces away: they stand between letters.
        r"(?<=[№§\d.] )"
        + _any(
            "(?<=[№§] )",  # № 168
            r"(?<=\d )"
            + _any(r"(?=гг?\.)", "(?=%)", *(f"(?={name})" for name in MONTHS_GENITIVE)),  # 18 марта
            r"(?<=\d{4} )(?=год(?:[ауы]|ов)?\b)",  # 2021 года
            r"(?=\d)" + _any(*(rf"(?<=\b{unit}\. )" for unit in _UNITS)),  # п. 22
            "(?=[А-ЯЁ])" + _any(r"(?<=\bг\. )(?<!\d[ \u00a0]г\. )", r"(?<=\b[А-ЯЁ]\. )"),  # г. Тверь
        ),
        r"(?=\d{4}\b)" + _any(*(f"(?<={month} )" for month in MONTHS_GENITIVE)),  # марта 2021
        r"(?=[А-ЯЁ]\. ?[А-ЯЁ]\.)" + _any(*(rf"(?<=\b[А-ЯЁ][а-яё]{{{n}}} )" for n in _SURNAME_TAILS)),
    )
)
_LAW_NUMBER = re.compile(r"-(?:(?<=\d-)(?=[А-ЯЁ]{1,4}\b|р\b)|(?<=\b[А-ЯЁ]-)(?=\d))")
"""273-ФЗ, 1662-р, 10-П-950."""
_YEARS = re.compile(r"-(?<=\b(?:19|20)\d\d-)(?=(?:19|20)\d\d\b)")
_PLAIN = str.maketrans({NO_BREAK_SPACE: " ", NO_BREAK_HYPHEN: "-", EN_DASH: "-"})


def bind(text: str) -> str:
    """The text with no-break spaces and hyphens, and an en dash between years.

    Office instructions forbid to part a number from «№», the parts of a verbal date, and initials
    from the surname; «п.», «ст.», «г.», «%» and the numbers of laws follow habit.
    """
    text = _SPACE.sub(NO_BREAK_SPACE, text)
    text = _LAW_NUMBER.sub(NO_BREAK_HYPHEN, text)
    return _YEARS.sub(EN_DASH, text)


def plain(text: str) -> str:
    """The text with ordinary spaces and hyphens, for comparison: `plain(bind(t)) == plain(t)`."""
    return text.translate(_PLAIN)
