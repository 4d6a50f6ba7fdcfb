"""Два исполнителя слились в один.

Почему    Между ними потеряна запятая. Читатель решит, что это одно длинное имя, и второй исполнитель
          о поручении не узнает.
Плохо     participants: [Методисты, "Главный специалист методисты"]
Хорошо    participants: [Методисты, "Главный специалист, методисты"]
Основание правила русской пунктуации: однородные члены разделяются запятыми
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.organisation import Body
from roadmapc.syntax.tree import ScalarNode
from roadmapc.text.regex import regex

_ADJECTIVE = regex("(?:ая|ый|ий|ое|ее|ые|ие)$")
"""«муниципальная рабочая группа» is one name."""
_WORD = regex(r"[^\s,]+")
_BODY = regex(
    r"^(?:[а-яё]+\s)?(?:отдел|управлени|департамент|комитет|центр|школ|администраци|комисси|учреждени)",
    re.IGNORECASE,
)
"""How the name of a body begins, an adjective aside."""
_SHORTEST = 6
"""Letters; shorter names are found inside other words."""
_HINT = "разделите их: у каждого исполнителя своя строка"


def check(subject: CheckInput) -> Iterator[Finding]:
    """Names that contain another known name after a bare space, each once a plan."""
    glued: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for name, second, place in _glued(subject):
        glued[name, second].append(place)
    for (name, second), (first, *others) in glued.items():
        message = f"в имени «{name}» слились двое: перед «{second}» нет запятой"
        yield Finding(message, first, (_HINT,), tuple(Label(place, "и здесь") for place in others))
    yield from _of_directory(subject)


def _glued(subject: CheckInput) -> Iterator[tuple[str, str, Place]]:
    """Each such name, the second of its two names, and where it is written."""
    known = _known(subject)
    for text in subject.fields("participants"):
        start, end = _second(text.words, known)
        if end:
            yield text.words, text.words[start:end], text.at(start, end)
    bodies = subject.plan.organisation.bodies.values()
    glued = {body.id: (body.short, _second(body.short, known)) for body in bodies}
    for _, measure in subject.rows:
        for executor in measure.executors:
            if not isinstance(executor.actor, Body):
                continue
            name, (start, end) = glued[executor.actor.id]
            if end:
                yield name, name[start:end], Place(subject.plan.file, executor.origin.span)


def _second(name: str, known: frozenset[str]) -> tuple[int, int]:
    """Where the second of two names stands; an empty stretch if the name is one."""
    words = [word.span() for word in _WORD.finditer(name)]
    for first, (start, _) in enumerate(words[1:], start=1):
        if not name[start - 2].isalpha() or _ADJECTIVE.search(name[: start - 1]):
            continue
        for _, end in words[first:]:
            if name[start:end].casefold() in known:
                return start, end
    return 0, 0


def _of_directory(subject: CheckInput) -> Iterator[Finding]:
    """Records that hold two bodies with a comma between them: one of them gets no calendar."""
    organisation = subject.plan.organisation
    bodies = organisation.bodies.values()
    names = frozenset(name.casefold() for body in bodies for name in (body.name, body.short))
    for body in bodies:
        for field in ("name", "short"):
            node = body.origin.get(field)
            second = _listed(node.text, names) if isinstance(node, ScalarNode) else ""
            if isinstance(node, ScalarNode) and second:
                message = f"в записи «{body.id}» два органа: второй – «{second}»"
                yield Finding(message, Place(organisation.file, node.span), (_HINT,))


def _listed(name: str, names: frozenset[str]) -> str:
    """The second body after a comma; empty if the name is one."""
    for comma in re.finditer(r",\s+", name):
        first, rest = name[: comma.start()], name[comma.end() :]
        is_open = first.count("«") > first.count("»")
        known = rest.casefold() in names or first.casefold() in names
        if not is_open and (known or (_BODY.search(rest) and _BODY.search(first))):
            return rest
    return ""


def _known(subject: CheckInput) -> frozenset[str]:
    """Participants and executors as they are called elsewhere.

    «методист МУ МИДЦ»: an institution after a post says where the post is, and is no second name.
    """
    parts = [part.strip() for text in subject.fields("participants") for part in text.words.split(",")]
    names = [body.short for body in subject.plan.organisation.bodies.values()]
    long_names = (name for name in (*parts, *names) if len(name) >= _SHORTEST)
    return frozenset(name.casefold() for name in long_names if not name[:2].isupper())


RULE = Rule(Code("E604", "glued-names", Severity.WARNING, __doc__), check)
