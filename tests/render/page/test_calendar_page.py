"""The page in a browser, as people use it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from roadmapc.render.agenda.view import NOBODY, AgendaView, Assignee
from roadmapc.render.page.html import html

Open = Callable[..., Page]


def shown(page: Page) -> list[str]:
    """Texts of the duties that can be seen, in their order."""
    return page.locator(".part:not([hidden]) li:not([hidden]) .text").all_text_contents()


def texts(agenda: AgendaView, assignee: Assignee | None = None, section: str | None = None) -> list[str]:
    """What the list has to show."""
    dated = [
        (each.duty, f"{each.duty.text} ({each.audience})" if each.audience else each.duty.text)
        for each in agenda.occurrences
    ]
    return [
        text
        for duty, text in (*dated, *((each.duty, each.duty.text) for each in agenda.undated))
        if (assignee is None or assignee in duty.assignees) and (section is None or duty.section == section)
    ]


def test_the_list_is_the_agenda(opened: Open, joint: AgendaView) -> None:
    page = opened()
    assert shown(page) == texts(joint)
    days = page.locator(".part time").evaluate_all("found => found.map(each => each.dateTime)")
    assert days == [each.due.isoformat() for each in joint.occurrences]


def test_the_strip_counts_what_is_due(opened: Open, joint: AgendaView) -> None:
    cells = opened().locator("nav a")
    counts = dict(
        cells.evaluate_all(
            "found => found.map(each => [each.dataset.month, +each.querySelector('b').textContent])"
        )
    )
    assert sum(counts.values()) == len(joint.occurrences)
    assert all(counts[f"{each.due:%Y-%m}"] > 0 for each in joint.occurrences)


def test_everybody_finds_their_own(opened: Open, joint: AgendaView) -> None:
    page = opened()
    for assignee in joint.assignees:
        page.get_by_label("Исполнитель").select_option(label=assignee.name)
        assert shown(page) == texts(joint, assignee), assignee.name
    assert NOBODY not in joint.assignees or shown(page)


def test_a_section_is_shown_alone(opened: Open, joint: AgendaView) -> None:
    page = opened()
    duty = joint.occurrences[0].duty
    page.get_by_label("Раздел").select_option(label=f"{duty.plan.id}: {duty.section or 'Пункты приказа'}")
    found = shown(page)
    assert found
    assert set(found) == {
        each.duty.text
        for each in (*joint.occurrences, *joint.undated)
        if (each.duty.plan, each.duty.section) == (duty.plan, duty.section)
    }


def test_search_takes_parts_of_words_in_any_case(opened: Open, joint: AgendaView) -> None:
    page = opened()
    word = max(joint.occurrences[0].duty.text.split(), key=len)
    page.get_by_label("Поиск").fill(f"{word[:-2].upper()} ")
    found = shown(page)
    assert joint.occurrences[0].duty.text in found
    assert 0 < len(found) < len(texts(joint))
    expect(page.get_by_role("status")).to_have_text(f"Показано: {len(found)} из {len(texts(joint))}")
    strip = page.locator("nav a b").all_text_contents()
    dated = page.locator(".part:not([hidden]) li:not([hidden]) time").count()
    assert sum(map(int, strip)) == dated
    assert page.locator("nav a[inert]").count() == strip.count("0") > 0


def test_nothing_found_is_said_and_can_be_undone(opened: Open, joint: AgendaView) -> None:
    page = opened()
    page.get_by_label("Поиск").fill("такогословатутнет")
    expect(page.get_by_text("Ничего не найдено")).to_be_visible()
    assert shown(page) == []
    page.get_by_role("button", name="Сбросить").click()
    expect(page.get_by_text("Ничего не найдено")).to_be_hidden()
    assert shown(page) == texts(joint)


def test_what_has_no_date_is_listed_with_the_reason(opened: Open, joint: AgendaView) -> None:
    items = opened().locator("#undated li")
    assert items.count() == len(joint.undated)
    for text, each in zip(items.all_text_contents(), joint.undated, strict=True):
        assert each.reason in text


def test_the_nearest_day_is_found_by_the_clock_of_the_reader(opened: Open, joint: AgendaView) -> None:
    page = opened()
    nearest = joint.occurrences[len(joint.occurrences) // 2]
    page.clock.set_fixed_time(f"{nearest.due.isoformat()}T12:00:00")
    page.get_by_role("button", name="К ближайшему сроку").click()
    focused = page.locator("li:focus")
    assert focused.get_attribute("data-day") == nearest.due.isoformat()
    page.clock.set_fixed_time("2999-01-01T12:00:00")
    page.get_by_role("button", name="К ближайшему сроку").click()
    expect(page.get_by_role("status")).to_contain_text("Предстоящих сроков нет")


def test_everything_is_done_from_the_keyboard(opened: Open, joint: AgendaView) -> None:
    page = opened()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="К списку сроков")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#list")).to_be_focused()
    page.get_by_label("Поиск").focus()
    page.keyboard.type("план")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Исполнитель")).to_be_focused()
    page.keyboard.press("ArrowDown")
    narrowed = shown(page)
    assert 0 <= len(narrowed) < len(texts(joint))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Сбросить")).to_be_focused()
    page.keyboard.press("Enter")
    everything = len(texts(joint))
    expect(page.get_by_role("status")).to_have_text(f"Показано: {everything} из {everything}")
    for name in ("К ближайшему сроку", "Печать по исполнителям"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=name)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#m-{joint.occurrences[0].due:%Y-%m}$"))


def test_paper_has_a_sheet_for_each_officer(
    opened: Open, joint: AgendaView, tool: Callable[[str], Any], tmp_path: Path
) -> None:
    page = opened()
    bodies = [each for each in joint.assignees if not each.is_official]
    page.pdf(path=tmp_path / "all.pdf", prefer_css_page_size=True)
    page.get_by_label("Исполнитель").select_option(label=bodies[0].name)
    page.pdf(path=tmp_path / "one.pdf", prefer_css_page_size=True)
    printed = tool("pdftotext")("-layout", tmp_path / "all.pdf", "-").stdout.split("\f")[:-1]
    assert sum("Отметка" in sheet for sheet in printed) == len(printed)
    heads = [" ".join(sheet.split())[:20] for sheet in printed]
    for body in bodies:
        assert any(body.name.startswith(head) or head.startswith(body.name[:20]) for head in heads), body.name
    assert "Pages:" in tool("pdfinfo")(tmp_path / "one.pdf").stdout
    assert "A4" in tool("pdfinfo")(tmp_path / "all.pdf").stdout
    own = " ".join(tool("pdftotext")("-layout", tmp_path / "one.pdf", "-").stdout.split())
    assert own.startswith(bodies[0].name[:20])
    orders = {each.duty.plan.order for each in joint.occurrences if bodies[0] in each.duty.assignees}
    assert orders
    assert all(order in own for order in orders)
    assert page.locator("#sheets > *").count() == 0  # put away after printing


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out(scheme: str, opened: Open, axe: str) -> None:
    """No violation that axe-core calls serious or critical, parts off the screen included."""
    page = opened(color_scheme=scheme)
    page.add_style_tag(content=".part { content-visibility: visible !important }")
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    assert found["passes"]
    grave = [each for each in found["violations"] if each["impact"] in ("serious", "critical")]
    assert [(each["id"], each["nodes"][0]["html"]) for each in grave] == []


def test_the_page_fits_a_telephone(opened: Open) -> None:
    page = opened(viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_the_list_is_there(opened: Open, joint: AgendaView) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator(".part li").count() == len(joint.occurrences) + len(joint.undated)
    assert not page.locator("#filters").is_visible()


def test_texts_stay_texts(agenda_of: Callable[..., AgendaView]) -> None:
    written = html(agenda_of("<script>alert(1)</script> & «план»", body='<b onclick="x()">')).decode()
    assert "<script>alert" not in written
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; «план»" in written
    assert "<b onclick" not in written
