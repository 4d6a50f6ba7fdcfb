"""The words of an amending order read back: what an officer would do by them."""

import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar

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
    Withdraw,
)
from roadmapc.amend.printed_order import PrintedClause, PrintedRow, PrintedSection
from roadmapc.amend.skeleton import QUOTE, TABLE, Skeleton, UnreadableError, skeleton
from roadmapc.amend.to_text import (
    COLUMN,
    EVERYWHERE,
    FIGURES,
    IN_CASE,
    NOUNS,
    WORD,
    WORDS,
    Quoted,
)
from roadmapc.model.act import ActKind, Case, any_kind

_NOUNS = {
    **{form: noun for noun, forms in NOUNS.items() for form in forms.values()},
    **dict.fromkeys(COLUMN.values(), "column"),
    **{kind.noun(case): "order" for kind in ActKind for case in Case},
}
"""Every form of a noun that an address may have."""
_KINDS = Quoted(*(f"(?:{'|'.join(forms)})" for forms in zip(FIGURES, WORD, WORDS, strict=True)))
_OLD, _NEW = rf"{_KINDS.accusative} (?P<old>{QUOTE})", rf"{_KINDS.instrumental} (?P<new>{QUOTE})"
_AFTER = rf"после {_KINDS.genitive} (?P<after>{QUOTE})"
_ACT = any_kind(Case.ACCUSATIVE)
_EVERYWHERE = EVERYWHERE.format(any_kind(Case.GENITIVE))
_ATTACHED = rf"согласно приложению(?: №)?(?P<attachment> \d+)? к настоящему {any_kind(Case.DATIVE)}"
_IN_APPENDIX = r"в приложении(?: №)?(?P<appendix> [^\s,]+)?"
_POST_OF = rf"в составе, приведённом {_IN_APPENDIX}, наименование должности"
_INTO = rf"в состав, приведённый {_IN_APPENDIX},(?: в группу (?P<group>{QUOTE}))?"
_CONTENT = "следующего содержания:"

T = TypeVar("T")


def instruction(sentence: str, quoted: tuple[PrintedSection, ...]) -> Instruction:
    """What a sentence with the rows that it quotes tells to do, in the infinitive or as a gerund.

    Raises `UnreadableError` if it is of no known form.
    """
    words = skeleton(sentence, quoted)
    for pattern, build in _FORMS:
        parts = pattern.fullmatch(words.words)
        if parts is not None:
            return build(_Sentence(parts, words))
    raise UnreadableError(sentence)


class _Sentence(NamedTuple):
    """A sentence of a known form with its parts by name."""

    parts: re.Match[str]
    skeleton: Skeleton

    def text(self, part: str) -> str:
        """What stands in quotes; empty if the sentence has no such part."""
        mark = self.parts[part]
        return self.skeleton.text(mark) if mark else ""

    @property
    def at(self) -> Address:
        """What is changed: nouns, each with the number or the quoted heading that follows it."""
        named: dict[str, str] = {}
        noun = ""
        for word in self.parts["at"].replace("№ ", "").split():
            if word in _NOUNS:
                noun = _NOUNS[word]
                named[noun] = ""
            elif noun and not named[noun]:
                named[noun] = word
            else:
                raise UnreadableError(self.parts["at"])
        return _address(named, self.skeleton)

    @property
    def attachment(self) -> str:
        """Number of the amending order's own appendix; empty for a single one."""
        return (self.parts["attachment"] or "").strip()

    @property
    def sections(self) -> tuple[PrintedSection, ...]:
        """In quotes."""
        return self.skeleton.sections

    @property
    def appendix(self) -> str:
        """Number of the appendix with a composition; empty for a single one."""
        return (self.parts["appendix"] or "").strip()

    def words(self, part: str) -> str:
        """What is said with its quotations; empty if the sentence has no such part."""
        return re.sub(QUOTE, lambda mark: f"«{self.skeleton.text(mark[0])}»", self.parts[part] or "")

    def rows(self, numbers: str) -> tuple[PrintedRow, ...]:
        """The rows in quotes, which have to be those that the sentence names."""
        rows = tuple(row for section in self.sections for row in section.rows)
        if ", ".join(row.number for row in rows) != numbers:
            raise UnreadableError(numbers)
        return rows


def _address(named: dict[str, str], words: Skeleton) -> Address:
    """What the nouns of an address name together: the first of them is changed, the others hold it."""
    appendix = named.get(Noun.APPENDIX)
    row = named.get(Noun.ROW, "")
    if re.fullmatch(QUOTE, row):  # a row without a number is known by its words
        named[Noun.ROW] = f"«{words.text(row)}»"
    first = next(iter(named), "")
    match first:
        case "column":
            return Address(Noun.ROW, named[Noun.ROW], appendix, words.text(named[first]))
        case Noun.TITLE:
            return Address(Noun.TITLE, named.get(Noun.SECTION, ""), appendix)
        case Noun.APPENDIX:
            return Address(Noun.APPENDIX, named[first])
        case Noun.PREAMBLE | Noun.CLAUSE | Noun.SECTION | Noun.ROW:
            return Address(Noun(first), named[first], appendix)
    raise UnreadableError(first)


