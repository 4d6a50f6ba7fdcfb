"""Nothing that a plan says is lost: every text is printed as it is written, or the check says why not.

The texts are found by walking the schema beside the plans of `good/`. What is built is read with parsers that
we did not write.
"""

import csv
import re
import shutil
from collections.abc import Iterable, Iterator, Set
from copy import deepcopy
from functools import reduce
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import icalendar
import pytest
import yaml
from lxml import html
from schema_walk import Text, places, texts

from in_process import run
from roadmapc.pipeline import compile_plan
from roadmapc.syntax.codes import DECOMPOSED

GOOD = Path(__file__).parent / "good"
PLANS = (
    *("full", "fields", "calendar", "amended", "resolution", "joint", "seasons", "estimate", "illustrated"),
    *("decision", "bilingual"),
)
OF_NUMBERS = ("measures",)
"""Plans whose cells are of kinds, and refuse a word more; `tests/render` reads what they print."""

NAMES = {
    "plan.id": "the folder of the outputs",
    "plan.organisation": "a file",
    "plan.profile": "a file or a shipped profile",
    "plan.template": "a shipped blank, or a file",
    "plan.work_calendar": "a file",
    "plan.acts": "a folder",
    "plan.time_zone": "a name of the zone database",
    **dict.fromkeys(("plan.seasons.*", "plan.seasons.*[]"), "read as days, printed by what is made of them"),
    "plan.period": "read as years, printed by what is made of them",
    "part.file": "a file, whose text is printed",
    "part.picture.file": "a file, whose picture is printed",
    "part.picture.description": "read aloud: `tests/render/docx/test_pictures.py`",
    "order.date": "a date, printed in words",
    "order.author": "the directory has the words",
    **dict.fromkeys(
        (
            "order.author[]",
            "order.signatory",
            "order.signatory.official",
            "order.signatory.acting_for",
            "signatory",
            "signatory.official",
            "signatory.acting_for",
        ),
        "the directory has the words",
    ),
    "measure.joined[]": "names a column",
    "column.term": "a time, of which marks stand in the column",
    "order.agreed[].official": "the directory has the words",
    "order.agreed[].acting_for": "the directory has the words",
    "order.agreed[].date": "a date",
    "appendix.approved_by.date": "a date",
    "appendix.mark": "one of five words, unless the act is signed: `test_signed_shapes.py`",
    "order.fields.*": "printed by a template of one's own, which has a place for it",
    "clause.control": "the clause has the words",
    "clause.approves": "the clause has the words",
    "member": "the directory has the words",
    "member.official": "the directory has the words",
    "executor": "the directory has the words",
    "executor.id": "the directory has the words",
    "executor.units[]": "the directory has the words",
    "amendment.date": "a date",
    **dict.fromkeys(
        ("appendix.id", "clause.id", "section.id", "measure.id"), "by it calendars and editions know a unit"
    ),
    **dict.fromkeys(
        ("added.id", "changed.id", "changed.fields[]", "removed.id", "removed.within"),
        "names a unit of the plan",
    ),
}
"""Texts that are no words of a document, and what they are: the check knows each, or its form."""
UNPRINTED = {
    "body.email": "the schema says that nobody prints or uses it but people",
    "official.email": "the schema says so here, too",
    "body.head": "a name of the directory",
    "body.part_of": "a name of the directory",
    "official.body": "a name of the directory",
    "organisation.time_zone": "a name of the zone database",
    "organisation.seasons.*": "read as days by the plans that name them",
    "organisation.seasons.*[]": "the same of several years",
    **dict.fromkeys(
        (
            *("organisation.second_name", "organisation.second_kinds.*", "body.second_name"),
            *("official.second_post", "blank.address", "blank.second_address", "blank.phone", "blank.email"),
            *("blank.site", "blank.okpo", "blank.ogrn", "blank.inn", "blank.kpp"),
        ),
        "printed by blanks that have a place for it",
    ),
}
"""The same of a directory."""
NUMBERS = {"appendix.number", "section.number", "measure.number", "clause.number", "removed.number"}
"""Texts without spaces."""
FIGURE = re.compile(r"(?:не менее )?[\d.]+|[-x<^]")
"""A cell of a table that may hold no words: a number, a day, none, the place of another."""
DEADLINES = {"deadline", "term", "phrase", "deadline.checkpoint", "term.checkpoint"}
"""Texts that have to name a time."""
LETTERS = "абвгджзк"

