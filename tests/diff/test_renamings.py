"""A text in which only names are others says the same; any other difference is told."""

import pytest

from roadmapc.diff.renamings import Renaming, Renamings

UNIT = Renaming("Методический отдел", "Центр развития", (("Методический отдел", "Центр развития"),), False)
CENTRE = Renaming(
    "МКУ «ЦРО»",
    "МАУ «ИМЦ»",
    (("муниципальное учреждение «ЦРО»", "муниципальное учреждение «ИМЦ»"), ("МКУ «ЦРО»", "МАУ «ИМЦ»")),
    False,
)
LIBRARY = Renaming(
    "Библиотека МКУ «ЦРО»",
    "Библиотека МАУ «ИМЦ»",
    (("Библиотека МКУ «ЦРО»", "Библиотека МАУ «ИМЦ»"),),
    False,
)
PERSON = Renaming(
    "Образцова А. Б.",
    "Примеров В. Г.",
    (("Образцова А. Б.", "Примеров В. Г."), ("Образцовой А. Б.", "Примерову В. Г.")),
    True,
)
KNOWN = Renamings((UNIT, CENTRE, LIBRARY, PERSON))


@pytest.mark.parametrize(
    ("before", "after", "explained"),
    [
        ("Методический отдел", "Центр развития", (UNIT,)),
        ("методическому отделу до 1 мая", "центру развития до 1 мая", (UNIT,)),
        ("возложить на методический отдел.", "возложить на центр развития.", (UNIT,)),
        ("вместе с методическим\u00a0отделом", "вместе с центром\u00a0развития", (UNIT,)),
        ("муниципальному учреждению «ЦРО»", "муниципальному учреждению «ИМЦ»", (CENTRE,)),
        ("(далее – МКУ «ЦРО»)", "(далее – МАУ «ИМЦ»)", (CENTRE,)),
        ("Библиотека МКУ «ЦРО»", "Библиотека МАУ «ИМЦ»", (CENTRE,)),
        ("директору Образцовой А. Б.", "директору Примерову В. Г.", (PERSON,)),
        ("методический отдел, МКУ «ЦРО»", "центр развития, МАУ «ИМЦ»", (UNIT, CENTRE)),
        ("отдел и методический отдел", "отдел и центр развития", (UNIT,)),
    ],
)
def test_names_in_any_case_explain_a_text(before: str, after: str, explained: tuple[Renaming, ...]) -> None:
    assert KNOWN.explaining(before, after) == explained


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("методическому отделу до 1 мая", "центру развития до 1 июня"),
        ("методический отдел", "отдел контроля"),
        ("методический отдел", "методический отдел"),
        ("научно-методический отделитель", "научно-центр развития"),
        ("Школы", "Центр развития"),
        ("МКУ «ЦРО-2»", "МАУ «ИМЦ»"),
        ("директору Образцовой А. Б.", "директору Новикову Д. Е."),
    ],
)
def test_any_other_difference_is_not_explained(before: str, after: str) -> None:
    assert KNOWN.explaining(before, after) == ()


def test_without_renamings_nothing_is_explained() -> None:
    assert Renamings(()).explaining("Школы", "Гимназии") == ()
    assert Renamings(()).renamed("Школы") == "Школы"
