"""Одни и те же годы названы и учебным годом, и годами.

Почему    «2020–2021 годы» кончаются 31 декабря, «2020–2021 учебный год» – летом. Читатель не узнает, до
          какого дня действует план.
Плохо     heading: Мероприятия на 2020–2021 учебный год
Хорошо    heading: Мероприятия на 2020/2021 учебный год
Основание учебный год начинается 1 сентября; через косую черту он не похож на два календарных
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_SCHOOL = regex(r"\b(?P<first>20\d\d)\s*[-–—]\s*(?P<last>20\d\d) учебн\w+ год\w*")
_YEARS = regex(r"\b(?P<first>20\d\d)\s*[-–—]\s*(?P<last>20\d\d) (?:гг\.|год)")
_YEARS_WORD = regex(r"^(?:гг\.|год)")


def check(subject: CheckInput) -> Iterator[Finding]:
    """School years whose figures also name calendar years."""
    calendar_years = {match.groups() for _, match in subject.find(_YEARS, _YEARS_WORD)}
    for text, match in subject.find(_SCHOOL, "учебн"):
        if match.groups() in calendar_years:
            first, last = match.groups()
            message = f"«{match[0]}», а в других местах {first}–{last} – календарные годы"
            yield Finding(message, text.at(*match.span()), (f"напишите «{first}/{last} учебный год»",))


RULE = Rule(Code("D352", "school-year-or-years", Severity.WARNING, __doc__), check)
