"""Federal acts that plans of the field cite, and how a citation differs from the act it means."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from roadmapc.assets import table
from roadmapc.checks.facts.acts import Act
from roadmapc.checks.facts.people import is_one_slip
from roadmapc.checks.words import stems
from roadmapc.model.from_tree.fields import mappings, scalar, text_of
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode
from roadmapc.text.dates import digits
from roadmapc.text.regex import regex


class KnownAct(NamedTuple):
    """A row of `data/federal_acts.yaml`."""

    kind: str
    """How its word begins: one of the kinds of `Act`."""
    day: date
    number: str
    title: str
    until: date | None
    """The day from which it is not in force; `None` for an act in force."""
    source: str
    """Where it was first published."""

    @property
    def citation(self) -> str:
        """«от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»»."""
        return f"от {digits(self.day)} № {self.number} «{self.title}»"


@lru_cache(maxsize=1)
def known_acts() -> tuple[KnownAct, ...]:
    """All of them; read when the first act is cited."""
    text = table("roadmapc.checks", "data/federal_acts.yaml")
    root = from_yaml(SourceFile("federal_acts.yaml", text)).value
    assert isinstance(root, MappingNode)
    return tuple(_act(node) for node in mappings(root, "acts"))


def _act(node: MappingNode) -> KnownAct:
    until = text_of(node.get("until"))
    day, number, title, source = (scalar(node, name).text for name in ("date", "number", "title", "source"))
    kind = scalar(node, "kind").text.removesuffix("е")
    return KnownAct(kind, _date(day), number, title, _date(until) if until else None, source)


def _date(words: str) -> date:
    day, month, year = map(int, words.split("."))
    return date(year, month, day)


def _plain(number: str) -> str:
    """A number as it is compared: «3612-I» and «3612-1» are one."""
    return number.upper().replace("I", "1")


def meant(act: Act) -> KnownAct | None:
    """The known act that a citation means, whether it names it rightly or not; `None` if it means another.

    A number or a date alone mean nothing: laws of every year have the same numbers.
    """
    if act.kind in ("постановлени", "указ") and not re.search(
        r"правительств|президент", act.author, re.IGNORECASE
    ):
        return None
    same_kind = [known for known in known_acts() if known.kind == act.kind]
    exact = [
        known for known in same_kind if known.day == act.day and _plain(known.number) == _plain(act.number)
    ]
    if exact:
        return exact[0]
    titled = [known for known in same_kind if act.title and _title(known.title) == _title(act.title)]
    if titled:
        return next((known for known in titled if _plain(act.number) == _plain(known.number)), titled[0])
    numbered = [known for known in same_kind if _plain(known.number) == _plain(act.number)]
    if not act.has_date and len(numbered) == 1 and not act.title:
        return numbered[0]
    near = [known for known in same_kind if act.title and _is_near(known, act)]
    return near[0] if len(near) == 1 else next((known for known in same_kind if _is_slip(known, act)), None)


def difference(act: Act, known: KnownAct) -> str:
    """What the citation has otherwise than the act; empty if nothing."""
    if act.number and _plain(act.number) != _plain(known.number):
        return f"номер {act.number}, а не {known.number}"
    if act.has_date and act.day != known.day:
        return f"дата не {digits(known.day)}"
    if act.title and _title(act.title) != _title(known.title) and not _is_cut(act.title, known.title):
        return "название другое"
    if _SHORT.search(act.title):
        return "в названии сокращение «РФ»"
    return ""


_SHORT = regex(r"\bРФ\b")
"""Which no published title has."""


def _is_cut(title: str, whole: str) -> bool:
    """Whether a long title was cut at quotes within it."""
    words = _title(title)
    return len(words) > 6 and _title(whole)[: len(words)] == words


@lru_cache(maxsize=1_024)
def _title(title: str) -> tuple[str, ...]:
    return stems(re.sub(r"\bРФ\b", "Российской Федерации", title))


def _is_near(known: KnownAct, act: Act) -> bool:
    """Whether the title has nearly the words of the known one, and the number or the date is its own."""
    one, other = set(_title(known.title)), set(_title(act.title))
    shared = 2 * len(one & other) / (len(one) + len(other))
    agrees = (
        _plain(known.number) == _plain(act.number) or known.day == act.day or not (act.number or act.has_date)
    )
    return shared >= 0.75 and agrees


def _is_slip(known: KnownAct, act: Act) -> bool:
    """Whether one of date and number is the known one's, and the other is one slip from it."""
    if act.title or not act.number or act.day is None:
        return False
    if act.day == known.day:
        return is_one_slip(act.number, known.number) and len(act.number) == len(known.number) > 4
    return _plain(act.number) == _plain(known.number) and is_one_slip(digits(act.day), digits(known.day))
