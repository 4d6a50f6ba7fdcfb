"""Два исполнителя слились в один.

Почему    Между ними потеряна запятая. Читатель решит, что это одно длинное имя, и второй исполнитель
          о поручении не узнает.
Плохо     participants: [Методисты, "Главный специалист методисты"]
Хорошо    participants: [Методисты, "Главный специалист, методисты"]
Основание правила русской пунктуации: однородные члены разделяются запятыми
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import scalars
from roadmapc.model.plan import Plan
from roadmapc.syntax.tree import ScalarNode

_ADJECTIVE = re.compile("(?:ая|ый|ий|ое|ее|ые|ие)$")
"""«муниципальная рабочая группа» is one name."""
_SHORTEST = 6
"""Letters; shorter names are found inside other words."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Names that contain another known name after a bare space."""
    texts = subject.fields("participants")
    known = _known(texts, subject.plan)
    for text in texts:
        yield from _glued(text.words, known, text)
    for node in _executors(subject.plan):
        body = subject.plan.organisation.bodies.get(node.text)  # type: ignore[call-overload]
        if body is not None:
            for found in _glued(body.short, known, Text(node.text, "executors", node, subject.plan.file)):
                yield Finding(found.message, node.span, found.hints)


def _glued(name: str, known: set[str], text: Text) -> Iterator[Finding]:
    lower = name.casefold()
    for other in sorted(known):
        at = lower.find(f" {other}")
        if (
            at > 0
            and lower[at - 1].isalpha()
            and not _ADJECTIVE.search(lower[:at])
            and _ends_word(lower, at + 1 + len(other))
        ):
            message = (
                f"в имени «{name}» слились двое: перед «{name[at + 1 : at + 1 + len(other)]}» нет запятой"
            )
            span = text.at(at + 1, at + 1 + len(other)) if text.words == name else text.at()
            yield Finding(message, span, ("разделите их: у каждого исполнителя своя строка",))
            return


def _ends_word(text: str, at: int) -> bool:
    return not text[at : at + 1].isalnum()


def _known(texts: tuple[Text, ...], plan: Plan) -> set[str]:
    """Names of several words and of groups, as participants and executors are called elsewhere."""
    parts = [part.strip() for text in texts for part in text.words.split(",")]
    names = [body.short for body in plan.organisation.bodies.values()]
    return {
        name.casefold() for name in (*parts, *names) if len(name) >= _SHORTEST and not _is_institution(name)
    }


def _is_institution(name: str) -> bool:
    """«методист МУ МИДЦ»: the name of an institution after a post says where the post is."""
    return name[:2].isupper()


def _executors(plan: Plan) -> Iterator[ScalarNode]:
    for _, measure in plan.walk():
        yield from scalars(measure.origin, "executors")


RULE = Rule(Code("E604", "glued-names", Severity.WARNING, __doc__), check)
