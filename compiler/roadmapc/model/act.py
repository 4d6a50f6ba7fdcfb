"""Kinds of acts: how each is named in every case, and by which word it commands.

The forms are of the office (131-ФЗ, статья 43; ГОСТ Р 7.0.97): an order is of a department, a resolution
of an administration or its head, a decision of a collegial body; a directive and an instruction have no
operative word of their own: a profile may give them one.
"""

from enum import StrEnum
from typing import NamedTuple


class Case(StrEnum):
    """In which case a noun of the trade is named."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


class Gender(StrEnum):
    """How the past tense agrees with the name of a body: «Совет решил», «Дума решила»."""

    MASCULINE = "мужской"
    FEMININE = "женский"
    NEUTER = "средний"
    PLURAL = "множественное число"


class ActKind(StrEnum):
    """What an act is, by its noun; acts of other kinds have no plans."""

    ORDER = "приказ"
    DIRECTIVE = "распоряжение"
    RESOLUTION = "постановление"
    DECISION = "решение"
    INSTRUCTION = "указание"

    def noun(self, case: Case, *, is_plural: bool = False) -> str:
        """«приказу»; of several acts «приказам»."""
        return _NOUNS[self][is_plural][_CASES.index(case)]

    @property
    def this(self) -> str:
        """How an act names itself: «настоящий приказ», «настоящее постановление»."""
        return f"{'настоящий' if self is ActKind.ORDER else 'настоящее'} {self}"

    @property
    def lost_force(self) -> str:
        """«утратил силу» of an order, «утратило силу» of the others."""
        return f"утратил{'' if self is ActKind.ORDER else 'о'} силу"


_CASES = tuple(Case)


def _neuter(stem: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    one = (f"{stem}е", f"{stem}я", f"{stem}ю", f"{stem}е", f"{stem}ем", f"{stem}и")
    many = (f"{stem}я", f"{stem}й", f"{stem}ям", f"{stem}я", f"{stem}ями", f"{stem}ях")
    return one, many


_NOUNS = {
    ActKind.ORDER: (
        ("приказ", "приказа", "приказу", "приказ", "приказом", "приказе"),
        ("приказы", "приказов", "приказам", "приказы", "приказами", "приказах"),
    ),
    ActKind.DIRECTIVE: _neuter("распоряжени"),
    ActKind.RESOLUTION: _neuter("постановлени"),
    ActKind.DECISION: _neuter("решени"),
    ActKind.INSTRUCTION: _neuter("указани"),
}
"""One act and several, in the order of the cases."""

STEMS = tuple(kind.removesuffix("е") for kind in ActKind if kind is not ActKind.INSTRUCTION)
"""How the noun of each kind begins in every case: «приказ», «распоряжени».

But «исполнение указаний» is said of whatever somebody has told.
"""
ANY_CASE = f"(?:{'|'.join(STEMS)})[а-яё]*"
"""A pattern of the noun of any kind in any case."""


def any_kind(case: Case) -> str:
    """A pattern of the noun of any kind in one case: «приказу», «распоряжению»."""
    return f"(?:{'|'.join(kind.noun(case) for kind in ActKind)})"


class Operative(NamedTuple):
    """The words by which an act commands, by who speaks; empty where nothing is said."""

    official: str
    """An official of himself: «постановляю». An order of a department is of its head too."""
    officials: str
    """Several together: «приказываем»."""
    body: str = ""
    """A body of itself, after its name: «администрация города постановляет»; empty where its head speaks."""
    bodies: str = ""


OPERATIVE = {
    ActKind.ORDER: Operative("приказываю", "приказываем"),
    ActKind.DIRECTIVE: Operative("", ""),
    ActKind.INSTRUCTION: Operative("", ""),
    ActKind.RESOLUTION: Operative("постановляю", "постановляем", "постановляет", "постановляют"),
}
DECIDED = {
    Gender.MASCULINE: "решил",
    Gender.FEMININE: "решила",
    Gender.NEUTER: "решило",
    Gender.PLURAL: "решили",
}
"""A decision is taken by a body only, and says so in the past tense."""

COMMANDS = frozenset(
    word for words in (*OPERATIVE.values(), tuple(DECIDED.values())) for word in words if word
)
"""All operative words."""

ENGLISH = {kind.name.lower(): kind for kind in ActKind}
"""By the names that a plan may use instead of Russian ones."""


def kind_of(name: str, default: ActKind) -> ActKind:
    """The kind that a plan names, in Russian or in English; the schema lets no other name through."""
    return ENGLISH.get(name) or ActKind(name or default)
