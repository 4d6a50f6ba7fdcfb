"""One time of a deadline inside another: as a rule, one time that was named twice."""

from collections.abc import Sequence
from datetime import date
from operator import lt

from roadmapc.calendar.codes import NESTED_TIMES
from roadmapc.calendar.occurrence import Occurrence
from roadmapc.deadline.ast import Deadline
from roadmapc.deadline.problems import Problems


def say_nested(occurrences: Sequence[Occurrence], deadline: Deadline, problems: Problems) -> None:
    """Say once that a day or a window lies within another window of the same people.

    Times of different purposes, «отбор – май, финал – 20 мая», are no such pair.
    """
    ends = [each.nominal for each in occurrences]
    if all(map(lt, ends, map(_first, occurrences[1:]))):
        return  # one behind another
    widest: dict[tuple[str, str], Occurrence] = {}
    for each in sorted(occurrences, key=lambda each: (_first(each), -each.nominal.toordinal())):
        clause = deadline.clauses[each.clause]
        key = (clause.audience, clause.purpose)
        outer = widest.get(key)
        if outer is None or each.nominal > outer.nominal:
            widest[key] = each
        elif not _is_same(outer, each):
            message = f"срок {_shown(each)} лежит внутри срока {_shown(outer)}; в календаре будут оба"
            hint = (
                "если это один срок, оставьте тот, который контролируют; если два, назовите, что к ним готово"
            )
            problems.add(NESTED_TIMES, clause.span, message, hint)
            return


def _is_same(outer: Occurrence, inner: Occurrence) -> bool:
    """Whether two times have the same days, or one ends with the day on which the other begins."""
    is_start = (
        inner.first_day is None and inner.nominal == outer.first_day
    )  # «до 1 июня, далее ежеквартально»
    return is_start or (_first(outer), outer.nominal) == (_first(inner), inner.nominal)


def _first(occurrence: Occurrence) -> date:
    return occurrence.first_day or occurrence.nominal


def _shown(occurrence: Occurrence) -> str:
    first, last = occurrence.first_day, occurrence.nominal
    if first is None:
        return f"«до {last:%d.%m.%Y}»"
    return f"{last:%d.%m.%Y}" if first == last else f"{first:%d.%m.%Y}–{last:%d.%m.%Y}"
