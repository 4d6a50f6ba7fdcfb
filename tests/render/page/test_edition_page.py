"""The page of a consolidated edition, as its readers use it."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page

from held import Held
from roadmapc.outputs import Earlier, outputs
from roadmapc.pipeline import compile_plan
from roadmapc.render.consolidated.html import html
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.document.view import OrderView
from roadmapc.render.formats import HTML
from roadmapc.state.wanted import OutputOptions
from roadmapc.text.typography import bind

GOOD = Path(__file__).parents[2] / "plans" / "good"
ROADMAPS = Path(__file__).parents[3] / "roadmaps"

ACTS = yaml.load((GOOD / "amended.yaml").read_text("utf-8"), yaml.BaseLoader)["amendments"]

Open = Callable[..., Page]


def view_of(path: Path) -> OrderView:
    compiled = compile_plan(path).value
    assert compiled is not None
    day = compiled.plan.order.date or compiled.plan.period.first_day
    return order_view(compiled.plan, compiled.calendar, day)


def read(found: Locator) -> str:
    """A text as it is read: a space that does not break is a space."""
    return found.inner_text().replace("\u00a0", " ").replace("\u2011", "-")


@pytest.fixture(scope="module")
def edition() -> bytes:
    compiled = compile_plan(GOOD / "amended.yaml").value
    assert compiled is not None
    made = Held()
    assert outputs(compiled, OutputOptions((HTML,)), GOOD, Earlier(), made).value
    return made.files["edition.html"]


def test_every_mark_leads_to_its_act(visited: Open, edition: bytes) -> None:
    page = visited(edition)
    links = page.locator(".note a, .history a")
    manners = ("changed", "added", "removed")
    touched = sum(len(act.get(manner, ())) for act in ACTS for manner in manners)
    assert links.count() == touched + len(ACTS)
    for link in links.all():
        target = page.locator(f"[id='{(link.get_attribute('href') or '')[1:]}']")
        requisites = re.search(r"от\s.*", link.inner_text())
        assert requisites is not None
        assert requisites[0] in target.inner_text()


def test_a_mark_is_under_its_unit(visited: Open, edition: bytes) -> None:
    page = visited(edition)
    row = page.locator("tr", has=page.get_by_text("Назначить наставников"))
    below = row.locator("xpath=following-sibling::tr[1]")
    assert read(below) == "(строка 1.1 в ред. приказов от 01.03.2024 № 41, от 02.09.2024 № 120-О)"
    gone = below.locator("xpath=following-sibling::tr[1]")
    assert read(gone) == "1.2. Утратила силу. – Приказ от 01.03.2024 № 41"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out_of_an_edition(scheme: str, visited: Open, edition: bytes, axe: str) -> None:
    page = visited(edition, color_scheme=scheme, bypass_csp=True)
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    assert [(each["id"], each["impact"]) for each in found["violations"]] == []


def test_an_edition_fits_a_telephone(visited: Open, edition: bytes) -> None:
    page = visited(edition, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


ILLUSTRATED = GOOD / "illustrated.yaml"


@pytest.mark.parametrize("path", [*sorted(ROADMAPS.glob("*.yaml")), ILLUSTRATED], ids=lambda path: path.stem)
def test_every_kind_of_part_is_a_page_that_all_can_read(path: Path, visited: Open, axe: str) -> None:
    """The plans of the repository have passports, figures, prose and lists."""
    compiled = compile_plan(path).value
    assert compiled is not None
    page = visited(html(view_of(path)), bypass_csp=True)
    page.evaluate(axe)
    assert [each["id"] for each in page.evaluate("axe.run()")["violations"]] == []
    shown = "\n".join(row.inner_text() for row in page.locator("tbody tr").all())
    measures = [measure for _, measure in compiled.plan.walk()]
    assert all(bind(measure.text[0].text).replace("\u2011", "-") in shown for measure in measures)


def test_a_range_is_held_together_and_found_by_a_typed_hyphen(visited: Open) -> None:
    view = view_of(GOOD / "amended.yaml")
    page = visited(html(replace(view, title="О плане на 2021-2025 годы по приказу № 486-п")))
    held = page.locator("h1 .held")
    assert held.all_inner_texts() == ["2021–2025", "486-п"]
    assert held.first.evaluate("element => getComputedStyle(element).whiteSpace") == "nowrap"


def test_pictures_are_shown_without_any_other_file(visited: Open) -> None:
    page = visited(html(view_of(ILLUSTRATED)))
    pictures = page.locator("figure img")
    assert [each.evaluate("each => each.naturalWidth") for each in pictures.all()] == [900, 320, 320, 900]
    assert page.locator("figcaption").first.inner_text() == "Рисунок 1\u00a0– Цепочка оповещения"
    assert pictures.first.get_attribute("alt") == "Управление звонит школам, школы – родителям"


@pytest.mark.parametrize("name", ["illustrated", "full"])
def test_links_and_footnotes_lead_to_what_they_name(name: str, visited: Open) -> None:
    page = visited(html(view_of(GOOD / f"{name}.yaml")))
    links = page.locator("main a")
    assert links.count() >= 2
    for link in links.all():
        target = page.locator(f"[id='{(link.get_attribute('href') or '')[1:]}']")
        assert read(link).removeprefix("п").casefold() in read(target).casefold()


def test_texts_of_an_edition_stay_texts(visited: Open) -> None:
    view = view_of(GOOD / "amended.yaml")
    page = visited(html(replace(view, title="<script>alert(1)</script>", preamble="{{ 1 }} & co")))
    assert page.locator("h1").inner_text() == "<script>alert(1)</script>"
    assert "{{ 1 }} & co" in page.locator("#text").inner_text()
    assert page.locator("script").count() == 0


def test_paper_has_an_upright_sheet_for_the_order_and_wide_ones_for_appendices(
    visited: Open, edition: bytes, tool: Callable[..., Any], tmp_path: Path
) -> None:
    file = tmp_path / "edition.pdf"
    visited(edition).pdf(path=file, prefer_css_page_size=True)
    told = tool("pdfinfo")("-l", "9", file).stdout
    sizes = [tuple(map(round, map(float, each))) for each in re.findall(r"size: +([\d.]+) x ([\d.]+)", told)]
    upright, wide = (595, 842), (842, 595)
    assert sizes == [upright, wide, upright], "the list of acts is upright again"
    printed = tool("pdftotext")("-layout", file, "-").stdout
    assert printed.count("(строка 1.1 в ред. приказов") == 1
    assert printed.count("справочный текст") == 1, "a page that is printed may be filed"
