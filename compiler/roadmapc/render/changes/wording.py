"""Changes in Russian: what a unit is called, what happened to it, what that means."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from roadmapc.diff.findings import Judgement, Meaning
from roadmapc.diff.notices import Concern
from roadmapc.diff.provision import Provision
from roadmapc.model.provision import ProvisionKind
from roadmapc.render.changes.numbering import ranges, renumbered
from roadmapc.text.letters import capital
from roadmapc.text.shorten import shortened

NOTES: dict[Meaning, str] = {
    Meaning.SAME_READING: "смысл тот же",
    Meaning.SAME_DATES: "даты те же",
    Meaning.EARLIER: "раньше: {1} → {2}",
    Meaning.LATER: "позже: {1} → {2}",
    Meaning.OTHER_DATES: "в другие дни: {1} → {2}",
    Meaning.STARTS_OTHERWISE: "начало другое: {1} → {2}",
    Meaning.OTHER_DAY_OFF: "назван другой выходной: {1} → {2}, исполнить по-прежнему {3}",
    Meaning.MORE_OFTEN: "дат больше: было {1}, стало {2}",
    Meaning.LESS_OFTEN: "дат меньше: было {1}, стало {2}",
    Meaning.DATED: "появилась дата: {1}",
    Meaning.UNDATED: "даты больше нет (была {1})",
    Meaning.OTHER_CONDITION: "даты нет, условие другое",
    Meaning.DEADLINE_SET: "срока не было",
    Meaning.DEADLINE_DROPPED: "срока больше нет",
    Meaning.AUDIENCE_LOST: "больше не касается: {0}",
    Meaning.AUDIENCE_GAINED: "теперь касается: {0}",
    Meaning.BODY_GAINED: "новый исполнитель: {names}",
    Meaning.BODY_LOST: "исключён исполнитель: {names}",
    Meaning.LEAD: "ответственный исполнитель: {0} → {1}",
    Meaning.RENAMED: "переименование, исполнитель тот же",
    Meaning.PERSON: "другое лицо",
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

_OF_SEVERAL = {
    Meaning.BODY_GAINED: "новые исполнители: {names}",
    Meaning.BODY_LOST: "исключены исполнители: {names}",
}
"""The same where a finding names more than one body."""

_WITH_AUDIENCE = frozenset(
    {
        Meaning.EARLIER,
        Meaning.LATER,
        Meaning.OTHER_DATES,
        Meaning.STARTS_OTHERWISE,
        Meaning.OTHER_DAY_OFF,
        Meaning.MORE_OFTEN,
        Meaning.LESS_OFTEN,
        Meaning.DATED,
        Meaning.UNDATED,
    }
)
"""Meanings whose first argument is an audience, empty for everybody."""


_NOUNS = {
    ProvisionKind.CLAUSE: ("пункт", "пункты"),
    ProvisionKind.APPENDIX: ("приложение", "приложения"),
    ProvisionKind.SECTION: ("раздел", "разделы"),
    ProvisionKind.MEASURE: ("строка", "строки"),
}
"""One unit, several units."""
ADDED = {
    ProvisionKind.CLAUSE: "новый пункт",
    ProvisionKind.APPENDIX: "новое приложение",
    ProvisionKind.SECTION: "новый раздел",
    ProvisionKind.MEASURE: "новое мероприятие",
}
REMOVED = {
    ProvisionKind.CLAUSE: "пункта больше нет",
    ProvisionKind.APPENDIX: "приложения больше нет",
    ProvisionKind.SECTION: "раздела больше нет",
    ProvisionKind.MEASURE: "мероприятия больше нет",
}
MOVED = {
    ProvisionKind.CLAUSE: "пункт стоит в другом месте",
    ProvisionKind.APPENDIX: "приложение стоит в другом месте",
    ProvisionKind.SECTION: "раздел стоит в другом месте",
    ProvisionKind.MEASURE: "мероприятие стоит в другом месте",
}
REQUISITE = "реквизит"
NAMING = {Meaning.RENAMED: "переименование", Meaning.PERSON: "должностное лицо"}
UNNUMBERED = "без номера"
RENUMBERED = "проверьте ссылки на прежние номера"
PART_OF = "выделено: раньше – {}"
"""Of a measure that another one was divided into."""
JOINED_INTO = "вошло: теперь – {}"
"""Of a measure that became part of another one."""
CONCERNS = {
    Concern.GAINED: "новая обязанность",
    Concern.LEADS: "становится ответственным",
    Concern.LOST: "обязанность снята",
    Concern.DEADLINE: "другой срок",
    Concern.FELLOWS: "другие соисполнители",
    Concern.CHANGED: "обязанность изменена",
}


def note(findings: Iterable[Judgement]) -> str:
    """What a change of a field means."""
    return "; ".join(filter(None, map(_note, findings)))


def _note(finding: Judgement) -> str:
    arguments = finding.arguments
    template = NOTES[finding.meaning]
    if len(arguments) > 1:
        template = _OF_SEVERAL.get(finding.meaning, template)
    words = template.format(*arguments, names=", ".join(arguments))
    has_audience = finding.meaning in _WITH_AUDIENCE and arguments[0]
    return f"{arguments[0]} – {words}" if has_audience else words


def label(unit: Provision) -> str:
    """What a unit is called: «строка 2.3», «приложение № 1», «Заголовок приказа»."""
    if unit.kind is ProvisionKind.REQUISITE:
        return unit.title
    return f"{_NOUNS[unit.kind][0]} {_number(unit)}".rstrip()


def labels(units: Iterable[Provision]) -> str:
    """What several units are called, each once: «пункт 3, строки 2–5, 26»."""
    by_kind: dict[ProvisionKind, list[Provision]] = defaultdict(list)
    for unit in dict.fromkeys(units):
        by_kind[unit.kind].append(unit)
    return ", ".join(_label_of_all(group) for group in by_kind.values())


def _label_of_all(units: list[Provision]) -> str:
    """Units of one kind."""
    if units[0].kind is ProvisionKind.REQUISITE:
        return ", ".join(map(label, units))
    return numbered(units[0].kind, [_number(unit) for unit in units])


def numbered(kind: ProvisionKind, numbers: Sequence[str]) -> str:
    """Units of one kind by their numbers: «строка 2», «строки 2–5, 26»."""
    one, many = _NOUNS[kind]
    return f"{many if len(numbers) > 1 else one} {ranges(numbers)}".rstrip()


def renumberings(kind: ProvisionKind, pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Numbers before and after: «строки 17–27 → 16–26»."""
    for before, after, are_several in renumbered(pairs):
        sign = "№ " if kind is ProvisionKind.APPENDIX else ""
        old, new = (f"{sign}{number}" if number else UNNUMBERED for number in (before, after))
        yield f"{_NOUNS[kind][are_several]} {old} → {new}"


def _number(unit: Provision) -> str:
    """The number, else the title in quotes."""
    if unit.number:
        return f"№ {unit.number}" if unit.kind is ProvisionKind.APPENDIX else unit.number
    return f"«{shortened(unit.title, 40)}»" if unit.title else ""


def ended(sentence: str) -> str:
    """A sentence with its capital letter and one full stop: initials and what was cut have theirs."""
    return capital(sentence) if sentence.endswith((".", "…")) else f"{capital(sentence)}."
