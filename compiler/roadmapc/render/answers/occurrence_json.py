"""An occurrence for other programs."""

from roadmapc.calendar.occurrence import Occurrence


def days(occurrence: Occurrence) -> dict[str, str | None]:
    """The days of an occurrence, ISO 8601; `first_day` is null where there is no window."""
    return {
        "first_day": occurrence.first_day.isoformat() if occurrence.first_day else None,
        "nominal": occurrence.nominal.isoformat(),
        "due": occurrence.due.isoformat(),
    }


def event(occurrence: Occurrence) -> dict[str, str | None]:
    """The hours, ISO 8601 without seconds, in the plan's local time, and the place; null if not named."""
    hours = (("time", occurrence.time), ("end_time", occurrence.end_time))
    written = {name: hour.isoformat("minutes") if hour is not None else None for name, hour in hours}
    return {**written, "place": occurrence.place or None}


def other_day(occurrence: Occurrence) -> str | None:
    """Where the opposite convention moves it, ISO 8601; null if to the same day."""
    return occurrence.other_due.isoformat() if occurrence.other_due else None
