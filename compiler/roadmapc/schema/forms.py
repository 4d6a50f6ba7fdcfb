"""What the patterns of the schemas mean to a methodologist."""

from __future__ import annotations

from typing import NamedTuple


class Form(NamedTuple):
    """How a value is written."""

    rule: str
    """Continues «значение»: …"""
    example: str


FORMS = {
    r"^[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}$": Form("дата пишется цифрами через точку", "18.03.2021"),
    "^[a-z0-9]+(-[a-z0-9]+)*$": Form(
        "постоянное имя пишется строчными латинскими буквами, цифрами и дефисами", "summer-report"
    ),
    r"^[^@\s]+@[^@\s]+$": Form("адрес электронной почты пишется через «@»", "office@example.org"),
    r"^\S+ \S\. ?\S\.$": Form("имя пишется с фамилией впереди и двумя инициалами", "Образцова А. Б."),
    r"^\S+$": Form("номер пишется без пробелов", "2.3"),
    r"от [0-9]{2}\.[0-9]{2}\.[0-9]{4} № ?\S": Form(
        "у акта называют дату и номер", "постановление Правительства РФ от 01.09.2027 № 1"
    ),
    r"\S": Form("здесь нет ни одного видимого знака", "аналитическая справка"),
}
"""By the pattern; a test holds that every pattern of the schemas is here."""
