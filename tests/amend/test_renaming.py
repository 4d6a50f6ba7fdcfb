"""Words that give way to others throughout an order, and names of bodies in all their cases."""

import pytest

from roadmapc.amend.instructions import Rename
from roadmapc.amend.printed_order import PrintedClause, PrintedOrder
from roadmapc.amend.renaming import CASES, declensions, renamed, renamings
from roadmapc.model.organisation import Body, BodyId, Organisation
from roadmapc.source.file import SourceFile
from roadmapc.syntax.to_yaml import mapping, text

UNIT = (
    *("методический отдел", "методического отдела", "методическому отделу"),
    *("методический отдел", "методическим отделом", "методическом отделе"),
)
CENTRE = (
    *("центр развития", "центра развития", "центру развития"),
    *("центр развития", "центром развития", "центре развития"),
)
COMMISSION = ("комиссия", "комиссии", "комиссии", "комиссию", "комиссией", "комиссии")


def directory(*forms: str) -> Organisation:
    """A directory of one body, its name in as many cases as are given."""
    name = BodyId("unit")
    origin = mapping({case: text(form) for case, form in zip(CASES, forms, strict=False)})
    body = Body(name, forms[0], forms[0], None, origin)
    return Organisation("Администрация", {name: body}, {}, SourceFile("organisation.yaml", ""))


def edition(*clauses: str) -> PrintedOrder:
    numbered = tuple(PrintedClause(str(at), words) for at, words in enumerate(clauses, start=1))
    return PrintedOrder("Об утверждении плана", "", numbered, ())


BEFORE = edition(
    "Методический отдел ведёт учёт.",
    "Поручить методическому отделу анализ.",
    "Вместе с методическим отделом (методический отдел отвечает за свод).",
)
AFTER = edition(
    "Центр развития ведёт учёт.",
    "Поручить центру развития анализ.",
    "Вместе с центром развития (центр развития отвечает за свод).",
)


def test_a_name_in_several_cases_is_told_once_in_the_nominative() -> None:
    forms = declensions(directory(*UNIT), directory(*CENTRE))
    found = renamings(BEFORE, AFTER, forms)
    assert found == (Rename(UNIT[0], CENTRE[0], is_inflected=True),)
    assert renamed(BEFORE, found[0], forms) == AFTER


@pytest.mark.parametrize("known", [UNIT[:5], UNIT[:1]])
def test_a_name_that_cannot_be_declined_is_not_spoken_of_in_cases(known: tuple[str, ...]) -> None:
    assert declensions(directory(*known), directory(*CENTRE)) == {}


def test_a_form_of_two_cases_that_now_differ_is_nobodys_to_guess() -> None:
    assert declensions(directory(*UNIT), directory(*COMMISSION)) == {}


def test_a_name_that_stays_in_one_text_is_not_renamed_everywhere() -> None:
    forms = declensions(directory(*UNIT), directory(*CENTRE))
    kept = AFTER._replace(clauses=(*AFTER.clauses[:2], BEFORE.clauses[2]))
    assert renamings(BEFORE, kept, forms) == ()


def test_a_text_that_changes_otherwise_too_does_not_hinder_the_renaming() -> None:
    forms = declensions(directory(*UNIT), directory(*CENTRE))
    longer = PrintedClause("3", f"{AFTER.clauses[2].text[:-1]}, срок – 1 июня).")
    (found,) = renamings(BEFORE, AFTER._replace(clauses=(*AFTER.clauses[:2], longer)), forms)
    assert found.is_inflected


def test_words_are_replaced_whole() -> None:
    before = edition("Анализ работы школ.", "Список школ.", "Отчёт школ.", "Школьный и пришкольный лагерь.")
    after = edition("Анализ работы садов.", "Список садов.", "Отчёт садов.", "Школьный и пришкольный лагерь.")
    assert renamings(before, after, {}) == (Rename("школ", "садов", is_inflected=False),)


def test_two_replacements_are_told_one_after_the_other() -> None:
    years = [f"Работа {at} на 2021–2025 годы для школ." for at in "абв"]
    after = [each.replace("2021–2025", "2021–2026").replace("школ", "садов") for each in years]
    found = renamings(edition(*years), edition(*after), {})
    assert {(each.old, each.new) for each in found} == {("2021–2025", "2021–2026"), ("школ", "садов")}
