"""What the units of an order are called, in the cases that amendments need."""

from enum import IntEnum

from roadmapc.amend.instructions import Address, Noun
from roadmapc.model.profile import NumberSign


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


def phrase(at: Address, case: Case, sign: NumberSign) -> str:
    """What an address is called: «графу «Сроки» строки 2.3 приложения № 1»."""
    if at.column:
        return f"{COLUMN[case]} «{at.column}» {phrase(at._replace(column=''), Case.GENITIVE, sign)}"
    noun = NOUNS[at.noun][case]
    if at.noun is Noun.APPENDIX:
        return f"{noun}{signed(at.number, sign)}"
    if at.noun is Noun.TITLE:
        return f"{noun} {_titled(at, sign)}"
    number = f" {at.number}" if at.number else ""
    return f"{noun}{number}{_holder(at, sign)}"


def _titled(at: Address, sign: NumberSign) -> str:
    """What has the title, in the genitive."""
    if at.appendix is None:
        return ORDER[Case.GENITIVE]
    if not at.number:
        return phrase(Address(Noun.APPENDIX, at.appendix), Case.GENITIVE, sign)
    return phrase(Address(Noun.SECTION, at.number, at.appendix), Case.GENITIVE, sign)


def _holder(at: Address, sign: NumberSign) -> str:
    """The appendix that holds a unit; nothing for the order's own text."""
    if at.appendix is None:
        return ""
    return f" {phrase(Address(Noun.APPENDIX, at.appendix), Case.GENITIVE, sign)}"


def signed(number: str, sign: NumberSign) -> str:
    """The number of an appendix after its noun; a single one has none."""
    if not number:
        return ""
    return f" № {number}" if sign is NumberSign.WITH else f" {number}"
