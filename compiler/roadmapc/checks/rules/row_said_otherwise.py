"""Часы или место строки не сходятся.

Почему    Графы «Время …» и «Место …» говорят о том же событии, что и срок. Если они спорят или час не
          читается, люди придут в разное время, а календарь покажет одно из двух или день без часа.
Плохо     {deadline: "4 июня 2021 года, 10:00", cells: {time: "12:00"}}
Хорошо    {deadline: 4 июня 2021 года, cells: {time: "12:00"}}
Основание соглашение roadmapc: час и место пишут один раз
"""

from collections.abc import Iterator, Mapping

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.deadline.reading.clock import read_hours
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import mapping, scalar
from roadmapc.model.plan import Measure
from roadmapc.schedule.from_plan import HOURS, PLACE
from roadmapc.text.hours import hours_in_words
from roadmapc.text.regex import regex

_LIKE_AN_HOUR = regex(r"(?<![\d.])\d{1,2}[:.]\d{2}(?![\d.])|^\s*\d{1,2}-\d{2}\s*$")
_STEM = regex(r"[а-яё]{4}|\d+")
"""What two names of one place have in common: «площадь», «на площади»."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Cells of the columns «Время …» and «Место …» beside the deadlines of their rows."""
    for table in subject.plan.tables:
        headings = {column.key: column.heading for column in table.columns}
        for section in table.walk():
            for measure in section.measures:
                if measure.cells:
                    yield from _of_row(measure, headings)


def _of_row(measure: Measure, headings: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with the hours and the place of a row: unread, or other than its phrases say."""
    clauses = [clause for term in measure.terms for clause in term.controlled.clauses]
    for key, words in measure.cells:
        heading = headings.get(key, "")
        said = ""
        if heading.lower().startswith(HOURS):
            row = read_hours(words)
            said = hours_in_words(*row)
            own = [hours_in_words(each.time, each.end_time) for each in clauses if each.time != row[0]]
            if not said and _LIKE_AN_HOUR.search(words):
                message = f"«{words}» в графе «{heading}» часом не прочитано: в календаре его нет"
                where = scalar(mapping(measure.origin, "cells"), key).span
                yield Finding(message, where, ("напишите «10:00» или «10:00–12:00»",))
        elif heading.lower().startswith(PLACE):
            said = words
            stems = set(_STEM.findall(words.lower()))
            own = [each.place for each in clauses if stems.isdisjoint(_STEM.findall(each.place.lower()))]
        other = next(filter(None, own), "") if said else ""
        if other:
            message = f"в сроке «{other}», а в графе «{heading}» – «{said}»"
            yield Finding(message, scalar(mapping(measure.origin, "cells"), key).span, ("оставьте одно",))


RULE = Rule(Code("D366", "row-said-otherwise", Severity.WARNING, __doc__), check)
