"""Instructions in the words of an amending order."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple, assert_never

from roadmapc.amend.edition import Row
from roadmapc.amend.instructions import (
    Add,
    AddAppendix,
    AddClause,
    Address,
    AddRows,
    AddSection,
    Drop,
    Instruction,
    Noun,
    Remove,
    Rename,
    Replace,
    Restate,
    RestateAppendix,
    RestateRow,
)
from roadmapc.model.profile import Removal


class Case(IntEnum):
    """Index of a form in `NOUNS`."""

    ACCUSATIVE = 0
    GENITIVE = 1
    PREPOSITIONAL = 2


NOUNS = {
    Noun.TITLE: ("наименование", "наименования", "наименовании"),
    Noun.PREAMBLE: ("преамбулу", "преамбулы", "преамбуле"),
    Noun.CLAUSE: ("пункт", "пункта", "пункте"),
    Noun.APPENDIX: ("приложение", "приложения", "приложении"),
    Noun.SECTION: ("раздел", "раздела", "разделе"),
    Noun.ROW: ("строку", "строки", "строке"),
}
COLUMN = ("графу", "графы", "графе")
ORDER = ("приказ", "приказа", "приказе")

EVERYWHERE = "в наименовании и по тексту приказа и приложений к нему"
IN_CASE = " в соответствующем падеже"

GERUNDS = {
    "заменить": "заменив",
    "исключить": "исключив",
    "дополнить": "дополнив",
    "изложить": "изложив",
    "признать": "признав",
}
"""By the infinitive: how the verb reads in an order that makes a single change."""


class Quoted(NamedTuple):
    """What a text in quotes is called, by case."""

    accusative: str
    genitive: str
    instrumental: str


FIGURES = Quoted("цифры", "цифр", "цифрами")
WORD = Quoted("слово", "слова", "словом")
WORDS = Quoted("слова", "слов", "словами")

_FIGURES = re.compile(r"[\d.,–-]+(?: [\d.,–-]+)*")


class Sentence(NamedTuple):
    """A sentence parted at its verb."""

    before: str
    verb: str
    """An infinitive."""
    after: str

    @property
    def infinitive(self) -> str:
        """As one of several changes: «строку 2.3 признать утратившей силу»."""
        return f"{self.before} {self.verb} {self.after}".rstrip()

    @property
    def gerund(self) -> str:
        """As the only change: «признав строку 2.3 утратившей силу»."""
        return f"{GERUNDS[self.verb]} {self.before} {self.after}".rstrip()


def sentence(told: Instruction, removal: Removal) -> Sentence:
    """An instruction in words: texts in quotes may have several lines, rows in quotes follow it.

    `removal` is what the authority does with rows; other units always lose their force.
    """
    match told:
        case Replace() | Add() | Drop() | Rename():
            return _of_words(told)
        case Restate() | RestateRow() | RestateAppendix():
            return _of_wording(told)
        case Remove(at):
            return _of_removal(at, removal)
        case AddRows() | AddSection() | AddClause() | AddAppendix():
            return _of_addition(told)
        case _:
            assert_never(told)


def _of_wording(told: Restate | RestateRow | RestateAppendix) -> Sentence:
    match told:
        case Restate(at, text):
            return Sentence(phrase(at), "изложить", f"в следующей редакции: «{_numbered(at, text)}»")
        case RestateRow(at):
            return Sentence(phrase(at), "изложить", "в следующей редакции:")
        case RestateAppendix(appendix, attachment):
            at = Address(Noun.APPENDIX, appendix)
            return Sentence(phrase(at), "изложить", f"в редакции {_according(attachment)}")


def _of_removal(at: Address, removal: Removal) -> Sentence:
    if at.noun is not Noun.ROW:
        return Sentence(phrase(at), "признать", "утратившим силу")
    if removal is Removal.EXCLUDE:
        return Sentence(phrase(at), "исключить", "")
    return Sentence(phrase(at), "признать", "утратившей силу")


def _of_words(told: Replace | Add | Drop | Rename) -> Sentence:
    match told:
        case Replace(at, old, new):
            return _replacement(f"в {phrase(at, Case.PREPOSITIONAL)}", old, new)
        case Rename(old, new, is_inflected):
            return _replacement(EVERYWHERE, old, new, IN_CASE if is_inflected else "")
        case Add(at, after, new):
            anchor = f" после {_kind(after).genitive} «{after}»" if after else ""
            return Sentence(f"{phrase(at)}{anchor}", "дополнить", f"{_kind(new).instrumental} «{new}»")
        case Drop(at, old):
            words = f"{_kind(old).accusative} «{old}»"
            return Sentence(f"в {phrase(at, Case.PREPOSITIONAL)} {words}", "исключить", "")


def _replacement(where: str, old: str, new: str, case: str = "") -> Sentence:
    before, after = f"{_kind(old).accusative} «{old}»", f"{_kind(new).instrumental} «{new}»"
    return Sentence(f"{where} {before}{case}", "заменить", f"{after}{case}")


def _kind(text: str) -> Quoted:
    """«цифры «01.09»», «слово «семинар»», «слова «до 1 сентября»»."""
    if _FIGURES.fullmatch(text):
        return FIGURES
    return WORDS if " " in text else WORD


def _of_addition(told: AddRows | AddSection | AddClause | AddAppendix) -> Sentence:
    match told:
        case AddClause(clauses):
            content = "\n".join(f"{clause.number}. {clause.text}" for clause in clauses)
            added = f"пунктом {clauses[0].number} следующего содержания: «{content}»"
            return Sentence(ORDER[Case.ACCUSATIVE], "дополнить", added)
        case AddAppendix(appendix, attachment):
            added = f"приложением{_sign(appendix)} {_according(attachment)}"
            return Sentence(ORDER[Case.ACCUSATIVE], "дополнить", added)
        case AddRows(section, appendix, rows):
            noun = Noun.SECTION if section else Noun.APPENDIX
            at = Address(noun, section or appendix, appendix if section else None)
            return Sentence(phrase(at), "дополнить", f"{_numbers(rows)} следующего содержания:")
        case AddSection(appendix, section):
            at = Address(Noun.APPENDIX, appendix)
            return Sentence(phrase(at), "дополнить", f"разделом {section.number} следующего содержания:")


def _numbers(rows: tuple[Row, ...]) -> str:
    noun = "строкой" if len(rows) == 1 else "строками"
    return f"{noun} {', '.join(row.number for row in rows)}"


def _according(attachment: str) -> str:
    return f"согласно приложению{_sign(attachment)} к настоящему приказу"


def _sign(number: str) -> str:
    """The number of an appendix after its noun; a single one has none."""
    return f" № {number}" if number else ""


def _numbered(at: Address, text: str) -> str:
    """A new wording begins with its own number."""
    return f"{at.number}. {text}" if at.noun is Noun.CLAUSE else text


def phrase(at: Address, case: Case = Case.ACCUSATIVE) -> str:
    """What an address is called: «графу «Сроки» строки 2.3 приложения № 1»."""
    if at.column:
        return f"{COLUMN[case]} «{at.column}» {phrase(at._replace(column=''), Case.GENITIVE)}"
    noun = NOUNS[at.noun][case]
    if at.noun is Noun.APPENDIX:
        return f"{noun}{_sign(at.number)}"
    if at.noun is Noun.TITLE:
        return f"{noun} {_titled(at)}"
    number = f" {at.number}" if at.number else ""
    return f"{noun}{number}{_holder(at)}"


def _titled(at: Address) -> str:
    """What has the title, in the genitive."""
    if at.appendix is None:
        return ORDER[Case.GENITIVE]
    if not at.number:
        return phrase(Address(Noun.APPENDIX, at.appendix), Case.GENITIVE)
    return phrase(Address(Noun.SECTION, at.number, at.appendix), Case.GENITIVE)


def _holder(at: Address) -> str:
    """The appendix that holds a unit; nothing for the order's own text."""
    if at.appendix is None:
        return ""
    return f" {phrase(Address(Noun.APPENDIX, at.appendix), Case.GENITIVE)}"
