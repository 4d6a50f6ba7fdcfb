"""Stretches of the calendar in Russian words that `reading/` reads back."""

from enum import IntEnum
from typing import assert_never

from roadmapc.deadline.ast import (
    MONTH_OF_PLAN,
    THIS_MONTH,
    THIS_YEAR,
    AcademicYear,
    Between,
    Current,
    Duration,
    Following,
    NthOf,
    Offset,
    PaschalDay,
    Season,
    Stretch,
    Year,
)
from roadmapc.deadline.unit import SEVERAL_MONTHS, SINGLE_DAYS, WEEKDAYS, Unit
from roadmapc.text.dates import MONTHS_BY_CASE
from roadmapc.text.plural import plural


class Case(IntEnum):
    """The cases that a stretch is printed in."""

    NOMINATIVE = 0
    GENITIVE = 1
    DATIVE = 2
    ACCUSATIVE = 3
    """Told from the nominative only by feminine words: «по вторую неделю»."""


_UNITS = {
    Unit.DAY: "день дня дню",
    Unit.WORKING_DAY: "рабочий_день рабочего_дня рабочему_дню",
    Unit.MONDAY: "понедельник понедельника понедельнику",
    Unit.TUESDAY: "вторник вторника вторнику",
    Unit.WEDNESDAY: "среда среды среде",
    Unit.THURSDAY: "четверг четверга четвергу",
    Unit.FRIDAY: "пятница пятницы пятнице",
    Unit.SATURDAY: "суббота субботы субботе",
    Unit.SUNDAY: "воскресенье воскресенья воскресенью",
    Unit.WEEK: "неделя недели неделе",
    Unit.DECADE: "декада декады декаде",
    Unit.HALF_MONTH: "половина половины половине",
    Unit.MONTH: "месяц месяца месяцу",
    Unit.QUARTER: "квартал квартала кварталу",
    Unit.HALF_YEAR: "полугодие полугодия полугодию",
    Unit.YEAR: "год года году",
    Unit.ACADEMIC_YEAR: "учебный_год учебного_года учебному_году",
    Unit.ORDER: "день_подписания_приказа дня_подписания_приказа дню_подписания_приказа",
    Unit.PLAN: "весь_период всего_периода всему_периоду",
    Unit.PERIOD: "период периода периоду",
}
_ACCUSATIVES = {
    Unit.WEDNESDAY: "среду",
    Unit.FRIDAY: "пятницу",
    Unit.SATURDAY: "субботу",
    Unit.WEEK: "неделю",
    Unit.DECADE: "декаду",
    Unit.HALF_MONTH: "половину",
}
_LENGTHS = {
    Unit.DAY: ("день", "дня", "дней"),
    Unit.WORKING_DAY: ("рабочий день", "рабочих дня", "рабочих дней"),
    Unit.WEEK: ("неделю", "недели", "недель"),
    Unit.DECADE: ("декаду", "декады", "декад"),
    Unit.MONTH: ("месяц", "месяца", "месяцев"),
    Unit.QUARTER: ("квартал", "квартала", "кварталов"),
    Unit.HALF_YEAR: ("полугодие", "полугодия", "полугодий"),
    Unit.YEAR: ("год", "года", "лет"),
}
_FEMININE = frozenset(_ACCUSATIVES)
_NEUTER = frozenset({Unit.SUNDAY, Unit.HALF_YEAR})
_ORDINALS = {1: "перв", 2: "втор", 4: "четверт", 5: "пят", 6: "шест", -1: "последн", -2: "предпоследн"}
_THIRD = {
    "m": ("третий", "третьего", "третьему", "третий"),
    "f": ("третья", "третьей", "третьей", "третью"),
    "n": ("третье", "третьего", "третьему", "третье"),
}
_HARD = {
    "m": ("ый", "ого", "ому", "ый"),
    "f": ("ая", "ой", "ой", "ую"),
    "n": ("ое", "ого", "ому", "ое"),
}
_SOFT = {
    "m": ("ий", "его", "ему", "ий"),
    "f": ("яя", "ей", "ей", "юю"),
    "n": ("ее", "его", "ему", "ее"),
}
_PARTICIPLE = {**_SOFT, "f": ("ая", "ей", "ей", "ую")}
_DIGIT_ENDINGS = {"m": ("й", "го", "му", "й"), "f": ("я", "й", "й", "ю"), "n": ("е", "го", "му", "е")}
_STRESSED = (2, 6)
"""Ordinals in «-ой»: второй, шестой."""
_PASCHAL = {
    -49: ("Прощёное воскресенье", "Прощёного воскресенья", "Прощёному воскресенью"),
    -48: ("Чистый понедельник", "Чистого понедельника", "Чистому понедельнику"),
    -7: ("Вербное воскресенье", "Вербного воскресенья", "Вербному воскресенью"),
    0: ("Пасха", "Пасхи", "Пасхе"),
    9: ("Радоница", "Радоницы", "Радонице"),
    39: ("Вознесение Господне", "Вознесения Господня", "Вознесению Господню"),
    48: ("Троицкая родительская суббота", "Троицкой родительской субботы", "Троицкой родительской субботе"),
    49: ("Троица", "Троицы", "Троице"),
    50: ("Духов день", "Духова дня", "Духову дню"),
}
"""Days after Easter by their names in the cases."""
_PASCHAL_SPANS = {
    (-55, -49): "Масленица",
    (-48, -1): "Великий пост",
    (-6, -1): "Страстная неделя",
    (0, 6): "Светлая неделя",
}
_ROMAN = ("", "I", "II", "III", "IV")
_INSTRUMENTAL = {
    Unit.WEEK: "отчётной неделей",
    Unit.MONTH: "отчётным месяцем",
    Unit.QUARTER: "отчётным кварталом",
    Unit.HALF_YEAR: "отчётным полугодием",
    Unit.YEAR: "отчётным годом",
}


