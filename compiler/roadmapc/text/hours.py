"""Hours in Russian words."""

from datetime import time


def hours_in_words(start: time | None, end: time | None) -> str:
    """«в 10:00», «с 10:00 до 14:00», «до 12:00»; empty without hours."""
    if start is None:
        return f"до {end:%H:%M}" if end is not None else ""
    return f"с {start:%H:%M} до {end:%H:%M}" if end is not None else f"в {start:%H:%M}"


def event_in_words(start: time | None, end: time | None, place: str) -> str:
    """«с 10:00 до 14:00, площадь»: when and where; empty if neither is said."""
    return ", ".join(filter(None, (hours_in_words(start, end), place)))
