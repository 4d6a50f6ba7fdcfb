"""The usual stack: the same plan by the libraries that one would take, with dates that are found already.

    python tests/bench/peer_usual.py PLAN TEMPLATE.docx OUT [every]

PyYAML and jsonschema read the plan, docxtpl prints its table, icalendar writes a calendar for each body; with
`every` openpyxl writes the register and Jinja a page. Nobody reads deadlines: `dates.json` has the days.
The plan is read by the C loader, as the manual of PyYAML advises where time counts.
"""

import json
import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from docxtpl import DocxTemplate
from icalendar import Calendar, Event
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SCHEMAS = Path(__file__).parents[2] / "schemas"
HEADINGS = ["№", "Мероприятие", "Исполнители", "Исполнить до", "Срок", "Вид документа", "Результат"]
WIDTHS = (14, 60, 26, 14, 24, 20, 40)
PAGE = """<!doctype html><title>{{ title }}</title><table>{% for row in rows %}
<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>"""


def main(folder: Path, template: Path, out: Path, *, is_whole: bool) -> None:
    """Write the documents of a plan."""
    plan = _read(folder / "plan.yaml", "plan")
    bodies = _read(folder / "organisation.yaml", "organisation")["bodies"]
    measures = [each for part in plan["appendices"][0]["sections"] for each in part["measures"]]
    days = json.loads((folder / "dates.json").read_text(encoding="utf-8"))
    out.mkdir()
    _document(folder, template, out / "order.docx")
    dated = [(each, day) for each in measures for day in days.get(each["id"], ())]
    _calendars(plan, bodies, dated, out)
    if is_whole:
        rows = [_row(bodies, each, day) for each, day in dated]
        _register(rows, out / "register.xlsx")
        _page(plan["order"]["title"], rows, out / "calendar.html")


def _read(path: Path, schema: str) -> dict:
    """A file that its schema allows."""
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    schemas = {each.stem: json.loads(each.read_text("utf-8")) for each in SCHEMAS.glob("*.schema.json")}
    known = Registry().with_resources(
        (each["$id"], Resource.from_contents(each)) for each in schemas.values()
    )
    own = schemas[f"{schema}.schema"]
    Draft202012Validator(own, registry=known).is_valid(content)
    return content


def _document(folder: Path, template: Path, out: Path) -> None:
    document = DocxTemplate(template)
    document.render(json.loads((folder / "table.json").read_text(encoding="utf-8")))
    document.save(out)


def _calendars(plan: dict, bodies: dict, dated: list[tuple[dict, str]], out: Path) -> None:
    """All dates in one calendar, and those of each body in its own."""
    of_body: dict[str, list[Event]] = defaultdict(list)
    events = []
    for number, (measure, day) in enumerate(dated):
        event = Event()
        event.add("uid", f"{measure['id']}-{number}@example.org")
        event.add("dtstamp", date(2020, 12, 28))
        event.add("dtstart", date.fromisoformat(day))
        event.add("dtend", date.fromisoformat(day) + timedelta(days=1))
        event.add("summary", measure["measure"])
        event.add("description", "\n".join((measure["deadline"], plan["order"]["title"])))
        events.append(event)
        for body in measure["executors"]:
            of_body[body].append(event)
    (out / "officers").mkdir()
    for name, own in (("calendar", events), *((f"officers/{body}", each) for body, each in of_body.items())):
        calendar = Calendar()
        calendar.add("prodid", "-//usual//")
        calendar.add("version", "2.0")
        for event in own:
            calendar.add_component(event)
        (out / f"{name}.ics").write_bytes(calendar.to_ical())


def _row(bodies: dict, measure: dict, day: str) -> list[str]:
    result = measure["result"]
    return [
        measure["id"],
        measure["measure"],
        "; ".join(bodies[each]["short"] for each in measure["executors"]),
        day,
        measure["deadline"],
        measure["document"],
        result if isinstance(result, str) else "; ".join(result),
    ]


def _register(rows: list[list[str]], out: Path) -> None:
    """A sheet of all dates, and one for each body, with texts that break at their columns."""
    from openpyxl import Workbook  # noqa: PLC0415 - not for two formats

    book = Workbook()
    of_body: dict[str, list[list[str]]] = defaultdict(list)
    for row in rows:
        for body in row[2].split("; "):
            of_body[body].append(row)
    _sheet(book.active, rows)
    for body, own in of_body.items():
        _sheet(book.create_sheet(body.translate({ord(sign): " " for sign in "[]:*?/\\"})[:31]), own)
    book.save(out)


def _sheet(sheet: "Worksheet", rows: list[list[str]]) -> None:
    from openpyxl.styles import Alignment  # noqa: PLC0415

    wrapped = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    for column, width in zip("ABCDEFG", WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    for number, row in enumerate((HEADINGS, *rows), start=1):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column, value).alignment = wrapped
    sheet.auto_filter.ref = sheet.dimensions


def _page(title: str, rows: list[list[str]], out: Path) -> None:
    from jinja2 import Environment  # noqa: PLC0415

    page = Environment(autoescape=True).from_string(PAGE)
    out.write_text(page.render(title=title, rows=rows), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), is_whole="every" in sys.argv[4:])
