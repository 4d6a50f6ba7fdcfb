"""Plans with their histories: as commands on acts take them, and as they are written back."""

import os
import sys
from pathlib import Path
from typing import TypeVar

from roadmapc.amend.record import Edition, Recorded, refused
from roadmapc.cli.files import rewrite_text
from roadmapc.cli.report import leave, say
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.edition.codes import NOT_CARRIED_OUT

T = TypeVar("T")


def keep(plan: Path, history: Recorded) -> None:
    """Write a plan with its history: the acts first, so that a plan never names what is not there.

    Nothing that is there is replaced: it would be an act or a first edition that this plan does not name.
    """
    files = {plan.parent / name: words for name, words in history.files.items()}
    for path in filter(os.path.lexists, files):
        reason = f"файл «{path}» уже есть, а план его не знает: верните в план строку acts или уберите файл"
        leave(refused(reason).diagnostics)
    for path, words in files.items():
        rewrite_text(path, words)
    rewrite_text(plan, history.plan)


def edition_of(compiled: Compiled) -> Edition:
    """A compiled plan as it is kept."""
    return Edition(compiled.plan, compiled.surroundings.texts, compiled.surroundings.life)


def reported(outcome: Outcome[T], silent: Code | None = None) -> T:
    """What was made, after all that is said of the amendment; leaves the program if there is nothing."""
    diagnostics = (
        each for each in outcome.diagnostics if each.code.id.startswith("A") or each.code is NOT_CARRIED_OUT
    )
    say(each for each in diagnostics if each.code is not silent)
    if outcome.value is None:
        sys.exit(1)
    return outcome.value
