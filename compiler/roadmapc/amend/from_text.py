"""The words of an amending order read back: what an officer would do by them."""

import re
from collections.abc import Callable
from typing import TypeVar

from roadmapc.amend.address import COLUMN, NOUNS, ORDER
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
from roadmapc.amend.printed_order import PrintedClause, PrintedRow, PrintedSection
from roadmapc.amend.skeleton import QUOTE, TABLE, Skeleton, UnreadableError, skeleton
from roadmapc.amend.to_text import EVERYWHERE, FIGURES, IN_CASE, WORD, WORDS, Quoted

_STEMS = {
    **{form: noun for noun, forms in NOUNS.items() for form in forms},
    **dict.fromkeys(COLUMN, "column"),
    **dict.fromkeys(ORDER, "order"),
}
"""Every form of a noun that an address may have."""

T = TypeVar("T")
_Found = re.Match[str]
_Form = tuple[re.Pattern[str], Callable[[_Found, Skeleton], Instruction]]


def instruction(sentence: str, quoted: tuple[PrintedSection, ...]) -> Instruction:
    """What a sentence with the rows that it quotes tells to do, in the infinitive or as a gerund."""
    read = skeleton(sentence, quoted)
    for pattern, build in _FORMS:
        found = pattern.fullmatch(read.words)
        if found is not None:
            return build(found, read)
    raise UnreadableError(sentence)


def _address(words: str, read: Skeleton) -> Address:
    """An address from its words: nouns, each with the number or the quoted heading that follows it."""
    named: dict[str, str] = {}
    noun = ""
    for word in words.replace("№ ", "").split():
        if word in _STEMS:
            noun = _STEMS[word]
            named[noun] = ""
        elif noun and not named[noun]:
            named[noun] = word
        else:
            raise UnreadableError(words)
    return _of_names(named, read)


def _of_names(named: dict[str, str], read: Skeleton) -> Address:
    """What the nouns of an address name together: the first of them is changed, the others hold it."""
    appendix = named.get(Noun.APPENDIX)
    first = next(iter(named), "")
    if first == "column":
        return Address(Noun.ROW, named[Noun.ROW], appendix, read.text(named[first]))
    if first == Noun.TITLE:
        return Address(Noun.TITLE, named.get(Noun.SECTION, ""), appendix)
    if first == Noun.APPENDIX:
        return Address(Noun.APPENDIX, named[first])
    if first in (Noun.PREAMBLE, Noun.CLAUSE, Noun.SECTION, Noun.ROW):
        return Address(Noun(first), named[first], appendix)
    raise UnreadableError(first)


def _replace(found: _Found, read: Skeleton) -> Instruction:
    old, new = read.text(found["old"]), read.text(found["new"])
    return Replace(_address(found["at"], read), old, new)


def _rename(found: _Found, read: Skeleton) -> Instruction:
    return Rename(read.text(found["old"]), read.text(found["new"]), is_inflected=False)


def _rename_declined(found: _Found, read: Skeleton) -> Instruction:
    return Rename(read.text(found["old"]), read.text(found["new"]), is_inflected=True)


def _drop(found: _Found, read: Skeleton) -> Instruction:
    return Drop(_address(found["at"], read), read.text(found["old"]))


def _add(found: _Found, read: Skeleton) -> Instruction:
    after = read.text(found["after"]) if found["after"] else ""
    return Add(_address(found["at"], read), after, read.text(found["new"]))


def _restate(found: _Found, read: Skeleton) -> Instruction:
    at = _address(found["at"], read)
    return Restate(at, _unnumbered(read.text(found["new"]), at.number if at.noun is Noun.CLAUSE else ""))


def _unnumbered(text: str, number: str) -> str:
    """A new wording of a clause without the number that it begins with."""
    if number and not text.startswith(f"{number}. "):
        raise UnreadableError(text)
    return text.removeprefix(f"{number}. ") if number else text


def _restate_row(found: _Found, read: Skeleton) -> Instruction:
    at = _address(found["at"], read)
    return RestateRow(at, _only(_rows(read, at.number)))


