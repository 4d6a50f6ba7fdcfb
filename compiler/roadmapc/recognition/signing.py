"""What stands under the clauses: signatures, agreement, who drew the act up, to whom it is sent, stamps."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from roadmapc.recognition.account import Account
from roadmapc.recognition.lines import Line, Words
from roadmapc.recognition.people import FULL_NAME, PERSON, POST
from roadmapc.recognition.registered import day_in, number_in
from roadmapc.source.span import Span

_NAME = re.compile(rf"(?:{PERSON})")
_FULL = re.compile(rf"{FULL_NAME}|[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё]+(?:вич|вна|ич|чна)\s[А-ЯЁ][а-яё]+")
_TWO_NAMES = re.compile(rf"(?P<signed>.*\s(?:{PERSON}))\s+(?P<next>{_FULL.pattern})")
_NAME_WITH_BLANKS = re.compile(rf"(?P<signed>{PERSON})\s*(?P<next>_{{3,}}.*)")
_NAME_AT_END = re.compile(rf"(?<![^\s_/])(?:{PERSON})(?=[\s_/]*$)")
_PHONE = re.compile(
    r"(?:т(?:ел(?:ефон)?)?\.?:?\s*)?(?:\+7|8)?[\s(-]*\d[\d\s()–-]{3,}(?:\d|\))(?:,?\s*(?:доб\.?|\()\s*\d+\)?)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"\S+@\S+\.\w+")
_MADE_BY = re.compile(r"(?:исп(?:олнитель|олнил|\.)?|подготовил[аи]?)\s*[:.]?\s*", re.IGNORECASE)
_SENT = re.compile(
    r"(?:разослать|рассылка|рассылается|расч[её]т рассылки|список рассылки|направить)\s*[:.]?", re.IGNORECASE
)
_SENT_TO = re.compile(
    r"(?:разослать|разослано|рассылка|рассылается|направлено|отп(?:ечатано)?\.?)\s*:?\s+(?P<to>.+)",
    re.IGNORECASE,
)
_COPIES = re.compile(r"(?P<to>.+?)\s*[-–—]\s*(?P<copies>\d+)\s*(?P<word>экз\w*\.?)?\s*[,;.]*", re.IGNORECASE)
_AGREED = re.compile(r"согласован[оы]?\s*[:.]?", re.IGNORECASE)
_ACQUAINTED = re.compile(
    r"(?:с (?:настоящим )?(?:приказом|распоряжением|постановлением) )?ознакомлен[аоы]?(?:\(?[аы]?\)?)?\b.*",
    re.IGNORECASE,
)
_SHEET = re.compile(r"лист\s+(?P<kind>согласования|ознакомления)\b.*", re.IGNORECASE)
_STAMP = re.compile(
    r"документ подписан|электронн\w+ подпис|сертификат|владелец|действител[её]н|^верно|копия верна"
    r"|^м\.?\s?п\.?$|^печать$|подпис(?:ь|ано)\b|^дата\b|^\(?подпись\)?|расшифровка",
    re.IGNORECASE,
)
_CERTIFIED = re.compile(r"копия верна\b|верно\b|документ подписан", re.IGNORECASE)
_BY_ACT = re.compile(
    r"(?:решением|приказом|постановлением|распоряжением|протоколом|письмом|указанием)\b", re.IGNORECASE
)
_RULE = re.compile(
    r"[_\-–—.\s/«»\"]+(?:20[\d_]*\s*(?:г\.?|года)?)?|[_\s]*(?:19|20)?\d*\s*г\.?", re.IGNORECASE
)
_ENDS = (".", ";", ",")
_LONG = 160
"""Characters that no line of a signature has."""
_REACH = 6
"""Lines that a post may take."""


class Signature(NamedTuple):
    """A person who signs."""

    post: Words
    """No words on the blank of an official."""
    name: Words


class ExecutorMark(NamedTuple):
    """Who drew the act up, as far as the document tells."""

    name: Words
    phone: Words
    email: Words


class Sanction(NamedTuple):
    """By what act of another body it was agreed."""

    act: Words
    """«решением Совета родителей», in the instrumental."""
    day: date
    number: str


class Copies(NamedTuple):
    """A line of the distribution list."""

    to: Words
    number: str
    """Empty if the document does not say."""


class Signing(NamedTuple):
    """Everything between the clauses and the first appendix."""

    signatures: tuple[Signature, ...]
    executor: ExecutorMark | None
    copies: tuple[Copies, ...]
    agreed: tuple[Signature | Sanction, ...]
    acquainted: tuple[Signature, ...]
    approved: tuple[Signature, ...]
    """Who is named on the approval sheet."""
    read: int
    """Lines that were understood: the next ones belong to an appendix."""


def apart(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines; one of a signature and the next name, or of a name and blanks, cut in two."""
    for line in lines:
        found = _TWO_NAMES.fullmatch(line.text) or _NAME_WITH_BLANKS.fullmatch(line.text)
        if found is None:
            yield line
            continue
        middle = line.span.end - len(found["next"])
        before = line.span.shifted(-line.paragraph.span.start)._replace(
            end=middle - line.paragraph.span.start
        )
        typed = line.paragraph.text[before.start : before.end].rstrip()
        yield line._replace(text=found["signed"], span=line.span._replace(end=line.span.start + len(typed)))
        yield line._replace(text=found["next"], span=line.span._replace(start=middle), begins=False)


