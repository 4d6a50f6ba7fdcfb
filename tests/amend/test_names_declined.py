"""Members of a commission in the cases of an amending order; by whom the forms were checked: any grammar."""

import pytest

from roadmapc.language.full_name import full_name_form
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
