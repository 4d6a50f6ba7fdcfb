"""What forbids to print a registered order: blanks and reminders that a draft may still have."""

import re
from collections.abc import Iterable, Iterator

from roadmapc.checks.codes import UNFILLED
from roadmapc.checks.rules import placeholder
from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.model.plan import Plan
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.text.plural import counted

_REMINDER = re.compile(r"#[^\n]*?\b(TODO)\b")


def unfilled(plan: Plan, said: Iterable[Diagnostic], texts: Iterable[SourceFile]) -> Diagnostic | None:
    """Why a registered order is not to be printed; `None` for a draft and for a finished order.

    `texts` are the files of prose, which the checks of the plan do not read.
    """
    if not plan.order.is_final:
        return None
    places = [*_blanks(said), *_reminders(plan), *(place for text in texts for place in _blanks_of(text))]
    if not places:
        return None
    first, *others = places
    count = counted(len(places), "незаполненное место", "незаполненных места", "незаполненных мест")
    message = f"у приказа есть дата и номер, а в нём {count}"
    related = tuple(Label(place, "и здесь") for place in others)
    return Diagnostic(UNFILLED, message, first, ("допишите приказ; проект собирается без номера",), related)


def _blanks(said: Iterable[Diagnostic]) -> Iterator[Place]:
    """Blanks in what is printed."""
    for diagnostic in said:
        if diagnostic.code is placeholder.RULE.code and diagnostic.place:
            yield diagnostic.place


def _blanks_of(text: SourceFile) -> Iterator[Place]:
    """Blanks in a file of prose."""
    for found in placeholder.PLACEHOLDER.finditer(text.text):
        yield Place(text, Span(*found.span()))


def _reminders(plan: Plan) -> Iterator[Place]:
    """Reminders in comments, which nobody has confirmed."""
    for found in _REMINDER.finditer(plan.file.text):
        yield Place(plan.file, Span(*found.span(1)))