def in_words(stretch: Stretch, case: Case = Case.NOMINATIVE) -> str:  # noqa: C901, PLR0911 – a return for each member of the union
    """A stretch in a case."""
    match stretch:
        case Year(number):
            return f"{number} {_unit(Unit.YEAR, case)}"
        case AcademicYear(first):
            return f"{first}/{first + 1} {_unit(Unit.ACADEMIC_YEAR, case)}"
        case Current(unit):
            return _unit(unit, case)
        case NthOf():
            return _part(stretch, case)
        case Between():
            return _between(stretch)
        case Following():
            return _following(stretch, case)
        case PaschalDay():
            return _paschal(stretch, case)
        case Offset():
            return _offset(stretch, case)
        case Season():
            return _season(stretch)
        case _:
            assert_never(stretch)


def weekday_in_words(weekday: Unit) -> str:
    """«понедельник»."""
    return _unit(weekday, Case.NOMINATIVE)


def _season(season: Season) -> str:
    """As the phrase declines it: the names are the plan's, and no table has their forms."""
    words = season.words or f"{season.ordinal or ''} {season.name}".strip()
    return f"{words} {in_words(season.year, Case.GENITIVE)}" if season.year is not None else words


def _unit(unit: Unit, case: Case) -> str:
    if case is Case.ACCUSATIVE and unit in _ACCUSATIVES:
        return _ACCUSATIVES[unit]
    return _UNITS[unit].split()[case % Case.ACCUSATIVE].replace("_", " ")


def _month(number: int, case: Case) -> str:
    return MONTHS_BY_CASE[case % Case.ACCUSATIVE][number - 1]


def counted(duration: Duration) -> str:
    """«10 рабочих дней», in the genitive of «в течение»."""
    single = duration.count % 10 == 1 and duration.count % 100 != 11
    words = _unit(duration.unit, Case.GENITIVE) if single else _LENGTHS[duration.unit][-1]
    return f"{duration.count} {words}"