def is_stamp(text: str) -> bool:
    """Whether a line certifies a copy or a signature."""
    return bool(_CERTIFIED.match(text.strip())) and len(text) < _LONG


def is_signature(lines: Sequence[Line]) -> bool:
    """Whether a signature begins with the first of these lines."""
    first = lines[0]
    if _NAME.fullmatch(first.text.strip("_ /")) and first.begins:
        return True
    if not first.begins or len(first.text) > _LONG:
        return False
    is_post = POST.match(first.text) is not None and first.text[0].isupper()
    for at, line in enumerate(lines[:_REACH]):
        if len(line.text) > _LONG or (
            at and line.text.endswith(_ENDS) and not _NAME_AT_END.search(line.text)
        ):
            return False
        if at and line.begins and not is_post:
            return False  # a post that nobody knows stands in one paragraph with the name
        found = _NAME_AT_END.search(line.text) or _FULL.fullmatch(line.text)
        if found:
            is_alone = found.start() == 0
            return (is_post and not (at == 0 and is_alone)) or (
                at > 0 and is_alone and line.paragraph is first.paragraph
            )
    return False


def _is_named(text: str, said: re.Match[str] | None) -> bool:
    """Whether «Исполнитель:» is followed by a name, or stands alone over one."""
    return bool(_NAME.search(text) or _FULL.search(text)) or (said is not None and not text[said.end() :])


class _Mode(NamedTuple):
    """Whose names are read, and what the heading over them is."""

    field: str
    why: str


_MODES = (
    (_AGREED, _Mode("agreed", "гриф согласования: печатается сам")),
    (_SHEET, _Mode("sheet", "заголовок листа: печатается сам")),
    (_ACQUAINTED, _Mode("acquainted", "отметка об ознакомлении")),
    (_SENT, _Mode("copies", "заголовок рассылки: печатается сам")),
)


