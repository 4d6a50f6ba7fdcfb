"""The page in a browser, as people use it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Page, expect

from joint import joint_agenda
from roadmapc.compiled import Compiled
from roadmapc.render.agenda.view import NOBODY, AgendaView, Assignee, OccurrenceView
from roadmapc.render.page.html import html
from roadmapc.text.dates import digits

Open = Callable[..., Page]


def shown(page: Page) -> list[str]:
    """Texts of the duties that can be seen, in their order."""
    return page.locator(".part:not([hidden]) .duty:not([hidden]) .text").all_text_contents()


def rows(agenda: AgendaView) -> dict[tuple[date, int, str], list[OccurrenceView]]:
    """The rows that the dates take: a duty on its day and hour, whomever it binds."""
    found: dict[tuple[date, int, str], list[OccurrenceView]] = {}
    for each in agenda.occurrences:
        found.setdefault((each.due, id(each.duty), each.when_and_where), []).append(each)
    return found


def texts(agenda: AgendaView, assignee: Assignee | None = None, section: str | None = None) -> list[str]:
    """What the list has to show."""
    dated = [row[0].duty for row in rows(agenda).values()]
    return [
        duty.text
        for duty in (*dated, *(each.duty for each in agenda.undated))
        if (assignee is None or assignee in duty.assignees) and (section is None or duty.section == section)
    ]


def test_the_list_is_the_agenda(opened: Open, joint: AgendaView) -> None:
    page = opened()
    assert shown(page) == texts(joint)
    days = page.locator(".duty").evaluate_all("found => found.map(each => each.closest('.day')?.dataset.day)")
    assert days == [due.isoformat() for due, _, _ in rows(joint)] + [None] * len(joint.undated)
    times = page.locator(".day > time").evaluate_all("found => found.map(each => each.dateTime)")
    assert times == [day.isoformat() for day in sorted({each.due for each in joint.occurrences})]


def test_a_row_has_all_that_is_known_of_its_dates(opened: Open, joint: AgendaView) -> None:
    read = opened().locator(".day .duty").all_text_contents()
    for said, row in zip(read, rows(joint).values(), strict=True):
        for each in row:
            assert each.audience in said
            assert f"«{each.phrase}»" in said
            assert each.moved in said
            assert all(
                text in said
                for text in (
                    each.duty.label,
                    each.duty.lead,
                    each.duty.others,
                    each.duty.participants,
                    each.duty.result,
                )
            )
            assert each.window_start is None or f"с {digits(each.window_start)}" in said
            assert each.other_due is None or f"{digits(each.other_due)} {each.other_custom}" in said


def test_the_audiences_of_a_day_stand_in_one_row(opened: Open, joint: AgendaView) -> None:
    together = [row for row in rows(joint).values() if len({each.audience for each in row}) > 1]
    assert together
    found = opened().locator(".note").all_text_contents()
    for row in together:
        assert f"Для кого: {'; '.join(dict.fromkeys(each.audience for each in row))}" in found


def test_a_measure_is_not_called_a_clause(visited: Open, joint: AgendaView) -> None:
    """A plan without sections: its measures stand under a heading of their own."""
    duties = [each.duty for each in joint.occurrences if not each.duty.section and not each.duty.is_clause]
    assert duties
    page = visited(html(joint))
    for label in page.get_by_label("Раздел").locator("option").all_text_contents():
        if "Пункты" in label:
            page.get_by_label("Раздел").select_option(label=label)
            assert not {each.text for each in duties} & set(shown(page)), label


def test_the_strip_counts_what_is_due(opened: Open, joint: AgendaView) -> None:
    cells = opened().locator("nav a")
    counts = dict(
        cells.evaluate_all(
            "found => found.map(each => [each.dataset.month, +each.querySelector('b').textContent])"
        )
    )
    assert sum(counts.values()) == len(rows(joint))
    assert all(counts[f"{each.due:%Y-%m}"] > 0 for each in joint.occurrences)


def test_everybody_finds_their_own(opened: Open, joint: AgendaView) -> None:
    page = opened()
    for assignee in joint.assignees:
        page.get_by_label("Исполнитель").select_option(label=assignee.name)
        assert shown(page) == texts(joint, assignee), assignee.name
    assert NOBODY not in joint.assignees or shown(page)


def test_a_section_is_shown_alone(opened: Open, joint: AgendaView) -> None:
    page = opened()
    duty = next(each.duty for each in joint.occurrences if each.duty.section)
    page.get_by_label("Раздел").select_option(label=f"{duty.plan.id}: {duty.section}")
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
    dated = page.locator(".day .duty:not([hidden])").count()
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
    items = opened().locator("#undated .duty")
    assert items.count() == len(joint.undated)
    for text, each in zip(items.all_text_contents(), joint.undated, strict=True):
        assert each.reason in text


@pytest.mark.parametrize("width", [390, 1400])
def test_the_page_opens_at_the_next_due_day(width: int, opened: Open, joint: AgendaView) -> None:
    """On the first screen, without scrolling; what is past is folded, and there when it is asked for."""
    day = joint.occurrences[len(joint.occurrences) // 2].due
    page = opened(day, viewport={"width": width, "height": 844})
    expect(page.locator(".duty:visible").first).to_be_in_viewport(ratio=1)
    assert page.locator(".day:visible").first.get_attribute("data-day") == day.isoformat()
    assert page.locator(".when:visible").first.text_content() == "сегодня"
    assert not page.locator("nav").is_visible()
    coming = sum(due >= day for due, _, _ in rows(joint)) + len(joint.undated)
    assert len(shown(page)) == coming < len(texts(joint))
    expect(page.get_by_role("status")).to_have_text(f"Показано: {coming} из {len(texts(joint))}")
    page.get_by_role("button", name="Прошедшие").click()
    assert shown(page) == texts(joint)
    past = page.locator(".over")
    assert past.count() == len({due for due, _, _ in rows(joint) if due < day})
    faded, fresh = (
        found.first.locator("h3").first.evaluate("found => getComputedStyle(found).color")
        for found in (past, page.locator(".day:not(.over)"))
    )
    assert faded != fresh
    page.get_by_role("button", name="Прошедшие").click()
    assert len(shown(page)) == coming


def test_a_plan_that_is_over_is_shown_and_called_so(
    visited: Open, agenda_of: Callable[..., AgendaView]
) -> None:
    page = visited(html(agenda_of("Отчёт", "План")), date(2022, 1, 1))
    assert shown(page) == ["Отчёт", "План"]
    expect(page.get_by_role("status")).to_have_text("Показано: 2 из 2, все сроки прошли")
    assert not page.get_by_role("button", name="Прошедшие").is_visible()


def test_a_past_month_is_unfolded_by_its_link(opened: Open, joint: AgendaView) -> None:
    page = opened(joint.occurrences[-1].due)
    first = f"m-{joint.occurrences[0].due:%Y-%m}"
    assert not page.locator(f"#{first}").is_visible()
    page.get_by_text("Нагрузка по месяцам").click()
    page.locator(f"nav a[href='#{first}']").click()
    expect(page.locator(f"#{first} h2")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (0, "сегодня"),
        (1, "завтра"),
        (3, "на этой неделе"),
        (4, "на следующей неделе"),
        (10, "на следующей неделе"),
        (11, None),
    ],
)
def test_a_near_day_is_named(ahead: int, words: str | None, visited: Open, agenda_of: Any) -> None:
    """02.09.2021 is a Thursday: the week ends three days later."""
    thursday = date(2021, 9, 2)
    page = visited(html(agenda_of("Отчёт", due=thursday + timedelta(days=ahead))), thursday)
    assert page.locator(".when").all_text_contents() == ([words] if words else [])


def test_an_officer_has_a_page_with_a_link(opened: Open, joint: AgendaView) -> None:
    body = next(each for each in joint.assignees if not each.is_official)
    page = opened()
    assert not page.get_by_role("link", name="Ссылка на эту страницу").is_visible()
    page.get_by_label("Исполнитель").select_option(label=body.name)
    expect(page.get_by_role("heading", level=1)).to_have_text(body.name)
    page.get_by_role("link", name="Ссылка на эту страницу").click()
    expect(page).to_have_url(re.compile(rf"\?who={re.escape(quote_plus(body.key))}$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(body.name)
    expect(page).to_have_title(f"{body.name} – {joint.title}")
    assert shown(page) == texts(joint, body)
    page.goto(re.sub(r"\?.*", "?who=nobody-at-all", page.url))
    expect(page.get_by_role("alert")).to_have_text(re.compile("«nobody-at-all» в этом календаре нет"))
    assert shown(page) == texts(joint)


def test_the_nearest_day_is_found_by_the_clock_of_the_reader(opened: Open, joint: AgendaView) -> None:
    nearest = joint.occurrences[len(joint.occurrences) // 2]
    page = opened(nearest.due, viewport={"width": 1400, "height": 900})
    page.get_by_role("button", name="К ближайшему сроку").click()
    focused = page.locator(".day:has(li:focus)")
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
    page.get_by_label("Исполнитель").focus()
    page.keyboard.press("ArrowDown")
    assert 0 < len(shown(page)) < len(texts(joint))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Ссылка на эту страницу")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Поиск", exact=True)).to_be_focused()
    page.keyboard.type("план")
    assert 0 <= len(shown(page)) < len(texts(joint))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Сбросить")).to_be_focused()
    page.keyboard.press("Enter")
    everything = len(texts(joint))
    expect(page.get_by_role("status")).to_have_text(f"Показано: {everything} из {everything}")
    for name in ("К ближайшему сроку", "Печать по исполнителям"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=name)).to_be_focused()


def test_what_is_folded_is_unfolded_from_the_keyboard(opened: Open, joint: AgendaView) -> None:
    page = opened()
    page.locator("#load > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#m-{joint.occurrences[0].due:%Y-%m}$"))
    page.locator(".duty summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".duty dl").first).to_be_visible()


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
    for at, sheet in enumerate(printed, start=1):
        assert f"{at} из {len(printed)}" in sheet
        assert joint.title in " ".join(sheet.split())
    heads = [" ".join(sheet.split()) for sheet in printed]
    for body in bodies:
        own = [at for at, head in enumerate(heads) if head.startswith(f"{body.name} {joint.title}")]
        assert own == list(range(own[0], own[-1] + 1)), body.name
    assert all(any(head.startswith(body.name) for body in bodies) for head in heads)
    assert "Pages:" in tool("pdfinfo")(tmp_path / "one.pdf").stdout
    assert "A4" in tool("pdfinfo")(tmp_path / "all.pdf").stdout
    own = " ".join(tool("pdftotext")("-layout", tmp_path / "one.pdf", "-").stdout.split())
    assert own.startswith(bodies[0].name[:20])
    orders = {each.duty.plan.order for each in joint.occurrences if bodies[0] in each.duty.assignees}
    assert orders
    assert all(order in own for order in orders)
    assert page.locator("#sheets > *").count() == 0  # put away after printing


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out(scheme: str, visited: Open, plans: tuple[Compiled, ...], axe: str) -> None:
    """No violation that axe-core calls serious or critical, with all unfolded: past, coming, undated."""
    agenda = joint_agenda(plans[:1])
    page = visited(html(agenda), agenda.occurrences[len(agenda.occurrences) // 2].due, color_scheme=scheme)
    page.get_by_role("button", name="Прошедшие").click()
    page.locator("details").evaluate_all("found => found.forEach(each => { each.open = true })")
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    assert found["passes"]
    grave = [each for each in found["violations"] if each["impact"] in ("serious", "critical")]
    assert [(each["id"], each["nodes"][0]["html"]) for each in grave] == []


def test_every_sheet_of_a_plan_bears_its_order(
    visited: Open, plans: tuple[Compiled, ...], tool: Callable[[str], Any], tmp_path: Path
) -> None:
    agenda = joint_agenda(plans[:1])
    visited(html(agenda)).pdf(path=tmp_path / "plan.pdf", prefer_css_page_size=True)
    printed = tool("pdftotext")("-layout", tmp_path / "plan.pdf", "-").stdout.split("\f")[:-1]
    assert len(printed) > 1
    order = f"{agenda.plans[0].order} «{agenda.plans[0].title}»"
    assert [order in " ".join(sheet.split()) for sheet in printed] == [True] * len(printed)
    written = [tuple(line.split()[:2]) for sheet in printed for line in sheet.splitlines()]
    for (due, _, _), [first, *_] in rows(agenda).items():
        assert (digits(due), first.duty.label.split()[0]) in written


@pytest.mark.parametrize("width", [320, 390])
def test_the_page_fits_a_telephone(width: int, opened: Open) -> None:
    page = opened(viewport={"width": width, "height": 740})
    page.locator("details").evaluate_all("found => found.forEach(each => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_word_without_end_fits_a_telephone(visited: Open, agenda_of: Callable[..., AgendaView]) -> None:
    long = "https://образец.рф/" + "положение" * 20
    agenda = agenda_of(long, body=long, audience=long, phrase=long, place=long)
    page = visited(html(agenda), viewport={"width": 390, "height": 740})
    page.locator("details").evaluate_all("found => found.forEach(each => { each.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_the_list_is_there(opened: Open, joint: AgendaView) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator(".duty:visible").count() == len(rows(joint)) + len(joint.undated)
    assert not page.locator("#filters").is_visible()


def test_texts_stay_texts(agenda_of: Callable[..., AgendaView]) -> None:
    written = html(agenda_of("<script>alert(1)</script> & «план»", body='<b onclick="x()">')).decode()
    assert "<script>alert" not in written
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; «план»" in written
    assert "<b onclick" not in written
