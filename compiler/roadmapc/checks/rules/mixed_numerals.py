"""Соседние разделы пронумерованы разными цифрами.

Почему    «1», затем «II» и «III»: не видно, один это ряд или два, и «II» путают с частью плана.
Плохо     number: "1"
Хорошо    number: I
Основание нумерация одного уровня единообразна
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.model.from_tree.fields import optional_scalar
from roadmapc.model.plan import Section
from roadmapc.text.regex import regex

_ROMAN = regex("[IVXLC]+")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Sections in Arabic figures beside sections in Roman ones."""
    for table in subject.plan.tables:
        for siblings in (table.sections, *(section.sections for section in table.walk())):
            yield from _odd_ones(siblings)


def _odd_ones(siblings: tuple[Section, ...]) -> Iterator[Finding]:
    titled = [section for section in siblings if section.number]
    arabic = [section for section in titled if not _ROMAN.fullmatch(section.number)]
    if not arabic or len(arabic) == len(titled):
        return
    for section in arabic:
        node = optional_scalar(section.origin, "number")
        span = node.span if node else section.origin.key_span("id")
        message = f"раздел «{section.number}» среди разделов с римскими номерами"
        yield Finding(message, span, ("выберите одни цифры для всего уровня",))


RULE = Rule(Code("N706", "mixed-numerals", Severity.WARNING, __doc__, Group.LAYOUT), check)
