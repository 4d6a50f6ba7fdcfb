"""Члены комиссии перечислены не по алфавиту.

Почему    Члены комиссии без особой роли равны, и фамилии ставят по алфавиту: видно, что никого не пропустили
          и никто не поставлен выше. Если у органа принят другой порядок, например по должностям, всё верно.
Плохо     {title: Члены комиссии, members: [deputy, {name: Закладкина Н. Ф., post: методист}]}
Хорошо    {title: Члены комиссии, members: [{name: Закладкина Н. Ф., post: методист}, deputy]}
Основание обычай органов власти: состав – по алфавиту фамилий
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.model.from_tree.fields import items
from roadmapc.model.parts import Composition
from roadmapc.syntax.tree import MappingNode, SequenceNode
from roadmapc.text.regex import regex

_EQUALS = regex(r"члены\b", re.IGNORECASE)
"""A head over members who have no role."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first surname of a group that should stand before the one above it; offices have ranks."""
    for appendix in subject.plan.appendices:
        for part, node in zip(appendix.parts, items(appendix.origin, "parts"), strict=False):
            groups = node.get("composition") if isinstance(node, MappingNode) else None
            if not isinstance(part, Composition) or not isinstance(groups, SequenceNode):
                continue
            for group, written in zip(part.groups, groups.items, strict=True):
                if not _EQUALS.match(group.title) or not isinstance(written, MappingNode):
                    continue
                named = [
                    (member.name, place)
                    for member, place in zip(group.members, items(written, "members"), strict=True)
                    if member.name and not member.role
                ]
                for (before, _), (name, place) in pairwise(named):
                    if _letters(name) < _letters(before):
                        message = f"«{name}» стоит после «{before}»: фамилии не по алфавиту"
                        yield Finding(message, place.span, ("если порядок другой нарочно, оставьте так",))
                        break


def _letters(name: str) -> str:
    return name.casefold().replace("ё", "е")


RULE = Rule(Code("T944", "members-out-of-order", Severity.NOTE, __doc__, Group.LAYOUT), check)
