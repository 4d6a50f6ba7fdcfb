"""What may be typed in two ways and mean the same, kind by kind.

Nothing here joins what two readers could read apart: letters of two alphabets, capitals and full stops stay.
"""

import re
from collections.abc import Callable
from enum import StrEnum

from roadmapc.model.act import ActKind
from roadmapc.text.characters import composed
from roadmapc.text.dates import ANY_MONTH_GENITIVE, MONTHS_GENITIVE


class Manner(StrEnum):
    """A way in which the same is typed otherwise."""

    INVISIBLE = "невидимые знаки"
    COMPOSED = "составные буквы"
    BULLETS = "значки перечня"
    QUOTES = "кавычки"
    DASHES = "тире и дефисы"
    NUMBER_SIGNS = "знак номера"
    DATES = "даты"
    YO = "ё"
    INITIALS = "инициалы"
    SPACES = "пробелы"
    DOTS = "многоточия"
    LINES = "абзацы"
    SPACED = "разрядка"
    LABELS = "знаки перечня, изменённые при сохранении в другом виде"
    HEADS = "повтор шапки"
    CELLS = "ячейки"
    CAPITALS = "прописные буквы"
    MARKS = "отметки"


_INVISIBLE = re.compile("[\u00ad\u034f\u200b-\u200d\u2060-\u2064\ufeff]")
_QUOTES = str.maketrans(dict.fromkeys("«»„“”‟‹›″", '"') | dict.fromkeys("‘’‚‛′", "'"))
_BULLET = re.compile(r"^(?:[•·▪■●◦‣]|[–—-](?!\s+\d[\d\s.,]*%?$))\s+", re.MULTILINE)
"""A dash before a number and nothing else is a minus."""
_DASH = re.compile(r"\s*[‐‑‒–—―−-]\s*")
_SPACED = re.compile(r"(?<!\w)(?:[а-яё] ){3,}[а-яё](?!\w)|(?<!\w)(?:[А-ЯЁ] ){3,}[А-ЯЁ](?!\w)")
"""«п р и к а з ы в а ю»: letters apart, as typewriters made a word stand out."""
_NUMBER_SIGN = re.compile(r"(?<![^\W\d_])(?:№|N[oо]?)\.?\s*(?=[\d_]|п/п)")
_INITIAL = re.compile(r"(?<![^\W\d_])([А-ЯЁA-Z]\.)\s+(?=[А-ЯЁA-Z])")
_YEAR_SIGN = r"(?:\s*(?:г\.|года)(?!\w))?"
_KINDS = frozenset(ActKind)
"""The name of a kind alone is the line of a blank, in letters of any size."""
_LABEL = re.compile(r"^(\d+(?:\.\d+)*[.)])\s*(?=[^\W\d_]|[«\"])", re.MULTILINE)
"""«1.Утвердить»: a number that is glued to its paragraph."""
_SINCE = re.compile(r"(?<!\w)от (?=\d\d\.\d\d\.\d{4}(?!\d))")
"""The date of an act, with the word or without it."""
_QUOTED = re.compile(r"[\"«“](\d{1,2})[\"»”]\s*\.?(\d{1,2})\.?\s*(\d{4})\s*(?:г\.|года)?")
"""«от «08» 02 2022г.»."""
_DATE = re.compile(rf"[\"«“]?\b(\d{{1,2}})[\"»”]?\s+({ANY_MONTH_GENITIVE})\s+(\d{{4}}){_YEAR_SIGN}")
_FIGURES = re.compile(rf"\b(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}}){_YEAR_SIGN}")
_SPACE = re.compile(r"(?<=\d) (?=%|гг?\.)|(?<=[(\[]) | (?=[)\],;:!?.])")

_GROUPED = re.compile(r"[-+]?\d{1,3}(?: \d{3})+(?:,\d+)?(?: ?%)?")
"""A number and nothing else, its thousands apart."""


def _date(found: re.Match[str]) -> str:
    return f"{int(found[1]):02}.{MONTHS_GENITIVE.index(found[2]) + 1:02}.{found[3]}"


def _digits(found: re.Match[str]) -> str:
    return f"{int(found[1]):02}.{int(found[2]):02}.{found[3]}"


def _tight(text: str) -> str:
    """Without spaces that nobody reads, those between the thousands of a number among them."""
    text = _LABEL.sub(r"\1", _SPACE.sub("", text).strip())
    return text.replace(" ", "") if _GROUPED.fullmatch(text) else text


_RULES: dict[Manner, Callable[[str], str]] = {
    Manner.INVISIBLE: lambda text: _INVISIBLE.sub("", text),
    Manner.COMPOSED: composed,
    Manner.BULLETS: lambda text: _BULLET.sub("", text),
    Manner.LINES: lambda text: text.replace("\n", " "),
    Manner.SPACED: lambda text: _SPACED.sub(lambda found: found[0].replace(" ", ""), text),
    Manner.QUOTES: lambda text: text.translate(_QUOTES).replace("''", '"'),
    Manner.DATES: lambda text: _SINCE.sub(
        "", _FIGURES.sub(_digits, _DATE.sub(_date, _QUOTED.sub(_digits, text)))
    ),
    Manner.DASHES: lambda text: _DASH.sub("-", text),
    Manner.NUMBER_SIGNS: lambda text: _NUMBER_SIGN.sub("№", text),
    Manner.CAPITALS: lambda text: text.upper() if text.casefold() in _KINDS else text,
    Manner.YO: lambda text: text.replace("ё", "е").replace("Ё", "Е"),
    Manner.INITIALS: lambda text: _INITIAL.sub(r"\1", text),
    Manner.DOTS: lambda text: text.replace("…", "..."),
    Manner.SPACES: _tight,
}
"""By what each sets aside, in the order in which they are applied."""


def meaning(text: str, without: Manner | None = None) -> str:
    """The text with all that may be typed otherwise typed in one way, but for one manner."""
    for manner, rule in _RULES.items():
        if manner is not without:
            text = rule(text)
    return text


def manners(one: str, other: str) -> tuple[Manner, ...]:
    """In what two texts of one meaning differ."""
    found = tuple(each for each in _RULES if meaning(one, each) != meaning(other, each))
    return found or (Manner.SPACES,)
