"""The published plans: what the YAML says, as other programs read it in the documents.

The YAML is read here anew, without the compiler: what is expected owes nothing to what is tested.
"""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import mammoth
import pytest
import yaml
from lints import LINTS, parts_of

from roadmapc.pipeline import compile_plan
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.docx.order import render
from roadmapc.text.typography import plain

ROADMAPS = Path(__file__).parents[3] / "roadmaps"
PLANS = sorted(ROADMAPS.glob("*.yaml"))
MEASURES = {
    "arkhangelsk-2021": 30,
    "megion-2022": 26,
    "novoaleksandrovsk-2020": 88,
    "svetlorechensk-2026": 9,
    "svetlorechensk-theatres-2026": 5,
    "yurga-2020": 27,
}


@pytest.fixture(scope="module", params=PLANS, ids=lambda path: path.stem)
def path(request) -> Path:
    return request.param


@pytest.fixture(scope="module")
def document(path, template) -> bytes:
    compiled = compile_plan(path).value
    assert compiled is not None
    outcome = render(order_view(compiled.plan, compiled.calendar, compiled.plan.order.date), template)
    assert outcome.diagnostics == ()
    return outcome.value


# What the YAML says


class Source:
    """A plan's file and its directory, every scalar as it is written."""

    def __init__(self, path: Path) -> None:
        self.plan = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        directory = yaml.load((path.parent / self.plan["organisation"]).read_text("utf-8"), yaml.BaseLoader)
        self.bodies = directory["bodies"]
        self.records = directory["bodies"] | directory["officials"]

    def rows(self) -> Iterator[list[str]]:
        """The cells of every measure, in the order of the columns of its table."""
        for appendix in self.plan["appendices"]:
            for table in (appendix, *(part.get("measures", {}) for part in appendix.get("parts", []))):
                for measure, number in self._measures(table, ""):
                    yield [
                        self._cell(measure, number, column, sums) or "–"
                        for column, sums in _leaves(table["columns"])
                    ]

    def _measures(self, node: dict, prefix: str) -> Iterator[tuple[dict, str]]:
        for at, section in enumerate(node.get("sections", []), 1):
            under = f"{prefix}{at}." if "title" in section else ""
            for index, measure in enumerate(section.get("measures", []), 1):
                yield measure, measure.get("number", f"{under}{index}")
            yield from self._measures(section, under)

    def _cell(self, measure: dict, number: str, column: str, holds_sums: bool) -> str:
        match column:
            case "number":
                return number
            case "executors":
                return " ".join(map(self._executor, measure.get(column, [])))
            case "deadline":
                return self._deadline(measure.get(column, ""))
            case "participants":
                return ", ".join(measure.get(column, []))
            case _:
                value = measure.get(column, measure.get("cells", {}).get(column, ""))
                if holds_sums and value:
                    return f"{float(value):.2f}".replace(".", ",")
                return self.resolved(" ".join(value) if isinstance(value, list) else value)

    def _executor(self, executor: Any) -> str:
        if isinstance(executor, str):
            return self._name(executor)
        units = ", ".join(map(self._name, executor.get("units", [])))
        qualifier = f", {executor['qualifier']}" if "qualifier" in executor else ""
        return self._name(executor["id"]) + (f" ({units})" if units else "") + qualifier

    def _name(self, name: str) -> str:
        return self.records[name].get("short", self.records[name]["name"])

    def _deadline(self, value: Any) -> str:
        if isinstance(value, list):
            return " ".join(map(self._deadline, value))
        if isinstance(value, str):
            return value
        return f"{value['audience']}: {value['phrase']}" if "audience" in value else value["phrase"]

    def resolved(self, text: str) -> str:
        """The text with its references to the directory replaced."""
        return re.sub(r"\{([\w.-]+)\}", lambda found: self._at(*found[1].split(".")), text)

    def _at(self, name: str, *steps: str) -> str:
        record = self.records[name]
        return self._at(record["head"], *steps[1:]) if steps[0] == "head" else record[steps[0]]


