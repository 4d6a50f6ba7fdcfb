"""The order of the plan: requisites, clauses, what stands under them."""

import re
from collections.abc import Mapping, Sequence

from roadmapc.model.act import DECIDED, OPERATIVE, ActKind, Gender
from roadmapc.recognition.account import Account, Question, words_of
from roadmapc.recognition.appendix_fields import Titled
from roadmapc.recognition.authors import Issuer
from roadmapc.recognition.clauses import Clause, Mark, Unit
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.head import Head
from roadmapc.recognition.lines import Words
from roadmapc.recognition.people import PERSON, recorded
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import Node
from roadmapc.text.dates import digits

_CITED = re.compile(r"приложени\w+\s*(?:№|N)?\s*(\d+)?", re.IGNORECASE)
_ENDS = (",", ":", ";", ".")
"""After which a word of command is no end of the sentence."""
_CONTROL = re.compile(r"контроль\b.{0,40}(?:исполнени|выполнени|реализаци)", re.IGNORECASE)
_OWN = re.compile(r"оставля(?:ю|ем) за собой", re.IGNORECASE)
_NAME = re.compile(PERSON)
_LIST_MARKS = (
    ("dash", re.compile(r"[-–—•·▪●*]")),
    ("letter", re.compile(r"[а-яё]\)")),
    ("number", re.compile(r"\d{1,2}\)")),
)
_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"


