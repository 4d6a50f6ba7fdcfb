"""A finished document held against its view: nothing is missing, nothing is added, all is in its order.

The document is read as a stream of words, each a letter of an alphabet of its own. Texts of the view are
looked for one after another; what stands between them may be words of the template, and requisites, which a
template may print where it likes.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from roadmapc.model.act import COMMANDS, ActKind, Case
from roadmapc.render.document.view import OrderView
from roadmapc.render.proof.constants import TAG
from roadmapc.render.proof.facts import PREAMBLE, Fact, facts
from roadmapc.render.proof.words import Alphabet, label_words, words
from roadmapc.text.shorten import shortened
from roadmapc.wordprocessing.reading import Effect, Kind, Paragraph, Reading, Story

_TELLING = 4
"""Words of a text that is known again behind what should not be there; shorter ones stand everywhere."""
_UNREAD = {
    Effect.STRUCK: "зачёркнуто",
    Effect.HIDDEN: "скрыто",
    Effect.PALE: "цветом бумаги",
    Effect.TINY: "слишком мелко",
    Effect.CUT: "не хватает высоты или ширины",
    Effect.OFF_PAGE: "за краем листа",
    Effect.COVERED: "под объединённой ячейкой",
    Effect.REVERSED: "справа налево",
}
_CHANGED = {
    Effect.COMPUTED: "поле или привязка к данным покажет другое",
    Effect.SYMBOLS: "шрифтом значков",
}
"""What does no harm to words of the template itself: a reference from one of its pages to another."""
_BRACES = frozenset("{}")


class Lack(NamedTuple):
    """What a document does not say, or says besides."""

    message: str
    """Goes on after «шаблон «…»»."""


def proof(view: OrderView, reading: Reading, constants: frozenset[str]) -> tuple[Lack, ...]:
    """What is wrong with a document that is to say its view and the constant words of its template."""
    return tuple(dict.fromkeys(_Proof(view, reading, constants).lacks()))


class _Proof:
    """Goes through the words of a document once."""

    def __init__(self, view: OrderView, reading: Reading, constants: frozenset[str]) -> None:
        """Words of a view, of a document and of its template; comments are no words of it."""
        self._facts = facts(view)
        self._constants = constants
        self._reading = reading
        self._alphabet = Alphabet()
        printed = [each for each in reading.paragraphs if each.place.story is not Story.COMMENT]
        self._texts = [paragraph.text for paragraph in printed]
        facts_of_all = (fact.text for fact in self._facts.all())
        self._spelt = self._alphabet.spelt_of_all((*self._texts, *facts_of_all))
        """Every text, of the view and of the document: most are in both."""
        spelt = [self._paragraph(*each) for each in zip(printed, self._texts, strict=True)]
        self._starts = [0, *accumulate(map(len, spelt))][: len(spelt)]
        """Where paragraphs begin in the stream."""
        self._stream = "".join(spelt)
        self._at = 0
        self._seen: dict[str, int] = {}
        """Where requisites were met first."""
        self._free = self._requisites()
        own = self._alphabet.read("".join(map("".join, self._free.values())))
        self._known = constants.union(own, map(self._facts.kind.noun, Case), words(self._facts.verb))
        """A template may print a part of a requisite, the year of the date."""

    def _paragraph(self, paragraph: Paragraph, text: str) -> str:
        """What a paragraph adds to the stream; a bullet counts nothing."""
        is_counted = paragraph.label and not paragraph.is_bullet
        label = self._alphabet.spelt(label_words(paragraph.label)) if is_counted else ""
        return label + self._spelt[text]

    def lacks(self) -> Iterator[Lack]:
        """What is missing, added or left unfilled."""
        yield from self._unfilled()
        yield from self._unread()
        begins, ends = self._begin(), self._distance(self._clauses())
        text, appendices, sheets = self._facts.text, list(self._facts.appendices), list(self._facts.sheets)
        yield from self._chain(text, self._nearest(appendices[:1] + sheets))
        while appendices or sheets:
            chain = min((*appendices[:1], *sheets), key=self._distance)
            (appendices if chain in appendices[:1] else sheets).remove(chain)
            yield from self._chain(chain, self._nearest(appendices[:1] + sheets))
        yield from self._chain(self._facts.footnotes, len(self._stream))
        yield from self._added(len(self._stream))
        yield from self._head(begins, ends)

    def _begin(self) -> int:
        """Where the text of the order begins, or the document ends."""
        return self._distance(self._facts.text)

    def _distance(self, chain: tuple[Fact, ...]) -> int:
        """Where texts begin, by the first that is known again; the end of the document if none is."""
        telling = (wanted for fact in chain if len(wanted := self._spelling(fact)) >= _TELLING)
        found = (place for wanted in telling if (place := self._next(wanted)) is not None)
        return next(found, len(self._stream))

    def _nearest(self, chains: list[tuple[Fact, ...]]) -> int:
        return min(map(self._distance, chains), default=len(self._stream))

    def _chain(self, chain: tuple[Fact, ...], limit: int) -> Iterator[Lack]:
        """Texts that stand one after another; behind the limit others begin."""
        for fact in chain:
            wanted = self._spelling(fact)
            found = self._near(wanted)
            if found is None and len(wanted) >= _TELLING:
                further = self._next(wanted)
                found = further if further is not None and further < limit else None
            if found is None:
                yield _missing(fact)
            else:
                yield from self._added(found)
                self._at = found + len(wanted)

    def _spelling(self, fact: Fact) -> str:
        return self._alphabet.spelt(label_words(fact.text)) if fact.is_label else self._spelt[fact.text]

    def _near(self, wanted: str) -> int | None:
        """Where words stand behind nothing but what may stand anywhere."""
        at = self._at
        while at < len(self._stream):
            if self._stream.startswith(wanted, at):
                return at
            explained = self._explained(at)
            if not explained:
                return None
            at += explained
        return None

    def _next(self, wanted: str) -> int | None:
        """Where words stand next, whatever is before them."""
        found = self._stream.find(wanted, self._at)
        return None if found < 0 else found

    def _explained(self, at: int) -> int:
        """How many words from here are a requisite, which is noted, or one of the template's."""
        letter = self._stream[at]
        for requisite in self._free.get(letter, ()):
            if self._stream.startswith(requisite, at):
                self._seen.setdefault(requisite, at)
                return len(requisite)
        (word,) = self._alphabet.read(letter)
        is_sign = not word[0].isalnum() and word[0] != "_"
        return int(word in self._known or (is_sign and word not in _BRACES))

    def _added(self, end: int) -> Iterator[Lack]:
        """What stands before the next text and should not."""
        told = -1
        while self._at < end:
            explained = self._explained(self._at)
            paragraph = bisect_right(self._starts, self._at) - 1
            if not explained and paragraph != told:
                told = paragraph
                yield Lack(f"печатает то, чего нет в плане: «{shortened(self._texts[told], 80)}»")
            self._at += explained or 1

    def _requisites(self) -> dict[str, list[str]]:
        """Texts that may stand anywhere, by their first letters, the longest first."""
        own = self._facts
        everywhere = (*own.requisites, *own.foot, *own.blank, *own.text[-2:])
        sheets = (fact for sheet in self._facts.sheets for fact in sheet)
        by_first: dict[str, list[str]] = {}
        for each in sorted({self._spelling(fact) for fact in (*everywhere, *sheets)}, key=len, reverse=True):
            by_first.setdefault(each[0], []).append(each)
        return by_first

    def _clauses(self) -> tuple[Fact, ...]:
        """What stands behind the operative word; the signature, if nothing is numbered."""
        numbered = tuple(fact for fact in self._facts.text if fact.what.startswith("пункт "))
        return numbered or self._facts.text[-2:]

    def _head(self, begins: int, ends: int) -> Iterator[Lack]:
        """Requisites that are missing, and those that should stand above the text; where its head ends."""
        for fact in self._facts.requisites:
            place = self._seen.get(self._spelling(fact))
            if place is None or place >= begins:
                yield _missing(fact)
        for fact in self._facts.foot:
            if self._spelling(fact) not in self._seen:
                yield _missing(fact)
        yield from self._kind(self._texts[: bisect_left(self._starts, begins)])
        yield from self._command(ends)

    def _kind(self, above: list[str]) -> Iterator[Lack]:
        """The kind of the act above its text, whose letters may be spaced out, and no other kind."""
        lines = ["".join(words(text)) for text in above]
        own = self._facts.kind
        if not any(line.startswith(own) for line in lines):
            yield Lack(f"не печатает: вид документа, «{own.upper()}»")
        for other in ActKind:
            if other != own and other in lines:
                yield Lack(f"печатает «{other.upper()}», а документ – {own}")

    def _command(self, ends: int) -> Iterator[Lack]:
        """The operative word once before the first clause, and no other but those of the plan's own words."""
        preamble = (fact for fact in self._facts.text if fact.what == PREAMBLE)
        spelt = "".join(map(self._spelling, (*self._facts.requisites, *preamble)))
        of_plan, printed = ("".join(self._alphabet.read(each)) for each in (spelt, self._stream[:ends]))
        own = "".join(words(self._facts.verb))
        count = printed.count(own) - of_plan.count(own) if own else 1
        if count < 1:
            yield Lack(f"не печатает: распорядительное слово, «{self._facts.verb}»")
        if count > 1:
            yield Lack(f"печатает распорядительное слово «{self._facts.verb}» не один раз")
        for other in sorted(COMMANDS):
            if other not in own and other in printed and other not in of_plan:
                yield Lack(f"печатает распорядительное слово «{other}», а документ – {self._facts.kind}")

    def _unfilled(self) -> Iterator[Lack]:
        """Tags of a template that are left in a text or in a property."""
        for text in (*self._texts, *self._reading.properties.values()):
            for tag in TAG.findall(text) if "{" in text else ():
                yield Lack(f"оставляет незаполненным «{shortened(tag)}»")

    def _unread(self) -> Iterator[Lack]:
        """Words that nobody would read on paper, or that are to be read as withdrawn."""
        runs = (run for paragraph in self._reading.paragraphs for run in paragraph.runs if run.effects)
        for run in runs:
            effect = next((each for each in _UNREAD if each in run.effects), None)
            if effect is None and not self._constants.issuperset(words(run.text)):
                effect = next((each for each in _CHANGED if each in run.effects), None)
            if effect is not None and words(run.text):
                why = (_UNREAD | _CHANGED)[effect]
                yield Lack(f"печатает так, что не прочесть ({why}): «{shortened(run.text, 60)}»")
        if any(thing.kind is Kind.SHAPE for thing in self._reading.things):
            yield Lack("закрывает листы фигурой с заливкой: слова под ней не прочесть")


def _missing(fact: Fact) -> Lack:
    return Lack(f"не печатает: {fact.what} «{shortened(fact.text, 60)}»")
