"""The page of answers in a browser: read without scripts and network, accessible, its bars as its tables."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from playwright.sync_api import Browser, Page, expect

Ask = Callable[..., Result]

ROOT = Path(__file__).parents[2]
QUESTIONS = ("summary", "load", "due", "clashes", "terms", "undated")


@pytest.fixture
def opened(browser: Browser, ask: Ask, region: Path) -> Iterator[Callable[..., Page]]:
    """Open the page of some questions, without scripts; it may ask for nothing outside itself."""
    asked_for: list[str] = []
    contexts = []

    def visit(*questions: str, **options: Any) -> Page:
        words = [word for name in questions for word in ("--question", name)]
        ask(*words, "--least", "2", "-o", "page.html") if "clashes" in questions else ask(
            *words, "-o", "page.html"
        )
        contexts.append(browser.new_context(java_script_enabled=False, **options))
        page = contexts[-1].new_page()
        page.on("request", lambda request: asked_for.append(request.url))
        page.goto((region / "page.html").as_uri())
        return page

    yield visit
    for context in contexts:
        context.close()
    assert {url.rpartition("/")[2] for url in asked_for} == {"page.html"}


def test_every_question_has_its_table(opened: Callable[..., Page]) -> None:
    page = opened(*QUESTIONS)
    expect(page.locator("section")).to_have_count(len(QUESTIONS))
    for section in page.locator("section").all():
        rows = int(section.locator(".total").inner_text().split()[0])
        expect(section.locator("tbody tr")).to_have_count(rows)
    expect(page.locator("table")).to_have_count(len(QUESTIONS) - 1)  # no day has two duties of one executor
    expect(page.get_by_role("heading", level=1)).to_have_text("Сводка по планам")


def test_bars_are_as_long_as_the_table_says(opened: Callable[..., Page]) -> None:
    page = opened("summary")
    table = {
        row.locator("td").nth(0).inner_text(): row.locator("td").nth(3).inner_text()
        for row in page.locator("tbody tr").all()
    }
    bars = page.locator("figure").first.locator("li")
    assert {bar.locator("span").inner_text(): bar.locator("b").inner_text() for bar in bars.all()} == table
    percent = page.locator("figure").nth(1).locator("li b").first
    share = float(re.search("[0-9.]+", percent.get_attribute("style") or "")[0])
    assert share == pytest.approx(float(percent.inner_text().replace(",", ".")) / 100, abs=1e-3)
    shares = [
        float(re.search("[0-9.]+", bar.locator("b").get_attribute("style") or "")[0]) for bar in bars.all()
    ]
    heights = [int(bar.locator("b").inner_text()) for bar in bars.all()]
    assert shares == pytest.approx([height / max(heights) for height in heights], abs=1e-3)


def test_a_chart_along_time_has_no_gap_and_every_date(opened: Callable[..., Page]) -> None:
    page = opened("load")
    dates = sum(int(row.locator("td").last.inner_text()) for row in page.locator("tbody tr").all())
    titles = page.locator("svg title").all_text_contents()
    assert sum(int(title.rpartition(": ")[2]) for title in titles) == dates
    weeks = page.locator("tbody tr td:first-child").all_inner_texts()
    assert (titles[0].partition(":")[0], titles[-1].partition(":")[0]) == (weeks[0], weeks[-1])
    assert len(titles) > len(set(weeks))
    expect(page.get_by_role("img", name="Сроков × исполнителей по неделям")).to_be_visible()


@pytest.fixture
def axe() -> str:
    """The script of axe-core; asked for first, so that nothing is opened where it is missing."""
    script = ROOT / ".tools/node_modules/axe-core/axe.min.js"
    if not script.is_file():
        message = "axe-core is not installed: npm install --prefix .tools axe-core"
        (pytest.fail if os.environ.get("ROADMAPC_ALL_TOOLS") == "1" else pytest.skip)(message)
    return script.read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    axe: str, scheme: str, opened: Callable[..., Page], browser: Browser, region: Path
) -> None:
    opened(*QUESTIONS)
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto((region / "page.html").as_uri())
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    context.close()
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_a_telephone_shows_it_without_a_slide(opened: Callable[..., Page]) -> None:
    """A table that is wider than the screen slides in its own frame."""
    page = opened(*QUESTIONS, viewport={"width": 390, "height": 844})
    box = page.locator("main").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 390


def test_what_was_left_out_is_listed(opened: Callable[..., Page], region: Path) -> None:
    plan = region / "roadmaps" / "rural.yaml"
    plan.write_text(plan.read_text("utf-8") + "# правка\n", "utf-8")
    page = opened("summary")
    page.locator("header summary").click()
    expect(page.locator("header li")).to_have_text("roadmaps/rural.yaml – изменён после сборки")
