"""Which terms of one measure differ: each pair by itself, and no two because of their periods alone."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

GOOD = Path(__file__).parents[1] / "plans" / "good"
Rows = Callable[..., list[list[Any]]]


class Own(NamedTuple):
    """A plan of one measure in a municipality of its own."""

    deadline: Any
    period: Any = 2024
    text: str = "Подготовить отчёт"


def written(region: Path, plans: tuple[Own, ...]) -> None:
    folder = region / "roadmaps"
    for path in folder.glob("*.yaml"):
        path.unlink()
    town = (GOOD / "organisations" / "town.yaml").read_text("utf-8")
    for at, own in enumerate(plans):
        name = f"town{at}"
        (folder / "organisations" / f"{name}.yaml").write_text(
            town.replace("Примерска", f"Примерска-{at}"), "utf-8"
        )
        plan = yaml.safe_load((GOOD / "minimal.yaml").read_text("utf-8"))
        plan |= {"id": name, "organisation": f"organisations/{name}.yaml", "period": own.period}
        (measure,) = plan["appendices"][0]["sections"][0]["measures"]
        measure |= {"deadline": own.deadline, "measure": own.text}
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(plan, allow_unicode=True), "utf-8")
    shutil.rmtree(region / "build")


@pytest.fixture
def unlike(region: Path, rows: Rows, build: Callable[..., None]) -> Callable[..., dict[str, str]]:
    """The terms that others have otherwise, by plans."""

    def of(*plans: Own) -> dict[str, str]:
        written(region, plans)
        build()
        return {row[3].rpartition(": ")[2]: row[4] for row in rows("--question", "terms")}

    return of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Own("до 17 мая"), Own("до 18 мая")),
        (Own("17–28 августа"), Own("18–28 августа")),
        (Own("до 28 августа"), Own("18–28 августа")),
        (Own("до 29 мая"), Own("до 29 мая; по мере необходимости")),
        (Own("постоянно"), Own("по мере необходимости")),
        (Own("постоянно"), Own("до 29 мая")),
        (Own("ежегодно, до 1 сентября", "2021–2025 годы"), Own("до 2 сентября", 2022)),
        (Own("ежегодно, до 1 сентября", "2021–2025 годы"), Own("до 1 сентября 2021 года", "2021–2025 годы")),
        (Own("до 1 мая", 2023), Own("до 2 мая", 2024)),
        (
            Own([{"phrase": "до 1 мая", "audience": "школы"}, {"phrase": "до 1 июня", "audience": "сады"}]),
            Own([{"phrase": "до 1 мая", "audience": "сады"}, {"phrase": "до 1 июня", "audience": "школы"}]),
        ),
    ],
)
def test_terms_differ(one: Own, other: Own, unlike: Callable[..., dict[str, str]]) -> None:
    assert unlike(one, other).keys() == {"town0", "town1"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Own("до 1 сентября"), Own("не позднее 1 сентября")),
        (Own("ежегодно, до 1 сентября", "2021–2025 годы"), Own("не позднее 1 сентября", 2022)),
        (Own("ежегодно, до 1 сентября", "2021–2025 годы"), Own("ежегодно, до 1 сентября", "2023–2026 годы")),
        (Own("до 1 мая", 2023), Own("не позднее 1 мая", 2024)),
        (Own("в течение года", 2023), Own("в течение года", 2024)),
        (Own("Постоянно"), Own("постоянно")),
        (Own("до 29 мая; по мере необходимости"), Own("не позднее 29 мая, по мере необходимости")),
    ],
)
def test_terms_are_the_same(one: Own, other: Own, unlike: Callable[..., dict[str, str]]) -> None:
    assert unlike(one, other) == {}


def test_two_do_not_differ_because_of_a_third(unlike: Callable[..., dict[str, str]]) -> None:
    same = Own("ежегодно, до 1 сентября", "2021–2025 годы"), Own("не позднее 1 сентября", 2022)
    third = Own("до 5 сентября", 2022)
    assert unlike(*same, third) == {
        "town0": "до 5 сентября",
        "town1": "до 5 сентября",
        "town2": "ежегодно, до 1 сентября / не позднее 1 сентября",
    }


def test_every_row_has_its_own_words(region: Path, rows: Rows, build: Callable[..., None]) -> None:
    written(region, (Own("до 1 мая", text="Принять отчёт"), Own("до 2 мая", text="Сдать отчёт")))
    build()
    found = rows("--question", "terms", "--same", "id")
    assert {row[0]: row[1] for row in found} == {"Принять отчёт": "до 1 мая", "Сдать отчёт": "до 2 мая"}
