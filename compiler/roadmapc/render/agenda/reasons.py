"""Why a duty has no date, and what moves a day, in words."""

from roadmapc.calendar.occurrence import UndatedReason
from roadmapc.calendar.policy import BusinessDayConvention

UNDATED: dict[UndatedReason | None, str] = {
    UndatedReason.CONTINUOUS: "постоянно: конца нет, контрольный срок не назначен",
    UndatedReason.EXTERNAL_SCHEDULE: "срок устанавливает другой документ",
    UndatedReason.ON_DEMAND: "исполняется по мере надобности",
    UndatedReason.EVENT: "срок считается от события, дата которого неизвестна",
    UndatedReason.UNREADABLE: "фраза не понята",
    None: "срок не указан",
}
"""`None` is a duty without a deadline."""

OTHER_CUSTOM: dict[BusinessDayConvention, str] = {
    BusinessDayConvention.PRECEDING: "по статье 193 ГК РФ",
    BusinessDayConvention.FOLLOWING: "по обычаю исполнения поручений",
    BusinessDayConvention.UNADJUSTED: "по статье 193 ГК РФ",
}
"""What leads to the other day, by the convention that a plan follows."""
