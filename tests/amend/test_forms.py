"""The forms of amendment in words, and where few words will not do."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from roadmapc.amend.instructions import Add, Address, Drop, Noun, Replace
from roadmapc.amend.words import word_change

HERE = Path(__file__).parent
FORMS = yaml.safe_load((HERE / "forms.yaml").read_text("utf-8"))
NAMES = [f"{form['form']} {form['what']}" for form in FORMS]


def drafted(case: str) -> dict[str, Any]:
    """The first clause of the order that is drafted for a case."""
    first = yaml.safe_load((HERE / "expected" / f"{case}.yaml").read_text("utf-8"))["order"]["clauses"][0]
    return first if isinstance(first, dict) else {"text": first}


@pytest.mark.parametrize("form", FORMS, ids=NAMES)
def test_a_form_reads_as_offices_write_it(form: dict[str, Any]) -> None:
    clause = drafted(form["case"])
    assert clause["text"].partition(" изменение, ")[2] == form["words"]
    assert ("quoted" in clause) is form.get("table", False)


def test_every_form_is_there() -> None:
    assert {form["form"] for form in FORMS} == {f"F{number}" for number in range(1, 13)}


AT = Address(Noun.CLAUSE, "2")


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        pytest.param(
            "Провести анализ работы школ, анализ итогов и свод данных",
            "Провести обзор работы школ, анализ итогов и свод данных",
            Replace(AT, "Провести анализ", "Провести обзор"),
            id="words that stand twice are told with those before them",
        ),
        pytest.param(
            "Отчёт отдела о работе школ района",
            "Сводный отчёт управления о делах садов района",
            None,
            id="a change of more than a third is a new wording",
        ),
        pytest.param(
            "Провести семинар для заместителей директоров школ",
            "Провести семинар для заместителей директоров школ и садов",
            Add(AT, "", "и садов"),
            id="words at the end need no anchor",
        ),
        pytest.param(
            "Утвердить План (приложение) и довести до школ",
            "Утвердить План (приложение № 1) и довести до школ",
            Add(AT, "приложение", "№ 1"),
            id="a bracket is not quoted without its pair",
        ),
        pytest.param(
            "Провести открытый семинар для заместителей директоров",
            "Провести семинар для заместителей директоров",
            Drop(AT, "открытый"),
            id="words that go are named",
        ),
        pytest.param(
            "Провести семинар «Точка роста для заместителей директоров",
            "Провести вебинар «Точка роста для заместителей директоров",
            Replace(AT, "семинар", "вебинар"),
            id="quotes left open elsewhere do no harm",
        ),
        pytest.param(
            "Провести семинар для заместителей директоров школ города",
            "Провести семинар «для заместителей директоров школ города",
            None,
            id="quotes left open are no quotation",
        ),
        pytest.param(
            "Провести семинар, для заместителей директоров",
            "Провести семинар; для заместителей директоров",
            None,
            id="a mark alone is no word",
        ),
    ],
)
def test_words_are_told_only_where_they_are_found_at_once(
    old: str, new: str, change: Replace | Add | Drop | None
) -> None:
    assert word_change(AT, old, new) == change
