"""What a measure or a clause is about, apart from what is done about it, so that two of them compare."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, permutations
from typing import NamedTuple

from roadmapc.checks.words import stems
from roadmapc.memo import Memo
from roadmapc.model.plan import Measure, Plan
from roadmapc.text.regex import regex

_ROOT = 6
"""Letters by which a verb and its noun are one: «подготовить», «подготовка»."""
_SMALL = frozenset(
    [
        "и",
        "в",
        "во",
        "на",
        "о",
        "об",
        "по",
        "с",
        "со",
        "для",
        "к",
        "у",
        "из",
        "за",
        "от",
        "до",
        "при",
        "не",
        "а",
        "или",
        "их",
        "его",
        "ее",
        "ещё",
        "а",
        "также",
    ]
)
_STEPS: tuple[tuple[str, ...], ...] = (
    ("разработ", "подготов", "составл", "созда", "формиров", "проект"),
    ("утвержд", "утверд", "согласов", "приняти"),
    (
        "провед",
        "провес",
        "сбор",
        "собрат",
        "собира",
        "монитор",
        "анкетир",
        "опрос",
        "диагност",
        "тестир",
        "органи",
        "участи",
    ),
    ("анализ", "обобщ", "обработ", "проанал"),
    ("отчет", "справк", "итог", "обсужд", "доклад", "сводк", "подвед", "рассмот", "заслуш", "результ"),
)
"""What is done, in the order in which it can be done: draft, approve, carry out, analyse, report."""
_ROOTS = tuple(tuple(name[:_ROOT] for name in names) for names in _STEPS)
_REPORT = len(_STEPS) - 1
_HEAD_WORDS = 3
"""What a measure does stands among its first words."""
_OF_PLAN = regex(
    r"[ИиОо](?i:тогов\w*\s+отч|тог\w*\s+(?:реализации|выполнения|исполнения)\s+план"
    r"|тч[её]т\w*\s+об?\s+(?:выполнени|исполнени|реализаци)\w+\s+(?:мероприятий\s+)?план)"
)
"""«итоговый отчёт», «итоги выполнения плана», «отчёт о выполнении плана»."""
ANALYSIS = 3
"""The ordinal of the step that needs what another has gathered."""
_SHARED = 0.6
"""Of the words of the shorter of two measures about one thing."""
COMMON = 3
"""A root of more measures than this is the plan's own subject, and tells nothing."""


_FILLERS = ("провед", "провес", "провод", "органи", "осущес", "обеспе", "реализ", "выполн", "состоя", "работ")
"""Words that say that something is done, and not what."""
_CONTROL = ("контро", "провер", "монитор"[:_ROOT])
_LETTERS = 4
"""By which words in other forms are one: «площадок», «площадки»."""


class _Root(NamedTuple):
    """The beginning of a word that means something: one object wherever texts have it."""

    letters: str
    stem: str
    """By which it is the same as other forms of the word."""
    steps: tuple[int, ...]
    """The ordinals of the steps that it names."""
    is_filler: bool


class Subject(NamedTuple):
    """A measure by what is done and about what."""

    measure: Measure
    step: int
    """The ordinal of its step; -1 for none of them."""
    roots: frozenset[str]
    """Beginnings of its words, those of the step left out."""


def roots_of(text: str) -> tuple[str, ...]:
    """The beginnings of the words of a text that mean something."""
    return tuple([root.letters for root in _roots(text)])


@lru_cache(maxsize=65_536)
def _roots(text: str) -> tuple[_Root, ...]:
    """The same as they are known to several rules."""
    return tuple(filter(None, map(_root, stems(text))))


@lru_cache(maxsize=65_536)
def _root(word: str) -> _Root | None:
    """The beginning of a word; `None` for a number and a word that means nothing by itself."""
    if not word or word in _SMALL or word[0].isdecimal():
        return None
    root = word[:_ROOT]
    steps = tuple(at for at, names in enumerate(_ROOTS) if root.startswith(names))
    return _Root(root, root[:_LETTERS], steps, root.startswith(_FILLERS))


def _step_of(roots: Sequence[_Root]) -> int:
    """The step that the first words name; -1 if they name none.

    To draw up a report is to report: «подготовка отчёта» is no draft.
    """
    steps = [at for root in roots[:_HEAD_WORDS] for at in root.steps]
    if not steps:
        return -1
    return _REPORT if steps[0] == 0 and _REPORT in steps[:2] else steps[0]


def subjects(plan: Plan, memo: Memo) -> tuple[Subject, ...]:
    """All measures in the order of printing."""
    about = memo.of_each(_about)
    return tuple(Subject(measure, *about(measure.title)) for _, measure in plan.walk())


def _about(title: str) -> tuple[int, frozenset[str]]:
    """The step of a measure, and its roots without those that say what is done."""
    roots = _roots(title)
    return _step_of(roots), frozenset([root.letters for root in roots if not root.steps])


def rare_roots(subjects: Iterable[Subject]) -> frozenset[str]:
    """Roots of so few measures that two which share one are about one thing."""
    counts = Counter(chain.from_iterable(subject.roots for subject in subjects))
    return frozenset(root for root, count in counts.items() if count <= COMMON)


def steps(all_of_them: Sequence[Subject]) -> Iterator[tuple[int, int]]:
    """The places of measures that share a rare word and most of the rest, the earlier step first."""
    rare = rare_roots(all_of_them)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(all_of_them):
        for root in each.roots & rare if each.step >= 0 else ():
            holders[root].append(at)
    for sharing in holders.values():
        for before, after in permutations(sharing, 2):
            one, other = all_of_them[before], all_of_them[after]
            if one.step < other.step and _is_of_one_thing(one, other):
                yield before, after


def _is_of_one_thing(one: Subject, other: Subject) -> bool:
    shared = len(one.roots & other.roots)
    return shared >= _SHARED * min(len(one.roots), len(other.roots))


def is_of_plan(text: str) -> bool:
    """Whether a report is on the plan as a whole."""
    return _OF_PLAN.search(text) is not None


def meaning(text: str) -> tuple[int, frozenset[str]]:
    """The step of a text and what it is about, in no order: the same for the same in other words.

    Fewer than two words mean nothing by themselves, and have no set.
    """
    roots = [root for root in _roots(text) if not root.is_filler]
    is_control = bool(roots) and roots[0].letters.startswith(_CONTROL)
    kind = len(_STEPS) if is_control else _step_of(roots)
    says_what_is_done = is_control or (bool(roots) and bool(roots[0].steps))
    about = frozenset([root.stem for root in roots[says_what_is_done:]])
    return (kind, about) if len(about) > 1 else (kind, frozenset())
