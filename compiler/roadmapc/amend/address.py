"""What the provisions of an order are called, in the cases that amendments need."""

from roadmapc.amend.instructions import Address, Noun
from roadmapc.model.amendment import Case
from roadmapc.model.profile import NumberSign

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
ORDER = dict(zip(_CASES, ("приказ", "приказа", "приказе"), strict=True))


def phrase(at: Address, case: Case, sign: NumberSign) -> str:
    """What an address is called: «графу «Сроки» строки 2.3 приложения № 1»."""
    if at.column:
        return f"{COLUMN[case]} «{at.column}» {phrase(at._replace(column=''), Case.GENITIVE, sign)}"
    noun = NOUNS[at.noun][case]
    if at.noun is Noun.APPENDIX:
        return f"{noun}{signed(at.number, sign)}"
    holder = "" if at.appendix is None else phrase(Address(Noun.APPENDIX, at.appendix), Case.GENITIVE, sign)
    if at.noun is Noun.TITLE:
        if at.number:  # of a section
            section = Address(Noun.SECTION, at.number, at.appendix)
            return f"{noun} {phrase(section, Case.GENITIVE, sign)}"
        return f"{noun} {holder or ORDER[Case.GENITIVE]}"
    return " ".join(filter(None, (noun, at.number, holder)))


def signed(number: str, sign: NumberSign) -> str:
    """The number of an appendix after its noun; a single one has none."""
    if not number:
        return ""
    return f" № {number}" if sign is NumberSign.WITH else f" {number}"
