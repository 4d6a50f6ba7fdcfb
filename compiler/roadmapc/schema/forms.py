"""What the patterns of the schemas mean to a methodologist."""

from typing import NamedTuple


class ValueForm(NamedTuple):
    """How a value is written."""

    rule: str
    """Continues «значение»: …"""
    example: str


FORMS = {
    r"^[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}$": ValueForm("дата пишется цифрами через точку", "18.03.2021"),
    "^[a-z0-9]+(-[a-z0-9]+)*$": ValueForm(
        "постоянное имя пишется строчными латинскими буквами, цифрами и дефисами", "summer-report"
    ),
    r"^[^@\s]+@[^@\s]+$": ValueForm("адрес электронной почты пишется через «@»", "office@example.org"),
    r"^\S+ \S\. ?\S\.$": ValueForm("имя пишется с фамилией впереди и двумя инициалами", "Образцова А. Б."),
    r"^\S+$": ValueForm("номер пишется без пробелов", "2.3"),
    r"от [0-9]{2}\.[0-9]{2}\.[0-9]{4} № ?\S": ValueForm(
        "у акта называют дату и номер", "постановление Правительства РФ от 01.09.2027 № 1"
    ),
    r"^(gost-2025|gost-2016|.+\.yaml)$": ValueForm(
        "профиль – gost-2025, gost-2016 или файл .yaml рядом с планом", "profiles/our.yaml"
    ),
    r"\.yaml$": ValueForm("это имя файла YAML рядом с планом", "calendars/region.yaml"),
    r"\.docx$": ValueForm("шаблон – документ Word рядом с планом", "templates/order.docx"),
    r"^1(\.[0-5])?$|^1\.[0-4][0-9]$": ValueForm("интервал пишется числом от 1 до 1.5 с точкой", "1.15"),
    r"^[0-9]{1,2}(\.[0-9])?$": ValueForm("отступ пишется числом миллиметров с точкой", "12.5"),
    r"^((0[1-9]|[12][0-9]|30)\.(0[13-9]|1[0-2])|31\.(0[13578]|1[02])|(0[1-9]|1[0-9]|2[0-8])\.02)$": ValueForm(
        "день и месяц, которые бывают каждый год, пишутся цифрами через точку", "31.05"
    ),
    r"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$": ValueForm(
        "часовой пояс называют именем IANA, латинскими буквами", "Asia/Kamchatka"
    ),
    r"\S": ValueForm("здесь нет ни одного видимого знака", "аналитическая справка"),
}
"""By the pattern; a test holds that every pattern of the schemas is here."""
