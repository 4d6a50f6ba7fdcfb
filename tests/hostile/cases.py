"""What the command is given: each shape as each kind of file, each text in each field."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache, reduce
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from shapes import FRAMES, MIB, PHRASES, RECORDS, shaped
from texts import SIZE, UNITS, text

PLANS = Path(__file__).parents[1] / "plans"
sys.path.append(str(PLANS))  # its walk of the schema is ours, too
from schema_walk import Text, texts  # noqa: E402

GOOD = PLANS / "good"
SIZES = (MIB, 8 * MIB)
"""Bytes of a file."""
_PLAN = "roadmaps/plan.yaml"
_CHECK, _DIFF = ("check", _PLAN), ("diff", "old/plan.yaml", _PLAN)
COMMANDS = {
    "plan": (_CHECK, _DIFF),
    "directory": (_CHECK, _DIFF),
    "profile": (_CHECK,),
    "work calendar": (_CHECK,),
    "prose": (_CHECK,),
    "baseline": ((*_CHECK, "--baseline", "baseline.json"),),
    "manifest": (("build", _PLAN, "-o", "out", "--format", "ics"), ("audit", "out")),
    "phrases": (("deadline", "-", "--period", "2024"),),
}
"""What is called for a kind of file."""


class Case(NamedTuple):
    """One call."""

    kind: str
    """Of the file."""
    name: str
    """Of what it holds."""
    size: int
    """Bytes of that."""
    arguments: tuple[str, ...]
    write: Callable[[Path], None]
    """Put the file into a repository with the small plan."""
    stdin: str = ""
    """The file that the command reads from its standard input; empty for none."""

    def __str__(self) -> str:
        size = f"{self.size // MIB} MB" if self.size >= MIB else f"{self.size // 1000} kB"
        return f"{self.arguments[0]}: {self.kind}, {size}: {self.name}"


def begin(folder: Path) -> None:
    """A repository with the good plans, a small one that names a file of each kind, and all as they were."""
    shutil.copytree(GOOD, folder / "roadmaps")
    for frame in FRAMES.values():
        _write(folder / frame.path, (frame.head + frame.value + "\n").encode())
    shutil.copytree(folder / "roadmaps", folder / "old")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def of_shapes() -> Iterator[Case]:
    """Each shape as each kind of file."""
    for size in SIZES:
        for kind, frame in FRAMES.items():
            for name, fill in shaped(frame):
                write = _writer(frame.path, fill, size)
                yield from (Case(kind, name, size, each, write) for each in COMMANDS[kind])
        for kind, path in (("baseline", "baseline.json"), ("manifest", "out/manifest.json")):
            for name, make in RECORDS.items():
                write = _writer(path, lambda size, make=make: make(size).encode(), size)
                yield from (Case(kind, name, size, each, write) for each in COMMANDS[kind])
        for name, make in PHRASES.items():
            write = _writer("phrases.txt", lambda size, make=make: make(size).encode(), size)
            yield Case("phrases", name, size, COMMANDS["phrases"][0], write, "phrases.txt")


def _writer(path: str, fill: Callable[[int], bytes], size: int) -> Callable[[Path], None]:
    return lambda folder: _write(folder / path, fill(size))


FIELDS = {
    "plan": ("plan", ("full.yaml", "calendar.yaml", "fields.yaml", "amended.yaml")),
    "directory": ("organisation", ("organisations/town.yaml",)),
    "profile": ("profile", ("profiles/house.yaml",)),
    "work calendar": ("work-calendar", ("calendars/region.yaml",)),
}
"""The schema of each kind of file, and good files that have all of its fields."""


@cache
def fields(kind: str) -> tuple[tuple[str, Text], ...]:
    """A text for every place of the schema, with the good file that has it."""
    found: dict[str, tuple[str, Text]] = {}
    schema, names = FIELDS[kind]
    for name in names:
        for each in texts(schema, _loaded(name)):
            found.setdefault(each.place, (name, each))
    return tuple(found.values())


@cache
def _loaded(name: str) -> Any:
    return yaml.load((GOOD / name).read_text("utf-8"), Loader=yaml.BaseLoader)


def of_texts() -> Iterator[Case]:
    """Each text in each field, under each command."""
    for kind in FIELDS:
        for name, field in fields(kind):
            for unit in UNITS:
                write = _text_writer(name, field, unit)
                plan = name if kind == "plan" else "full.yaml"
                for command in ("check", "build", "diff"):
                    yield Case(kind, f"{field.place} = {unit!r}…", SIZE, _call(command, plan), write)


def _call(command: str, plan: str) -> tuple[str, ...]:
    match command:
        case "build":
            return ("build", f"roadmaps/{plan}", "-o", "out", "--format", "docx,ics,xlsx,html")
        case "diff":
            return ("diff", f"old/{plan}", f"roadmaps/{plan}")
    return (command, f"roadmaps/{plan}")


def _text_writer(name: str, field: Text, unit: str) -> Callable[[Path], None]:
    """Writes a good file with another text in one of its fields, all of them as JSON has them."""

    def write(folder: Path) -> None:
        value = deepcopy(_loaded(name))
        reduce(lambda part, step: part[step], field.path[:-1], value)[field.path[-1]] = text(unit)
        _write(folder / "roadmaps" / name, _plain(value).encode())

    return write


def _plain(value: Any, indent: str = "") -> str:
    """YAML in which only texts that need quotes have them: numbers are numbers for the schema."""
    if isinstance(value, dict):
        return "".join(f"\n{indent}{key}: {_plain(each, indent + '  ')}" for key, each in value.items())
    if isinstance(value, list):
        return "".join(f"\n{indent}- {_plain(each, indent + '  ')}" for each in value)
    return value if value.isdigit() else json.dumps(value, ensure_ascii=False)
