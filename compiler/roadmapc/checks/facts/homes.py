"""Which record of a plan each text belongs to."""

from bisect import bisect_right
from collections.abc import Iterator

from roadmapc.checks.facts.said import Home
from roadmapc.checks.texts import Text
from roadmapc.model.plan import Plan
from roadmapc.source.span import Span


class Homes:
    """The records of a plan by the stretches of its file."""

    def __init__(self, plan: Plan) -> None:
        """Order the records so that an outer one comes before those within it."""
        self._file = plan.file
        records = sorted(_records(plan), key=lambda record: (record[0].start, -record[0].end))
        self._spans = [span for span, _ in records]
        self._homes = [home for _, home in records]
        self._outer: list[int] = []
        """Of each record the one around it; -1 for the outermost."""
        open_ones: list[int] = []
        for at, span in enumerate(self._spans):
            while open_ones and self._spans[open_ones[-1]].end <= span.start:
                open_ones.pop()
            self._outer.append(open_ones[-1] if open_ones else -1)
            open_ones.append(at)

    def of(self, text: Text) -> Home:
        """The innermost record with the text; a file of prose belongs to no record."""
        if text.file is not self._file:
            return Home()
        at = bisect_right(self._spans, text.node.start, key=lambda span: span.start) - 1
        while at >= 0 and self._spans[at].end <= text.node.start:
            at = self._outer[at]
        return self._homes[at] if at >= 0 else Home()


def _records(plan: Plan) -> Iterator[tuple[Span, Home]]:
    for clause in plan.order.walk():
        yield clause.origin.span, Home(clause=clause)
    for appendix in plan.appendices:
        yield appendix.origin.span, Home(appendix=appendix)
        for section in appendix.walk():
            yield section.origin.span, Home(appendix=appendix, section=section)
            for measure in section.measures:
                yield measure.origin.span, Home(appendix=appendix, section=section, measure=measure)
