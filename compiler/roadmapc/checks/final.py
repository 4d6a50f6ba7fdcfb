"""What forbids to print a registered order: blanks and reminders that a draft may still have."""

from collections.abc import Iterable

from roadmapc.checks.appendices import is_in_form
from roadmapc.checks.codes import UNFILLED
from roadmapc.checks.rules import placeholder
from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.model.plan import Plan
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.text.plural import counted
from roadmapc.text.regex import regex

_REMINDER = regex(r"#[^\n]*?\b(TODO)\b")


def unfilled(plan: Plan, diagnostics: Iterable[Diagnostic], texts: Iterable[SourceFile]) -> Diagnostic | None:
    """Why a registered order is not to be printed; `None` for a draft, a finished and a signed order.

    `texts` are the files of prose, which the checks of the plan do not read.
    """
    if not plan.order.is_final or plan.order.is_as_signed:
        return None
    blanks = [each.place for each in diagnostics if each.code is placeholder.RULE.code and each.place]
    # comments that remind of what nobody has confirmed
    reminders = (Place(plan.file, Span(*todo.span(1))) for todo in _REMINDER.finditer(plan.file.text))
    blanks_of_prose = (
        Place(text, Span(*blank.span()))
        for text in texts
        for blank in placeholder.PLACEHOLDER.finditer(text.text)
    )
    found = (*blanks, *reminders, *(each for each in blanks_of_prose if not is_in_form(plan, each)))
    # the checks of a plan may have read its prose as well
    places = list({(each.file.name, each.span): each for each in found}.values())
    if not places:
        return None
    first, *others = places
    count = counted(len(places), "незаполненное место", "незаполненных места", "незаполненных мест")
    message = f"у документа есть дата и номер, а в нём {count}"
    related = tuple(Label(place, "и здесь") for place in others)
    return Diagnostic(UNFILLED, message, first, ("допишите документ; проект собирается без номера",), related)
