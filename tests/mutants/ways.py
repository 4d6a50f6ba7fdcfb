"""Ways to put a defect into a plan; a kind of defect is a way with its words."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any

from kind import Make, Mutation
from manuscript import Address, Edit, Manuscript, Node, Span

Change = Callable[[str, Random], str | None]
"""A text with the defect; `None` if it has no place in this one."""
TEXTS = ("measure measure", "measure result", "clause text", "prose")
"""Where sentences stand."""


def either(*makes: Make) -> Make:
    """One of several ways, whichever the plan has a place for."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        tried = (each(plan, random) for each in random.sample(makes, len(makes)))
        return next((made for made in tried if made), None)

    return make


def written(value: object) -> str:
    """A value in one line of YAML."""
    return json.dumps(value, ensure_ascii=False)


def rewritten(node: Node, text: str) -> Edit:
    """Another text in place of a node's; Markdown is written as it is."""
    return Edit(node.span, written(text) if node.path else text)


def changed(roles: Sequence[str], change: Change) -> Make:
    """One text of some roles is changed."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        nodes = plan.of(*roles)
        random.shuffle(nodes)
        for node in nodes:
            text = change(node.text, random)
            if text is not None and text != node.text:
                return Mutation((rewritten(node, text),))
        return None

    return make


def swapped(roles: Sequence[str], *pairs: tuple[str, str]) -> Make:
    """Right words, a pattern, give way to wrong ones; a capital stays a capital."""

    def change(text: str, random: Random) -> str | None:
        found = [
            (match, wrong) for right, wrong in pairs for match in re.finditer(right, text, re.IGNORECASE)
        ]
        if not found:
            return None
        match, wrong = random.choice(found)
        words = match.expand(wrong)
        if match[0][:1].isupper() and not match[0][1:2].isupper():
            words = words[:1].upper() + words[1:]
        return text[: match.start()] + words + text[match.end() :]

    return changed(roles, change)


def added(roles: Sequence[str], *pairs: tuple[str, str]) -> Make:
    """A text goes on with words, right or wrong, before its full stop."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        nodes = [node for node in plan.of(*roles) if node.text[-1:].isalnum() or node.text[-2:-1].isalpha()]
        nodes = [node for node in nodes if node.text[-1] not in ":;,»)" and "\n" not in node.text]
        nodes = [node for node in nodes if not plan.at(*node.path[:-1], "control")]
        if not nodes or plan.amending:
            return None
        node, (wrong, right) = random.choice(nodes), random.choice(pairs)
        return Mutation(
            (rewritten(node, _longer(node.text, wrong)),), (rewritten(node, _longer(node.text, right)),)
        )

    return make


def _longer(text: str, words: str) -> str:
    stop = "." if text.endswith(".") and not words.endswith(".") else ""
    return text.removesuffix(".") + words + stop


def after(plan: Manuscript, path: Address, *records: object) -> Edit:
    """New records behind one of a list."""
    span = plan.span(*path)
    assert span is not None, path
    text = plan.texts[span.file]
    line = text.rindex("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    indent = " " * (text.index("-", line, span.start) - line)
    lines = "".join(f"\n{indent}- {written(record)}" for record in records)
    return Edit(Span(span.file, end, end), lines)


def field(plan: Manuscript, path: Address, name: str, value: object) -> Edit:
    """A field of a record gets another value, or the record a new field."""
    if old := plan.span(*path, name):
        return Edit(old, written(value))
    if whole := plan.node(*path):
        return Edit(whole.span, written({"text": whole.text, name: value}))
    record = plan.records[path]
    text = plan.texts[record.file]
    if text[record.start] == "{":
        return Edit(Span(record.file, record.start + 1, record.start + 1), f"{name}: {written(value)}, ")
    indent = " " * (record.start - text.rindex("\n", 0, record.start) - 1)
    return Edit(Span(record.file, record.start, record.start), f"{name}: {written(value)}\n{indent}")


def without(plan: Manuscript, path: Address, name: str) -> Edit | None:
    """A record loses a field; `None` if it is not a line, or lines, of its own."""
    span = plan.span(*path, name)
    if span is None:
        return None
    text = plan.texts[span.file]
    key = re.compile(rf"\n *{name}:").search(text, plan.records[path].start - 1, span.start + 1)
    last = text.find("\n", span.end)
    return Edit(Span(span.file, key.start(), last), "") if key else None


def clauses(plan: Manuscript) -> list[Address]:
    """Paths of the clauses of the first level, in their order."""
    count = len(plan.at("order", "clauses") or ())
    return [("order", "clauses", at) for at in range(count)]


def text_of(plan: Manuscript, path: Address) -> str:
    """The words of a clause, written with fields or without."""
    value = plan.at(*path)
    return str(value if isinstance(value, str) else value.get("text", ""))


def before_control(plan: Manuscript) -> Address | None:
    """The clause behind which another one may be put; `None` if numbers are typed or kept by a history."""
    paths = clauses(plan)
    control = [at for at, path in enumerate(paths) if plan.at(*path, "control")]
    typed = any(plan.at(*path, "number") for path in paths)
    return paths[control[0] - 1] if control and control[0] and not typed and not plan.amended else None


def rows(plan: Manuscript) -> list[Address]:
    """Measures behind which others may be put: their numbers are not typed, and no history keeps them."""
    return [path for path in plan.records_of("measures") if not plan.amended and not plan.at(*path, "number")]


def new_clause(*pairs: tuple[Any, Any]) -> Make:
    """A clause, wrong or right, before the one on control."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        path = before_control(plan)
        if path is None:
            return None
        wrong, right = random.choice(pairs)
        return Mutation((after(plan, path, wrong),), (after(plan, path, right),))

    return make


def new_part(*pairs: tuple[Any, Any]) -> Make:
    """A part of an appendix, wrong or right, behind its others."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        wrong, right = random.choice(pairs)
        parts, appendices = plan.records_of("parts"), plan.records_of("appendices")
        if not appendices:
            return None
        if parts:
            place = random.choice(parts)[:-1]
            last = max(path for path in parts if path[:-1] == place)
            return Mutation((after(plan, last, wrong),), (after(plan, last, right),))
        added = [
            {"id": "added", "title": "Сведения о ходе работы", "parts": [part]} for part in (wrong, right)
        ]
        return Mutation((after(plan, appendices[-1], added[0]),), (after(plan, appendices[-1], added[1]),))

    return make


def new_measures(*pairs: tuple[Iterable[dict[str, Any]], Iterable[dict[str, Any]]]) -> Make:
    """Rows, wrong or right, behind a row; they are given what their neighbour has."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        paths = rows(plan)
        if not paths:
            return None
        path, (wrong, right) = random.choice(paths), random.choice(pairs)
        return Mutation((rows_after(plan, path, wrong),), (rows_after(plan, path, right),))

    return make


def rows_after(plan: Manuscript, path: Address, rows: Iterable[dict[str, Any]]) -> Edit:
    """Rows behind another, with its executors and, if it has one, a result of their own."""
    like = {"executors": plan.at(*path, "executors") or [], "deadline": "ежегодно, не позднее 20 декабря"}
    if plan.at(*path, "result"):
        like["result"] = "Решение рабочей группы"
    return after(plan, path, *({"id": f"added-{at}"} | like | row for at, row in enumerate(rows, 1)))
