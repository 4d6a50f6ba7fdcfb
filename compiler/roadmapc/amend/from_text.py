"""The words of an amending order read back: what an officer would do by them.

Texts in quotes are set aside first, so that no word of theirs is taken for a word of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from roadmapc.amend.edition import Clause, Row, Section
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
from roadmapc.amend.to_text import COLUMN, EVERYWHERE, GERUNDS, IN_CASE, NOUNS, ORDER

_FIRST_MARK = 0xE000
"""The private use area of Unicode: characters that stand for texts in quotes."""
_TABLE = "\uf8ff"
"""The last character of that area: stands for the rows in quotes after the sentence."""
_INFINITIVES = {word: infinitive for infinitive in GERUNDS for word in (infinitive, GERUNDS[infinitive])}
_STEMS = {
    **{form: noun for noun, forms in NOUNS.items() for form in forms},
    **dict.fromkeys(COLUMN, "column"),
    **dict.fromkeys(ORDER, "order"),
}
"""Every form of a noun that an address may have."""


T = TypeVar("T")


class UnreadableError(Exception):
    """A sentence that says nothing an officer could do."""


class _Skeleton(NamedTuple):
    """A sentence with its verb in front and a mark for everything in quotes."""

    words: str
    texts: tuple[str, ...]
    sections: tuple[Section, ...]
    """Of the rows in quotes; empty if there are none."""

    def text(self, mark: str) -> str:
        """The text that a mark stands for."""
        return self.texts[ord(mark) - _FIRST_MARK]


_Found = re.Match[str]
_Form = tuple[re.Pattern[str], Callable[[_Found, _Skeleton], Instruction]]


def instruction(sentence: str, quoted: tuple[Section, ...]) -> Instruction:
    """What a sentence with the rows that it quotes tells to do, in the infinitive or as a gerund."""
    words, texts = _marked(sentence)
    skeleton = _Skeleton(_verb_first(f"{words} {_TABLE}" if quoted else words), texts, quoted)
    for pattern, build in _FORMS:
        found = pattern.fullmatch(skeleton.words)
        if found is not None:
            return build(found, skeleton)
    raise UnreadableError(sentence)


def _verb_first(words: str) -> str:
    """The sentence with its verb as an infinitive in front of all other words."""
    split = (words[:1].lower() + words[1:]).rstrip(" .").split()
    verbs = [word for word in split if word in _INFINITIVES]
    if len(verbs) != 1:
        raise UnreadableError(words)
    split.remove(verbs[0])
    return " ".join((_INFINITIVES[verbs[0]], *split))


def _marked(sentence: str) -> tuple[str, tuple[str, ...]]:
    """The outermost quotes are marked; quotes within them are part of the text."""
    words: list[str] = []
    texts: list[str] = []
    depth, start = 0, 0
    for at, character in enumerate(sentence):
        if character == "«":
            start = at + 1 if depth == 0 else start
            depth += 1
        elif character == "»":
            depth -= 1
            if depth == 0:
                words.append(chr(_FIRST_MARK + len(texts)))
                texts.append(sentence[start:at])
        elif depth == 0:
            words.append(character)
    if depth != 0:
        raise UnreadableError(sentence)
    return "".join(words), tuple(texts)


def _address(words: str, skeleton: _Skeleton) -> Address:
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
    return _of_names(named, skeleton)


def _of_names(named: dict[str, str], skeleton: _Skeleton) -> Address:
    """What the nouns of an address name together: the first of them is changed, the others hold it."""
    appendix = named.get(Noun.APPENDIX)
    first = next(iter(named), "")
    if first == "column":
        return Address(Noun.ROW, named[Noun.ROW], appendix, skeleton.text(named[first]))
    if first == Noun.TITLE:
        return Address(Noun.TITLE, named.get(Noun.SECTION, ""), appendix)
    if first == Noun.APPENDIX:
        return Address(Noun.APPENDIX, named[first])
    if first in (Noun.PREAMBLE, Noun.CLAUSE, Noun.SECTION, Noun.ROW):
        return Address(Noun(first), named[first], appendix)
    raise UnreadableError(first)


def _replace(found: _Found, skeleton: _Skeleton) -> Instruction:
    old, new = skeleton.text(found["old"]), skeleton.text(found["new"])
    return Replace(_address(found["at"], skeleton), old, new)


def _rename(found: _Found, skeleton: _Skeleton) -> Instruction:
    return Rename(skeleton.text(found["old"]), skeleton.text(found["new"]), is_inflected=False)


def _rename_declined(found: _Found, skeleton: _Skeleton) -> Instruction:
    return Rename(skeleton.text(found["old"]), skeleton.text(found["new"]), is_inflected=True)


def _drop(found: _Found, skeleton: _Skeleton) -> Instruction:
    return Drop(_address(found["at"], skeleton), skeleton.text(found["old"]))


def _add(found: _Found, skeleton: _Skeleton) -> Instruction:
    after = skeleton.text(found["after"]) if found["after"] else ""
    return Add(_address(found["at"], skeleton), after, skeleton.text(found["new"]))


def _restate(found: _Found, skeleton: _Skeleton) -> Instruction:
    at = _address(found["at"], skeleton)
    return Restate(at, _unnumbered(skeleton.text(found["new"]), at.number if at.noun is Noun.CLAUSE else ""))


def _unnumbered(text: str, number: str) -> str:
    """A new wording of a clause without the number that it begins with."""
    if number and not text.startswith(f"{number}. "):
        raise UnreadableError(text)
    return text.removeprefix(f"{number}. ") if number else text


def _restate_row(found: _Found, skeleton: _Skeleton) -> Instruction:
    at = _address(found["at"], skeleton)
    return RestateRow(at, _only(_rows(skeleton, at.number)))


def _rows(skeleton: _Skeleton, numbers: str) -> tuple[Row, ...]:
    """The rows in quotes, which have to be those that the sentence names."""
    rows = tuple(row for section in skeleton.sections for row in section.rows)
    if ", ".join(row.number for row in rows) != numbers:
        raise UnreadableError(numbers)
    return rows


def _only(units: tuple[T, ...]) -> T:
    if len(units) != 1:
        raise UnreadableError(f"в кавычках единиц – {len(units)}")
    return units[0]


def _restate_appendix(found: _Found, skeleton: _Skeleton) -> Instruction:
    return RestateAppendix(_address(found["at"], skeleton).number, _attachment(found))


def _remove(found: _Found, skeleton: _Skeleton) -> Instruction:
    return Remove(_address(found["at"], skeleton))


def _add_clause(found: _Found, skeleton: _Skeleton) -> Instruction:
    """A clause with its sub-clauses, each from its number at the beginning of a line."""
    numbers = rf"^({re.escape(found['number'])}(?:\.\d+)*)\. "
    before, *parts = re.split(numbers, skeleton.text(found["new"]), flags=re.MULTILINE)
    if before or parts[:1] != [found["number"]]:
        raise UnreadableError(found["number"])
    texts = (text.removesuffix("\n") for text in parts[1::2])
    return AddClause(tuple(map(Clause, parts[::2], texts)))


def _add_appendix(found: _Found, skeleton: _Skeleton) -> Instruction:
    return AddAppendix((found["number"] or "").removeprefix(" № "), _attachment(found))


def _add_rows(found: _Found, skeleton: _Skeleton) -> Instruction:
    at = _address(found["at"], skeleton)
    rows = _rows(skeleton, found["rows"])
    if at.noun is Noun.SECTION:
        return AddRows(at.number, at.appendix or "", rows)
    return AddRows("", at.number, rows)


def _add_section(found: _Found, skeleton: _Skeleton) -> Instruction:
    section = _only(skeleton.sections)
    if section.number != found["number"]:
        raise UnreadableError(section.number)
    return AddSection(_address(found["at"], skeleton).number, section)


def _attachment(found: _Found) -> str:
    return (found["attachment"] or "").removeprefix(" № ")


_QUOTE = r"[\ue000-\uf8fe]"
_REPLACED = rf"(?:слова|цифры) (?P<old>{_QUOTE}) (?:словами|цифрами) (?P<new>{_QUOTE})"
_DECLINED = rf"слова (?P<old>{_QUOTE}){IN_CASE} словами (?P<new>{_QUOTE}){IN_CASE}"
_ATTACHED = r"согласно приложению(?P<attachment> № \d+)? к настоящему приказу"
_CONTENT = "следующего содержания:"
_FORMS: tuple[_Form, ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (rf"заменить {EVERYWHERE} {_REPLACED}", _rename),
        (rf"заменить {EVERYWHERE} {_DECLINED}", _rename_declined),
        (rf"заменить в (?P<at>.+) {_REPLACED}", _replace),
        (rf"исключить в (?P<at>.+) слова (?P<old>{_QUOTE})", _drop),
        (rf"дополнить (?P<at>.+?)(?: после слов (?P<after>{_QUOTE}))? словами (?P<new>{_QUOTE})", _add),
        (rf"изложить (?P<at>.+) в следующей редакции: (?P<new>{_QUOTE})", _restate),
        (rf"изложить (?P<at>.+) в следующей редакции: {_TABLE}", _restate_row),
        (rf"изложить (?P<at>.+) в редакции {_ATTACHED}", _restate_appendix),
        (r"признать (?P<at>.+) утративш(?:ей|им) силу", _remove),
        (r"исключить (?P<at>.+)", _remove),
        (rf"дополнить приказ пунктом (?P<number>\S+) {_CONTENT} (?P<new>{_QUOTE})", _add_clause),
        (rf"дополнить приказ приложением(?P<number> № \S+)? {_ATTACHED}", _add_appendix),
        (rf"дополнить (?P<at>.+) разделом (?P<number>\S+) {_CONTENT} {_TABLE}", _add_section),
        (rf"дополнить (?P<at>.+) строк(?:ой|ами) (?P<rows>\S+(?:, \S+)*) {_CONTENT} {_TABLE}", _add_rows),
    )
)
"""Every form with what it tells to do; the verb stands first."""
