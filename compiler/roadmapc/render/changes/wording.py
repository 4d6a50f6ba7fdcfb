"""Changes in Russian: what a unit is called, what happened to it, what that means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from roadmapc.diff.findings import Finding, Meaning
from roadmapc.diff.notices import Concern
from roadmapc.diff.unit import Unit
from roadmapc.model.unit import UnitKind
from roadmapc.text.shorten import shortened

NOTES: dict[Meaning, str] = {
    Meaning.SAME_READING: "смысл тот же",
    Meaning.SAME_DATES: "даты те же",
    Meaning.EARLIER: "раньше: {1} → {2}",
    Meaning.LATER: "позже: {1} → {2}",
    Meaning.OTHER_DATES: "в другие дни: {1} → {2}",
    Meaning.STARTS_OTHERWISE: "начало другое: {1} → {2}",
    Meaning.MORE_OFTEN: "чаще: дат было {1}, стало {2}",
    Meaning.LESS_OFTEN: "реже: дат было {1}, стало {2}",
    Meaning.DATED: "появилась дата: {1}",
    Meaning.UNDATED: "даты больше нет (была {1})",
    Meaning.OTHER_CONDITION: "даты нет, условие другое",
    Meaning.DEADLINE_SET: "срока не было",
    Meaning.DEADLINE_DROPPED: "срока больше нет",
    Meaning.AUDIENCE_LOST: "больше не касается: {0}",
    Meaning.AUDIENCE_GAINED: "теперь касается: {0}",
    Meaning.BODY_GAINED: "обязанность получили: {names}",
    Meaning.BODY_LOST: "обязанность сняли: {names}",
    Meaning.LEAD: "ответственный исполнитель: {0} → {1}",
    Meaning.RENAMED: "переименование, исполнитель тот же",
    Meaning.REORDERED: "порядок соисполнителей",
    Meaning.QUALIFIED: "исполнители те же, круг другой",
    Meaning.EXTENDED: "продлён: {0} → {1}",
    Meaning.SHORTENED: "сокращён: {0} → {1}",
    Meaning.NUMBER: "нумерация",
    Meaning.TYPOGRAPHY: "знаки и буквы, слова те же",
    Meaning.FIGURES: "другие числа",
    Meaning.WORDS: "",
    Meaning.OFFICE: "на обязанности не влияет",
}
"""By meaning; numbers stand for the arguments of the finding, `names` for all of them."""

_WITH_AUDIENCE = frozenset(
    {
        Meaning.EARLIER,
        Meaning.LATER,
        Meaning.OTHER_DATES,
        Meaning.STARTS_OTHERWISE,
        Meaning.MORE_OFTEN,
        Meaning.LESS_OFTEN,
        Meaning.DATED,
        Meaning.UNDATED,
    }
)
"""Meanings whose first argument is an audience, empty for everybody."""


_NOUNS = {
    UnitKind.CLAUSE: ("пункт", "пункты"),
    UnitKind.APPENDIX: ("приложение", "приложения"),
    UnitKind.SECTION: ("раздел", "разделы"),
    UnitKind.MEASURE: ("строка", "строки"),
}
"""One unit, several units."""
ADDED = {
    UnitKind.CLAUSE: "новый пункт",
    UnitKind.APPENDIX: "новое приложение",
    UnitKind.SECTION: "новый раздел",
    UnitKind.MEASURE: "новое мероприятие",
}
REMOVED = {
    UnitKind.CLAUSE: "пункта больше нет",
    UnitKind.APPENDIX: "приложения больше нет",
    UnitKind.SECTION: "раздела больше нет",
    UnitKind.MEASURE: "мероприятия больше нет",
}
MOVED = {
    UnitKind.CLAUSE: "пункт стоит в другом месте",
    UnitKind.APPENDIX: "приложение стоит в другом месте",
    UnitKind.SECTION: "раздел стоит в другом месте",
    UnitKind.MEASURE: "мероприятие стоит в другом месте",
}
REQUISITE = "реквизит"
RENUMBERED = "проверьте ссылки на прежние номера"
CONCERNS = {
    Concern.GAINED: "новая обязанность",
    Concern.LEADS: "становится ответственным",
    Concern.LOST: "обязанность снята",
    Concern.CHANGED: "обязанность изменена",
}


def note(findings: Iterable[Finding]) -> str:
    """What a change of a field means."""
    return "; ".join(filter(None, map(_note, findings)))


def _note(finding: Finding) -> str:
    arguments = finding.arguments
    words = NOTES[finding.meaning].format(*arguments, names=", ".join(arguments))
    has_audience = finding.meaning in _WITH_AUDIENCE and arguments[0]
    return f"{arguments[0]} – {words}" if has_audience else words


def label(unit: Unit) -> str:
    """What a unit is called: «строка 2.3», «приложение № 1», «Заголовок приказа»."""
    if unit.kind is UnitKind.REQUISITE:
        return unit.title
    return f"{_NOUNS[unit.kind][0]} {_number(unit)}".rstrip()


def labels(units: Iterable[Unit]) -> str:
    """What several units are called: «пункт 3, строки 2, 3, 26»."""
    by_kind: dict[UnitKind, list[Unit]] = defaultdict(list)
    for unit in units:
        by_kind[unit.kind].append(unit)
    return ", ".join(_label_of_all(group) for group in by_kind.values())


def _label_of_all(units: list[Unit]) -> str:
    """Units of one kind."""
    if len(units) == 1 or units[0].kind is UnitKind.REQUISITE:
        return ", ".join(map(label, units))
    return f"{_NOUNS[units[0].kind][1]} {', '.join(map(_number, units))}"


def _number(unit: Unit) -> str:
    """The number, else the title in quotes."""
    if unit.number:
        return f"№ {unit.number}" if unit.kind is UnitKind.APPENDIX else unit.number
    return f"«{shortened(unit.title, 40)}»" if unit.title else ""
