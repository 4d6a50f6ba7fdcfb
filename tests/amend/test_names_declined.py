"""Members of a commission in the cases of an amending order; by whom the forms were checked: any grammar."""

import pytest

from roadmapc.language.full_name import full_name_form
from roadmapc.language.nominative import name_of, person_of
from roadmapc.language.surname import FORMS

DECLINED = {
    "Образцова Анна Борисовна": ("Образцовой Анны Борисовны", "Образцову Анну Борисовну"),
    "Листов Пётр Ильич": ("Листова Петра Ильича", "Листова Петра Ильича"),
    "Дубовская Любовь Игоревна": ("Дубовской Любови Игоревны", "Дубовскую Любовь Игоревну"),
    "Мельник Олег Янович": ("Мельника Олега Яновича", "Мельника Олега Яновича"),
    "Мельник Ольга Яновна": ("Мельник Ольги Яновны", "Мельник Ольгу Яновну"),
    "Черных Илья Ильич": ("Черных Ильи Ильича", "Черных Илью Ильича"),
    "Шевченко Наталья Никитична": ("Шевченко Натальи Никитичны", "Шевченко Наталью Никитичну"),
    "Петрова-Водкина Анна Ильинична": ("Петровой-Водкиной Анны Ильиничны", "Петрову-Водкину Анну Ильиничну"),
    "Ткач Семён Львович": ("Ткача Семёна Львовича", "Ткача Семёна Львовича"),
    "Гончар Федор Кузьмич": ("Гончара Федора Кузьмича", "Гончара Федора Кузьмича"),
}
"""By the nominative: the genitive and the accusative."""
UNSURE = {
    "Заяц Пётр Ильич": "the vowel is kept or lost as the bearer has it",
    "Чернец Пётр Ильич": "the same",
    "Гоголь-Яновский Пётр Ильич": "the first part may stay as it is",
    "-Яновский Пётр Ильич": "no surname",
    "Толстой Пётр Ильич": "an adjective or a noun",
    "Сковорода Пётр Ильич": "some bearers do not decline it",
    "Образцов Анна Борисовна": "surname and patronymic are of two genders",
    "Образцова Анна": "no patronymic, no gender",
    "Анна Борисовна Образцова": "another order",
    "Мамедов Али Гасан оглы": "four words",
    "Листов Ваверлей Ильич": "the dictionary has no such first name",
}
"""By the name: why nobody but its bearer can say."""


@pytest.mark.parametrize("name", DECLINED)
def test_a_full_name_is_declined(name: str) -> None:
    assert tuple(full_name_form(name, form) for form in ("genitive", "accusative")) == DECLINED[name]


@pytest.mark.parametrize("name", UNSURE)
def test_what_is_not_sure_is_left_alone(name: str) -> None:
    assert {full_name_form(name, form) for form in FORMS} == {""}


POSTS = {
    "директора школы № 2": "директор школы № 2",
    "главного бухгалтера лицея": "главный бухгалтер лицея",
    "старшего инспектора отдела": "старший инспектор отдела",
    "заместителя начальника отдела контроля": "заместитель начальника отдела контроля",
    "представителя совета родителей (по согласованию)": "представитель совета родителей (по согласованию)",
    "ответственного": "",
    "работу": "работа",
    "ваверлея отдела": "",
}
"""By the accusative; empty where the dictionary lacks the word, or it may be an adjective or a noun."""


@pytest.mark.parametrize("name", DECLINED)
def test_the_way_back_from_a_case_is_the_name_or_none(name: str) -> None:
    found = {
        person_of(form, case) for form, case in zip(DECLINED[name], ("genitive", "accusative"), strict=True)
    }
    assert found <= {name, ""}
    assert name in found or name == "Гончар Федор Кузьмич", "the dictionary has it with «ё»"


def test_a_surname_with_initials_comes_back_where_one_bears_it() -> None:
    assert person_of("Черновикова О. П.", "accusative") == "Черновиков О. П."
    assert person_of("Образцову А. Б.", "accusative") == "Образцова А. Б."
    assert person_of("Мельника А. Б.", "accusative") == ""


@pytest.mark.parametrize("words", POSTS)
def test_the_way_back_from_a_case_of_a_post(words: str) -> None:
    assert name_of(words, "accusative") == POSTS[words]
