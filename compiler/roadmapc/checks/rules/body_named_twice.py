"""Один орган под двумя именами.

Почему    «УО», «Управление образования» и «управление образования» – три записи справочника и три
          календаря, хотя исполнитель один. Поручения разойдутся по ним, и ни один не будет полон.
Плохо     executors: [board-short]
Хорошо    executors: [board]
Основание в документе орган называется одинаково; сокращение вводят один раз
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.words import stem, stems
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.organisation import Body, BodyId
from roadmapc.syntax.tree import ScalarNode
from roadmapc.text.regex import regex

_HEADS = frozenset(("отдел", "управлен", "комитет", "департамент", "администрац"))
_WHOSE = ("администр", "город", "район", "округ", "муницип", "област", "кра", "республ", "посел")
"""How the words begin that say whose body it is."""
_SMALL_WORDS = frozenset(("и", "по", "в", "на", "с", "о", "для", "при"))
_ABBREVIATION = regex(r"[А-ЯЁ]{2,6}")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Executors whose names in the directory differ only in the way of writing."""
    places: defaultdict[BodyId, list[ScalarNode]] = defaultdict(list)
    for _, measure in subject.rows:
        for executor in measure.executors:
            if isinstance(executor.actor, Body):
                places[executor.actor.id].append(executor.origin)
    # the most used first: the rarer name is the one to query
    bodies = [subject.plan.organisation.bodies[name] for name in places]
    bodies.sort(key=lambda body: -len(places[body.id]))
    names = [(body.id, body.short, body.name) for body in bodies]
    for first, second, reason in subject.memo.answer(_twice, names, lambda: tuple(_twice(bodies))):
        message = f"«{second.short}» и «{first.short}» – похоже, один орган: {reason}"
        hint = f"оставьте одну запись справочника, здесь напишите «{first.id}»"
        yield Finding(message, places[second.id][0].span, (hint,))


def _twice(bodies: Sequence[Body]) -> Iterator[tuple[Body, Body, str]]:
    """Bodies of whose names one means the other, and why; the second of each pair once."""
    queried: set[BodyId] = set()
    for first, second in combinations(bodies, 2):
        is_known = second.id in queried or _differ_in_number(first, second)
        reason = "" if is_known else _reason_to_be_one(first, second)
        if reason:
            queried.add(second.id)
            yield first, second, reason


def _reason_to_be_one(first: Body, second: Body) -> str:
    """Why two records are probably of one body; empty if they are not."""
    if first.short.casefold() == second.short.casefold():
        return "различаются только прописными буквами"
    one, other = (
        [stem for stem in stems(body.short) if stem not in _SMALL_WORDS] for body in (first, second)
    )
    if one == other and one:
        return "различаются только окончаниями слов"
    if _abbreviates(first, second) or _abbreviates(second, first):
        return "одно имя – сокращение другого"
    for shorter, longer in ((one, other), (other, one)):
        if _is_longer_by_a_word(longer, shorter) or _has_lost_its_end(shorter, longer):
            return "одно имя длиннее другого"
    # «отдел образования», «управление образования»
    if len(one) == len(other) == 2 and one[1] == other[1] and {one[0], other[0]} <= _HEADS:
        return "различаются только родом учреждения"
    return ""


def _differ_in_number(first: Body, second: Body) -> bool:
    """«Паводковая комиссия» and «Паводковые комиссии поселений»: one and many, which no case makes."""
    one, other = (body.short.split()[0].casefold() for body in (first, second))
    return stem(one) == stem(other) and _is_plural(one) != _is_plural(other)


def _is_plural(adjective: str) -> bool:
    """«Паводковые», «районные»; «управление» is a noun."""
    return adjective.endswith(("ые", "ие")) and not adjective.endswith("ние")


def _abbreviates(short: Body, full: Body) -> bool:
    """«УО» and «Управление образования»; but not if «ОО» is short for its own full name."""
    is_abbreviation = _ABBREVIATION.fullmatch(short.short) and _initials(short.name) != short.short
    return bool(is_abbreviation) and _initials(full.short) == short.short


def _initials(name: str) -> str:
    """Of the words but the small ones, in capitals."""
    words = re.findall(r"\w+", name)
    return "".join(word[0] for word in words if word.casefold() not in _SMALL_WORDS).upper()


def _has_lost_its_end(shorter: list[str], longer: list[str]) -> bool:
    """«Управление образования» of «Управление образования администрации города»."""
    is_start = len(shorter) > 1 and longer[: len(shorter)] == shorter and len(longer) > len(shorter)
    return is_start and longer[len(shorter)].startswith(_WHOSE)


def _is_longer_by_a_word(longer: list[str], shorter: list[str]) -> bool:
    """«муниципальная рабочая группа» of «рабочая группа»; a number makes another body."""
    extra = [stem for stem in longer if stem not in shorter]
    rest = [stem for stem in longer if stem in shorter]
    return len(shorter) >= 2 and rest == shorter and len(extra) == 1 and not extra[0][:1].isdigit()


RULE = Rule(Code("E603", "body-named-twice", Severity.WARNING, __doc__), check)
