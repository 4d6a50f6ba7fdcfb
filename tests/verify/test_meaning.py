"""What may be typed in two ways, and what may not."""

import pytest

from roadmapc.verify.meaning import Manner, manners, meaning

SAME = {
    ("«План»", '"План"'): Manner.QUOTES,
    ("«Школа „Радуга“»", '"Школа "Радуга""'): Manner.QUOTES,
    ("2020–2021 годы", "2020-2021 годы"): Manner.DASHES,
    ("Управление – отдел", "Управление — отдел"): Manner.DASHES,
    ("2020–2021", "2020 - 2021"): Manner.DASHES,
    ("утверждённый", "утвержденный"): Manner.YO,
    ("А. Б. Образцова", "А.Б. Образцова"): Manner.INITIALS,
    ("Образцовой А. Б.", "Образцовой А.Б."): Manner.INITIALS,
    ("от 26.11.2020 № 5", "от 26 ноября 2020 г. № 5"): Manner.DATES,
    ("от 26.11.2020 № 5", "от 26 ноября 2020 года № 5"): Manner.DATES,
    ("от 06.11.2020", "от 6 ноября 2020"): Manner.DATES,
    ("от 06.11.2020", "от «06» ноября 2020 г."): Manner.DATES,
    ("от 06.11.2020", "от 06.11.2020г."): Manner.DATES,
    ("08.02.2022 № 54", "от «08» 02 2022г. № 54"): Manner.DATES,
    ("приказ от 08.02.2022", "приказ 08.02.2022"): Manner.DATES,
    ("№ 512", "N 512"): Manner.NUMBER_SIGNS,
    ("№ 512", "№512"): Manner.NUMBER_SIGNS,
    ("№ _____", "N _____"): Manner.NUMBER_SIGNS,
    ("мероприятие", "меро\u00adприятие"): Manner.INVISIBLE,
    ("мероприятие", "меро\u2060приятие"): Manner.INVISIBLE,
    ("й", "и\u0306"): Manner.COMPOSED,
    ("и так далее…", "и так далее..."): Manner.DOTS,
    ("отделы, школы", "отделы , школы"): Manner.SPACES,
    ("5 %", "5%"): Manner.SPACES,
    ("103 244,50", "103244,50"): Manner.SPACES,
    ("отдел\nшкола", "отдел школа"): Manner.LINES,
    ("1. Утвердить план", "1.Утвердить план"): Manner.SPACES,
    ("2.1. «Школе»", "2.1.«Школе»"): Manner.SPACES,
    ("приказываю:", "п р и к а з ы в а ю:"): Manner.SPACED,
    ("ПРИКАЗ", "П Р И К А З"): Manner.SPACED,
    ("ПРИКАЗ", "Приказ"): Manner.CAPITALS,
    ("– отчёт", "• отчёт"): Manner.BULLETS,
}
OTHER = (
    ("Отдел", "отдел"),
    ("отдел", "oтдел"),
    ("2020.", "2020"),
    ("до 5 мая", "до 6 мая"),
    ("16", "1 6"),
    ("1 200,50", "1 2 00,50"),
    ("классы 5 100", "классы 5100"),
    ("10-П", "10П"),
    ("26.11.2020", "26 декабря 2020 г."),
    ("26.11.2020", "2.6.11.2020"),
    ("11.12.2020", "12 ноября 2020 г."),
    ("не применять", "применять"),
    ("план", "планы"),
    ("№ 5", "№ 6"),
    ("А. Б. Образцова", "А. В. Образцова"),
    ("1,5", "1.5"),
    ("а) отчёт", "1) отчёт"),
    ("12", "\u202e12"),
    ("отдел школы", "отделшколы"),
    ("а и б", "аиб"),
    ("Приказ директора", "ПРИКАЗ директора"),
    ("от «08» 02 2022", "от «09» 02 2022"),
    ("1. 5 школ", "1.5 школ"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_typed_otherwise(one: str, other: str) -> None:
    assert meaning(one) == meaning(other)
    assert manners(one, other) == (SAME[one, other],)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_meaning(one: str, other: str) -> None:
    assert meaning(one) != meaning(other)
