"""References to appendices in the text."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from roadmapc.checks.rule import CheckInput
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.diagnostic import Place
from roadmapc.model.citations import AMENDS, APPENDIX
from roadmapc.model.from_tree.fields import mappings, optional_scalar, text_of
from roadmapc.model.plan import Plan
from roadmapc.text.regex import regex

_FORM = regex(
    r"(?:форм[аы]|бланк|образ(?:ец|цы)|шаблон|макет)\b|.*\((?:форма|бланк|образец)\)\s*$",
    re.IGNORECASE | re.S,
)


def is_in_form(plan: Plan, place: Place) -> bool:
    """Whether others will fill it in: what is called a form or has its kind, and the lines of forms."""
    forms = [
        appendix.origin
        for appendix in plan.appendices
        if text_of(appendix.origin.get("kind")) == "form" or _FORM.match(appendix.title)
    ]
    if place.file is plan.file:
        parts = (part for appendix in plan.appendices for part in mappings(appendix.origin, "parts"))
        lines = (part for part in parts if "form" in part.fields)
        return any(place.span.within(form.span) for form in (*forms, *lines))
    files = (optional_scalar(part, "file") for form in forms for part in mappings(form, "parts"))
    return any(file is not None and PurePath(place.file.name).match(file.text) for file in files)


def is_as_signed(plan: Plan, place: Place) -> bool:
    """Whether words of the plan's own file are printed as they are typed."""
    if place.file is not plan.file:
        return False
    signed = (each.origin for each in plan.appendices if "wording" in each.origin.fields)
    return plan.order.is_as_signed or any(place.span.within(each.span) for each in signed)


class Mention(NamedTuple):
    """One reference."""

    text: Text
    match: re.Match[str]
    number: str
    """Empty for «(приложение)»."""

    @property
    def words(self) -> str:
        """«приложение № 2»."""
        return self.match[0].strip()

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.text.at(*self.match.span())

    @property
    def is_of_appendix(self) -> bool:
        """Whether it is an appendix of an appendix: «приложение 1 к дорожной карте»."""
        return self.match["tail"] is not None


def mentions(subject: CheckInput) -> Iterator[Mention]:
    """Every reference to an appendix of the order, each number of a range apart."""
    for text, match in subject.find(APPENDIX, "приложени"):
        # «приложение № 1 к приказу от …» is another act's; a table only counts appendices
        if text.field in ("columns", "rows") or match["other"]:
            continue
        if not match["own"] and _is_amending(subject.plan, text):
            continue
        first, last = match["number"] or "", match["last"]
        yield Mention(text, match, first)
        for number in range(int(first) + 1, int(last) + 1) if first and last else ():
            yield Mention(text, match, str(number))


def _is_amending(plan: Plan, text: Text) -> bool:
    """Whether a text changes another act: of its own appendices it says «к настоящему приказу»."""
    if plan.order.is_amending:
        return True
    amending = (clause.origin.span for clause in plan.order.walk() if AMENDS.match(clause.text))
    return text.file is plan.file and any(span.start <= text.node.start < span.end for span in amending)
