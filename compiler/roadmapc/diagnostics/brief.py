"""What a build says: what wants an answer as a digest; notes are only counted, `check` shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.digest import Digest
from roadmapc.text.plural import counted


@dataclass(slots=True)
class Brief:
    """Takes findings as they come, or what another has taken, as in the process that built a plan."""

    _digest: Digest = field(default_factory=Digest)
    _notes: int = 0

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take findings."""
        for each in diagnostics:
            if each.severity is Severity.NOTE:
                self._notes += 1
            else:
                self._digest.add(each)

    def record(self) -> dict[str, Any]:
        """Everything that was taken, for another one."""
        return {"digest": self._digest.record(), "notes": self._notes}

    def merge(self, record: Mapping[str, Any]) -> None:
        """Take everything that another one has taken, as if it came now."""
        self._digest.merge(record["digest"])
        self._notes += record["notes"]

    @property
    def has_errors(self) -> bool:
        """Whether anything taken forbids signing."""
        return self._digest.has_errors

    def text(self) -> str:
        """The report; empty if there is nothing to say."""
        notes = f"{counted(self._notes, *Severity.NOTE.forms)}: roadmapc check\n" if self._notes else ""
        return self._digest.text() + notes


def brief(diagnostics: Iterable[Diagnostic]) -> dict[str, Any]:
    """A record of findings."""
    found = Brief()
    found.add(diagnostics)
    return found.record()
