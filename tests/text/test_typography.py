"""Spaces and hyphens that hold a line together."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roadmapc.text.typography import bind, plain

LEGAL_WORDS = st.lists(
    st.sampled_from(
        [
            *("№", "§", "п.", "ст.", "г.", "гг.", "%", "18", "2021", "2021-2025", "273-ФЗ", "марта", "мая"),
            *("Образцовой", "А.", "Б.", "А.Б.", "Образцовск", "слово", "10-летие", "\n", "1662-р"),
        ]
    )
).map(" ".join)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("приказ № 168", "приказ №~168"),
        ("по п. 22 и ст. 5", "по п.~22 и ст.~5"),
        ("от 18 марта 2021 г. всем", "от 18~марта~2021~г. всем"),
        ("на 2021-2025 гг.", "на 2021–2025~гг."),
        ("на 2021-2025 годы, 5 годовых", "на 2021–2025~годы, 5 годовых"),
        ("доля 5 % школ", "доля 5~% школ"),
        ("г. Образцовск", "г.~Образцовск"),
        ("до 2021 г. Школам", "до 2021~г. Школам"),
        ("Образцовой А. Б. и В. Г. Примерову", "Образцовой~А.~Б. и В.~Г.~Примерову"),
        ("Образцовой А.Б. лично", "Образцовой~А.Б. лично"),
        ("директору А. Б. Образцовой", "директору А.~Б.~Образцовой"),
        ("закон № 273-ФЗ, приказ 1662-р", "закон №~273=ФЗ, приказ 1662=р"),
        ("приказ № 10-П-950", "приказ №~10=П=950"),
        ("10-летие, 5-9 классы, 2021-й", "10-летие, 5-9 классы, 2021-й"),
        ("до 18.03.2021 ежегодно", "до 18.03.2021 ежегодно"),
        ("и т. д. и в п. «а»", "и т. д. и в п. «а»"),
    ],
)
def test_what_belongs_together_stays_on_a_line(typed, printed):
    assert bind(typed) == printed.replace("~", "\u00a0").replace("=", "\u2011")


@given(LEGAL_WORDS | st.text())
def test_binding_changes_no_length_and_can_be_undone(text):
    assert len(bind(text)) == len(text)
    assert plain(bind(text)) == plain(text)


@given(LEGAL_WORDS | st.text())
@example("18 г. Образцовой")
def test_bound_text_is_not_bound_further(text):
    assert bind(bind(text)) == bind(text)