def length(duration: Duration) -> str:
    """«3 рабочих дня», «1 неделю», in the accusative of «за»; «1 квартал» would be the first of a year."""
    if duration.count == 1 and duration.unit in SEVERAL_MONTHS:
        return _LENGTHS[duration.unit][0]
    return f"{duration.count} {plural(duration.count, *_LENGTHS[duration.unit])}"


def interval(count: int, unit: Unit) -> str:
    """«год», «3 года», in the accusative of «раз в»."""
    if unit not in _LENGTHS or count == 1:
        return _unit(unit, Case.ACCUSATIVE)
    return length(Duration(count, unit))


def _part(part: NthOf, case: Case) -> str:
    if part.unit is Unit.DAY and part.ordinal > 0:
        return _day(part, case)
    if part.unit is Unit.MONTH and _is_of_year(part.of):
        return f"{_month(part.ordinal, case)}{_of_named(part.of)}"
    if part.unit in (Unit.QUARTER, Unit.HALF_YEAR) and 0 < part.ordinal < len(_ROMAN):
        return f"{_ROMAN[part.ordinal]} {_unit(part.unit, case)}{_of_named(part.of)}"
    return f"{ordinal(part.ordinal, part.unit, case)} {_unit(part.unit, case)}{_of(part.of)}"


def _day(part: NthOf, case: Case) -> str:
    of = part.of
    if of == MONTH_OF_PLAN:
        return f"{part.ordinal}"
    if isinstance(of, NthOf) and of.unit is Unit.MONTH and _is_of_year(of.of):
        return f"{part.ordinal} {in_words(of, Case.GENITIVE)}"
    if _is_month(of):
        number = ("число", "числа", "числу", "число")[case]
        return f"{part.ordinal} {number}{_of_named(of)}"
    return f"{part.ordinal}-{_DIGIT_ENDINGS['m'][case]} {_unit(Unit.DAY, case)}{_of(of)}"


def _is_of_year(of: Stretch) -> bool:
    is_next = isinstance(of, Following) and of.unit is Unit.YEAR
    return isinstance(of, Year) or of == THIS_YEAR or is_next


def _is_month(of: Stretch) -> bool:
    return isinstance(of, Current | Following | NthOf) and of.unit is Unit.MONTH


def _of(of: Stretch) -> str:
    """What it is a part of."""
    return f" {in_words(of, Case.GENITIVE)}"


def _of_named(of: Stretch) -> str:
    """What it is a part of, unless that is the year or the month at hand."""
    return "" if of in (THIS_YEAR, THIS_MONTH) else _of(of)


def ordinal(number: int, unit: Unit, case: Case) -> str:
    """«третьей» for «недели», «последнему» for «дню»."""
    gender = _gender(unit)
    if number == 3:
        return _THIRD[gender][case]
    stem = _ORDINALS.get(number)
    if stem is None:
        return f"{number}-{_DIGIT_ENDINGS[gender][case]}"
    if number < 0:
        return stem + _SOFT[gender][case]
    if number in _STRESSED and gender == "m" and case in (Case.NOMINATIVE, Case.ACCUSATIVE):
        return stem + "ой"
    return stem + _HARD[gender][case]


def _gender(unit: Unit) -> str:
    return "f" if unit in _FEMININE else "n" if unit in _NEUTER else "m"


def _between(stretch: Between) -> str:  # noqa: PLR0911 – a return for each form
    """«25–30 сентября 2021 года», «октябрь – ноябрь 2020 года», else «с … по …»."""
    first, last = stretch.first, stretch.last
    match first, last:
        case Year(opened), Year(closed):
            return f"{opened}–{closed} годы"
        case PaschalDay(opened, of), PaschalDay(closed):
            return f"{_PASCHAL_SPANS[opened, closed]}{_of_named(of)}"
        case Offset(), _:
            end = f"чем {_counted(last)}" if isinstance(last, Offset) else in_words(last, Case.GENITIVE)
            return f"не ранее чем {_counted(first)}, не позднее {end}"
        case NthOf(unit, ordinal), NthOf(_, -1, of) if ordinal < 0:
            return f"последние {-ordinal} {plural(-ordinal, *_LENGTHS[unit])}{_of(of)}"
        case NthOf(), NthOf() if short := _short_between(first, last):
            return short
        case _, Offset(-1, Unit.DAY):
            return f"с {in_words(first, Case.GENITIVE)} {in_words(last)}"  # «до начала осенних каникул»
        case _:
            return f"с {in_words(first, Case.GENITIVE)} по {in_words(last, Case.ACCUSATIVE)}"


