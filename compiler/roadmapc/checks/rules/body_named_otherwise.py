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
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.text.regex import regex

_HEADS = "комитет|управлени|департамент|отдел(?!ени)|сектор|служб|дирекци|бюро"
_BODY = regex(
    rf"(?<![а-яё-])(?P<head>{_HEADS})[а-яё]*\s+(?P<what>(?:по\s+)?[а-яё]+)(?P<whose>[^.,;«»()]{{0,60}})",
    re.IGNORECASE,
)
_MARKS = ("комитет", "управлени", "департамент", "отдел", "сектор", "служб", "дирекци", "бюро")
_OTHERS = regex(r"област|кра[йяюе](?![а-яё])|республик|автономн|росси|\bрф\b|федерац", re.IGNORECASE)
"""Bodies of the region have their own names."""
_FIELDS = frozenset(
    ("measure", "result", "participants", "text", "clauses", "items", "paragraphs", "prose", "value")
)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Bodies whose subject the directory knows under another kind of body only, each name once a plan."""
    known: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for body in subject.plan.organisation.bodies.values():
        for name in (body.name, body.short):
            match = _BODY.match(name)
            if match is not None:
                known[_subject(match)].setdefault(match["head"].lower(), body.short)
    found: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for text, match in subject.find(_BODY, *_MARKS) if known else ():
        head, about = match["head"].lower(), _subject(match)
        is_of_region = _OTHERS.search(match["whose"]) or subject.facts.is_borrowed(text, match.start())
        if about in known and head not in known[about] and text.field in _FIELDS and not is_of_region:
            found[head, about].append(text.at(match.start(), match.end("what")))
    for (_, about), (first, *others) in found.items():
        words = " ".join(first.file.text[first.span.start : first.span.end].split())
        message = f"«{words}», а в справочнике «{next(iter(known[about].values()))}»"
        labels = tuple(Label(place, "и здесь") for place in others)
        yield Finding(message, first, ("назовите орган как в справочнике",), labels)


def _subject(match: re.Match[str]) -> str:
    """«Образован» of «комитет образования»; «по спорту» keeps its preposition out."""
    return stems(match["what"])[-1]


RULE = Rule(Code("E625", "body-named-otherwise", Severity.WARNING, __doc__), check)
