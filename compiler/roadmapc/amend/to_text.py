"""Instructions in the words of an amending order."""

import re
from dataclasses import dataclass
from typing import NamedTuple, assert_never

from roadmapc.amend.instructions import (
    Add,
    AddAppendix,
    AddClause,
    Address,
    AddRows,
    AddSection,
    Drop,
    Enter,
    Instruction,
    Noun,
    Remove,
    Rename,
    Replace,
    Restate,
    RestateAppendix,
    RestatePost,
    RestateRow,
    SeatChange,
    Withdraw,
)
from roadmapc.model.act import ActKind, Case
from roadmapc.model.profile import NumberSign, Removal

_CASES = (Case.ACCUSATIVE, Case.GENITIVE, Case.PREPOSITIONAL)
NOUNS = {
    noun: dict(zip(_CASES, forms, strict=True))
    for noun, forms in {
        Noun.TITLE: ("наименование", "наименования", "наименовании"),
        Noun.PREAMBLE: ("преамбулу", "преамбулы", "преамбуле"),
        Noun.CLAUSE: ("пункт", "пункта", "пункте"),
        Noun.APPENDIX: ("приложение", "приложения", "приложении"),
        Noun.SECTION: ("раздел", "раздела", "разделе"),
        Noun.ROW: ("строку", "строки", "строке"),
    }.items()
}
COLUMN = dict(zip(_CASES, ("графу", "графы", "графе"), strict=True))
EVERYWHERE = "в наименовании и по тексту {} и приложений к нему"
"""With the kind of the amended act in the genitive."""
IN_CASE = " в соответствующем падеже"