def _short_between(first: NthOf, last: NthOf) -> str | None:
    """Parts of one month or year; `None` if the words would not read back as a range."""
    if first.of != last.of or first.unit is not last.unit:
        return None
    of = last.of
    is_named_month = isinstance(of, NthOf) and of.unit is Unit.MONTH and _is_of_year(of.of)
    if first.unit is Unit.DAY and first.ordinal > 0 and is_named_month:
        return f"{first.ordinal}–{in_words(last)}"
    if first.unit is Unit.MONTH and _is_of_year(last.of):
        return f"{_month(first.ordinal, Case.NOMINATIVE)} – {in_words(last)}"
    if first.unit is Unit.QUARTER and first.ordinal > 0:
        return f"{_ROMAN[first.ordinal]}–{_ROMAN[last.ordinal]} кварталы{_of_named(last.of)}"
    return None


def _paschal(day: PaschalDay, case: Case) -> str:
    """By its name; a day that has none is counted from Easter, which no phrase does."""
    names = _PASCHAL.get(day.days)
    words = names[case % Case.ACCUSATIVE] if names is not None else f"{day.days}-й день от Пасхи"
    return f"{words}{_of_named(day.of)}"


def _following(stretch: Following, case: Case) -> str:
    """«второго месяца, следующего за отчётным кварталом»."""
    which = f"{ordinal(stretch.count, stretch.unit, case)} " if stretch.count > 1 else ""
    ending = _PARTICIPLE[_gender(stretch.unit)][case]
    own = stretch.of.unit if isinstance(stretch.of, Current) else None
    before = _INSTRUMENTAL.get(own, "отчётным") if own is not None else "отчётным"
    return f"{which}{_unit(stretch.unit, case)}, следующ{ending} за {before}"


def _offset(stretch: Offset, case: Case) -> str:
    """«в течение 10 дней после окончания квартала», «за 5 дней до 1 сентября», «до начала мая»."""
    if stretch.unit in WEEKDAYS:
        event = in_words(stretch.of, Case.GENITIVE)
        return f"{ordinal(stretch.count, stretch.unit, case)} {_unit(stretch.unit, case)} после {event}"
    if stretch.count > 0:
        return f"в течение {counted(Duration(stretch.count, stretch.unit))} {from_event(stretch)}"
    if stretch.count == -1 and stretch.unit is Unit.DAY and not _is_day(stretch.of):
        return from_event(stretch)
    return f"за {length(Duration(-stretch.count, stretch.unit))} {from_event(stretch)}"


def _counted(stretch: Offset) -> str:
    """«через 5 дней после 1 июня», «за 5 дней до 1 июня»."""
    lead = "через" if stretch.count > 0 else "за"
    return f"{lead} {length(Duration(abs(stretch.count), stretch.unit))} {from_event(stretch)}"


def from_event(stretch: Offset) -> str:
    """«после окончания квартала», «до 1 сентября»: the event from which the days are counted."""
    event = in_words(stretch.of, Case.GENITIVE)
    preposition, edge = ("после", "окончания") if stretch.count > 0 else ("до", "начала")
    return f"{preposition} {event}" if _is_day(stretch.of) else f"{preposition} {edge} {event}"


def _is_day(event: Stretch) -> bool:
    is_day = isinstance(event, PaschalDay) or (isinstance(event, NthOf) and event.unit in SINGLE_DAYS)
    return is_day or (isinstance(event, Season) and event.name.startswith("день "))