PECULIAR = {
    "a hash": "отчёт #МыВместе",
    "blanks": "отчёт ___ 20__ г.",
    "a bar": "отчёт | сводка",
    "a bracket": "1) отчёт",
    "underscores": "__отчёт__",
    "a soft hyphen": "от\u00adчёт",
    "a decomposed letter": "отче\u0308т",
    "a brace": "отчёт {",
    "a reference": "отчёт {director.genitiv}",
    "the direction of writing": "от\u202eчёт",
    "a lost letter": "от\ufffdчёт",
}
"""By what is peculiar in them."""


class Plain(yaml.SafeDumper):
    """Writes every text as it stands: `1` is not quoted, so the schema may take it for a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - overrides the library's table

    def ignore_aliases(self, data: object) -> bool:
        return True

    def represent_str(self, data: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=None if data else '"')


Plain.add_representer(str, Plain.represent_str)


def loaded(name: str) -> Any:
    """A good plan, with the forms of writing that it has not."""
    plan = yaml.load((GOOD / f"{name}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    if name == "full":
        plan["appendices"][1]["number"] = "9"
        first, *_ = plan["appendices"][0]["sections"]
        first["measures"][0]["deadline"] = {"phrase": "не позднее 1 октября 2020 года", "audience": "школы"}
        first["sections"][0]["measures"][0]["deadline"].append("не позднее 1 июня 2021 года")
    return plan


def written(plan: Any, changes: dict[tuple[str | int, ...], str], folder: Path, name: str) -> Path:
    """The plan with other texts, among everything that it names."""
    plan = deepcopy(plan)
    for (*before, last), value in changes.items():
        reduce(lambda part, step: part[step], before, plan)[last] = value
    shutil.copytree(GOOD, folder, dirs_exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(yaml.dump(plan, Dumper=Plain, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    return path


def marker(at: int) -> str:
    """A word that is nowhere else."""
    digits = (at // 512 % 8, at // 64 % 8, at // 8 % 8, at % 8)
    return "марка" + "".join(LETTERS[digit] for digit in digits)


def words_of(package: ZipFile) -> Iterator[str]:
    """The texts of a document or a workbook, a paragraph or a cell each."""
    for name in package.namelist():
        if name.endswith((".xml", ".rels")):
            for element in ElementTree.fromstring(package.read(name)).iter():
                if element.tag.rpartition("}")[2] in ("p", "si", "is"):
                    yield "".join(element.itertext())


def read_back(folder: Path) -> str:
    """All words of what was built."""
    said: list[str] = []
    for path in sorted(folder.rglob("*")):
        match path.suffix:
            case ".docx" | ".xlsx":
                with ZipFile(path) as package:
                    said += words_of(package)
            case ".ics":
                events = icalendar.Calendar.from_ical(path.read_bytes()).walk()
                said += [str(value) for event in events for _, value in event.property_items()]
            case ".csv":
                said += [cell for row in csv.reader(path.read_text("utf-8-sig").splitlines()) for cell in row]
            case ".html":
                said.append(html.fromstring(path.read_bytes()).text_content())
    return plain("\n".join(said))


def plain(text: str) -> str:
    """The words with ordinary spaces and hyphens."""
    return " ".join(text.replace("\u00a0", " ").replace("\u2011", "-").replace("\u2013", "-").split())


def built(path: Path) -> str:
    result = run("build", path, "-o", path.parent / "out")
    assert result.exit_code == 0, result.stderr
    return read_back(path.parent / "out")


def free(plan: Any) -> list[Text]:
    """The texts that are words of a document."""
    return [
        text
        for text in texts("plan", plan)
        if text.place not in NAMES
        and text.value
        and not (text.place == "cell" and FIGURE.fullmatch(text.value))
    ]


def test_the_walk_meets_every_text_of_the_schema() -> None:
    met = {text.place for name in (*PLANS, *OF_NUMBERS) for text in texts("plan", loaded(name))}
    assert met | {"order.fields.*", "plan.template", "plan.acts"} == places("plan")
    assert NAMES.keys() <= places("plan")


@pytest.mark.parametrize("name", [name for name in PLANS if name != "lived"])  # acts guard its words
def test_every_text_is_printed(name: str, tmp_path: Path) -> None:
    plan = loaded(name)
    marked = {text: marker(at) for at, text in enumerate(free(plan))}
    changes = {
        text.path: text.value + ("" if text.place in NUMBERS else " ") + mark for text, mark in marked.items()
    }
    said = built(written(plan, changes, tmp_path, name))
    assert [(text.place, text.value) for text, mark in marked.items() if mark not in said] == []


def test_every_word_of_a_directory_is_printed(tmp_path: Path) -> None:
    """A directory is walked beside its schema; what no requisite has is printed by a reference."""
    directory = yaml.load((GOOD / "organisations/town.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    met = [text for text in texts("organisation", directory) if text.place not in UNPRINTED]
    former = {place for place in places("organisation") if place.startswith("former-")}
    assert {text.place for text in met} | UNPRINTED.keys() == places("organisation") - former
    marks = {text: marker(at) for at, text in enumerate(met)}
    for text, mark in marks.items():
        holder = reduce(lambda part, step: part[step], text.path[:-1], directory)
        holder[text.path[-1]] = f"{mark} А. Б." if text.place == "official.name" else f"{text.value} {mark}"
    plan = loaded("full")
    referred = [text.path[1:] for text in met if len(text.path) > 1]
    plan["order"]["clauses"][1]["items"] = [f"{{{name}.{field}}}" for name, field in referred]
    path = written(plan, {}, tmp_path, "full")
    (tmp_path / "organisations/town.yaml").write_text(
        yaml.dump(directory, Dumper=Plain, allow_unicode=True, sort_keys=False, width=10_000), "utf-8"
    )
    said = built(path)
    assert [text.place for text, mark in marks.items() if mark not in said] == []


def codes(path: Path, marks: dict[Text, str]) -> dict[Text, Set[str]]:
    """What is said of each text: with its mark it stands in a line of its own.

    Of a file that is refused as a whole, the first findings are said of all.
    """
    outcome = compile_plan(path)
    if outcome.value is None:
        return dict.fromkeys(marks, frozenset(each.code.id for each in outcome.diagnostics))
    lines = path.read_text("utf-8").split("\n")
    said = [(each.place, each.code.id) for each in outcome.diagnostics if each.place]
    by_line: dict[int, set[str]] = {}
    for place, code in said:
        if place.file.name == str(path):
            by_line.setdefault(place.file.position(place.span.start).line, set()).add(code)
    of_file = {each.code.id for each in outcome.diagnostics if each.code is DECOMPOSED}
    line_of = {mark: at for at, line in enumerate(lines, start=1) for mark in marks.values() if mark in line}
    return {text: of_file | by_line.get(line_of[mark], set()) for text, mark in marks.items()}


@pytest.mark.parametrize("peculiar", PECULIAR)
def test_a_peculiar_text_is_printed_as_it_is_written_or_queried(peculiar: str, tmp_path: Path) -> None:
    plan, value = loaded("full"), PECULIAR[peculiar]
    marks = {text: marker(at) for at, text in enumerate(free(plan)) if text.place not in NUMBERS}

    def with_words(words: str, texts: Iterable[Text], folder: str) -> Path:
        times = {each: f"{each.value} " if each.place in DEADLINES else "" for each in texts}
        changes = {each.path: f"{time}{words} {marks[each]}" for each, time in times.items()}
        return written(plan, changes, tmp_path / folder, "full")

    usual = codes(with_words("отчёт", marks, "usual"), marks)
    said = codes(with_words(value, marks, "peculiar"), marks)
    silent = [text for text in marks if said[text] <= usual[text]]
    printed = built(with_words(value, silent, "silent")) if silent else ""
    assert [text.place for text in silent if plain(f"{value} {marks[text]}") not in printed] == []
