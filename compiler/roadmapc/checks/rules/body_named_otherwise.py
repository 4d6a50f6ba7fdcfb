"""Орган назван прежним или чужим именем.

Почему    В справочнике управление образования, в тексте – комитет образования: то ли орган переименовали,
          то ли пункт из чужого плана.
Плохо     measure: Совещание в комитете образования
Хорошо    measure: Совещание в управлении образования
Основание в документе орган называется одинаково
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.words import stems
from roadmapc.diagnostics.code import Code, Severity

_HEADS = "комитет|управлени|департамент|отдел(?!ени)|сектор|служб|дирекци|бюро"
_BODY = re.compile(
    rf"(?<![а-яё-])(?P<head>{_HEADS})[а-яё]*\s+(?P<what>(?:по\s+)?[а-яё]+)(?P<whose>[^.,;«»()]{{0,60}})",
    re.IGNORECASE,
)
_MARKS = ("комитет", "управлени", "департамент", "отдел", "сектор", "служб", "дирекци", "бюро")
_OTHERS = re.compile(r"област|кра[йяюе](?![а-яё])|республик|автономн|росси|\bрф\b|федерац", re.IGNORECASE)
"""Bodies of the region have their own names."""
_FIELDS = frozenset(
    ("measure", "result", "participants", "text", "clauses", "items", "paragraphs", "prose", "value")
)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Bodies whose subject the directory knows under another kind of body only."""
    known: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for body in subject.plan.organisation.bodies.values():
        for name in (body.name, body.short):
            match = _BODY.match(name)
            if match is not None:
                known[_subject(match)].setdefault(match["head"].lower(), body.short)
    for text, match in subject.find(_BODY, *_MARKS):
        of_subject = known.get(_subject(match), {})
        if not of_subject or match["head"].lower() in of_subject or text.field not in _FIELDS:
            continue
        if _OTHERS.search(match["whose"]) or subject.facts.is_borrowed(text, match.start()):
            continue
        name = next(iter(of_subject.values()))
        end = match.end("what")
        message = f"«{text.words[match.start() : end]}», а в справочнике «{name}»"
        yield Finding(message, text.at(match.start(), end), ("назовите орган как в справочнике",))


def _subject(match: re.Match[str]) -> str:
    """«Образован» of «комитет образования»; «по спорту» keeps its preposition out."""
    return stems(match["what"])[-1]


RULE = Rule(Code("E625", "body-named-otherwise", Severity.WARNING, __doc__), check)
