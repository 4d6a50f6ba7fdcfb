"""What registration gives an order, when it is given on the command line and not in the file."""

from datetime import date
from typing import NamedTuple

from roadmapc.text.dates import digits


class Registration(NamedTuple):
    """The number and the date of an order."""

    number: str
    """Empty if not given."""
    date: date | None

    def fields(self) -> dict[str, str]:
        """Both as the order's fields have them; each empty if not given."""
        return {"number": self.number, "date": digits(self.date) if self.date else ""}


UNREGISTERED = Registration("", None)
"""Nothing but what the file says."""
