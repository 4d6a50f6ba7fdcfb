"""What the columns of a table hold, by the words of their headings and by what stands in them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from roadmapc.deadline.ast import Unreadable
from roadmapc.deadline.from_text import read
from roadmapc.recognition.grid import TableLine, in_one_line, words_of
from roadmapc.recognition.number_forms import whole_number
from roadmapc.recognition.roles import ColumnRoles, Role
from roadmapc.text.numbers import blank, read_figure


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


@dataclass(slots=True)
class _Column:
    path: tuple[str, ...]
    """The headings over it, the joint one first."""
    texts: tuple[str, ...]
    """What its cells say."""
    role: Role
    """What it holds, as far as is known."""

    @property
    def heading(self) -> str:
        """Its own; empty if the table gives none."""
        return self.path[-1] if self.path else ""

    def holds(self, is_such: Callable[[str], bool]) -> float:
        """The share of its different cells of which that is true."""
        sample = list(dict.fromkeys(self.texts))[:_SAMPLE]
        return sum(map(is_such, sample)) / len(sample) if sample else 0.0


def read_roles(
    paths: Sequence[tuple[str, ...]], body: Sequence[TableLine], is_name: Callable[[str], bool]
) -> ColumnRoles:
    """The roles of columns; `is_name` knows those who act."""
    columns = [
        _Column(path, tuple(map(in_one_line, words_of(body, at))), by_words(path))
        for at, path in enumerate(paths)
    ]
    ends = _ends(columns)
    marked = _marked(columns)
    if ends:
        columns[ends[0]].role = Role.FREE
    for column in columns:
        is_of_hours = (
            column.role is Role.DEADLINE
            and column.holds(lambda text: _HOURS.fullmatch(text) is not None) == 1.0
        )
        if is_of_hours or any(columns[at] is column for at in marked):
            column.role = Role.FREE  # the day stands elsewhere, or a mark is the deadline
    if len(columns) > 1 and columns[0].path == columns[1].path and columns[0].holds(_is_number) > _MOST:
        columns[0].role = Role.NUMBER  # one heading stands over the number and the measure
    for role in (role for role in Role if role is not Role.FREE):
        _leave_one([column for column in columns if column.role is role])
    is_dated = any(column.role is Role.DEADLINE for column in columns)
    _by_content(columns, is_name, is_dated=is_dated or bool(marked))
    return ColumnRoles(tuple(column.role for column in columns), ends, () if is_dated else marked)


def by_words(path: Sequence[str]) -> Role:
    """The role that the lowest heading tells, else the joint one over it."""
    for heading in filter(None, reversed(path)):
        found = ((row.words.search(heading), at, row.role) for at, row in enumerate(_HEADINGS))
        matches = [(match.start(), at, role) for match, at, role in found if match]
        if matches:
            return min(matches)[2]
    return Role.FREE


def _marked(columns: Sequence[_Column]) -> tuple[int, ...]:
    """The columns of quarters or months that hold marks only."""
    return tuple(
        at
        for at, column in enumerate(columns)
        if _PERIOD.search(column.heading)
        and column.holds(lambda text: text.casefold() in _MARKS or blank(text) is not None) == 1.0
    )


def _ends(columns: Sequence[_Column]) -> tuple[int, int] | None:
    """The columns «начало» and «окончание» of a deadline."""
    starts, ends = (
        [
            at
            for at, column in enumerate(columns)
            if column.role is Role.DEADLINE and re.search(words, column.heading, re.IGNORECASE)
        ]
        for words in (r"начал|(?<!\w)с(?!\w)", r"оконч|заверш|конец|конца|(?<!\w)по(?!\w)")
    )
    return (starts[0], ends[0]) if len(starts) == len(ends) == 1 and starts != ends else None


def _leave_one(columns: Sequence[_Column]) -> None:
    """Of several columns with one role the likeliest keeps it: by its own heading, by its content."""
    if len(columns) < 2:
        return

    def likeness(column: _Column) -> tuple[bool, bool, float]:
        is_strong = bool(_STRONG_MEASURE.search(column.heading))
        is_own = by_words((column.heading,)) is column.role
        return is_strong, is_own, column.holds(_reads) if column.role is Role.DEADLINE else 0.0

    best = max(columns, key=likeness)
    for column in columns:
        if column is not best:
            column.role = Role.FREE


def _by_content(columns: Sequence[_Column], is_name: Callable[[str], bool], *, is_dated: bool) -> None:
    """Roles that no heading has named: deadlines by their language, people by names, the rest by length."""
    known = {column.role for column in columns}

    def give(role: Role, likely: Iterable[_Column]) -> None:
        first = next((column for column in likely if column.role is Role.FREE and column.texts), None)
        if first is not None and role not in known:
            first.role = role
            known.add(role)

    give(Role.NUMBER, (each for each in columns[:1] if not each.path and each.holds(_is_number) > _MOST))
    if not is_dated:
        give(Role.DEADLINE, (column for column in columns if column.holds(_reads) >= _MOST))
    acting = (column for column in columns if not column.path or _ACTING.search(column.heading))
    give(Role.EXECUTORS, (column for column in acting if column.holds(is_name) >= _MOST))
    if {Role.DEADLINE, Role.EXECUTORS} <= known:
        wordy = sorted(columns, key=lambda column: -sum(map(len, column.texts)))
        give(Role.MEASURE, (column for column in wordy if not _names_another(column)))


def _names_another(column: _Column) -> bool:
    """Whether a heading names something that is no measure: a mark, a source of money, a remark."""
    others = [row.words for row in _HEADINGS if row.role is Role.FREE]
    return any(words.search(heading) for heading in column.path for words in others)


def _is_number(text: str) -> bool:
    return bool(whole_number(text).parts)


@cache
def _reads(text: str) -> bool:
    """Whether a text is a deadline: all its words are of that language, and it is no bare number."""
    if len(text) > 120 or read_figure(text) is not None or blank(text) is not None:
        return False
    deadline = read(text).value
    assert deadline is not None, "a phrase always has a deadline"
    return bool(deadline.clauses) and not any(isinstance(each.rule, Unreadable) for each in deadline.clauses)