def _only(quoted: tuple[T, ...]) -> T:
    if len(quoted) != 1:
        raise UnreadableError(f"в кавычках единиц – {len(quoted)}")
    return quoted[0]


def _restate(sentence: _Sentence) -> Instruction:
    """A new wording of a clause begins with its number."""
    at, text = sentence.at, sentence.text("new")
    number = f"{at.number}. " if at.noun is Noun.CLAUSE and at.number else ""
    if not text.startswith(number):
        raise UnreadableError(text)
    return Restate(at, text.removeprefix(number))


def _add_clause(sentence: _Sentence) -> Instruction:
    """A clause with its sub-clauses, each from its number at the beginning of a line."""
    number = sentence.parts["number"]
    numbers = rf"^({re.escape(number)}(?:\.\d+)*)\. "
    before, *parts = re.split(numbers, sentence.text("new"), flags=re.MULTILINE)
    if before or parts[:1] != [number]:
        raise UnreadableError(number)
    texts = (text.removesuffix("\n") for text in parts[1::2])
    return AddClause(tuple(map(PrintedClause, parts[::2], texts)))


def _add_rows(sentence: _Sentence) -> Instruction:
    at = sentence.at
    rows = sentence.rows(sentence.parts["rows"])
    if at.noun is Noun.SECTION:
        return AddRows(at.number, at.appendix or "", rows)
    return AddRows("", at.number, rows)


def _add_section(sentence: _Sentence) -> Instruction:
    section = _only(sentence.sections)
    if section.number != sentence.parts["number"]:
        raise UnreadableError(section.number)
    return AddSection(sentence.at.number, section)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[_Sentence], Instruction]], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (
            rf"заменить {_EVERYWHERE} {_OLD} {_NEW}",
            lambda sentence: Rename(sentence.text("old"), sentence.text("new"), is_inflected=False),
        ),
        (
            rf"заменить {_EVERYWHERE} {_OLD}{IN_CASE} {_NEW}{IN_CASE}",
            lambda sentence: Rename(sentence.text("old"), sentence.text("new"), is_inflected=True),
        ),
        (
            rf"заменить в (?P<at>.+) {_OLD} {_NEW}",
            lambda sentence: Replace(sentence.at, sentence.text("old"), sentence.text("new")),
        ),
        (rf"исключить в (?P<at>.+) {_OLD}", lambda sentence: Drop(sentence.at, sentence.text("old"))),
        (
            rf"дополнить (?P<at>.+?)(?: {_AFTER})? {_NEW}",
            lambda sentence: Add(sentence.at, sentence.text("after"), sentence.text("new")),
        ),
        (
            rf"изложить {_POST_OF} (?P<member>.+) в следующей редакции: (?P<new>{QUOTE})",
            lambda sentence: RestatePost(sentence.appendix, sentence.words("member"), sentence.text("new")),
        ),
        (
            rf"вывести из состава, приведённого {_IN_APPENDIX}, (?P<member>.+)",
            lambda sentence: Withdraw(sentence.appendix, sentence.words("member")),
        ),
        (
            rf"ввести {_INTO} (?P<member>.+?)(?:, указав после (?P<after>.+))?",
            lambda sentence: Enter(
                sentence.appendix, sentence.words("member"), sentence.text("group"), sentence.words("after")
            ),
        ),
        (rf"изложить (?P<at>.+) в следующей редакции: (?P<new>{QUOTE})", _restate),
        (
            rf"изложить (?P<at>.+) в следующей редакции: {TABLE}",
            lambda sentence: RestateRow(sentence.at, _only(sentence.rows(sentence.at.number))),
        ),
        (
            rf"изложить (?P<at>.+) в редакции {_ATTACHED}",
            lambda sentence: RestateAppendix(sentence.at.number, sentence.attachment),
        ),
        (r"признать (?P<at>.+) утративш(?:ей|им) силу", lambda sentence: Remove(sentence.at)),
        (r"исключить (?P<at>.+)", lambda sentence: Remove(sentence.at)),
        (rf"дополнить {_ACT} пунктом (?P<number>\S+) {_CONTENT} (?P<new>{QUOTE})", _add_clause),
        (
            rf"дополнить {_ACT} приложением(?: №)?(?P<number> \S+)? {_ATTACHED}",
            lambda sentence: AddAppendix((sentence.parts["number"] or "").strip(), sentence.attachment),
        ),
        (rf"дополнить (?P<at>.+) разделом (?P<number>\S+) {_CONTENT} {TABLE}", _add_section),
        (rf"дополнить (?P<at>.+) строк(?:ой|ами) (?P<rows>\S+(?:, \S+)*) {_CONTENT} {TABLE}", _add_rows),
    )
)
"""Every form with what it tells to do; the verb stands first."""
