"""Clauses of the order: what they tell somebody to do, and where they are written."""

import re

from roadmapc.model.plan import Clause
from roadmapc.source.span import Span
from roadmapc.syntax.tree import ScalarNode
from roadmapc.text.regex import regex

_TASK = regex(
    r"\b(?:обеспечить(?! выполнение| реализацию)|разработать|подготовить|представить|составить"
    r"|провести|разместить|довести|организовать|принять|выполнить|внести|направить|создать|ознакомить)\b",
    re.IGNORECASE,
)
_DONE_BY_SIGNING = regex(r"(?:внести|создать|принять)\b", re.IGNORECASE)
_NO_TASK = regex(r"контроль за исполнением|признать утратившим", re.IGNORECASE)


def task(clause: Clause) -> re.Match[str] | None:
    """The verb of the task; `None` if there is none, or if the signing itself does it: «Создать комиссию»."""
    if clause.approves or _DONE_BY_SIGNING.match(clause.text) or _NO_TASK.search(clause.text):
        return None
    return _TASK.search(clause.text)


def place_of(clause: Clause) -> Span:
    """The clause itself if it is one text, else the name of its text's field."""
    origin = clause.origin
    return origin.span if isinstance(origin, ScalarNode) else origin.key_span("text")
