"""Shapes of personal data in a text, and what only looks like them (152-ФЗ, articles 3 and 10)."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Shape(NamedTuple):
    """One kind of personal data."""

    noun: str
    """In the accusative: «раскрывает личный телефон»."""
    pattern: re.Pattern[str]
    is_sure: Callable[[str], bool] = bool
    """Whether what matches is one: by its check digits, where it has them."""


def _figures(words: str) -> list[int]:
    return [int(letter) for letter in words if letter.isdecimal()]


def _is_insurance_number(words: str) -> bool:
    """By the two last figures, the sum of the others by their places from the end, modulo 101."""
    figures = _figures(words)
    if len(figures) != 11:
        return False
    total = sum(figure * (9 - at) for at, figure in enumerate(figures[:9])) % 101 % 100
    return total == figures[9] * 10 + figures[10]


_WEIGHTS = ((7, 2, 4, 10, 3, 5, 9, 4, 6, 8), (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8))
"""Of the two check figures of a person's number of a taxpayer, which stand last."""


def _is_taxpayer(words: str) -> bool:
    figures = _figures(words)
    checks = [
        sum(weight * figure for weight, figure in zip(weights, figures, strict=False)) % 11 % 10
        for weights in _WEIGHTS
    ]
    return len(figures) == 12 and checks == figures[10:]


def _is_card(words: str) -> bool:
    """By the algorithm of Luhn (ISO/IEC 7812-1)."""
    figures = _figures(words)
    doubled = [figure * 2 - 9 if figure > 4 else figure * 2 for figure in figures[-2::-2]]
    return (sum(doubled) + sum(figures[-1::-2])) % 10 == 0


_NAME = (
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+"
    r"(?:[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?|[А-ЯЁ][а-яё]+(?:\s+[А-ЯЁ][а-яё]+(?:вич|вна|чна)[а-я]*)?)"
)
_CLASS = r"(?:[1-9]|1[01])\s?[«\"„-]?[А-ЕИК](?![а-яё])[»\"“]?"
_PUPIL = r"(?i:учени(?:к|ца|ку|це|ка|цы)|обучающ(?:ийся|аяся|егося|ейся|емуся)|воспитанни(?:к|ца|ка|цы))"
_HEALTH = (
    r"(?:реб[её]нок-инвалид|реб[её]нок\s+с\s+ОВЗ|инвалид\s+(?:с\s+детства|[I1-3]+\s+группы)|диагноз"
    rf"|{_PUPIL}\s+с\s+ОВЗ|состоит\s+на\s+уч[её]те|из\s+неблагополучной\s+семьи|находится\s+под\s+опекой)"
)
_NO_TEACHER = r"(?:(?!учител|педагог|руковод|воспитател|директор|психолог|ответствен)[^.;\n]){0,30}?"
_FLAGS = re.IGNORECASE

SHAPES = (
    Shape(
        "личный телефон",
        re.compile(r"(?<!\d)(?:\+7|8)[\s(-]{0,2}9\d{2}[)\s-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)"),
    ),
    Shape(
        "личный телефон",
        re.compile(
            r"(?:дом(?:ашн[а-яё]+|\.)|личн[а-яё]+|сот(?:ов[а-яё]+|\.)|моб(?:ильн[а-яё]+|\.))\s+тел(?:ефон[а-яё]*|\.)?:?\s*[\d(+][\d\s()-]{4,}",
            _FLAGS,
        ),
    ),
    Shape(
        "логин или пароль",
        re.compile(
            r"(?<![а-яё])(?:логин|парол(?:ь|я|ем)|password|login)\s*[:=–—-]\s*(?=\S*[\da-z])\S+", _FLAGS
        ),
    ),
    Shape(
        "личный почтовый ящик",
        re.compile(
            r"(?<![\w.])[a-z]{3,}\.[a-z]{3,}\d*@(?:mail|bk|list|inbox|yandex|ya|rambler|gmail)\.(?:ru|com)",
            _FLAGS,
        ),
    ),
    Shape(
        "паспорт",
        re.compile(
            r"(?:паспорт[а-яё]*|серия)\W[^.;]{0,25}?(?<!\d)\d{2}\s?\d{2}\s*(?:№\s*)?\d{6}(?!\d)", _FLAGS
        ),
    ),
    Shape("свидетельство о рождении", re.compile(r"(?<![\w-])[IVX]{1,4}-[А-ЯЁ]{2}\s*№?\s*\d{6}(?!\d)")),
    Shape("СНИЛС", re.compile(r"(?<![\d-])\d{3}-\d{3}-\d{3}[\s-]\d{2}(?!\d)")),
    Shape("СНИЛС", re.compile(r"СНИЛС\W{0,3}\d{11}(?!\d)"), _is_insurance_number),
    Shape("ИНН человека", re.compile(r"ИНН\W{0,3}\d{12}(?!\d)"), _is_taxpayer),
    Shape(
        "дату рождения",
        re.compile(
            r"(?<!\d)(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d{2}\s*(?:г\.\s?р\.|года?\s+рожд|г\.\s?рожд)"
            r"|(?:дата\s+рождения|родил(?:ся|ась))\W{0,3}\d{1,2}[.\s]",
            _FLAGS,
        ),
    ),
    Shape(
        "домашний адрес",
        re.compile(
            r"(?:(?<![а-яё])(?:ул|пер|пр|просп|мкр|б-р|д|дом)\.?\s)[^;\n]{0,60}?(?<![а-яё])кв(?:артира|\.)\s*№?\s*\d{1,4}"
            r"|(?:проживающ[а-яё]+|зарегистрированн[а-яё]+)\s+по\s+адресу[^;\n]{0,60}?\d+",
            _FLAGS,
        ),
    ),
    Shape("имя ученика с классом", re.compile(rf"(?<![\w-]){_NAME}\W{_NO_TEACHER}(?<![\d№]){_CLASS}")),
    Shape("имя ученика с классом", re.compile(rf"{_PUPIL}\s+{_CLASS}[^.;\n]{{0,25}}?{_NAME}")),
    Shape("сведения о здоровье или семье", re.compile(rf"(?<![\w-]){_NAME}[^.;\n]{{0,25}}?{_HEALTH}")),
    Shape("номер карты", re.compile(r"(?<!\d)\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?!\d)"), _is_card),
)

HEADS = re.compile(
    r"(?:дата\s+рождения|паспорт|снилс|домашний\s+адрес|адрес\s+(?:проживания|регистрации)|(?:личный|сотовый|мобильный|домашний)\s+тел"
    r"|пароль|диагноз|инн\s+(?:физ|человек)|логин(?!.*(?:оо|организац|школ|учрежд)))",
    _FLAGS,
)
"""Columns of personal data; a login of an institution is not a person's."""


class Exposed(NamedTuple):
    """A stretch of a text with personal data."""

    noun: str
    start: int
    end: int


def exposed(words: str) -> Iterator[Exposed]:
    """Personal data of a text, of overlapping shapes the first."""
    taken = 0
    found = sorted(
        (match.start(), match.end(), shape.noun)
        for shape in SHAPES
        for match in shape.pattern.finditer(words)
        if shape.is_sure(match[0])
    )
    for start, end, noun in found:
        if start >= taken:
            yield Exposed(noun, start, end)
            taken = end
