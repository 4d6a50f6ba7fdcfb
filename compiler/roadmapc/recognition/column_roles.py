"""What the columns of a table hold, by the words of their headings and by what stands in them."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from roadmapc.deadline.ast import Unreadable
from roadmapc.deadline.from_text import read
from roadmapc.recognition.grid import TableLine, in_one_line, words_of
from roadmapc.recognition.number_forms import whole_number
from roadmapc.text.numbers import blank, read_figure


class Role(StrEnum):
    """Columns that the format knows, by their names in a plan."""

    NUMBER = "number"
    MEASURE = "measure"
    DEADLINE = "deadline"
    EXECUTORS = "executors"
    PARTICIPANTS = "participants"
    DOCUMENT = "document"
    RESULT = "result"
    FREE = ""
    """Any other: it has a name of its own."""


class _Heading(NamedTuple):
    role: Role
    words: re.Pattern[str]


def _heading(role: Role, words: str) -> _Heading:
    return _Heading(role, re.compile(words, re.IGNORECASE))


_HEADINGS = (
    _heading(
        Role.NUMBER,
        r"^(?:№|N|NN|№№)?\s*(?:п\s*[/\\.]?\s*п\.?)?$|^номер(?: (?:пункта|строки|мероприятия))?$",
    ),
    _heading(
        Role.FREE,
        r"отметк|отм\.|выполнени[ея] \(|причин|^примечани|показател|индикатор|процент|финансир|источник"
        r"|затрат|стоимост|расход|сумм[аы]",
    ),
    _heading(
        Role.MEASURE,
        r"мероприяти|(?:содержание|направлени[ея]|виды?) (?:выполняемых )?(?:деятельност|работ)"
        r"|^(?:наименование|содержание|работ[аы])$|^(?:действи[ея]|задач[аи]|поручени[ея]|вопрос|событи[ея])"
        r"|^направлени[ея]|что (?:сделать|нужно)|наименование (?:работ|вопрос|событи|действи)",
    ),
    _heading(Role.DEADLINE, r"срок|(?<!\w)дат[аы](?!\w)|время|период|(?<!\w)когда|месяц"),
    _heading(
        Role.EXECUTORS,
        r"(?<!со)исполнител|ответственн|координатор|(?<!\w)отв\.|кто (?:проводит|исполняет|отвечает)",
    ),
    _heading(Role.PARTICIPANTS, r"участник|соисполнител|контингент|категори[яи]"),
    _heading(Role.DOCUMENT, r"документ"),
    _heading(Role.RESULT, r"результат|ожидаем|(?<!\w)итог(?!о)|выход|эффект"),
)
"""The first words of a heading that speak of a role decide: «Ответственные за сроки» names people."""
_ACTING = re.compile(r"^кто|орган|учреждени|лиц[оа]|фамили|^ф\.?\s?и\.?\s?о", re.IGNORECASE)
"""Headings under which names may be those of executors."""
_STRONG_MEASURE = re.compile(r"мероприяти|содержание", re.IGNORECASE)
_MARKS = frozenset("хxvх+✓✔☑") | {""}
_PERIOD = re.compile(
    r"кв(?:артал|\.)|полугоди|^(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|янв|фев|мар|апр|авг|сен|окт|ноя|дек)",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"(?:с |в )?\d{1,2}[.:-]\d{2}(?:\s?(?:[-–—]|до)\s?\d{1,2}[.:-]\d{2})?(?: ?ч(?:\.|ас\w*)?)?"
)
_SAMPLE = 12
"""Cells of a column that are read to know what it holds."""
_MOST = 0.6
"""The share of them that decides."""


class ColumnRoles(NamedTuple):
    """What the columns of one table hold."""

    roles: tuple[Role, ...]
    """By columns."""
    ends: tuple[int, int] | None
    """The columns of a beginning and an end, if the deadline is told in two; its role is that of the end."""
    marked: tuple[int, ...]
    """Columns of quarters or months in which a mark is a deadline."""

    def at(self, role: Role) -> int | None:
        """The column of a role; `None` if there is none."""
        return self.roles.index(role) if role in self.roles else None

    @property
    def is_of_measures(self) -> bool:
        """Whether the table is a plan: what is done, and when, by whom or to what end."""
        told = {Role.DEADLINE, Role.EXECUTORS, Role.RESULT} & set(self.roles)
        return Role.MEASURE in self.roles and bool(told or self.marked)


def read_roles(
    paths: Sequence[tuple[str, ...]], body: Sequence[TableLine], is_name: Callable[[str], bool]
) -> ColumnRoles:
    """The roles of columns; `is_name` knows those who act."""
    texts = [[in_one_line(text) for text in words_of(body, at)] for at in range(len(paths))]
    found = [_by_words(path) for path in paths]
    marked = tuple(at for at, path in enumerate(paths) if path and _is_marked(path[-1], texts[at]))
    pair = _pair(paths, found)
    for at in range(len(found)):
        if at in marked or (pair and at == pair[0]) or _is_of_hours(found[at], texts[at]):
            found[at] = Role.FREE
    if found and found[0] is Role.FREE and Role.NUMBER not in found and _is_numbered(paths[0], texts[0]):
        found[0] = Role.NUMBER
    for role in Role:
        if role is not Role.FREE:
            _leave_one(role, found, paths, texts)
    _by_content(found, paths, texts, is_name, is_dated=Role.DEADLINE in found or bool(marked))
    return ColumnRoles(tuple(found), pair, marked if Role.DEADLINE not in found else ())


def is_number_heading(path: Sequence[str]) -> bool:
    """Whether a column is headed «№ п/п»."""
    return _by_words(path) is Role.NUMBER


def _by_words(path: Sequence[str]) -> Role:
    """By the lowest heading that says something, else by the joint one over it."""
    for heading in reversed(path):
        matches = [
            (match.start(), at, row.role)
            for at, row in enumerate(_HEADINGS)
            if heading and (match := row.words.search(heading))
        ]
        if matches:
            return min(matches)[2]
    return Role.FREE


def _is_marked(heading: str, texts: Sequence[str]) -> bool:
    """Whether a column of a quarter or a month holds marks only."""
    is_blank = all(text.casefold() in _MARKS or blank(text) is not None for text in texts)
    return bool(_PERIOD.search(heading)) and bool(texts) and is_blank


def _pair(paths: Sequence[tuple[str, ...]], found: Sequence[Role]) -> tuple[int, int] | None:
    """The columns «начало» and «окончание» of a deadline."""
    starts, ends = (
        [
            at
            for at, path in enumerate(paths)
            if path and found[at] is Role.DEADLINE and re.search(words, path[-1], re.IGNORECASE)
        ]
        for words in (r"начал|(?<!\w)с(?!\w)", r"оконч|заверш|конец|конца|(?<!\w)по(?!\w)")
    )
    return (starts[0], ends[0]) if len(starts) == len(ends) == 1 and starts != ends else None


def _is_of_hours(role: Role, texts: Sequence[str]) -> bool:
    """Whether a column «Время» tells hours only: its day is told elsewhere."""
    return role is Role.DEADLINE and bool(texts) and all(_HOURS.fullmatch(text) for text in texts)


def _is_numbered(path: Sequence[str], texts: Sequence[str]) -> bool:
    numbers = [text for text in texts if whole_number(text).parts]
    return not path and len(numbers) > len(texts) * _MOST


def _leave_one(
    role: Role, found: list[Role], paths: Sequence[tuple[str, ...]], texts: Sequence[list[str]]
) -> None:
    """Of several columns with one role the likeliest keeps it: by its own heading, by its content."""
    places = [at for at, each in enumerate(found) if each is role]
    if len(places) < 2:
        return

    def likeness(at: int) -> tuple[bool, bool, float, int]:
        own = _by_words(paths[at][-1:]) is role
        is_strong = role is Role.MEASURE and bool(_STRONG_MEASURE.search(paths[at][-1]))
        content = _share(texts[at], _reads) if role is Role.DEADLINE else 0.0
        return is_strong, own, content, -at

    best = max(places, key=likeness)
    for at in places:
        if at != best:
            found[at] = Role.FREE


def _by_content(
    found: list[Role],
    paths: Sequence[tuple[str, ...]],
    texts: Sequence[list[str]],
    is_name: Callable[[str], bool],
    *,
    is_dated: bool,
) -> None:
    """Roles that no heading has named: deadlines by their language, people by names, the rest by length."""
    free = [at for at, role in enumerate(found) if role is Role.FREE and texts[at]]
    unsaid = [at for at in free if not paths[at] or not is_dated]
    dated = [at for at in unsaid if _share(texts[at], _reads) >= _MOST]
    if not is_dated and dated:
        found[dated[0]] = Role.DEADLINE
    named = [
        at
        for at in free
        if not paths[at] or _ACTING.search(paths[at][-1])
        if found[at] is Role.FREE and _share(texts[at], is_name) >= _MOST
    ]
    if Role.EXECUTORS not in found and named:
        found[named[0]] = Role.EXECUTORS
    wordy = [at for at in free if found[at] is Role.FREE and not _is_said_otherwise(paths[at])]
    if Role.MEASURE not in found and wordy and {Role.DEADLINE, Role.EXECUTORS} <= set(found):
        found[max(wordy, key=lambda at: sum(map(len, texts[at])))] = Role.MEASURE


def _is_said_otherwise(path: Sequence[str]) -> bool:
    """Whether a heading names something that is no measure."""
    return any(row.role is Role.FREE and row.words.search(heading) for heading in path for row in _HEADINGS)


def _share(texts: Sequence[str], is_such: Callable[[str], bool]) -> float:
    sample = list(dict.fromkeys(texts))[:_SAMPLE]
    return sum(map(is_such, sample)) / len(sample) if sample else 0.0


@cache
def _reads(text: str) -> bool:
    """Whether a text is a deadline: all its words are of that language, and it is no bare number."""
    if len(text) > 120 or read_figure(text) is not None or blank(text) is not None:
        return False
    deadline = read(text).value
    assert deadline is not None, "a phrase always has a deadline"
    return bool(deadline.clauses) and not any(isinstance(each.rule, Unreadable) for each in deadline.clauses)
