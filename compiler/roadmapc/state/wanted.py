"""How outputs are wanted."""

from dataclasses import dataclass
from pathlib import Path

from roadmapc.render.formats import Format
from roadmapc.render.ics.event import EVENTS, EntryForm
from roadmapc.render.store import NOTHING_STORED, Store


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """How outputs are wanted."""

    formats: tuple[Format, ...]
    form: EntryForm = EVENTS
    """How calendars write their entries."""
    has_reminders: bool = False
    """Whether calendars remind before a day comes, as the profile has it."""
    templates: Path | None = None
    """A folder whose templates go before the shipped ones; `None` if there is none."""
    store: Store = NOTHING_STORED
    """Where filled templates are looked for and left."""
