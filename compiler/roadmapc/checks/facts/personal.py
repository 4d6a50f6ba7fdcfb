"""Shapes of personal data in a text, and what only looks like them (152-ФЗ, articles 3 and 10)."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from roadmapc.checks.texts import Text
from roadmapc.checks.wordings import Mark
from roadmapc.text.regex import regex

Find = Callable[..., Iterator[tuple[Text, re.Match[str]]]]


class Shape(NamedTuple):
    """One kind of personal data."""

    noun: str
    """In the accusative: «раскрывает личный телефон»."""
    pattern: re.Pattern[str]
    marks: tuple[Mark, ...]
    """What it has one of: few texts do, and these are quick to look for."""
    is_sure: Callable[[str], bool] = bool
    """Whether what matches is one: by its check digits, where it has them."""


def _is_card(words: str) -> bool:
    """By the algorithm of Luhn (ISO/IEC 7812-1)."""
    figures = [int(letter) for letter in words if letter.isdecimal()]
    doubled = [figure * 2 - 9 if figure > 4 else figure * 2 for figure in figures[-2::-2]]
    return (sum(doubled) + sum(figures[-1::-2])) % 10 == 0


_NAME = (
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+"
    r"(?:[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?|[А-ЯЁ][а-яё]+(?:\s+[А-ЯЁ][а-яё]+(?:вич|вна|чна)[а-я]*)?)"
)
_FAMILY = r"семь[а-яё]+\s+[А-ЯЁ][а-яё]+ых"
_CLASS = r"(?:[1-9]|1[01])\s?[«\"„-]?[А-ЕИК](?![а-яё])[»\"“]?"
_PUPIL = (
    r"(?i:учени(?:ка|ку|ком|ке|к|ца|цы|це|цу|цей)|обучающ(?:ийся|аяся|егося|ейся|емуся|имся|уюся)"
    r"|воспитанни(?:ка|ку|ком|к|ца|цы|це|цу|цей))(?![а-яё])"
)
_HEALTH = (
    r"(?i:реб[её]н[а-яё]+-инвалид|реб[её]н[а-яё]+\s+с\s+ОВЗ|инвалид[а-яё]*\s+(?:с\s+детства|[I1-3]+\s+группы)"
    rf"|диагноз|{_PUPIL}\s+с\s+ОВЗ|состо(?:ит|ящ[а-яё]+)\s+на\s+уч[её]те|неблагополучн|под\s+опекой|сирот"
    r"|эпилепси|аутизм|(?<![а-яё])ДЦП|диабет|(?<![а-яё])ЗПР(?![а-яё])|умственн[а-яё]+\s+отстал|многодетн|судим)"
)
_NO_TEACHER = r"(?:(?!учител|педагог|руковод|воспитател|директор|психолог|ответствен)[^.;\n]){0,30}?"
_FLAGS = re.IGNORECASE
_FIGURE_OF_CLASS = regex(r"(?<![\d№])(?:[1-9]|1[01])(?:$|[«\"„-]?[А-ЕИК])")
_OF_HEALTH = (
    *("инвалид", "овз", "диагноз", "учет", "учёт", "неблагополучн", "опек", "сирот"),
    *("эпилепси", "аутизм", "дцп", "диабет", "зпр", "отстал", "многодетн", "судим"),
)
_DATE = r"\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}"

SHAPES = (
    Shape(
        "личный телефон",
        regex(r"(?<!\d)(?:\+7|8)[\s(-]{0,2}9\d{2}[)\s-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)"),
        (regex(r"9\d\d"),),
    ),
    Shape(
        "личный телефон",
        regex(
            r"(?:дом(?:ашн[а-яё]+|\.)|личн[а-яё]+|сот(?:ов[а-яё]+|\.)|моб(?:ильн[а-яё]+|\.))\s+тел(?:ефон[а-яё]*|\.)?"
            r":?\s*[\d(+][\d\s()-]{4,}",
            _FLAGS,
        ),
        (" тел",),
    ),
    Shape(
        "логин или пароль",
        regex(
            r"(?<![а-яё])(?:логин|парол[а-яё]+|password|login)(?:\s+(?:для\s+входа|учётной\s+записи))?"
            r"\s*[:=–—-]?\s*(?=[^\s,;)]*[\da-z])(?![а-яё])[^\s,;)]{3,}",
            _FLAGS,
        ),
        ("логин", "парол", "password", "login"),
    ),
    Shape(
        "личный почтовый ящик",
        regex(
            r"(?<![\w.])[a-z]{3,}\.[a-z]{3,}\d*@(?:mail|bk|list|inbox|yandex|ya|rambler|gmail)\.(?:ru|com)",
            _FLAGS,
        ),
        ("@",),
    ),
    Shape(
        "паспорт",
        regex(r"(?:паспорт[а-яё]*|серия)\W[^.;]{0,25}?(?<!\d)\d{2}\s?\d{2}\s*(?:№\s*)?\d{6}(?!\d)", _FLAGS),
        ("паспорт", "серия"),
    ),
    Shape(
        "свидетельство о рождении",
        regex(r"(?<![\w-])[IVX]{1,4}-[А-ЯЁ]{2}\s*№?\s*\d{6}(?!\d)"),
        (regex(r"[IVX]-[А-ЯЁ]{2}"),),
    ),
    Shape(
        "СНИЛС",
        regex(r"(?<![\d-])\d{3}-\d{3}-\d{3}[\s-]\d{2}(?!\d)|СНИЛС\W{0,3}\d{11}(?!\d)"),
        (regex(r"\d{3}-\d{3}-\d{3}"), "снилс"),
    ),
    Shape("ИНН человека", regex(r"ИНН\W{0,3}\d{12}(?!\d)"), (regex("ИНН"),)),
    Shape(
        "дату рождения",
        regex(
            rf"(?<!\d){_DATE}\s*(?:г\.\s?р\.|года?\s+рожд|г\.\s?рожд)"
            rf"|(?:дат[аы]\s+рождения|родил(?:ся|ась)|родивш[а-яё]+)\W{{0,3}}(?:{_DATE}|\d{{1,2}}\s[а-яё]+\s\d{{4}})",
            _FLAGS,
        ),
        ("р.", "рожд", "родил", "родивш"),
    ),
    Shape(
        "год рождения",
        regex(rf"(?<![\w-]){_NAME}\W{{1,3}}(?:19|20)\d{{2}}\s*(?:г\.\s?р\.|года?\s+рожд)"),
        ("р.", "рожд"),
    ),
    Shape(
        "домашний адрес",
        regex(
            r"(?:(?<![а-яё])(?:ул|пер|пр|просп|мкр|б-р|д|дом[а-яё]*)\.?\s)[^;\n]{0,60}?(?<![а-яё])кв(?:артир[аыеу]|\.)\s*№?\s*\d{1,4}"
            r"|(?:прожива[а-яё]+|зарегистрирован[а-яё]*|домашн[а-яё]+\s+адрес[а-яё]*)(?:\s+по\s+адресу)?\W{1,3}[^;\n)]{0,60}?\d+",
            _FLAGS,
        ),
        (regex(r"кв(?:артир|\.)", _FLAGS), "прожива", "зарегистрирован", "домашн"),
    ),
    Shape(
        "имя ученика с классом",
        regex(rf"(?<![\w-]){_NAME}\W{_NO_TEACHER}(?<![\d№]){_CLASS}"),
        (_FIGURE_OF_CLASS,),
    ),
    Shape(
        "имя ученика с классом",
        regex(rf"{_PUPIL}\s+{_CLASS}[^.;\n]{{0,25}}?{_NAME}"),
        ("учени", "обучающ", "воспитанни"),
    ),
    Shape(
        "сведения о здоровье или семье",
        regex(rf"(?<![\w-])(?:{_NAME}|{_FAMILY})\W{_NO_TEACHER}(?:для\s+)?{_HEALTH}[а-яё]*"),
        _OF_HEALTH,
    ),
    Shape(
        "номер карты",
        regex(r"(?<!\d)\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?!\d)"),
        (regex(r"\d{4}(?:-|$)"),),
        _is_card,
    ),
)

HEADS = regex(
    r"(?:дата\s+рождения|паспорт|снилс|домашний\s+адрес|адрес\s+(?:проживания|регистрации)|(?:личный|сотовый|мобильный|домашний)\s+тел"
    r"|пароль|диагноз|инн\s+(?:физ|человек)|логин(?!.*(?:оо|организац|школ|учрежд)))",
    _FLAGS,
)
"""Columns of personal data; a login of an institution is not a person's."""


class Exposed(NamedTuple):
    """A stretch of a text with personal data."""

    start: int
    end: int
    noun: str


def exposed(find: Find) -> Iterator[tuple[Text, Exposed]]:
    """Personal data of texts, of overlapping shapes the first; `find` tells where a pattern with marks is."""
    found: defaultdict[Text, list[Exposed]] = defaultdict(list)
    for shape in SHAPES:
        for text, match in find(shape.pattern, *shape.marks):
            if shape.is_sure(match[0]):
                found[text].append(Exposed(*match.span(), shape.noun))
    for text, stretches in found.items():
        taken = 0
        for each in sorted(stretches):
            if each.start >= taken:
                yield text, each
                taken = each.end
