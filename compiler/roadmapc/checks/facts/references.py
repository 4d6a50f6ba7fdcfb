"""References to clauses, measures and sections of the plan itself, and what they are meant to lead to."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.checks.facts.said import Home, Said
from roadmapc.checks.facts.series import Series
from roadmapc.checks.texts import Text
from roadmapc.model.citations import Target, numbers_of, target_of
from roadmapc.model.plan import Plan
from roadmapc.model.sums import says_total
from roadmapc.text.regex import regex


class Reference(NamedTuple):
    """A number that a text leads to; of a range, each of its ends is one."""

    target: Target
    number: str
    """Without the final full stop."""
    subject: str
    """The noun before «названных в пункте 5»: «школах»; empty if none is named."""


_POINTED = regex(
    r"(?P<noun>[а-яё]{4,}),?\s+(?:назван|указан|перечислен|предусмотрен|поименован|упомянут)[а-яё]+\s+(?:в\s+)?$"
)
"""«школах, названных в»."""
_NEAR = 80
"""Characters before a reference that say what is named there."""
_HEADS = frozenset(("title", "columns", "heading", "group", "subtotal", "total"))
"""Fields whose numbers name what stands under them or above: «Раздел 1», «Итого по разделу 1»."""


def references(plan: Plan, text: Text, match: re.Match[str], home: Home) -> Iterator[Said[Reference]]:
    """What a mention leads to in the plan itself, one a number; nothing for another document's numbers.

    An amending act speaks of the numbers of the act that it amends.
    """
    target = target_of(match, is_of_order=text.file is plan.file and home.appendix is None)
    if target is None or text.field in _HEADS or says_total(text.words) or plan.order.is_amending:
        return
    pointed = _POINTED.search(text.words[max(0, match.start() - _NEAR) : match.start()])
    subject = pointed["noun"] if pointed else ""
    for number, start, end in numbers_of(match):
        yield Said(Reference(target, number, subject), text, start, end, home)


def numbers_by_target(plan: Plan, series: tuple[Series, ...]) -> dict[Target, frozenset[str]]:
    """The numbers that each target may have, from the series of the plan."""
    by_noun: dict[str, set[str]] = {}
    for each in series:
        by_noun.setdefault(each.noun, set()).update(item.number for item in each.items)
    clauses = {clause.number for clause in plan.order.walk()} - {""}
    rows = {measure.number for _, measure in plan.walk()} - {""}
    sections = {section.number for appendix in plan.appendices for section in appendix.walk()} - {""}
    paragraphs = by_noun.get("абзац", set())
    return {
        Target.CLAUSE: frozenset(clauses),
        Target.ROW: frozenset(rows | by_noun.get("строка", set())),
        Target.SECTION: frozenset(sections | paragraphs),
        Target.ANY: frozenset(clauses | rows | sections | paragraphs | by_noun.get("строка", set())),
    }
