"""Plans of any length, valid by the published schemas; the same length always gives the same plan.

    python tests/bench/plans.py FOLDER MEASURES

writes `plan.yaml` with its `organisation.yaml`, and `table.json`: the texts of the measure table, for
programs that have to print the same table.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from textwrap import fill

import words
from phrases import FIRST_YEAR, LAST_YEAR, phrases_of_plan

SECTION = 18
"""Measures in a section."""
SEED = 3
"""The first 100 measures have as many dates each as the first 5,000: three, as in real plans."""

HEADINGS = {
    "number": "№ п/п",
    "measure": "Мероприятие",
    "deadline": "Срок",
    "executors": "Исполнители",
    "document": "Вид документа",
    "result": "Ожидаемый результат",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the plan before it is written down."""

    text: str
    deadline: str
    executors: tuple[str, ...]
    """Names in the directory."""
    document: str
    results: tuple[str, ...]
    """One is printed as a sentence, several as a lettered list."""


def bodies() -> dict[str, tuple[str, str]]:
    """The directory: full and short names of the bodies."""
    units = {f"unit-{at}": names for at, names in enumerate(words.UNITS, start=1)}
    schools = {
        f"school-{number}": (f"муниципальная средняя школа № {number}", f"Школа № {number}")
        for number in words.SCHOOLS
    }
    return units | schools


def measures(count: int) -> tuple[Measure, ...]:
    """So many measures."""
    random = Random(SEED)
    return tuple(_measure(random, deadline) for deadline in islice(phrases_of_plan(random), count))


def _measure(random: Random, deadline: str) -> Measure:
    size = random.choice((1, 1, 1, 2, 3))
    return Measure(
        text=_text(random),
        deadline=deadline,
        executors=tuple(random.sample(tuple(bodies()), random.choice((1, 1, 2, 3)))),
        document=random.choice(words.DOCUMENTS),
        results=tuple(_result(random) for _ in range(size)),
    )


def _text(random: Random) -> str:
    parts = (words.ACTIONS, words.OBJECTS, words.PLACES, words.PURPOSES)
    also = f"{random.choice(words.ACTIONS).lower()} {random.choice(words.OBJECTS)}"
    return f"{' '.join(map(random.choice, parts))}, а также {also}"


def _result(random: Random) -> str:
    return " ".join(map(random.choice, (words.OUTCOMES, words.PLACES, words.PURPOSES)))


def sections(rows: tuple[Measure, ...]) -> Iterator[tuple[str, tuple[Measure, ...]]]:
    """The rows under the titles of their sections."""
    for at, first in enumerate(range(0, len(rows), SECTION)):
        yield words.THEMES[at % len(words.THEMES)], rows[first : first + SECTION]


def table(rows: tuple[Measure, ...]) -> dict[str, object]:
    """The measure table as it is printed: headings, then sections with the texts of their cells."""
    printed = [_section(at, *section) for at, section in enumerate(sections(rows), start=1)]
    return {"headings": list(HEADINGS.values()), "sections": printed}


def _section(at: int, title: str, rows: tuple[Measure, ...]) -> dict[str, object]:
    cells = [_cells(f"{at}.{n}", row) for n, row in enumerate(rows, start=1)]
    return {"title": f"{at}. {title}", "rows": cells}


def _cells(number: str, row: Measure) -> list[str]:
    executors = ";\n".join(bodies()[name][1] for name in row.executors)
    result = ";\n".join(row.results) + ("." if len(row.results) > 1 else "")
    return [number, row.text, row.deadline, executors, row.document, result]


def plan_yaml(rows: tuple[Measure, ...]) -> str:
    """The plan as a methodologist would write it."""
    columns = "".join(f"      {key}: {heading}\n" for key, heading in HEADINGS.items())
    return _HEAD + columns + "    sections:\n" + "".join(_sections(rows))


def _sections(rows: tuple[Measure, ...]) -> Iterator[str]:
    for at, (title, its_rows) in enumerate(sections(rows), start=1):
        yield f"\n      - id: section-{at}\n        title: {title}\n        measures:\n"
        for n, row in enumerate(its_rows, start=1):
            yield from _measure_yaml(f"measure-{at}-{n}", row)


def _measure_yaml(name: str, row: Measure) -> Iterator[str]:
    yield f"\n          - id: {name}\n            measure: {_folded(row.text, 14)}\n"
    yield f"            deadline: {json.dumps(row.deadline, ensure_ascii=False)}\n"
    yield f"            executors: [{', '.join(row.executors)}]\n"
    yield f"            document: {row.document}\n"
    if len(row.results) == 1:
        yield f"            result: {_folded(row.results[0], 14)}\n"
    else:
        items = "".join(f"              - {_folded(result, 18)}\n" for result in row.results)
        yield f"            result:\n{items}"


def _folded(text: str, indent: int) -> str:
    return ">-\n" + fill(text, 100, initial_indent=" " * indent, subsequent_indent=" " * indent)


def organisation_yaml() -> str:
    """The directory of bodies, and the one official who signs."""
    entries = "".join(
        f"  {name}:\n    name: {full}\n    short: {short}\n    email: {name}@example.org\n"
        for name, (full, short) in bodies().items()
    )
    return f"format: 1\nname: Администрация городского округа\nbodies:\n{entries}{_OFFICIALS}"


_HEAD = f"""\
# yaml-language-server: $schema=../schemas/plan.schema.json
format: 1
id: generated
organisation: organisation.yaml
period: {FIRST_YEAR}-{LAST_YEAR}
order:
  date: 28.12.{FIRST_YEAR - 1}
  number: 412
  author: director
  signatory: director
  title: Об утверждении Плана мероприятий на {FIRST_YEAR}–{LAST_YEAR} годы
  preamble: В целях повышения качества общего образования
  clauses:
    - text: Утвердить План мероприятий на {FIRST_YEAR}–{LAST_YEAR} годы (приложение).
      approves: plan
    - text: Контроль за исполнением приказа оставляю за собой.
      control: director
appendices:
  - id: plan
    title: План мероприятий на {FIRST_YEAR}–{LAST_YEAR} годы
    columns:
"""
_OFFICIALS = """\
officials:
  director:
    name: Образцова А. Б.
    post: начальник отдела общего образования
    post_genitive: начальника отдела общего образования
"""


def main(folder: Path, count: int) -> None:
    """Write the three files."""
    rows = measures(count)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.yaml").write_text(plan_yaml(rows), encoding="utf-8")
    (folder / "organisation.yaml").write_text(organisation_yaml(), encoding="utf-8")
    (folder / "table.json").write_text(json.dumps(table(rows), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
