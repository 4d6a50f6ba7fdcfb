"""Shapes of files that nobody should feed a compiler, in any size.

A shape is put into a small valid file of its kind: as its last value, after it, in place of it, or as more of
what it lists. Names of people and bodies are those of the good plans.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

MIB = 2**20


class Frame(NamedTuple):
    """A kind of file."""

    path: str
    """From the repository."""
    head: str
    """A valid file, up to the value of its last text."""
    value: str
    """The value that makes it whole."""
    deadline: str
    """A valid file up to the value of a deadline; empty if it has none."""
    names: str
    """A valid file up to a list of names; empty if it has none."""
    item: str
    """One more of what the file lists, with «@» for a number; empty if it lists nothing."""
    listed: str
    """A valid file up to the last of what it lists."""


PLAN_HEAD = """\
format: 1
id: own
organisation: organisations/own.yaml
profile: profiles/own.yaml
work_calendar: calendars/own.yaml
period: 2024
order:
  author: director
  signatory: director
  title: Об утверждении плана
  clauses:
    - Утвердить план (приложение).
    - text: Контроль за исполнением приказа оставляю за собой.
      control: director
appendices:
  - id: plan
    title: План
    parts:
      - file: texts/own.md
    sections:
      - id: all
        measures:
"""
ORGANISATION_HEAD = """\
format: 1
name: Администрация города Примерска
officials:
  director:
    name: Образцова А. Б.
    post: Начальник управления образования
    post_genitive: начальника управления образования
    body: department
bodies:
  department:
    name: управление образования Администрации города Примерска
    genitive: управления образования Администрации города Примерска
    short: Управление образования
