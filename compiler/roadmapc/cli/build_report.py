"""What one run of `roadmapc build` says: what was done at once, what was found at the end."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

import click

from roadmapc.cli.report import BUG, say_of_bug
from roadmapc.diagnostics.brief import Brief
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.to_text import harmless
from roadmapc.state.index import Record


@dataclass
class BuildReport:
    """Takes what is said, and knows whether the next run would say the same if nothing changes."""

    brief: Brief = field(default_factory=Brief)
    _told: list[str] = field(default_factory=list)
    _has_bug: bool = False
    _is_repeatable: bool = True

    def tell(self, lines: Iterable[str], *, is_once: bool = False) -> None:
        """Print what was done; once, if the next run would not say it though nothing changed."""
        for line in map(harmless, lines):
            click.echo(line)
            if not is_once:
                self._told.append(line)

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take what concerns this run alone."""
        found = tuple(diagnostics)
        self._is_repeatable &= not found
        self.brief.add(found)

    def merge(self, found: Record, again: Record | None) -> None:
        """Take what was found in a plan; `again` is what would be found next time, `None` if nobody knows."""
        self._is_repeatable &= found == again
        self.brief.merge(found)

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """A bug ends what is done here, and nothing else."""
        try:
            yield
        except BrokenPipeError:  # who reads what is said has gone: no bug of ours
            raise
        except Exception as error:
            self.bug(name, f"{type(error).__name__}: {error}")

    def bug(self, name: str, fault: str) -> None:
        """Print that the program itself is wrong; it ends one plan, and is told with its name."""
        self._has_bug, self._is_repeatable = True, False
        say_of_bug(fault, f"{name}: ")

    def repeat(self, record: Record) -> None:
        """Print what another run has said."""
        click.echo(record["told"], nl=False)
        click.echo(record["found"], nl=False, err=True)

    def record(self) -> Record:
        """What the next run says if nothing changes; empty if that is not known."""
        if not self._is_repeatable:
            return {}
        return {"told": "".join(f"{line}\n" for line in self._told), "found": self.found}

    @cached_property
    def found(self) -> str:
        """What was found, when nothing more is to come."""
        return self.brief.text()

    def exit_code(self) -> int:
        """What the command answers."""
        return BUG if self._has_bug else int(self.brief.has_errors)
