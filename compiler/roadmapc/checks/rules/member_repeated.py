"""Человек в составе дважды.

Почему    Один член комиссии занимает два места: кворум сосчитан неверно, а кого-то в составе не хватает.
Плохо     {columns: [Член комиссии, Должность], rows: [[Образцова А. Б., а], [Образцова А. Б., б]]}
Хорошо    {columns: [Член комиссии, Должность], rows: [[Образцова А. Б., а], [Примеров В. Г., б]]}
Основание состав называет каждого один раз
"""

import re
from collections.abc import Iterator

from roadmapc.checks.facts.people import family
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_MEMBERS = regex(r"состав|комисси|член|фамилия|ф\.\s?и\.\s?о|фио|участник|групп[аы]|штаб", re.IGNORECASE)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Names that fill two cells of a column of members, or of a table in an appendix with a composition."""
    for grid in subject.facts.grids:
        for at, heads in enumerate(grid.heads):
            if not any(map(_MEMBERS.search, (*heads, grid.title))):
                continue
            first: dict[str, Text] = {}
            for row in grid.rows:
                cell = row[at]
                people = family(cell.words)
                if len(people) != 1 or people[0].words != cell.words.strip():
                    continue
                earlier = first.setdefault(f"{people[0].stem} {people[0].initials}", cell)
                if earlier is not cell:
                    message = f"«{cell.words}» в составе второй раз"
                    label = earlier.label("первый раз")
                    yield Finding(message, cell.at(), ("оставьте одну строку",), (label,))


RULE = Rule(Code("E629", "member-repeated", Severity.WARNING, __doc__), check)