class Order:
    """Writes them, claiming every word that it writes."""

    def __init__(self, account: Account, directory: Directory, issuer: Issuer, *, is_signed: bool) -> None:
        """A signed act is written literally, a draft by custom."""
        self._account = account
        self._directory = directory
        self._issuer = issuer
        self._is_signed = is_signed
        self._numbers: list[str] = []
        """Of the clauses that are written: a number that repeats tells none of them."""

    def say(self, words: Words) -> str:
        """The text, its characters claimed."""
        self._account.take(*words.spans)
        return words.text

    def requisites(self, head: Head) -> dict[str, Node]:
        """As far as the preamble."""
        fields: dict[str, Node] = {}
        if head.kind is not ActKind.ORDER:
            fields["kind"] = text(head.kind)
        if self._is_signed:
            fields["wording"] = text("as_signed")
        if head.day is not None:
            self._restated(head.date, digits(head.day))
            fields["date"] = text(digits(head.day))
        if head.number.text:
            self._restated(head.number, head.number.text)
            fields["number"] = text(head.number.text)
        for name in ("place", "sitting"):
            if (words := getattr(head, name)).text:
                fields[name] = text(self.say(words))
        fields["author"] = _one_or_several(self._issuer.authors)
        fields["signatory"] = (
            _one_or_several(self._issuer.signatories) if self._issuer.signatories else self._nobody()
        )
        fields["title"] = text(self.say(head.title) if head.title.text else self._untitled())
        return {**fields, **self._grounds(head)}

    def _restated(self, words: Words, said: str) -> None:
        """A date or a number that the plan writes in one form whatever the office typed."""
        for span in words.spans:
            typed = words_of(self._account.document.text[span.start : span.end])
            if set(typed) <= {*words_of(said), "n"}:
                self._account.take(span)
            else:
                self._account.leave(span, words.where, f"в плане записано: {said}")

    def _nobody(self) -> Node:
        """An act whose signature is not in the document."""
        question = "под документом нет подписи; кто его подписал?"
        name = self._account.decide(
            Question("signatory", "подпись", question, "Фамилия И. О.", (), ("order", "signatory"))
        )
        return text(self._directory.official(name, post="Руководитель"))

    def _untitled(self) -> str:
        question = "у документа нет заголовка; о чём он?"
        return self._account.decide(
            Question("order.title", "заголовок", question, "Об утверждении плана", (), ("order", "title"))
        )

    def _grounds(self, head: Head) -> Mapping[str, Node]:
        """The preamble and the word: by custom where they are so typed, else as they stand."""
        typed = self._command_word(head.operative)
        preamble = self.say(head.preamble) if head.preamble.text else ""
        speaker, word = self._command(head)
        said = (preamble if word else preamble.removesuffix(":")).removesuffix(speaker).rstrip()
        is_custom = typed == (f"{word}:" if word else "") and (bool(word) or preamble.endswith(":"))
        if is_custom and preamble.endswith(speaker) and not said.endswith(_ENDS):
            return {"preamble": text(said)} if said else {}
        if typed.endswith(":") and preamble and not preamble.endswith(_ENDS):
            return {"preamble": text(preamble), "operative": text(typed.removesuffix(":"))}
        if not self._is_signed:
            own = {"operative": text(typed.rstrip(" :"))} if typed else {}
            return ({"preamble": text(preamble.rstrip(" :"))} if preamble else {}) | own
        lines = filter(None, (preamble, typed))
        whole = ("\n" if head.stands_alone else " ").join(lines)
        return ({"preamble": text(whole)} if whole else {}) | {"operative": text("")}

    def _command_word(self, words: Words) -> str:
        """The operative word with its sign; typed letter by letter it is written as a word."""
        typed = words.text
        word = typed.rstrip(" :")
        if " " not in word or not all(len(letter) == 1 for letter in word.split()):
            return self.say(words) if typed else ""
        joined = word.replace(" ", "")
        for span in words.spans:
            self._account.leave(span, words.where, f"набрано вразрядку: {joined}")
        return joined + typed[len(word) :].strip()

    def _command(self, head: Head) -> tuple[str, str]:
        """Who is named before the word, and the word, where nothing else is written in the plan."""
        names = list(self._issuer.names)
        together = f"{', '.join(names[:-1])} и {names[-1]}" if len(names) > 1 else names[0]
        if head.kind is ActKind.DECISION:
            said = head.operative.text.rstrip(" :")
            return together, said if said in DECIDED.values() else DECIDED[Gender.MASCULINE]
        words, is_joint = OPERATIVE[head.kind], len(names) > 1
        spoken = words.bodies if is_joint else words.body
        if spoken and not self._issuer.is_official:
            return together, spoken
        return "", words.officials if is_joint else words.official

    def approving(self, appendices: Sequence[Titled]) -> Node:
        """The only clause of an order that is drafted for a plan alone."""
        question = "что поручает приказ, кроме утверждения плана?"
        place = ("order", "clauses", 0)
        words = self._account.decide(
            Question("order.clauses", "документ", question, "Утвердить план (приложение).", (), place)
        )
        approves: dict[str, Node] = {"approves": text(appendices[0].id)} if appendices else {}
        return sequence((mapping({"text": text(words), **approves}),))

    def clauses(
        self, clauses: Sequence[Clause], appendices: Sequence[tuple[str, str]], parent: str = ""
    ) -> Node:
        """The clauses of one level; `appendices` are numbers and ids, by which clauses approve them."""
        return sequence(
            tuple(
                self._clause(clause, f"{parent}{ordinal}", appendices)
                for ordinal, clause in enumerate(clauses, start=1)
            )
        )

    def _clause(self, clause: Clause, number: str, appendices: Sequence[tuple[str, str]]) -> Node:
        """A text alone where nothing else is to be said."""
        words = self.say(clause.unit.words)
        fields: dict[str, Node] = {}
        # the mark of a list, «а)», has no spaces of its own
        label = re.sub(r"\s", "", clause.unit.label)
        if (plain := label.rstrip(".") or number) in self._numbers:
            fields["id"] = text(f"clause-{len(self._numbers) + 1}")
        self._numbers.append(plain)
        if label != f"{number}." and (self._is_signed or label.rstrip(".") != number):
            fields["number"] = text(label)
        fields["text"] = text(words)
        fields |= self._lines(clause.lines)
        if clause.clauses:
            fields["clauses"] = self.clauses(
                clause.clauses, appendices, f"{label.rstrip('.')}." if label else ""
            )
        fields |= self._meant(words, appendices)
        return fields["text"] if len(fields) == 1 else mapping(fields)

    def _lines(self, lines: Sequence[Unit]) -> dict[str, Node]:
        """Paragraphs as far as a list begins, and the list: by custom if it is regular, else as typed."""
        at = next((at for at, unit in enumerate(lines) if unit.mark is not Mark.NOTHING), len(lines))
        paragraphs, items = lines[:at], lines[at:]
        fields: dict[str, Node] = {}
        marks, texts = self._regular(items)
        if items and not marks and not self._is_signed:
            paragraphs, items = lines, ()
        if paragraphs:
            fields["paragraphs"] = sequence(tuple(text(self._typed(unit)) for unit in paragraphs))
        if items and marks:
            for unit in items:
                self.say(unit.words)
            fields |= {} if marks == "dash" and not self._is_signed else {"marks": text(marks)}
            fields["items"] = sequence(tuple(map(text, texts)))
        elif items:
            fields["items"] = sequence(tuple(text(self._typed(unit)) for unit in items))
        return fields

    def _typed(self, unit: Unit) -> str:
        """With its mark."""
        return f"{unit.label} {self.say(unit.words)}".strip()

    @staticmethod
    def _regular(items: Sequence[Unit]) -> tuple[str, list[str]]:
        """The marks of a list that is typed as the printer would print it, and its items without signs."""
        for marks, pattern in _LIST_MARKS:
            if not items or not all(pattern.fullmatch(unit.label) for unit in items):
                continue
            wanted = [_mark(marks, at) for at in range(len(items))]
            labels = [unit.label for unit in items]
            texts = [unit.words.text for unit in items]
            ends = [";"] * (len(items) - 1) + ["."]
            is_counted = marks == "dash" or labels == wanted
            if is_counted and all(one.endswith(end) for one, end in zip(texts, ends, strict=True)):
                return marks, [one[:-1] for one in texts]
        return "", []

    def _meant(self, words: str, appendices: Sequence[tuple[str, str]]) -> dict[str, Node]:
        """What a clause does: it approves an appendix, it says who controls."""
        if words.lower().startswith(("утвердить", "создать", "образовать")):
            cited = [found[1] or "" for found in _CITED.finditer(words)]
            by_number = dict(appendices)
            ids = [by_number[number] for number in cited if number in by_number]
            if not ids and (cited or "прилагаем" in words) and len(appendices) == 1:
                ids = [appendices[0][1]]
            return {"approves": text(ids[0])} if len(ids) == 1 else {}
        if _CONTROL.match(words):
            if _OWN.search(words) and self._issuer.signatories:
                return {"control": text(self._issuer.signatories[0])}
            named = (self._directory.find_official(recorded(found[0])) for found in _NAME.finditer(words))
            return {"control": text(official)} if (official := next(filter(None, named), "")) else {}
        return {}


def _one_or_several(names: Sequence[str]) -> Node:
    return text(names[0]) if len(names) == 1 else sequence(tuple(map(text, names)))


def _mark(marks: str, at: int) -> str:
    return f"{_LETTERS[at]})" if marks == "letter" and at < len(_LETTERS) else f"{at + 1})"
