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

_ADJECTIVE = re.compile("(?:ая|ый|ий|ое|ее|ые|ие)$")
"""«муниципальная рабочая группа» is one name."""
_WORD = re.compile(r"[^\s,]+")
_SHORTEST = 6
"""Letters; shorter names are found inside other words."""
_HINT = "разделите их: у каждого исполнителя своя строка"


def check(subject: CheckInput) -> Iterator[Finding]:
    """Names that contain another known name after a bare space, each once a plan."""
    glued: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for name, second, place in _glued(subject):
        glued[name, second].append(place)
    for (name, second), (first, *others) in glued.items():
        sign = "между ними запятая" if f", {second}" in name else f"перед «{second}» нет запятой"
        message = f"в имени «{name}» слились двое: {sign}"
        yield Finding(message, first, (_HINT,), tuple(Label(place, "и здесь") for place in others))


def _glued(subject: CheckInput) -> Iterator[tuple[str, str, Place]]:
    """Each such name, the second of its two names, and where it is written."""
    known = _known(subject)
    for text in subject.fields("participants"):
        start, end = _second(text.words, known)
        if end:
            yield text.words, text.words[start:end], text.at(start, end)
    bodies = subject.plan.organisation.bodies.values()
    names = frozenset(name.casefold() for body in bodies for name in (body.name, body.short))
    glued = {
        body.id: (body.short, _listed(body.short, names) or _second(body.short, known)) for body in bodies
    }
    for _, measure in subject.plan.walk():
        for executor in measure.executors:
            name, (start, end) = glued[executor.body.id]
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


_BODY = re.compile(
    r"(?:отдел|управлени|департамент|комитет|центр|школ[аы]|администраци|комисси)[а-яё]*", re.IGNORECASE
)


def _listed(name: str, names: frozenset[str]) -> tuple[int, int] | None:
    """Where a second body stands after a comma; `None` if the name is one."""
    for comma in re.finditer(r",\s+", name):
        rest = name[comma.end() :]
        is_open = name.count("«", 0, comma.start()) > name.count("»", 0, comma.start())
        if not is_open and (rest.casefold() in names or (_BODY.match(rest) and _BODY.match(name))):
            return comma.end(), len(name)
    return None


def _known(subject: CheckInput) -> frozenset[str]:
    """Participants and executors as they are called elsewhere.

    «методист МУ МИДЦ»: an institution after a post says where the post is, and is no second name.
    """
    parts = [part.strip() for text in subject.fields("participants") for part in text.words.split(",")]
    names = [body.short for body in subject.plan.organisation.bodies.values()]
    long_names = (name for name in (*parts, *names) if len(name) >= _SHORTEST)
    return frozenset(name.casefold() for name in long_names if not name[:2].isupper())


RULE = Rule(Code("E604", "glued-names", Severity.WARNING, __doc__), check)
