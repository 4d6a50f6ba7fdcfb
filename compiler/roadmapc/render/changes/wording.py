"""Changes in Russian: what a provision is called, what happened to it, what that means."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from roadmapc.diff.judgement import Judgement, Meaning
from roadmapc.diff.notices import Concern
from roadmapc.diff.provision import Provision
from roadmapc.model.provision import ProvisionKind
from roadmapc.text.shorten import shortened

NOTES: dict[Meaning, str] = {
    Meaning.SAME_READING: "смысл тот же",
    Meaning.SAME_DATES: "даты те же",
    Meaning.EARLIER: "раньше: {1} → {2}",
    Meaning.LATER: "позже: {1} → {2}",
    Meaning.OTHER_DATES: "в другие дни: {1} → {2}",
    Meaning.STARTS_OTHERWISE: "начало другое: {1} → {2}",
    Meaning.START_SET: "появилось начало: {1}",
    Meaning.START_DROPPED: "начала больше нет (было {1})",
    Meaning.OTHER_HOURS: "в тот же день, но время и место другие: {1} → {2}",
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
    Meaning.MEMBER_GAINED: "в составе новый член: {names}",
    Meaning.MEMBER_LOST: "из состава вышел: {names}",
    Meaning.MEMBER_POST: "другая должность: {0} – {1} → {2}",
    Meaning.MEMBER_ROLE: "другая роль: {0} – {1} → {2}",
    Meaning.MEMBERS_REORDERED: "порядок членов, состав тот же",
    Meaning.REORDERED: "порядок соисполнителей",
    Meaning.QUALIFIED: "исполнители те же, круг другой",
    Meaning.EXTENDED: "продлён: {0} → {1}",
    Meaning.SHORTENED: "сокращён: {0} → {1}",
    Meaning.NUMBER: "нумерация",
    Meaning.TYPOGRAPHY: "знаки и буквы, слова те же",
    Meaning.UNSEEN: "невидимые знаки: напечатано может быть другое",
    Meaning.FIGURES: "другие числа",
    Meaning.COLUMNS_REORDERED: "графы те же, порядок другой",
    Meaning.WORDS: "",
    Meaning.PICTURE_ADDED: "новый рисунок",
    Meaning.PICTURE_REMOVED: "рисунка больше нет",
    Meaning.PICTURE_REPLACED: "рисунок заменён",
    Meaning.PICTURES_REORDERED: "рисунки переставлены",
    Meaning.OFFICE: "на обязанности не влияет",
}
"""By meaning; numbers stand for the arguments of the judgement, `names` for all of them."""

_OF_SEVERAL = {
    Meaning.BODY_GAINED: "новые исполнители: {names}",
    Meaning.BODY_LOST: "исключены исполнители: {names}",
    Meaning.MEMBER_GAINED: "в составе новые члены: {names}",
    Meaning.MEMBER_LOST: "из состава вышли: {names}",
}
"""The same where a judgement names more than one body."""

_WITH_AUDIENCE = frozenset(
    {
        Meaning.EARLIER,
        Meaning.LATER,
        Meaning.OTHER_DATES,
        Meaning.STARTS_OTHERWISE,
        Meaning.START_SET,
        Meaning.START_DROPPED,
        Meaning.OTHER_HOURS,
        Meaning.OTHER_DAY_OFF,
        Meaning.MORE_OFTEN,
        Meaning.LESS_OFTEN,
        Meaning.DATED,
        Meaning.UNDATED,
    }
)
"""Meanings whose first argument is an audience, empty for everybody."""

LEAST_RUN = 3
"""So many consecutive numbers are named by the first and the last."""
_LAST_LEVEL = re.compile(r"(.*?)([0-9]+)")
"""What stands before the last level of a number, and that level."""

_NOUNS = {
    ProvisionKind.CLAUSE: ("пункт", "пункты"),
    ProvisionKind.APPENDIX: ("приложение", "приложения"),
    ProvisionKind.SECTION: ("раздел", "разделы"),
    ProvisionKind.MEASURE: ("строка", "строки"),
}
"""One provision, several provisions."""
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
HAPPENS_TO_DATES = {
    "added": ("появляется", "появляются"),
    "removed": ("исчезает", "исчезают"),
    "shifted": ("переносится", "переносятся"),
}
"""By the fields of `DutyDates`: of one date, of several."""
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
    Concern.SCOPE: "другой круг исполнителей",
    Concern.FELLOWS: "другие соисполнители",
    Concern.CHANGED: "обязанность изменена",
}


def note(judgements: Iterable[Judgement]) -> str:
    """What a change of a field means."""
    return "; ".join(filter(None, map(_note, judgements)))


def _note(judgement: Judgement) -> str:
    arguments = judgement.arguments
    template = NOTES[judgement.meaning]
    if len(arguments) > 1:
        template = _OF_SEVERAL.get(judgement.meaning, template)
    words = template.format(*arguments, names=", ".join(arguments))
    has_audience = judgement.meaning in _WITH_AUDIENCE and arguments[0]
    return f"{arguments[0]} – {words}" if has_audience else words


def label(provision: Provision) -> str:
    """What a provision is called: «строка 2.3», «приложение № 1», «Заголовок приказа»."""
    if provision.kind is ProvisionKind.REQUISITE:
        return provision.title
    return f"{_NOUNS[provision.kind][0]} {_number(provision)}".rstrip() + _of_appendix(provision.appendix)


def _of_appendix(number: str) -> str:
    """After numbers of rows that several tables have; nothing where there is one table."""
    return f" прил. {number}" if number else ""


def labels(provisions: Iterable[Provision]) -> str:
    """What several provisions are called, each once: «пункт 3, строки 2–5, 26»."""
    alike: dict[tuple[ProvisionKind, str], list[Provision]] = defaultdict(list)
    for provision in dict.fromkeys(provisions):
        alike[provision.kind, provision.appendix].append(provision)
    names: list[str] = []
    for (kind, appendix), group in alike.items():
        is_named = kind is ProvisionKind.REQUISITE
        names += map(label, group) if is_named else [numbered(kind, list(map(_number, group)), appendix)]
    return ", ".join(names)


def numbered(kind: ProvisionKind, numbers: Sequence[str], appendix: str) -> str:
    """Provisions of one kind by their numbers, consecutive ones as a range: «строка 2», «строки 2–5, 26».

    `appendix` is the number of that which holds them, empty where numbers alone tell them apart.
    """
    one, many = _NOUNS[kind]
    names = []
    for run in _runs([(number,) for number in numbers]):
        names += [_span(run, 0)] if len(run) >= LEAST_RUN else [number for (number,) in run]
    return f"{many if len(numbers) > 1 else one} {', '.join(names)}".rstrip() + _of_appendix(appendix)


def renumberings(kind: ProvisionKind, pairs: Sequence[tuple[str, str]], appendix: str) -> Iterator[str]:
    """Numbers before and after, consecutive ones as a range on both sides: «строки 17–27 → 16–26»."""
    sign = "№ " if kind is ProvisionKind.APPENDIX else ""
    for run in _runs(pairs):
        old, new = (f"{sign}{span}" if span else UNNUMBERED for span in (_span(run, 0), _span(run, 1)))
        yield f"{_NOUNS[kind][len(run) > 1]} {old} → {new}{_of_appendix(appendix)}"


def _number(provision: Provision) -> str:
    """The number, else the title in quotes."""
    if provision.number:
        return f"№ {provision.number}" if provision.kind is ProvisionKind.APPENDIX else provision.number
    return f"«{shortened(provision.title, 40)}»" if provision.title else ""


def _runs(rows: Sequence[tuple[str, ...]]) -> list[list[tuple[str, ...]]]:
    """Rows of numbers, parted where a number does not follow that of the row before."""
    runs = [list(rows[:1])] if rows else []
    for before, row in pairwise(rows):
        if all(map(_follows, before, row)):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _follows(number: str, following: str) -> bool:
    """Whether one number comes right after another at the last level: 2.4 after 2.3, not 3.1."""
    one, other = _LAST_LEVEL.fullmatch(number), _LAST_LEVEL.fullmatch(following)
    return bool(one and other and one[1] == other[1] and int(one[2]) + 1 == int(other[2]))


def _span(run: list[tuple[str, ...]], side: int) -> str:
    """The numbers of a run on one side: «17–27», or the only one."""
    first, last = run[0][side], run[-1][side]
    return first if len(run) == 1 else f"{first}–{last}"
