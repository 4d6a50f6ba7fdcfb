"""В тексте пункта один срок, а в поле deadline другой.

Почему    Приказ печатает текст пункта, а календари и реестр берут поле deadline. Если числа в них
          разные, исполнитель читает одно, а спрашивают с него по другому.
Плохо     {text: "Школам представить отчёты до 25 мая 2021 года.", deadline: не позднее 14 мая 2021 года}
Хорошо    {text: "Школам представить отчёты до 14 мая 2021 года.", deadline: не позднее 14 мая 2021 года}
Основание соглашение roadmapc: один срок пункта записан дважды
"""

import re
from collections.abc import Iterable, Iterator

from roadmapc.checks.facts.days import DAY, Day, day_of
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import optional_scalar, scalars
from roadmapc.model.plan import Clause
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode
from roadmapc.text.regex import regex

_TERM = regex(rf"\b(?:до|поздн(?:ее|ей)|к|по)\s+(?P<term>{DAY.pattern})", re.IGNORECASE)
"""A day by which something is to be done: the days of acts stand after «от»."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Days in the texts of a clause that its deadlines do not name and its calendar has not."""
    for clause in subject.plan.order.walk():
        known, years = _known(subject, clause) if clause.terms else ((), frozenset())
        for text in _texts(subject, clause) if known else ():
            for found in _TERM.finditer(text.words):
                day = day_of(found)
                if not any(day.may_be(each, years) for each in known):
                    field = "; ".join(term.deadline.text for term in clause.terms)
                    term = found["term"].replace("«", "").replace("»", "")
                    message = f"в тексте пункта {clause.reference} срок {term}, а в поле deadline – «{field}»"
                    yield Finding(
                        message, text.at(*found.span("term")), ("оставьте в обоих местах один срок",)
                    )


def _known(subject: CheckInput, clause: Clause) -> tuple[tuple[Day, ...], frozenset[int]]:
    """The days of a clause by its deadlines and its calendar, and the years of the latter."""
    deadlines = [
        deadline for term in clause.terms for deadline in (term.deadline, term.checkpoint) if deadline
    ]
    phrases = [day for deadline in deadlines for day in map(day_of, DAY.finditer(deadline.text))]
    entries = [
        entry
        for entry in subject.calendar.entries
        if (entry.duty.kind, entry.duty.id) == (ProvisionKind.CLAUSE, clause.name)
    ]
    windows = [(entry.occurrence.nominal, entry.occurrence.first_day) for entry in entries]
    dates = [day for window in windows for day in window if day]
    dated = [Day(day.day, day.month, day.year) for day in dates]
    return (*phrases, *dated), frozenset(day.year for day in dates)


def _texts(subject: CheckInput, clause: Clause) -> Iterable[Text]:
    origin = clause.origin
    if isinstance(origin, MappingNode):
        text = optional_scalar(origin, "text")
        nodes = (*([text] if text else []), *scalars(origin, "paragraphs"), *scalars(origin, "items"))
        return [Text(node.text, "text", node, subject.plan.file) for node in nodes]
    return ()


RULE = Rule(Code("D355", "clause-date-differs", Severity.ERROR, __doc__), check)