class Reader:
    """Reads the lines under the clauses one after another, as far as it understands them."""

    def __init__(self, account: Account) -> None:
        """What says nothing of the act is left in `account`."""
        self._account = account
        self._people: dict[str, list[Signature]] = {
            "signed": [],
            "agreed": [],
            "acquainted": [],
            "approved": [],
        }
        self._copies: list[Copies] = []
        self._sanctions: list[Sanction] = []
        self._executor: dict[str, Words] = {}
        self._field = "signed"

    def read(self, lines: Sequence[Line]) -> Signing:
        """Everything that is understood from the first line on."""
        at = 0
        while at < len(lines) and (step := self._step(lines, at)):
            at += step
        people = {field: tuple(found) for field, found in self._people.items()}
        executor = None
        if self._executor:
            no_words = Words("", (), "")
            executor = ExecutorMark(
                *(self._executor.get(name, no_words) for name in ("name", "phone", "email"))
            )
        return Signing(
            people["signed"],
            executor,
            tuple(self._copies),
            (*people["agreed"], *self._sanctions),
            people["acquainted"],
            people["approved"],
            at,
        )

    def _step(self, lines: Sequence[Line], at: int) -> int:
        """How many lines say one thing; 0 if the first of them belongs to none of what stands here."""
        line = lines[at]
        for pattern, mode in _MODES:
            if found := pattern.fullmatch(line.text):
                is_sheet = mode.field == "sheet"
                field = (
                    ("approved" if found["kind"].lower() == "согласования" else "acquainted")
                    if is_sheet
                    else mode.field
                )
                self._field = field
                self._account.leave(line.span, line.where, mode.why)
                return 1
        return (
            self._made_by(lines, at)
            or self._noise(line)
            or self._sent_in_line(line)
            or self._sent(line)
            or self._sanctioned(lines, at)
            or self._person(lines, at)
        )

    def _made_by(self, lines: Sequence[Line], at: int) -> int:
        """Who drew the act up: a name with a telephone after it, or the word that says so."""
        line = lines[at]
        after = lines[at + 1].text if at + 1 < len(lines) else ""
        for name, pattern in (("phone", _PHONE), ("email", _EMAIL)):
            if pattern.fullmatch(line.text) and any(
                letter.isdigit() or letter == "@" for letter in line.text
            ):
                self._executor.setdefault(name, Words.of([line]))
                return 1
        said = _MADE_BY.match(line.text)
        is_full = bool(_FULL.fullmatch(line.text))
        is_named = is_full or bool(_NAME.fullmatch(line.text))
        is_called = is_named and bool(_PHONE.fullmatch(after) or _EMAIL.fullmatch(after))
        is_last = is_full and bool(self._people["signed"]) and self._field == "signed"
        is_said = said is not None and len(line.text) < _LONG
        if not (is_called or is_last or (is_said and _is_named(line.text, said))):
            return 0
        self._executor.setdefault("name", Words.of([line]))
        return 1

    def _sent_in_line(self, line: Line) -> int:
        """«Разослано: в дело – 1, школам – 15»."""
        found = _SENT_TO.fullmatch(line.text)
        if found is None:
            return 0
        start = line.span.end - len(found["to"])
        self._account.leave(line.span._replace(end=start), line.where, "заголовок рассылки: печатается сам")
        for part in re.finditer(r"[^,;]+", found["to"]):
            span = Span(start + part.start(), start + part.end())
            copies = _COPIES.fullmatch(part[0].strip(" ."))
            to, number = (copies["to"], copies["copies"]) if copies else (part[0].strip(" ."), "")
            self._copies.append(Copies(Words(to, (span,), line.where), number))
        return 1

    def _sent(self, line: Line) -> int:
        found = _COPIES.fullmatch(line.text)
        if found and (found["word"] or self._field == "copies"):
            self._copies.append(Copies(Words(found["to"], (line.span,), line.where), found["copies"]))
            return 1
        if self._field == "copies" and len(line.text) < _LONG and not is_signature([line]):
            self._copies.append(Copies(Words.of([line]), ""))
            return 1
        return 0

    def _noise(self, line: Line) -> int:
        """What stands beside signatures and says nothing of the act."""
        signed = self._people["signed"]
        if _RULE.fullmatch(line.text):
            self._account.leave(line.span, line.where, "место для подписи или даты")
        elif _STAMP.search(line.text) and len(line.text) < _LONG:
            self._account.leave(line.span, line.where, "отметка на подписанном документе")
        elif signed and signed[-1].name.text.replace(" ", "") == line.text.replace(" ", ""):
            self._account.leave(line.span, line.where, "повтор подписи")
        else:
            return 0
        return 1

    def _sanctioned(self, lines: Sequence[Line], at: int) -> int:
        """An act by which somebody agrees, over one line or several as far as its number."""
        if self._field != "agreed" or not _BY_ACT.match(lines[at].text):
            return 0
        for end in range(at + 1, min(at + 1 + _REACH, len(lines) + 1)):
            words = Words.of(lines[at:end])
            day, number = day_in(words.text), number_in(words.text)
            if day is not None and number is not None:
                act = words._replace(text=words.text[: day[1].start].strip())
                self._sanctions.append(Sanction(act, day[0], number.value))
                return end - at
        return 0

    def _person(self, lines: Sequence[Line], at: int) -> int:
        """A post over several lines with the name after it; on the blank of an official, the name alone."""
        is_first = self._field == "signed" and not self._people["signed"]
        if not is_signature(lines[at:]) and not (is_first and at == 0):
            return 0
        post: list[Line] = []
        for place in range(at, min(at + _REACH, len(lines))):
            line = lines[place]
            found = _NAME_AT_END.search(line.text) or (_FULL.fullmatch(line.text) if post else None)
            if found is None:
                if not _RULE.fullmatch(line.text):
                    post.append(line)
                    continue
                self._account.leave(line.span, line.where, "место для подписи или даты")
                continue
            middle = line.span.end - (len(line.text) - found.start())
            if before := line.text[: found.start()].strip(" _/"):
                post.append(line._replace(text=before, span=line.span._replace(end=middle)))
            name = line._replace(text=found[0], span=line.span._replace(start=middle))
            post_words = Words.of(post) if post else Words("", (), line.where)
            known = self._people[self._field if self._field in self._people else "signed"]
            if any(each.name.text == name.text and each.post.text == post_words.text for each in known):
                for each in lines[at : place + 1]:
                    self._account.leave(each.span, each.where, "повтор подписи")
            else:
                known.append(Signature(post_words, Words.of([name])))
            return place - at + 1
        return 0