def _leaves(columns: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """The columns of cells under heads in levels, and whether they hold sums of money."""
    for key, column in columns.items():
        if isinstance(column, dict) and "columns" in column:
            yield from _leaves(column["columns"])
        else:
            yield key, isinstance(column, dict) and column.get("kind") == "money"


def words(text: str) -> list[str]:
    """What a cell says: its words, without marks of lists and the stops that end their items."""
    text = re.sub(r"(?:^|(?<=\s))(?:[-–]|[а-я]\))\s", " ", plain(text))
    return [word.rstrip(";.") for word in text.split()]


def rows_of(table: list[list[str]], measures: list[list[str]]) -> list[list[list[str]]]:
    """The rows of measures among those of a table, by their numbers."""
    numbers = {row[0] for row in measures}
    return [list(map(words, row)) for row in table if len(row) == len(measures[0]) and row[0] in numbers]


@pytest.fixture(scope="module")
def measures(path) -> list[list[str]]:
    found = list(Source(path).rows())
    assert len(found) == MEASURES[path.stem]
    return found


@pytest.fixture(scope="module")
def expected(measures) -> list[list[list[str]]]:
    return [list(map(words, row)) for row in measures]


# Readers


def test_python_docx_reads_every_cell_of_every_measure(document, measures, expected):
    tables = docx.Document(BytesIO(document)).tables
    cells = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    assert rows_of(cells, measures) == expected


class Html(HTMLParser):
    """Rows of tables, headings and items of lists."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.found: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self._open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif tag in ("li", "h1", "h2", "h3"):
            self.found.setdefault(tag, []).append("")

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data):
        if "tr" in self._open:
            self.rows[-1][-1] += f" {data}"
        for tag in {"li", "h1", "h2", "h3"} & set(self._open):
            self.found[tag][-1] += data


@pytest.fixture(scope="module")
def html(document) -> Html:
    return Html(mammoth.convert_to_html(BytesIO(document)).value)


def test_mammoth_reads_every_cell_of_every_measure(html, measures, expected):
    rows = [[cell.strip() for cell in row] for row in html.rows]
    assert rows_of(rows, measures) == expected


@pytest.fixture(scope="module")
def pandoc(document, tool, tmp_path_factory) -> list[dict]:
    path = tmp_path_factory.mktemp("pandoc") / "order.docx"
    path.write_bytes(document)
    return json.loads(tool("pandoc")("--from=docx", "--to=json", path).stdout)["blocks"]


def text_of(tree: Any) -> str:
    """The words of a part of pandoc's tree, blocks apart."""
    if isinstance(tree, list):
        return "".join(map(text_of, tree))
    if not isinstance(tree, dict):
        return ""
    match tree.get("t"):
        case "Str":
            return tree["c"]
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Para" | "Plain" | "Header":
            return text_of(tree["c"]) + " "
        case _:
            return text_of(tree.get("c"))


def test_pandoc_reads_every_cell_of_every_measure(pandoc, measures, expected):
    tables = [block["c"] for block in pandoc if block["t"] == "Table"]
    bodies = [row for table in tables for body in table[4] for row in body[3]]
    cells = [[text_of(cell[4]).strip() for cell in row[1]] for row in bodies]
    assert rows_of(cells, measures) == expected


# Headings and lists


def headings(path: Path) -> Iterator[tuple[int, str]]:
    """The headings that a plan's file asks for, in their order."""
    source = Source(path)
    yield 1, source.plan["order"]["title"]
    for appendix in source.plan["appendices"]:
        yield 1, appendix["title"]
        yield from sections(appendix, 2)
        for part in appendix.get("parts", []):
            yield from ((2, part["heading"]) for _ in part.keys() & {"heading"})
            yield from sections(part.get("measures", {}), 2)
            text = (path.parent / part["file"]).read_text("utf-8") if "file" in part else part.get("text", "")
            yield from (
                (len(marks), title) for marks, title in re.findall(r"^(#+) (.+)$", text, re.MULTILINE)
            )


def sections(node: dict, level: int) -> Iterator[tuple[int, str]]:
    for section in node.get("sections", []):
        yield from ((level, section["title"]) for _ in section.keys() & {"title"})
        yield from sections(section, 3)


def test_headings_are_headings_of_the_right_level(path, pandoc):
    found = [(node["c"][0], text_of(node["c"][2])) for node in nodes(pandoc) if node.get("t") == "Header"]
    wanted = list(headings(path))
    assert [level for level, _ in found] == [level for level, _ in wanted]
    for (_, shown), (_, title) in zip(found, wanted, strict=True):
        assert plain(shown).endswith(plain(title))


def nodes(tree: Any) -> Iterator[dict]:
    if isinstance(tree, dict):
        yield tree
    for child in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from nodes(child)


def test_items_of_prose_are_items_of_lists(path, html):
    files = [
        part["file"]
        for appendix in Source(path).plan["appendices"]
        for part in appendix.get("parts", [])
        if "file" in part
    ]
    items = {plain(item).strip() for item in html.found.get("li", [])}
    for name in files:
        written = re.findall(r"^(?:-|\d+\.) (.+)$", (path.parent / name).read_text("utf-8"), re.MULTILINE)
        assert written
        assert {plain(item).replace("**", "") for item in written} <= items


# Validators


@pytest.mark.parametrize("validator", ["ooxml-validator", "openxml-audit"])
def test_validators_find_nothing_to_correct(document, tool, tmp_path, validator):
    path = tmp_path / "order.docx"
    path.write_bytes(document)
    tool(validator)(path)


def test_lints_find_nothing_to_correct(document):
    assert [found for lint in LINTS for found in lint(parts_of(document))] == []
