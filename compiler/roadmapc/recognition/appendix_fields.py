"""An appendix of the plan: its number, its mark, its title, and what recognises its body."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.incoming.blocks import Block
from roadmapc.model.act import Case
from roadmapc.recognition.account import Account, words_of
from roadmapc.recognition.authors import Issuer
from roadmapc.recognition.context import Context
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.footnotes import with_footnotes
from roadmapc.recognition.head import Head
from roadmapc.recognition.ids import Ids
from roadmapc.recognition.lines import Line, Words, is_edition_note
from roadmapc.recognition.marks import AppendixMark
from roadmapc.recognition.outline import AppendixOutline
from roadmapc.recognition.parts import recognise_parts
from roadmapc.recognition.registered import day_in, number_in
from roadmapc.recognition.titles import title_of
from roadmapc.syntax.to_yaml import mapping, text
from roadmapc.syntax.tree import MappingNode, Node
from roadmapc.text.dates import digits
from roadmapc.verify.meaning import meaning

_GRIFS = ("УТВЕРЖДЁН", "УТВЕРЖДЕНА", "УТВЕРЖДЕНО", "УТВЕРЖДЕНЫ")


class Titled(NamedTuple):
    """An appendix with its title parted from its body."""

    id: str
    mark: AppendixMark | None
    title: tuple[Line, ...]
    blocks: Sequence[Block]


def titled(appendices: Sequence[AppendixOutline], known: str, ids: Ids) -> tuple[Titled, ...]:
    """Each appendix under a name of its own; `known` are texts of the act that name appendices."""
    found = []
    for number, appendix in enumerate(appendices, start=1):
        title, blocks = title_of(appendix.blocks, known)
        words = Words.of(title).text if title else ""
        found.append(Titled(ids.name(words, f"appendix-{number}"), appendix.mark, title, blocks))
    return tuple(found)


class Appendices:
    """Writes them, claiming the words of marks and titles."""

    def __init__(self, account: Account, directory: Directory, ids: Ids, head: Head, issuer: Issuer) -> None:
        """`head` and `issuer` are of the act that marks name."""
        self._account = account
        self._directory = directory
        self._ids = ids
        self._head = head
        self._issuer = issuer

    def fields(self, appendices: Sequence[Titled], *, is_signed: bool) -> tuple[MappingNode, ...]:
        """The mapping of each."""
        single = len(appendices) == 1
        return tuple(
            self._appendix(each, "" if single else str(at + 1), at, is_signed=is_signed)
            for at, each in enumerate(appendices)
        )

    def _appendix(self, appendix: Titled, number: str, at: int, *, is_signed: bool) -> MappingNode:
        fields: dict[str, Node] = {"id": text(appendix.id)}
        if not is_signed:  # the order is a draft, its appendices come as they are
            fields["wording"] = text("as_signed")
        fields |= self._mark(appendix.mark, number, is_signed=is_signed)
        title = ""
        notes = [line for line in appendix.title if is_edition_note(line)]
        for line in notes:
            self._account.leave(line.span, line.where, "отметка о редакции: печатается сама")
        if lines := [line for line in appendix.title if line not in notes]:
            words = Words.of(lines)
            self._account.take(*words.spans)
            title = words.text
            fields["title"] = text(title)
        elif not is_signed:
            fields["title"] = text("Приложение")
        mark = appendix.mark.text.lower() if appendix.mark else ""
        is_form = title.lower().startswith(("форма", "примерная форма", "типовая форма")) or "форма" in mark
        context = Context(appendix.id, title, ("appendices", at), self._ids, self._directory, is_form)
        body = recognise_parts(appendix.blocks, context, self._account)
        blocks = (*(line.paragraph for line in appendix.title), *appendix.blocks)
        return mapping(fields | with_footnotes(body, blocks, self._account))

    def _mark(self, mark: AppendixMark | None, number: str, *, is_signed: bool) -> dict[str, Node]:
        """The number and the mark where they are not those that print gives by itself."""
        if mark is None:
            return {"mark": text("")} if is_signed else {}
        self._account.take(*(line.span for line in mark.lines))
        typed = meaning(mark.text.replace("\n", " "))
        for grif in ("", *_GRIFS):
            for numbered in dict.fromkeys((number, mark.number, "")):
                if grif == mark.grif and _is_said(mark.text, self._composed(numbered, grif)):
                    return _told(numbered, number, grif)
        if (other := self._approved(mark, typed)) is not None:
            return _told(mark.number, number, mark.grif) | {"approved_by": other}
        if is_signed:
            return _told(mark.number, number, mark.text)
        return _told(mark.number, number, mark.grif.upper().replace("ЕН", "ЁН", 1))

    def _approved(self, mark: AppendixMark, typed: str) -> Node | None:
        """The act of another body that approved the appendix; `None` if print would not say it so."""
        registered = " ".join(line.text for line in mark.lines)
        day, numbers = day_in(registered), number_in(mark.lines[-1].text)
        if mark.grif not in _GRIFS or day is None or numbers is None or not mark.act.text:
            return None
        above = f"Приложение № {mark.number} " if mark.number else ""
        printed = f"{above}{mark.grif} {mark.act.text} от {digits(day[0])} № {numbers.value}"
        if typed != meaning(printed):
            return None
        told = {"act": mark.act.text, "date": digits(day[0]), "number": numbers.value}
        return mapping({name: text(words) for name, words in told.items()})

    def _composed(self, number: str, grif: str) -> str:
        """The mark as print composes it, in one line."""
        kind, whose = self._head.kind, self._issuer.genitive
        day = digits(self._head.day) if self._head.day else "____________"
        registered = f"от {day} № {self._head.number.text or '_____'}"
        numbered = f"Приложение № {number}" if number else "Приложение"
        if not grif:
            return f"{numbered} к {kind.noun(Case.DATIVE)} {whose} {registered}"
        above = f"{numbered} " if number else ""
        return f"{above}{grif} {kind.noun(Case.INSTRUMENTAL)} {whose} {registered}"


def _is_said(typed: str, composed: str) -> bool:
    """Whether print says a mark as it was typed, and not a word less: «г.» after a date."""
    said = Counter(words_of(composed))
    said["n"] += 1  # a sign of the number that is no word
    lines = typed.replace("\n", " ")
    return meaning(lines) == meaning(composed) and not Counter(words_of(lines)) - said


def _told(number: str, expected: str, mark: str) -> dict[str, Node]:
    """The fields that are not those that print gives by itself."""
    fields: dict[str, Node] = {} if number == expected else {"number": text(number)}
    return fields | {"mark": text(mark)} if mark else fields
