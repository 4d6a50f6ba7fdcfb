"""Links inside a document: which words lead to which of its clauses, appendices, sections and rows.

A link is made where one thing alone can be meant; references that lead nowhere are told by the checks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from roadmapc.model.citations import AMENDS, APPENDIX, Target, mentions_of_numbers, numbers_of, target_of
from roadmapc.model.numbering import FROM_SUPERSCRIPTS, SUPERSCRIPTS
from roadmapc.model.plan import Appendix, Clause, Plan
from roadmapc.render.document.view import Link

_INSERTED = re.compile(f"[{SUPERSCRIPTS}]+")
_NO_NAME = re.compile(r"\W+")
_LONGEST = 40
"""Characters that the name of a bookmark may have in Word."""

Names = Mapping[str, str]
"""Of bookmarks, by the printed numbers of what they mark, if nothing else is said."""


class Bookmarks:
    """The bookmarks of a plan's document, and what leads to them."""

    def __init__(self, plan: Plan) -> None:
        """Of things with one number the first has it."""
        self._is_amending = plan.order.is_amending
        amending = (clause for clause in plan.order.walk() if AMENDS.match(clause.text))
        self._amending = {id(inner) for clause in amending for inner in clause.walk()}
        self._clauses = _names("пункт", (clause.number for clause in plan.order.walk()))
        self._appendices = _names("приложение", (appendix.number for appendix in plan.appendices))
        self._rows: dict[str, Names] = {}
        self._sections: dict[str, Names] = {}
        for appendix in plan.appendices:
            within = self.of_appendix(appendix.number)
            rows = (measure.number for section in appendix.walk() for measure in section.measures)
            self._rows[appendix.id] = _names(f"{within}_строка", filter(None, rows))
            sections = (section.number for section in appendix.walk())
            self._sections[appendix.id] = _names(f"{within}_раздел", filter(None, sections))

    def of_clause(self, number: str) -> str:
        """The bookmark of a clause; empty for one without, as all of these are."""
        return self._clauses.get(number, "")

    def of_appendix(self, number: str) -> str:
        """The bookmark of an appendix; a single one has no number."""
        return self._appendices.get(number, "")

    def of_units(self, appendix: Appendix) -> Names:
        """The bookmarks of the sections and measures of an appendix by their stable names."""
        rows, sections = dict(self._rows[appendix.id]), dict(self._sections[appendix.id])
        found: dict[str, str] = {}
        for section in appendix.walk():
            found[section.id] = sections.pop(section.number, "")
            found |= {measure.id: rows.pop(measure.number, "") for measure in section.measures}
        return found

    def from_clause(self, clause: Clause, words: str) -> tuple[Link, ...]:
        """What words of a clause lead to; one that amends another act speaks of the numbers of that one."""
        return self._links(words, None, is_amending=id(clause) in self._amending)

    def from_prose(self, appendix: Appendix, words: str) -> tuple[Link, ...]:
        """What words of an appendix lead to."""
        return self._links(words, appendix, is_amending=False)

    def _links(self, words: str, home: Appendix | None, *, is_amending: bool) -> tuple[Link, ...]:
        is_amending |= self._is_amending
        found = [*self._to_appendices(words, is_amending=is_amending)]
        found += () if is_amending else self._to_numbers(words, home)
        return tuple(sorted(link for link in found if link.bookmark))

    def _to_appendices(self, words: str, *, is_amending: bool) -> Iterator[Link]:
        """«Приложение 1 к дорожной карте» is no appendix of the act."""
        for match in APPENDIX.finditer(words):
            if match["other"] or match["tail"] or (is_amending and not match["own"]):
                continue
            end = max(match.end(name) for name in ("word", "number"))
            yield Link(match.start(), end, self.of_appendix(match["number"] or ""))

    def _to_numbers(self, words: str, home: Appendix | None) -> Iterator[Link]:
        for match in mentions_of_numbers(words):
            target, start = target_of(match, is_of_order=home is None), match.start()
            for number, at, end in numbers_of(match) if target else ():
                yield Link(
                    start if at == match.start("first") else at, end, self._found(target, number, home)
                )

    def _found(self, target: Target | None, number: str, home: Appendix | None) -> str:
        """The only thing of a number; within an appendix its own rows and sections are meant first.

        «Пункт 2.1» of an appendix may be a paragraph that its author numbered: it leads to a row or nowhere.
        """
        if target is Target.CLAUSE:
            return self.of_clause(number)
        names = self._sections if target is Target.SECTION else self._rows
        if home is not None and (number in names[home.id] or target is Target.ANY):
            return names[home.id].get(number, "")
        everywhere = [those[number] for those in names.values() if number in those]
        return everywhere[0] if len(everywhere) == 1 else ""


def _names(prefix: str, numbers: Iterable[str]) -> Names:
    """«пункт_2_1» for 2.1, «строка_2в1» for 2¹; nothing for a number that would make it too long for Word."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for number in numbers:
        plain = _INSERTED.sub(lambda found: f"в{found[0].translate(FROM_SUPERSCRIPTS)}", number)
        name = _NO_NAME.sub("_", f"{prefix}_{plain}").strip("_")
        if len(name) <= _LONGEST and name not in taken:
            names.setdefault(number, name)
            taken.add(name)
    return names
