"""Slips that letters and figures show without a dictionary: «5-ых», «к 1-му сентября», «программ(ы)»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from roadmapc.language.sentence import Token
from roadmapc.language.slip import Kind, Slip
from roadmapc.text.dates import ANY_MONTH, ANY_MONTH_GENITIVE, MONTHS, MONTHS_GENITIVE
from roadmapc.text.regex import regex


class _Pattern(NamedTuple):
    """A shape that is wrong wherever it stands; its group «slip», if it has one, is what is told."""

    sign: str
    """Letters without which there is no such slip: looking for them spares compiling the shape."""
    shape: str
    reason: str
    right: str
    """The correction, as `re.Match.expand` takes it; advice if it begins with `!`."""
    kind: Kind = Kind.SET_PHRASE


_GAP = "[ \u00a0]"
_UNITS = "балльн|бальн|дневн|летн|классн|процентн|минутн|часов|кратн|месячн|комплектн|разов|этажн|этапн"
_PARTS = "двух|трех|трёх|четырех|четырёх|пяти|шести|семи|восьми|девяти|десяти"
_OF_NUMBERS = (
    _Pattern(
        "-",
        rf"\b(\d{{1,2}})-(?:го|ого|е|ое|му|ому|м|ом)({_GAP}{ANY_MONTH_GENITIVE})\b",
        "в датах окончание к числу не наращивают",
        r"\1\2",
    ),
    _Pattern(
        " год",
        r"\b(\d{4})-(?:го|ого|й|ый|м|ом|му|ому|х|ых|е|ые)(?= год)",
        "к числу года перед словом «год» окончание не наращивают",
        r"\1",
    ),
    _Pattern(
        "-",
        rf"\b(\d+)-(?:ти|ми|и|х|ех|ёх)(?:{_GAP}|-)?(?=(?:{_UNITS})[а-яё]+)",
        "сложное слово присоединяют к числу дефисом",
        r"\1-",
    ),
    _Pattern(
        "-",
        r"(?<![A-Za-z\d-])([IVXL]+)-(?:го|ого|й|ый|ой|ая|я|е|ое|ые|му|ому|м|ом|х|ых|ю|ую)(?![\w-])",
        "к римским цифрам окончание не наращивают",
        r"\1",
    ),
    _Pattern("-", rf"(?i:\b({_PARTS}))-(?=сот\b|{_UNITS})", "такое слово пишут слитно", r"\1"),
    _Pattern(
        "-ста", rf"(?i:\b(?:{_PARTS})-ста)\b", "такое слово пишут слитно", "!напишите «двухсот», «двумстам» …"
    ),
)
"""Those of numbers with an end behind a hyphen, in figures, Roman figures or words."""
_WITH_END = regex(r"-(?:(?<=[\dIVXL]-)|(?<=[уеё]х-)|(?<=(?:[яс]т|ем|ьм)и-))[а-яё]")
"""What all of them have, and few texts: a figure before the hyphen, or the end of a numeral."""
_PATTERNS = (
    *(
        _Pattern(
            f" {month}",
            rf"(?<![\d.№])\b[0-3]?\d {month}\b(?! месяц)",
            "после числа месяц стоит в родительном падеже",
            f"!напишите «{right}»",
            Kind.AGREEMENT,
        )
        for month, right in zip(MONTHS, MONTHS_GENITIVE, strict=True)
    ),
    _Pattern(
        " год", rf"\b({ANY_MONTH}) (\d{{4}}) год\b", "после месяца – «года»", r"\1 \2 года", Kind.AGREEMENT
    ),
    _Pattern(
        " годы", r"\bв (20\d\d\s*[-–]\s*20\d\d) годы\b", "после «в» – «годах»", r"в \1 годах", Kind.AGREEMENT
    ),
    _Pattern(
        "(", r"\b[а-яё]{4,}\([а-яё]{1,2}\)", "окончание в скобках", "!выберите одно число", Kind.AGREEMENT
    ),
    _Pattern(
        "знакомить ",
        r"\b[Оо]знакомить(?:(?! со? )[^,.;:«]){0,200}? (?P<slip>об? [а-яё]+)",
        "ознакомить можно с чем-то, но не о чём-то",
        "!напишите «с» и поставьте творительный падеж",
        Kind.GOVERNMENT,
    ),
    _Pattern(
        "оответствии с",
        r"\b[Вв] соответствии с[^;:]{0,400}?, (?P<slip>приказов|постановлений|распоряжений|положений)\b",
        "после «в соответствии с» стоит творительный падеж",
        "!поставьте слово в творительный падеж: «приказами», «положениями»",
        Kind.GOVERNMENT,
    ),
    *(
        _Pattern(
            "орожная ",
            rf"\b[Пп]лан{ending}(?: мероприятий)? (?P<slip>\(«?[Дд]орожная [Кк]арта»?\))",
            "название в скобках – в именительном падеже, слово перед скобкой – нет",
            f"!напишите «{form}»",
            Kind.AGREEMENT,
        )
        for ending, form in (
            ("а", "дорожной карты"),
            ("у", "дорожной карте"),
            ("ом", "дорожной картой"),
            ("е", "дорожной карте"),
        )
    ),
)
_SIGNS = frozenset(pattern.sign.split()[0] for pattern in (*_OF_NUMBERS, *_PATTERNS))
_ONE = "наращение – одна буква, если перед ней гласная"
_TWO = "наращение – две буквы, если перед ними согласная"
_NONE = "к количественному числительному окончание не наращивают"
_ENDS = {
    **dict.fromkeys(("ый", "ий", "ой"), ("-й", _ONE)),
    **dict.fromkeys(("ая", "яя", "ья"), ("-я", _ONE)),
    **dict.fromkeys(("ое", "ые", "ье", "ьи", "ие"), ("-е", _ONE)),
    **dict.fromkeys(("ую", "ью", "юю"), ("-ю", _ONE)),
    **dict.fromkeys(("ых", "их", "ьих", "ех", "ёх", "ух"), ("-х", _ONE)),
    **dict.fromkeys(("ым", "им", "ом", "ем", "ьем"), ("-м", _ONE)),
    **dict.fromkeys(("ого", "его", "ьего"), ("-го", _TWO)),
    **dict.fromkeys(("ому", "ему", "ьему"), ("-му", _TWO)),
    **dict.fromkeys(("ыми", "ими", "ьими"), ("-ми", _TWO)),
    **dict.fromkeys(("ти", "ть", "сот", "ста", "десят"), ("", _NONE)),
}
"""What is typed after a number in figures, and what is right."""


def has_sign(token: Token) -> bool:
    """Whether a text with a word or a sign may have one of the shapes."""
    return any(sign in token.text for sign in _SIGNS)


def patterns(text: str) -> Iterator[Slip]:
    """All of them in a text; of those at one place the first is meant."""
    has_end = "-" in text and _WITH_END.search(text) is not None
    for pattern in (*_OF_NUMBERS, *_PATTERNS) if has_end else _PATTERNS:
        if pattern.sign in text:
            yield from (_slip(pattern, found) for found in _compiled(pattern.shape).finditer(text))
    if has_end:
        for found in _compiled(r"(?<![\w.,-])(\d+)-([а-яё]+)(?![\w-])").finditer(text):
            if found[2] in _ENDS:
                end, reason = _ENDS[found[2]]
                yield _slip(_Pattern("-", "", reason, rf"\1{end}"), found)


def _slip(pattern: _Pattern, found: re.Match[str]) -> Slip:
    where = found.span("slip") if "slip" in found.re.groupindex else found.span()
    message = f"«{found.string[slice(*where)]}»: {pattern.reason}"
    if pattern.right.startswith("!"):
        return Slip(pattern.kind, *where, message, pattern.right[1:])
    right = found.expand(pattern.right)
    return Slip(pattern.kind, *where, message, f"напишите «{right}»", right)


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    """A shape when a text has its sign: compiling all takes as long as reading a hundred texts."""
    return regex(shape)
