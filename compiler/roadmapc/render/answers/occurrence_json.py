"""The days of an occurrence for other programs."""

from roadmapc.calendar.occurrence import Occurrence


def days(occurrence: Occurrence) -> dict[str, str | None]:
    """ISO 8601; `first_day` is null where there is no window."""
    return {
        "first_day": occurrence.first_day.isoformat() if occurrence.first_day else None,
        "nominal": occurrence.nominal.isoformat(),
        "due": occurrence.due.isoformat(),
    }


def other_day(occurrence: Occurrence) -> str | None:
    """Where the opposite convention moves it, ISO 8601; null if to the same day."""
    return occurrence.other_due.isoformat() if occurrence.other_due else None
