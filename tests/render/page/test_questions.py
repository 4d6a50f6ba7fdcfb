"""What an officer asks, and where the page of his own, on a telephone, has the answer."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from roadmapc.render.agenda.view import AgendaView, Assignee, UndatedView
from roadmapc.render.page.html import html

TODAY = date(2021, 9, 2)
GUIDE = Path(__file__).parents[3] / "compiler" / "CALENDARS.md"
UNFOLDED = ".duty:visible summary"
NAMED = "header summary"

ANSWERS: dict[str, tuple[str, str, str]] = {
    "Что делать в первую очередь?": ("", ".duty:visible", "Представить отчёт о подготовке"),
    "Что мне на этой неделе?": ("", ".when", "завтра"),
    "Что уже прошло?": ("#past", ".over .text", "Составить перечень"),
    "Когда это сделать?": ("", ".day:visible > time", "3 сентября 2021, пт"),
    "Когда можно начинать?": ("", ".brief:visible", "с 01.06.2021"),
    "Во сколько и где?": ("", ".brief:visible", "до 12:00, каб. 5"),
    "Что именно сделать?": ("", ".text:visible", "Представить отчёт о подготовке"),
    "Что должно получиться?": (UNFOLDED, "dd:visible", "отчёт по форме"),
    "Кто отвечает?": ("", ".brief:visible", "Школа № 1"),
    "Кто ещё отвечает?": (UNFOLDED, "dd:visible", "Школа № 2"),
    "Кто участвует?": (UNFOLDED, "dd:visible", "родители"),
    "Кого касается этот день?": ("", ".note:visible", "начальные классы"),
    "Откуда дата?": (UNFOLDED, "dd:visible", "«до 05.09 ежегодно»"),
    "Почему не тот день, что в плане?": (UNFOLDED, "dd:visible", "05.09.2021 – выходной день"),
    "Какой день последний по закону?": (UNFOLDED, "dd:visible", "06.09.2021 по статье 193 ГК РФ"),
    "Какой это номер в плане?": ("", ".number:visible", "2"),
    "Из какого это раздела?": (UNFOLDED, "dd:visible", "1. Раздел"),
    "По какому приказу?": ("", "#act", "Приказ от 18.03.2021 № 168"),
    "Кто контролирует?": (NAMED, "header p:visible", "заместитель директора"),
    "Что без даты и почему?": (
        "",
        "#undated .note",
        "«по мере надобности» – исполняется по мере надобности",
    ),
}
"""What is touched first, where the answer stands, and the answer, by the question."""


@pytest.fixture
def agenda(agenda_of: Callable[..., AgendaView]) -> AgendaView:
    """A past duty, a coming one of which everything is known, somebody else's, and one without a date."""
    made = agenda_of("Составить перечень", "Представить отчёт о подготовке", "Чужое дело")
    past, coming, foreign = made.occurrences
    plan = made.plans[0]._replace(controller="заместитель директора")
    duty = replace(
        coming.duty, plan=plan, others="Школа № 2", participants="родители", result="отчёт по форме"
    )
    coming = coming._replace(
        duty=duty,
        phrase="до 05.09 ежегодно",
        audience="начальные классы",
        first_day=date(2021, 6, 1),
        nominal=date(2021, 9, 5),
        due=date(2021, 9, 3),
        moved="выходной день: воскресенье",
        other_due=date(2021, 9, 6),
        other_custom="по статье 193 ГК РФ",
        end_time=time(12),
        place="каб. 5",
    )
    stranger = Assignee("stranger", "Школа № 3", is_official=False)
    foreign = foreign._replace(
        due=date(2021, 9, 2), duty=replace(foreign.duty, assignees=(stranger,), lead="Школа № 3")
    )
    undated = UndatedView(past.duty, "по мере надобности", "исполняется по мере надобности", "uid-0")
    return made._replace(
        plans=(plan,),
        occurrences=(past, foreign, coming),
        undated=(undated,),
        assignees=(*made.assignees, stranger),
    )


@pytest.fixture
def own_page(visited: Callable[..., Page], agenda: AgendaView) -> Page:
    page = visited(html(agenda), TODAY, viewport={"width": 390, "height": 844})
    page.goto(f"{page.url}?who={agenda.assignees[0].key}")
    return page


@pytest.mark.parametrize("question", ANSWERS)
def test_the_page_answers(question: str, own_page: Page) -> None:
    touched, place, answer = ANSWERS[question]
    if touched:
        own_page.locator(touched).first.click()
    found = own_page.locator(place).filter(has_text=answer).first
    expect(found).to_be_visible()
    assert "Чужое дело" not in " ".join(own_page.locator(".duty:visible").all_text_contents())


def test_the_guide_has_the_same_questions() -> None:
    asked = re.findall(r"^\| ([^|]+\?) \|", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert asked == list(ANSWERS)
    assert len(asked) == 20


def test_what_is_first_is_on_the_first_screen(own_page: Page) -> None:
    expect(own_page.locator(".duty:visible").first).to_be_in_viewport(ratio=1)
