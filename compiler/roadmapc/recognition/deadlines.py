"""The deadlines of a cell, word for word: one phrase, a phrase a line, or lines that say for whom each is."""

from collections.abc import Sequence

from roadmapc.deadline.ast import Unreadable
from roadmapc.deadline.from_text import read
from roadmapc.recognition.grid import in_one_line
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import Node


def deadline_node(words: str) -> tuple[Node, str]:
    """The field `deadline` of a cell, and what it prints.

    Lines that are one phrase together stay one; else each may be a deadline of its own, or name those whom
    the next ones bind: «дошкольные организации», «до 1 июля».
    """
    lines, whole = words.split("\n"), in_one_line(words)
    if len(lines) == 1 or _is_deadline(whole):
        return text(whole), whole
    if all(map(_is_deadline, lines)):
        return sequence(tuple(map(text, lines))), words
    terms = _addressed(lines)
    if terms is None:
        return text(whole), whole
    return sequence(terms), ""


def _addressed(lines: Sequence[str]) -> tuple[Node, ...] | None:
    """Phrases under those whom they bind; `None` if the lines are no such thing."""
    terms: list[Node] = []
    audience: list[str] = []
    phrases: list[str] = []
    for line in [*lines, ""]:
        if line and (_is_deadline(line) or (phrases and line[:1].isdigit())):
            phrases.append(line)
            continue
        if not phrases:
            audience.append(line)
            continue
        phrase = " ".join(phrases)
        if not audience or not _is_deadline(phrase):
            return None
        terms.append(mapping({"phrase": text(phrase), "audience": text(" ".join(audience))}))
        audience, phrases = [line], []
    return tuple(terms) if audience == [""] and terms else None


def _is_deadline(words: str) -> bool:
    """Whether the language of deadlines reads all of a phrase."""
    outcome = read(words)
    assert outcome.value is not None, "a phrase always has a deadline"
    return not outcome.diagnostics and not any(
        isinstance(clause.rule, Unreadable) for clause in outcome.value.clauses
    )
