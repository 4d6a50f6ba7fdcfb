"""The words of deadlines: what each form of each word means.

A table of facts. `WORDS` maps every written form, lower case and with «е» for «ё», to its meaning;
sequences of words that mean something only together stand in `idioms.py`.
"""

from collections.abc import Iterator
from enum import IntEnum, auto
from typing import NamedTuple

from roadmapc.deadline.unit import WEEKDAYS, Unit
from roadmapc.text.dates import MONTHS_BY_CASE


class Sense(IntEnum):
    """What part a word plays."""

    MONTH = auto()
    WEEKDAY = auto()
    UNIT = auto()
    YEAR_MARK = auto()
    """«г.» and «гг.» after a number."""
    DATE_OF_MONTH = auto()
    """«число»: the numbers before it are days."""
    WORKING = auto()
    CALENDAR = auto()
    """«календарный», which changes nothing: terms run in calendar days anyway; «финансовый»: the budget
    year is the calendar one (БК РФ, ст. 12)."""
    ACADEMIC = auto()
    CARDINAL = auto()
    ORDINAL = auto()
    HALF = auto()
    EDGE = auto()
    """«начало», «середина», «конец»."""
    SEASON = auto()
    NAMED = auto()
    """What the plan gives a name to; no word of the lexicon is that."""
    ADVERB = auto()
    """A periodicity in one word: «ежегодно»."""
    EACH = auto()
    TIMES = auto()
    """«раз»."""
    TERM = auto()
    """A length in one adjective: «десятидневный»."""
    CURRENT = auto()
    NEXT = auto()
    REPORTED = auto()
    """«отчётный», «истекший»: the period just over."""
    PRECEDING = auto()
    """«предшествующий»: the period before the one that is planned."""
    REPORT = auto()
    """«квартальный», «годовой»: a report by the period that it is about."""
    WHOLE = auto()
    PREPOSITION = auto()
    AND = auto()
    THEN = auto()
    """«далее», «затем»: another rule begins."""
    INCLUSIVE = auto()
    PLACE = auto()
    CLOCK = auto()
    """«час», «мин»: the numbers before it are a time of day."""
    AUDIENCE = auto()
    PURPOSE = auto()
    PERIOD = auto()
    FILLER = auto()
    """«срок», «исполнения»: words around a deadline that say nothing about it."""


class Word(NamedTuple):
    """The meaning of a form."""

    sense: Sense
    number: int = 0
    """Month from 1, ordinal, count; -1 is the last."""
    unit: Unit | None = None
    lemma: str = ""
    """For prepositions and other words told apart one by one."""


_ADJECTIVE = "ый ий ой ая яя ое ее ого его ому ему ым им ом ем ую юю ей ые ие ых их ыми ими -"
_MASCULINE = "- а у ом е ы ов ам ами ах"
_NEUTER = "о а у ом е"
_FEMININE = "а ы е у ой - ам ами ах"

