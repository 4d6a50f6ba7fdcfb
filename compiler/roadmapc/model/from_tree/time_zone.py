"""`time_zone` of a plan or a directory: where its hours are."""

from typing import TYPE_CHECKING

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.codes import UNKNOWN_TIME_ZONE
from roadmapc.model.from_tree.fields import optional_scalar
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode
from roadmapc.text.similar import did_you_mean

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_OF_RUSSIA = (
    *("Europe/Kaliningrad", "Europe/Moscow", "Europe/Simferopol", "Europe/Kirov", "Europe/Volgograd"),
    *("Europe/Astrakhan", "Europe/Samara", "Europe/Saratov", "Europe/Ulyanovsk", "Asia/Yekaterinburg"),
    *("Asia/Omsk", "Asia/Novosibirsk", "Asia/Barnaul", "Asia/Tomsk", "Asia/Novokuznetsk", "Asia/Krasnoyarsk"),
    *("Asia/Irkutsk", "Asia/Chita", "Asia/Yakutsk", "Asia/Khandyga", "Asia/Vladivostok", "Asia/Ust-Nera"),
    *("Asia/Magadan", "Asia/Sakhalin", "Asia/Srednekolymsk", "Asia/Kamchatka", "Asia/Anadyr"),
)
"""Zones of Russia by their IANA names, from west to east."""


def read_time_zone(file: SourceFile, node: MappingNode) -> Outcome[str]:
    """The IANA name; empty if the file names none or, with a finding, if there is no such zone."""
    field = optional_scalar(node, "time_zone")
    if field is None:
        return Outcome("")
    if zone_named(field.text) is not None:
        return Outcome(field.text)
    message = f"часового пояса «{field.text}» нет"
    example = "напишите, например, «Europe/Moscow» или «Asia/Kamchatka»"
    hints = did_you_mean(field.text, _OF_RUSSIA) or (example,)
    return Outcome("", (Diagnostic(UNKNOWN_TIME_ZONE, message, Place(file, field.span), hints),))


def zone_named(name: str) -> "ZoneInfo | None":
    """The zone as the database of this machine knows it; `None` if it has none of that name."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - few plans name one

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError):  # a folder of the database, «../»
        return None