GERUNDS = {
    "заменить": "заменив",
    "исключить": "исключив",
    "дополнить": "дополнив",
    "изложить": "изложив",
    "признать": "признав",
    "ввести": "введя",
    "вывести": "выведя",
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


@dataclass(frozen=True, slots=True)
class Writer:
    """Words instructions as an authority does.

    Texts in quotes may have several lines; rows in quotes follow the words.
    """

    removal: Removal
    """What is done with rows; other provisions always lose their force."""
    sign: NumberSign
    """How appendices bear their numbers."""
    kind: ActKind
    """What the amended act is, and the amending one."""

    def sentence(self, instruction: Instruction) -> Sentence:
        """An instruction in words."""
        match instruction:
            case Replace() | Add() | Drop() | Rename():
                return self._of_words(instruction)
            case Restate() | RestateRow() | RestateAppendix():
                return self._of_wording(instruction)
            case Remove(at):
                return self._of_removal(at)
            case AddRows() | AddSection() | AddClause() | AddAppendix():
                return self._of_addition(instruction)
            case Enter() | Withdraw() | RestatePost():
                return self._of_seat(instruction)
            case _:
                assert_never(instruction)

    def _of_wording(self, instruction: Restate | RestateRow | RestateAppendix) -> Sentence:
        match instruction:
            case Restate(at, text):
                content = f"{at.number}. {text}" if at.noun is Noun.CLAUSE else text
                return Sentence(self._called(at), "изложить", f"в следующей редакции: «{content}»")
            case RestateRow(at):
                return Sentence(self._called(at), "изложить", "в следующей редакции:")
            case RestateAppendix(appendix, attachment):
                at = Address(Noun.APPENDIX, appendix)
                return Sentence(self._called(at), "изложить", f"в редакции {self._according(attachment)}")

    def _of_removal(self, at: Address) -> Sentence:
        if at.noun is not Noun.ROW:
            return Sentence(self._called(at), "признать", "утратившим силу")
        if self.removal is Removal.EXCLUDE:
            return Sentence(self._called(at), "исключить", "")
        return Sentence(self._called(at), "признать", "утратившей силу")

    def _of_words(self, instruction: Replace | Add | Drop | Rename) -> Sentence:
        match instruction:
            case Replace(at, old, new):
                return _replacement(self._within(at), old, new)
            case Rename(old, new, is_inflected):
                where = EVERYWHERE.format(self.kind.noun(Case.GENITIVE))
                return _replacement(where, old, new, IN_CASE if is_inflected else "")
            case Add(at, after, new):
                anchor = f" после {_kind(after).genitive} «{after}»" if after else ""
                added = f"{_kind(new).instrumental} «{new}»"
                return Sentence(f"{self._called(at)}{anchor}", "дополнить", added)
            case Drop(at, old):
                return Sentence(f"{self._within(at)} {_kind(old).accusative} «{old}»", "исключить", "")

    def _of_addition(self, instruction: AddRows | AddSection | AddClause | AddAppendix) -> Sentence:
        """«раздел 2 дополнить строкой 2.4 следующего содержания:»; what is added follows, or is attached."""
        match instruction:
            case AddClause(clauses):
                content = "\n".join(f"{clause.number}. {clause.text}" for clause in clauses)
                added = f"пунктом {clauses[0].number} следующего содержания: «{content}»"
                return Sentence(self.kind.noun(Case.ACCUSATIVE), "дополнить", added)
            case AddAppendix(appendix, attachment):
                added = f"приложением{signed(appendix, self.sign)} {self._according(attachment)}"
                return Sentence(self.kind.noun(Case.ACCUSATIVE), "дополнить", added)
            case AddRows(section, appendix, rows):
                noun = Noun.SECTION if section else Noun.APPENDIX
                at = Address(noun, section or appendix, appendix if section else None)
                added = "строкой" if len(rows) == 1 else "строками"
                numbers = ", ".join(row.number for row in rows)
                return Sentence(self._called(at), "дополнить", f"{added} {numbers} следующего содержания:")
            case AddSection(appendix, section):
                at, added = Address(Noun.APPENDIX, appendix), f"разделом {section.number}"
                return Sentence(self._called(at), "дополнить", f"{added} следующего содержания:")

    def _of_seat(self, instruction: SeatChange) -> Sentence:
        """«из состава, приведённого в приложении № 2, вывести …»."""
        place = f"в {self._phrase(Address(Noun.APPENDIX, instruction.appendix), Case.PREPOSITIONAL)},"
        match instruction:
            case Enter(_, member, group, after):
                head = f" в группу «{group}»" if group else ""
                neighbour = f", указав после {after}" if after else ""
                return Sentence(f"в состав, приведённый {place}{head}", "ввести", member + neighbour)
            case Withdraw(_, member):
                return Sentence(f"из состава, приведённого {place}", "вывести", member)
            case RestatePost(_, member, text):
                before = f"в составе, приведённом {place} наименование должности {member}"
                return Sentence(before, "изложить", f"в следующей редакции: «{text}»")

    def _called(self, at: Address) -> str:
        return self._phrase(at, Case.ACCUSATIVE)

    def _within(self, at: Address) -> str:
        return f"в {self._phrase(at, Case.PREPOSITIONAL)}"

    def _according(self, attachment: str) -> str:
        own = f"к настоящему {self.kind.noun(Case.DATIVE)}"
        return f"согласно приложению{signed(attachment, self.sign)} {own}"

    def _phrase(self, at: Address, case: Case) -> str:
        """What an address is called: «графу «Сроки» строки 2.3 приложения № 1»."""
        if at.column:
            return f"{COLUMN[case]} «{at.column}» {self._phrase(at._replace(column=''), Case.GENITIVE)}"
        noun = NOUNS[at.noun][case]
        if at.noun is Noun.APPENDIX:
            return f"{noun}{signed(at.number, self.sign)}"
        holder = (
            "" if at.appendix is None else self._phrase(Address(Noun.APPENDIX, at.appendix), Case.GENITIVE)
        )
        if at.noun is Noun.TITLE:
            if at.number:  # of a section
                section = Address(Noun.SECTION, at.number, at.appendix)
                return f"{noun} {self._phrase(section, Case.GENITIVE)}"
            return f"{noun} {holder or self.kind.noun(Case.GENITIVE)}"
        return " ".join(filter(None, (noun, at.number, holder)))


def _replacement(where: str, old: str, new: str, case: str = "") -> Sentence:
    before, after = f"{_kind(old).accusative} «{old}»", f"{_kind(new).instrumental} «{new}»"
    return Sentence(f"{where} {before}{case}", "заменить", f"{after}{case}")


def _kind(text: str) -> Quoted:
    """«цифры «01.09»», «слово «семинар»», «слова «до 1 сентября»»."""
    if _FIGURES.fullmatch(text):
        return FIGURES
    return WORDS if " " in text else WORD


def signed(number: str, sign: NumberSign) -> str:
    """The number of an appendix after its noun; a single one has none."""
    if not number:
        return ""
    return f" № {number}" if sign is NumberSign.WITH else f" {number}"