_SHORT_MONTHS = (
    *("янв", "фев февр", "мар", "апр", "", "июн"),
    *("июл", "авг", "сен сент", "окт", "ноя нояб", "дек"),
)
_WEEKDAYS = (
    "понедельник - а у ом е и ов ам ами ах|пн",
    "вторник - а у ом е и ов ам ами ах|вт",
    "сред а ы е у ой ам ами ах|ср",
    "четверг - а у ом е и ов ам ами ах|чт",
    "пятниц а ы е у ей ам ами ах|пт пятниц",
    "суббот а ы е у ой ам ами ах|сб суббот",
    "воскресень е я ю ем ям ями ях|вс воскресений",
)
_UNITS = {
    Unit.DAY: "д ень ня ню нем не ни ней ням нями нях|дн сут сутки суток к.д к/д кд",
    Unit.WORKING_DAY: "р .д /д д",
    Unit.WEEK: "недел я и е ю ей ь ям ями ях|нед",
    Unit.DECADE: f"декад {_FEMININE}",
    Unit.MONTH: "месяц - а у ем е ы ев ам ами ах|мес",
    Unit.QUARTER: f"квартал {_MASCULINE}|кв кварт",
    Unit.HALF_YEAR: "полугоди е я ю ем и й ям ями ях|полуг полгода п/г",
    Unit.YEAR: f"год {_MASCULINE}|лет",
}
_CARDINALS = {
    1: "один одного одному одним одном одна одной одну",
    2: "два две двух двум двумя",
    3: "три трех трем тремя",
    4: "четыре четырех четырем четырьмя",
    5: "пять пяти пятью",
    6: "шесть шести шестью",
    7: "семь семи семью",
    8: "восемь восьми восемью",
    9: "девять девяти девятью",
    10: "десять десяти десятью",
    11: "одиннадцать одиннадцати",
    12: "двенадцать двенадцати",
    13: "тринадцать тринадцати",
    14: "четырнадцать четырнадцати",
    15: "пятнадцать пятнадцати",
    20: "двадцать двадцати",
    30: "тридцать тридцати",
    40: "сорок сорока",
    45: "сорокапяти",
    50: "пятьдесят пятидесяти",
    60: "шестьдесят шестидесяти",
    90: "девяносто девяноста",
    100: "сто ста",
}
_ORDINALS = (
    *("перв", "втор", "", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"),
    *("одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат"),
    *("шестнадцат", "семнадцат", "восемнадцат", "девятнадцат", "двадцат"),
)
_FURTHER_ORDINALS = {30: "тридцат", -1: "последн", -2: "предпоследн"}
_THIRD = "трет ий ья ье ьего ьему ьим ьем ью ьей ьи ьих"
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SEASONS = {
    3: "весн а ы е у ой ою|весенний весенняя весеннее весеннего весеннему весеннем весной "
    "весенней весеннюю весенние весенних",
    6: "лет о а у ом|летний летняя летнее летнего летнему летнем летом летней летнюю летние летних",
    9: "осен ь и ью|осенний осенняя осеннее осеннего осеннему осеннем осенней осеннюю осенние осенних",
    12: "зим а ы е у ой|зимний зимняя зимнее зимнего зимнему зимнем зимней зимнюю зимние зимних",
}
_ADVERBS = {
    Unit.DAY: "ежедневн ежесуточн",
    Unit.WEEK: "еженедельн понедельн",
    Unit.DECADE: "ежедекадн подекадн",
    Unit.MONTH: "ежемесячн помесячн",
    Unit.QUARTER: "ежеквартальн поквартальн",
    Unit.HALF_YEAR: "ежеполугодн",
    Unit.YEAR: "ежегодн",
}
_SHORT_ADVERBS = {
    Unit.DAY: "ежедн ежеднев",
    Unit.WEEK: "еженед еженедел",
    Unit.DECADE: "ежедек ежедекад",
    Unit.MONTH: "ежем ежемес ежемесяч",
    Unit.QUARTER: "ежекв ежеквар ежекварт",
    Unit.HALF_YEAR: "ежеполуг ежеполугод",
    Unit.YEAR: "ежег ежегод",
}
"""Written short, with a full stop."""
_TERM_COUNTS = ("", "одно", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти", "десяти")
_LONGER_TERM_COUNTS = {14: "четырнадцати", 15: "пятнадцати", 20: "двадцати", 30: "тридцати"}
_TERM_UNITS = {Unit.DAY: "дневн", Unit.WEEK: "недельн", Unit.MONTH: "месячн", Unit.YEAR: "годичн"}
_SHORT_TERMS = {Unit.DAY: "дн", Unit.WEEK: "нед", Unit.MONTH: "мес"}
"""«двухмес. срок»."""
_PREPOSITIONS = {
    "до": "до",
    "к": "к ко",
    "с": "с со",
    "от": "от",
    "по": "по",
    "в": "в во",
    "на": "на",
    "за": "за",
    "через": "через спустя",
    "после": "после",
    "перед": "перед накануне",
}
_ADJECTIVES = {
    Sense.WORKING: "рабоч",
    Sense.CALENDAR: "календарн финансов бюджетн хозяйственн",
    Sense.ACADEMIC: "учебн",
    Sense.EACH: "кажд",
    Sense.CURRENT: "текущ нов данн соответствующ",
    Sense.NEXT: "следующ очередн последующ наступающ предстоящ будущ планируем",
    Sense.PRECEDING: "предшествующ",
    Sense.REPORTED: "отчетн истекш прошедш предыдущ прошл минувш",
    Sense.WHOLE: "цел",
}
_UNINFLECTED = {
    Sense.AND: "и или либо но однако а также",
    Sense.THEN: "далее затем потом впоследствии",
    Sense.INCLUSIVE: "включительно вкл",
    Sense.CLOCK: "час часа часов часам мин минут ч мск",
    Sense.DATE_OF_MONTH: "число числа числу числом числе чисел числам",
    Sense.YEAR_MARK: "г гг",
    Sense.TIMES: "раз раза разу",
    Sense.HALF: "половина половины половине половину пол",
    Sense.WHOLE: "весь всего всему всем вся всей всю все",
    Sense.PERIOD: "период периода периодом периоде периоду периоды время",
    Sense.ACADEMIC: "уч",
    Sense.CURRENT: "тек сего этого этом этому",
    Sense.NEXT: "след",
    Sense.FILLER: "срок сроки срока исполнения примерно ориентировочно это дата",
}
_KINDS_OF_TEXT = {
    Sense.PLACE: "зал зала зале актовый актовом каб кабинет кабинете ауд аудитория аудитории ул улица "
    "корпус корп д дом доме дома офис оф пер переулок пр просп проспект мкр наб шоссе "
    "микрорайон микрорайоне библиотека "
    "библиотеке стадион стадионе площадь площади дк парк парке музей музее "
    "центр центре клуб клубе сдк онлайн дистанционно сайт сайте сквер сквере обелиск обелиска обелиске "
    "мемориал мемориала мемориале памятник памятника аллея аллее набережная набережной дворец дворце "
    "пляж пляже площадка площадке бассейн бассейне двор дворе",
    Sense.AUDIENCE: "детские детский детских гимназия гимназии лицей лицеи "
    "организации организаций организациям учреждения учреждений учреждениям школа школы "
    "школам образовательные дошкольные общеобразовательные муниципальные педагоги учителя "
    "ученики учащиеся обучающиеся воспитанники родители класс классы классов кл группы группа "
    "оо доу оу сош бюджетные отделы отдел управление администрация комитет поселения "
    "поселений работники сотрудники служащие студенты",
    Sense.PURPOSE: "отчет отчета отчеты отчетов отчетность отчетности информация информацию сведения "
    "представление предоставление подготовка сдача сбор направление размещение анализ справка мониторинг "
    "проведение утверждение доклад итоговый итоговая промежуточный промежуточная результаты "
    "этап этапы этапа тур тура поток заезд заезда раунд смена смены смену",
}
_YEAR_BY_YEAR = "погодно"
"""Its adjective is not of years: «погодные условия»."""
_TIMES = ("единожды", "дважды", "трижды", "четырежды")
_REPORTS = {Unit.QUARTER: "квартальн", Unit.HALF_YEAR: "полугодов", Unit.YEAR: "годов"}
_EDGES = {
    1: "начал о а у е ом",
    2: "середин а ы е у",
    3: "кон ец ца цу це цом|окончания окончанию окончание завершения завершению истечения",
}
"""Numbered as the decades of a month."""


def _forms(row: str) -> Iterator[str]:
    """Forms of a row «stem ending ending…|form form…»; the ending «-» is none."""
    inflected, _, whole = row.partition("|")
    stem, *endings = inflected.split()
    yield from (stem + ending.replace("-", "") for ending in endings)
    yield from whole.split()


def _rows() -> Iterator[tuple[str, Word]]:
    """Rows of forms, each with the meaning of all its forms."""
    yield from ((row, Word(Sense.WEEKDAY, unit=unit)) for unit, row in zip(WEEKDAYS, _WEEKDAYS, strict=True))
    yield from ((row, Word(Sense.UNIT, unit=unit)) for unit, row in _UNITS.items())
    yield from ((row, Word(Sense.SEASON, month)) for month, row in _SEASONS.items())
    yield from ((row, Word(Sense.EDGE, decade)) for decade, row in _EDGES.items())
    yield _THIRD, Word(Sense.ORDINAL, 3)
    for number, stem in (*enumerate(_ORDINALS, 1), *_FURTHER_ORDINALS.items()):
        if stem:
            yield f"{stem} {_ADJECTIVE}", Word(Sense.ORDINAL, number)
    for sense, stems in _ADJECTIVES.items():
        yield from ((f"{stem} {_ADJECTIVE}", Word(sense)) for stem in stems.split())
    for unit, stem in _REPORTS.items():
        yield f"{stem} {_ADJECTIVE.removesuffix(' -')}", Word(Sense.REPORT, unit=unit)
    for unit, stems in _ADVERBS.items():
        yield from ((f"{stem} о {_ADJECTIVE}", Word(Sense.ADVERB, unit=unit)) for stem in stems.split())


def _terms() -> Iterator[tuple[str, Word]]:
    """«десятидневный», «двухнедельный», «месячный»."""
    for unit, stem in _TERM_UNITS.items():
        for number, count in (*enumerate(_TERM_COUNTS), *_LONGER_TERM_COUNTS.items()):
            word = Word(Sense.TERM, number, unit)
            yield from ((form, word) for form in _forms(f"{count}{stem} {_ADJECTIVE}"))
            if count and unit in _SHORT_TERMS:
                yield f"{count}{_SHORT_TERMS[unit]}", word


def _lists() -> Iterator[tuple[str, Word]]:
    """Forms that are listed whole."""
    for number, (*names, short) in enumerate(zip(*MONTHS_BY_CASE, _SHORT_MONTHS, strict=True), 1):
        yield from ((name, Word(Sense.MONTH, number)) for name in (*names, *short.split()))
    for senses in (_KINDS_OF_TEXT, _UNINFLECTED):
        for sense, forms in senses.items():
            yield from ((form, Word(sense)) for form in forms.split())
    for unit, forms in _SHORT_ADVERBS.items():
        yield from ((form, Word(Sense.ADVERB, unit=unit)) for form in forms.split())
    yield _YEAR_BY_YEAR, Word(Sense.ADVERB, unit=Unit.YEAR)
    for number, form in enumerate(_TIMES, 1):
        yield form, Word(Sense.TIMES, number)
    for number, forms in _CARDINALS.items():
        yield from ((form, Word(Sense.CARDINAL, number)) for form in forms.split())
    for lemma, forms in _PREPOSITIONS.items():
        yield from ((form, Word(Sense.PREPOSITION, lemma=lemma)) for form in forms.split())


def _words() -> dict[str, Word]:
    words = dict(_lists())
    words.update(_terms())
    for row, word in _rows():
        words.update(dict.fromkeys(_forms(row), word))
    return words


WORDS = _words()
"""Every form to its meaning."""

SHORTENED = {
    **dict.fromkeys(("позд", "поздн"), "позднее"),
    "ран": "ранее",
    **dict.fromkeys(("понед", "понедельн"), "понедельник"),
    **dict.fromkeys(("след", "следующ"), "следующий"),
    **dict.fromkeys(("предш", "предшеств"), "предшествующий"),
    **dict.fromkeys(("отч", "отчетн"), "отчетный"),
    **dict.fromkeys(("кал", "календ"), "календарных"),
    **dict.fromkeys(("каж", "кажд"), "каждый"),
    **dict.fromkeys(("предыд", "предыдущ"), "предыдущий"),
    **dict.fromkeys(("вых", "выходн"), "выходные"),
    **dict.fromkeys(("зим", "зимн"), "зимний"),
    "весен": "весенний",
    "летн": "летний",
    "осен": "осенний",
    "мом": "момента",
    "эт": "этап",
    "посл": "последний",
    "предпосл": "предпоследний",
    "перв": "первый",
    "втор": "второй",
    "раб": "рабочих",
    "чис": "число",
    "теч": "течение",
    "протяж": "протяжении",
    "истеч": "истечении",
    "кр": "кроме",
    "нач": "начало",
    "начин": "начиная",
    "сер": "середина",
    "кон": "конец",
    "оконч": "окончания",
    "ориент": "ориентировочно",
    "чет": "четных",
    "четн": "четных",
    "нечет": "нечетных",
    "нечетн": "нечетных",
    **dict.fromkeys(("пост", "постоян"), "постоянно"),
    **dict.fromkeys(("круглосут", "круглос"), "круглосуточно"),
    **dict.fromkeys(("круглогод", "круглогодич"), "круглогодично"),
    "согл": "согласно",
    **dict.fromkeys(("отоп", "отопит"), "отопительный"),
    "вторн": "вторник",
    "пятн": "пятница",
    "субб": "суббота",
    "воскр": "воскресенье",
}
"""Words written short, with a full stop, and a form of each; a count of working days is the commoner."""

ROMAN = {numeral: number for number, numeral in enumerate(_ROMANS, 1)}
"""Roman numerals as months, quarters and half-years use them."""