def _rows(read: Skeleton, numbers: str) -> tuple[PrintedRow, ...]:
    """The rows in quotes, which have to be those that the sentence names."""
    rows = tuple(row for section in read.sections for row in section.rows)
    if ", ".join(row.number for row in rows) != numbers:
        raise UnreadableError(numbers)
    return rows


def _only(units: tuple[T, ...]) -> T:
    if len(units) != 1:
        raise UnreadableError(f"в кавычках единиц – {len(units)}")
    return units[0]


def _restate_appendix(found: _Found, read: Skeleton) -> Instruction:
    return RestateAppendix(_address(found["at"], read).number, _attachment(found))


def _remove(found: _Found, read: Skeleton) -> Instruction:
    return Remove(_address(found["at"], read))


def _add_clause(found: _Found, read: Skeleton) -> Instruction:
    """A clause with its sub-clauses, each from its number at the beginning of a line."""
    numbers = rf"^({re.escape(found['number'])}(?:\.\d+)*)\. "
    before, *parts = re.split(numbers, read.text(found["new"]), flags=re.MULTILINE)
    if before or parts[:1] != [found["number"]]:
        raise UnreadableError(found["number"])
    texts = (text.removesuffix("\n") for text in parts[1::2])
    return AddClause(tuple(map(PrintedClause, parts[::2], texts)))


def _add_appendix(found: _Found, _: Skeleton) -> Instruction:
    return AddAppendix((found["number"] or "").strip(), _attachment(found))


def _add_rows(found: _Found, read: Skeleton) -> Instruction:
    at = _address(found["at"], read)
    rows = _rows(read, found["rows"])
    if at.noun is Noun.SECTION:
        return AddRows(at.number, at.appendix or "", rows)
    return AddRows("", at.number, rows)


def _add_section(found: _Found, read: Skeleton) -> Instruction:
    section = _only(read.sections)
    if section.number != found["number"]:
        raise UnreadableError(section.number)
    return AddSection(_address(found["at"], read).number, section)


def _attachment(found: _Found) -> str:
    return (found["attachment"] or "").strip()


_KINDS = Quoted(*(f"(?:{'|'.join(forms)})" for forms in zip(FIGURES, WORD, WORDS, strict=True)))
_OLD, _NEW = rf"{_KINDS.accusative} (?P<old>{QUOTE})", rf"{_KINDS.instrumental} (?P<new>{QUOTE})"
_AFTER = rf"после {_KINDS.genitive} (?P<after>{QUOTE})"
_ATTACHED = r"согласно приложению(?: №)?(?P<attachment> \d+)? к настоящему приказу"
_CONTENT = "следующего содержания:"
_FORMS: tuple[_Form, ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (rf"заменить {EVERYWHERE} {_OLD} {_NEW}", _rename),
        (rf"заменить {EVERYWHERE} {_OLD}{IN_CASE} {_NEW}{IN_CASE}", _rename_declined),
        (rf"заменить в (?P<at>.+) {_OLD} {_NEW}", _replace),
        (rf"исключить в (?P<at>.+) {_OLD}", _drop),
        (rf"дополнить (?P<at>.+?)(?: {_AFTER})? {_NEW}", _add),
        (rf"изложить (?P<at>.+) в следующей редакции: (?P<new>{QUOTE})", _restate),
        (rf"изложить (?P<at>.+) в следующей редакции: {TABLE}", _restate_row),
        (rf"изложить (?P<at>.+) в редакции {_ATTACHED}", _restate_appendix),
        (r"признать (?P<at>.+) утративш(?:ей|им) силу", _remove),
        (r"исключить (?P<at>.+)", _remove),
        (rf"дополнить приказ пунктом (?P<number>\S+) {_CONTENT} (?P<new>{QUOTE})", _add_clause),
        (rf"дополнить приказ приложением(?: №)?(?P<number> \S+)? {_ATTACHED}", _add_appendix),
        (rf"дополнить (?P<at>.+) разделом (?P<number>\S+) {_CONTENT} {TABLE}", _add_section),
        (rf"дополнить (?P<at>.+) строк(?:ой|ами) (?P<rows>\S+(?:, \S+)*) {_CONTENT} {TABLE}", _add_rows),
    )
)
"""Every form with what it tells to do; the verb stands first."""