"""
CALENDAR_HEAD = "format: 1\nyears:\n  - year: 2024\n    days_off:\n"

PLAN = Frame(
    "roadmaps/plan.yaml",
    PLAN_HEAD
    + "          - id: report\n            deadline: не позднее 2 сентября\n"
    + "            executors: [department]\n            result: отчёт\n            measure: ",
    "Подготовить отчёт",
    PLAN_HEAD
    + "          - id: report\n            measure: Подготовить отчёт\n"
    + "            executors: [department]\n            result: отчёт\n            deadline: ",
    PLAN_HEAD
    + "          - id: report\n            measure: Подготовить отчёт\n            result: отчёт\n"
    + "            deadline: не позднее 2 сентября\n            executors: ",
    "          - id: report-@\n            measure: Подготовить отчёт @\n"
    "            deadline: не позднее 2 сентября\n"
    "            executors: [department]\n            result: отчёт @\n",
    PLAN_HEAD,
)
ORGANISATION = Frame(
    "roadmaps/organisations/own.yaml",
    ORGANISATION_HEAD + "    dative: ",
    "управлению образования Администрации города Примерска",
    "",
    "",
    "  body-@:\n    name: школа № @\n    genitive: школы № @\n    part_of: department\n",
    ORGANISATION_HEAD,
)
PROFILE = Frame(
    "roadmaps/profiles/own.yaml",
    "format: 1\nname: ",
    "Администрация города",
    *[""] * 4,
)
WORK_CALENDAR = Frame(
    "roadmaps/calendars/own.yaml",
    CALENDAR_HEAD + "      - day: 02.09.2024\n        act: закон края от 01.02.2019 № 1-КЗ\n        name: ",
    "день края",
    "",
    "",
    "      - day: 02.09.2024\n        name: день края @\n        act: закон края от 01.02.2019 № @\n",
    CALENDAR_HEAD,
)
PROSE = Frame(
    "roadmaps/texts/own.md", "Наставничество – помощь ", "опытного педагога начинающему.", *[""] * 4
)
FRAMES = {
    "plan": PLAN,
    "directory": ORGANISATION,
    "profile": PROFILE,
    "work calendar": WORK_CALENDAR,
    "prose": PROSE,
}


def repeated(unit: str) -> Callable[[int], str]:
    """So many bytes of one thing."""
    return lambda size: unit * (size // len(unit.encode()))


def numbered(unit: str) -> Callable[[int], str]:
    """So many bytes of one thing, with a number of its own for each «@»."""

    def fill(size: int) -> str:
        def units() -> Iterator[str]:
            left = size
            for at in count():
                text = unit.replace("@", str(at))
                left -= len(text.encode())
                if left < 0:
                    return
                yield text

        return "".join(units())

    return fill


def nested(opening: str, closing: str) -> Callable[[int], str]:
    """Half of the bytes open, the other half close."""

    def fill(size: int) -> str:
        depth = size // len((opening + closing).encode())
        return opening * depth + closing * depth

    return fill


def enclosed(opening: str, inner: Callable[[int], str], closing: str) -> Callable[[int], str]:
    return lambda size: opening + inner(size) + closing


def stairs(size: int) -> str:
    """Each line a blank deeper than the last: as many as fit."""
    lines = (f"{' ' * at}k:" for at in range(int((2 * size) ** 0.5)))
    return "\n" + "\n".join(lines)


Fill = Callable[[int], str]

VALUES: Mapping[str, Fill] = {
    "lists in one another": nested("[", "]"),
    "lists that are never closed": repeated("["),
    "mappings in one another": nested("{a: ", "}"),
    "a wide list": enclosed("[", repeated("a,"), "a]"),
    "a wide list of texts": enclosed("[", repeated("текст плана, "), "a]"),
    "a list of lists": enclosed("[", repeated("[],"), "a]"),
    "a list of mappings": enclosed("[", repeated("{a: b},"), "a]"),
    "a wide mapping": enclosed("{", numbered("k@: 1,"), "a: 1}"),
    "a text of words": repeated("слово "),
    "a text of one word": repeated("ж"),
    "a text of sentences": repeated("Подготовить отчёт о работе школ. "),
    "escapes in double quotes": enclosed('"', repeated("\\u0436"), '"'),
    "escaped line ends": enclosed('"', repeated("слово\\\n  "), '"'),
    "double single quotes": enclosed("'", repeated("''"), "'"),
    "a quote that is never closed": enclosed('"', repeated("слово "), ""),
    "a row of numbers": enclosed("[", repeated("0,"), "0] #д"),
    "blanks in a text": enclosed('"а\\nб', repeated(" "), 'в"'),
    "line ends in a text": enclosed('"а', repeated("\\n"), 'б"'),
    "a block of lines": enclosed("|\n", repeated("              строка текста\n"), ""),
    "a folded block of paragraphs": enclosed(">\n", repeated("              абзац\n\n"), ""),
    "a block of stairs": enclosed(
        "|\n", lambda size: "".join(" " * (14 + at) + "a\n" for at in range(int((2 * size) ** 0.5))), ""
    ),
    "digits": repeated("9"),
    "dates": repeated("01.02.2024 "),
    "Roman numerals": repeated("XIV "),
    "Markdown lists": enclosed("|\n", repeated("              - пункт списка\n"), ""),
    "Markdown tables": enclosed("|\n              |a|b|\n", repeated("              |-|-|\n"), ""),
    "Markdown emphasis": enclosed('"', repeated("**a *b_ `c` "), '"'),
    "brackets": enclosed('"', repeated("(«[(„<"), '"'),
    "references": enclosed('"', repeated("{department.name} "), '"'),
    "unknown references": enclosed('"', numbered("{a@.b} "), '"'),
    "open references": enclosed('"', repeated("{department."), '"'),
    "the direction of writing": repeated("\u202eж"),
    "letters in parts": repeated("и\u0306"),
    "letters that are not seen": repeated("а\u200b"),
    "letters of two alphabets": repeated("cлoвo "),
    "plain dashes and colons": enclosed("a\n", repeated("              -б в:г #д\n"), ""),
    "abbreviations": numbered("АБ@ "),
    "addresses": repeated("п. 1.2.3, пп. 4-5 "),
    "acts": repeated("приказ от 01.02.2020 № 1 «О плане» "),
}
"""In place of the last value."""

PHRASES: Mapping[str, Fill] = {
    "a phrase of months": repeated("январь, февраль, "),
    "a phrase of days": repeated("до 31 декабря, "),
    "a phrase of clauses": repeated("до 1 мая 2024 года; "),
    "a phrase of numbers": repeated("a1 "),
    "a phrase of spans": repeated("2021-2025 гг., с 1 мая по 1 июня, "),
    "a phrase of events": repeated("в течение 10 рабочих дней после приказа, "),
    "a list of no phrases": enclosed("[", repeated("[],"), "[]]"),
    "a list of phrases": enclosed("[", repeated("до 1 мая 2024 года, "), "постоянно]"),
    "a phrase of years": repeated("ежегодно, ежемесячно, "),
    "a phrase in lines": enclosed("|\n", repeated("              |-|-|\n              |a|b|\n"), ""),
}
"""In place of the last deadline."""

NAMES: Mapping[str, Fill] = {
    "names that nobody has": enclosed("[", numbered("b@, "), "b]"),
    "names with a slip": enclosed("[", numbered("departmen@, "), "b]"),
    "one name again and again": enclosed("[", repeated("department, "), "department]"),
    "mappings for names": enclosed("[", repeated("{id: department}, "), "department]"),
    "nothing for names": enclosed("[", repeated("[], "), "department]"),
}
"""In place of the last list of names."""

TAILS: Mapping[str, Fill] = {
    "stairs of keys": stairs,
    "anchors": numbered("a@: &a@ x\n"),
    "aliases that grow": lambda size: (
        "a0: &a0 [x]\n" + numbered("a@: [*a0, *a0, *a0, *a0, *a0, *a0, *a0]\n")(size)
    ),
    "tags": numbered("k@: !!str x\n"),
    "merge keys": repeated("<<: {a: b}\n"),
    "one key again and again": repeated("period: 2024\n"),
    "unknown keys": numbered("k@: 1\n"),
    "unknown Russian keys": numbered("срок @: 1\n"),
    "a key without end": repeated("k"),
    "keys of many lines": repeated("? a\n  b\n: c\n"),
    "comments": repeated("# примечание\n"),
    "comments behind texts": enclosed("keywords:\n", repeated("  - a #b\n"), ""),
    "answers to findings": repeated("# roadmapc: allow D346 – так решено\n"),
    "answers in a block": enclosed(
        "keywords:\n", repeated("  - a # roadmapc: allow D346 – так решено\n"), ""
    ),
    "documents": repeated("---\na: b\n"),
    "directives": enclosed("...\n", repeated("%TAG ! tag:a,2000:\n"), "---\na: b\n"),
    "tabs": repeated("\t"),
    "lines indented by tabs": repeated("\tk: v\n"),
    "lines indented by other spaces": repeated("\u00a0\u00a0k: v\n"),
    "blank lines of Windows": repeated("\r\n"),
    "blank lines of old Macintosh": repeated("\r"),
    "line ends of Unicode": repeated("# a\u2028b\n"),
    "byte order marks": repeated("\ufeff"),
    "bytes 0": repeated("\0"),
    "lists without a text": enclosed("keywords:\n", repeated("  -\n"), ""),
    "lists in one line": enclosed("keywords:\n", repeated("- - - - a\n"), ""),
    "colons": repeated(": "),
    "colons without a space": enclosed("keywords:\n", repeated("  a:б\n"), ""),
    "marks of a merge": repeated("<<<<<<< HEAD\n"),
}
"""After the file."""

WHOLE: Mapping[str, Callable[[int], bytes]] = {
    "nothing but blanks": lambda size: b" " * size,
    "nothing but letters": lambda size: b"a" * size,
    "half a pair of UTF-16": lambda size: b"\xed\xa0\x80" * (size // 3),
    "Windows-1251": lambda size: "срок: завтра\n".encode("cp1251") * (size // 13),
    "UTF-16": lambda size: "срок: завтра\n".encode("utf-16") * (size // 28),
    "a picture": lambda size: bytes(at * at % 251 for at in range(4096)) * (size // 4096),
}
"""Instead of the file."""


def shaped(frame: Frame) -> Iterator[tuple[str, Callable[[int], bytes]]]:
    """Every shape that a kind of file can have, by its name."""
    for name, fill in VALUES.items():
        yield name, lambda size, fill=fill: (frame.head + fill(size) + "\n").encode()  # type: ignore[misc]
    for name, fill in TAILS.items():
        yield name, lambda size, fill=fill: f"{frame.head}{frame.value}\n{fill(size)}\n".encode()  # type: ignore[misc]
    yield from WHOLE.items()
    if frame.deadline:
        for name, fill in PHRASES.items():
            yield name, lambda size, fill=fill: (frame.deadline + fill(size) + "\n").encode()  # type: ignore[misc]
    if frame.names:
        for name, fill in NAMES.items():
            yield name, lambda size, fill=fill: (frame.names + fill(size) + "\n").encode()  # type: ignore[misc]
    if frame.item:
        same, own = repeated(frame.item.replace("@", "1")), numbered(frame.item)
        yield "one record again and again", lambda size: (frame.listed + same(size)).encode()
        yield "records", lambda size: (frame.listed + own(size)).encode()


_FINDING = '{"path": "roadmaps/plan.yaml", "record": "@", "line": "a", "code": "D346", "message": "a"}'
_OUTPUTS = '{"roadmapc": "1", "plan": "own", "outputs": {'
_SOURCES = '{"roadmapc": "1", "plan": "own", "outputs": {}, "sources": {'
RECORDS: Mapping[str, Fill] = {
    "lists in one another": nested("[", "]"),
    "lists that are never closed": repeated("["),
    "mappings in one another": nested('{"a":', "}"),
    "a text without end": enclosed('{"version": 1, "known": [{"path": "', repeated("ж"), '"}]}'),
    "a number without end": enclosed('{"version": ', repeated("9"), "}"),
    "a list of numbers": enclosed('{"version": 1, "known": [', repeated("1,"), "1]}"),
    "a list of lists": enclosed('{"version": 1, "known": [', repeated("[],"), "[]]}"),
    "keys": enclosed("{", numbered('"k@": 1,'), '"version": 1}'),
    "one key again and again": enclosed("{", repeated('"known": [],'), '"version": 1}'),
    "escapes": enclosed('{"version": "', repeated("\\u0436"), '"}'),
    "half pairs of UTF-16": enclosed('{"version": 1, "known": ["', repeated("\\ud800"), '"]}'),
    "blanks": repeated(" "),
    "bytes 0": repeated("\0"),
    "findings": enclosed('{"version": 1, "known": [', numbered(f"{_FINDING},"), _FINDING + "]}"),
    "outputs": enclosed(_OUTPUTS, numbered('"a@": "0",'), '"b": "0"}}'),
    "outputs elsewhere": enclosed(_OUTPUTS, numbered('"../@": "0",'), '"b": "0"}}'),
    "sources": enclosed(_SOURCES, numbered('"a@": "0",'), '"b": "0"}}'),
}
"""Of files in JSON: baselines and manifests."""
