"""The head of an act: who issues it, what it is, when and where, about what, why, by which word."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from roadmapc.model.act import COMMANDS, ActKind
from roadmapc.recognition.account import Account
from roadmapc.recognition.lines import NO_WORDS, Line, Words, is_edition_note
from roadmapc.recognition.people import POST
from roadmapc.recognition.registered import Found, day_in, number_in
from roadmapc.source.span import Span


class Head(NamedTuple):
    """Everything above the clauses."""

    authors: tuple[Words, ...]
    """The lines of the blank above the kind of act, each whole."""
    kind: ActKind
    is_named: bool
    """Whether the document names its kind."""
    day: date | None
    date: Words
    """As typed."""
    number: Words
    """As it is recorded, «54-О» for «54 - О»."""
    place: Words
    sitting: Words
    title: Words
    preamble: Words
    operative: Words
    """As typed, with its sign: «приказываю:»; empty if the act has no such word."""
    stands_alone: bool
    """Whether that word has a line of its own."""


def _spaced(word: str) -> str:
    return r"\s*".join(word)


_OTHER_WORDS = (
    *("приказывает", "распоряжаюсь", "обязываю", "предлагаю"),
    *("постановил", "постановила", "постановило", "постановили"),
)
_WORDS = sorted({*COMMANDS, *_OTHER_WORDS}, key=len, reverse=True)
OPERATIVE = re.compile(
    rf"(?<![^\W_])\**(?:{'|'.join(map(_spaced, _WORDS))})[*\s]*[:.]?[*\s]*$", re.IGNORECASE
)
"""At the end of a paragraph, in any spacing and capitals."""
_LOST = re.compile(r"(?<![^\W_])п о с т н о в л я ю\s*(?=:?\s*$)")

_KIND = re.compile(
    rf"(?P<kind>{'|'.join(_spaced(kind) for kind in ActKind)})(?P<rest>(?:\s+(?:от|№|N|\d|«|_).*)?)",
    re.IGNORECASE,
)
_OF_BODY = re.compile(r"по\s+(?=[А-ЯЁ«\"])", re.IGNORECASE)
"""«Приказ по школе № 5»: whose it is."""
_DRAFT = re.compile(r"(?:проект|копия|проект\s+\w+|для служебного пользования)\.?", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:г|гор|с|п|пос|пгт|р\.?\s?п|ст|х|д|дер|сл|а|рп)\.\s?(?=[А-ЯЁ]).+"
    r"|(?:город|село|посёлок|поселок|пгт|рп|станица|хутор|деревня|аул|слобода)\s+(?=[А-ЯЁ]).+"
)
_BARE_PLACE = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-Яа-яЁё]+)*(?:\s[А-ЯЁ][а-яё]+)?")
_SITTING = re.compile(r"\b(?:созыв|сесси|заседани)", re.IGNORECASE)
_TITLE = re.compile(r"[«\"]?(?:О|Об|Обо|ОБ|ОБО)\s")
_GROUNDS = re.compile(
    r"(?:В (?:соответствии|целях|связи|рамках|исполнение|развитие|дополнение|обеспечение|продолжение|порядке)"
    r"|На основании|Во исполнение|Руководствуясь|С целью|Согласно|По итогам|По результатам|Учитывая"
    r"|Рассмотрев"
    r"|Заслушав|Обсудив|Принимая|Для|Исходя|В соотв|Настоящ|Администраци|Ввиду|Ссылаясь|Исполняя|С уч[её]том)"
    r"(?![а-яё])",
    re.IGNORECASE,
)
"""How a preamble begins."""
_CONTACTS = re.compile(
    r"\b(?:тел|факс|e-?mail|эл\.?\s?(?:почта|адрес)|ОКПО|ОГРН|ИНН|КПП|ОКВЭД|сайт|индекс)\b|@|https?:|www\.|^\d{6},|,\s*\d{6}\b"
    r"|\bул\.\s",
    re.IGNORECASE,
)
_REGISTRY = re.compile(r"(?:вх|рег|исх)\.?\s*(?:№|N)|зарегистрирован", re.IGNORECASE)
_ANSWER = re.compile(r"на\s*(?:№|N)\s*_+.*", re.IGNORECASE)
"""«На № ___ от ___»: of what document this is an answer."""
_RULE = re.compile(r"[_\-–—=*.\s]+")
_NOMINATIVE = re.compile(
    r"(?:(?:[а-яё-]+(?:ая|ое|ый|ий|ой)\s)*(?:администрация|управление|департамент|комитет|отдел|министерство|мэрия|дума"
    r"|совет|собрание|комиссия|правительство|учреждение|школа|центр|область|край|республика|федерация|округ|район"
    r"|город|поселение|образование|агентство|служба|инспекция|палата|штаб|оргкомитет|сельсовет|гимназия|лицей|югра))"
    r"(?![а-яё])",
    re.IGNORECASE,
)
"""How the name of a body begins: a line that begins otherwise goes on with the line above it."""


def operative_at(paragraph: str) -> re.Match[str] | None:
    """The operative word at the end of a paragraph."""
    return OPERATIVE.search(paragraph) or _LOST.search(paragraph)


def is_alone(text: str) -> bool:
    """Whether a line is an operative word and nothing else."""
    found = operative_at(text.strip())
    return found is not None and found.start() == 0


def is_kind(text: str) -> bool:
    """Whether a line names the kind of an act, with its registration or without."""
    found = _KIND.fullmatch(text)
    return found is not None and found["kind"][0].isupper() and (found["kind"].isupper() or not found["rest"])


def read_head(lines: Sequence[Line], account: Account) -> Head:
    """The head of all lines above the first clause."""
    lines = _in_one_language(lines, account)
    at, named = _kind(lines)
    above = lines[: max(at, 0)]
    below = _Below(account)
    sitting = [line for line in above if _SITTING.search(line.text) and not _NOMINATIVE.match(line.text)]
    if sitting:
        below.sitting = Words.of(sitting)
    authors = _authors([line for line in above if line not in sitting], account)
    rest: Sequence[Line] = lines
    if named is not None:
        whose, rest = _under_the_kind(lines, at, named.end("kind"), account)
        authors = authors or whose
    below.read(rest)
    return Head(
        authors=authors,
        kind=ActKind("".join(named["kind"].split()).lower())
        if named
        else _kind_of_word(below.operative.text, lines),
        is_named=named is not None,
        day=below.day,
        date=below.date,
        number=below.number,
        place=below.place,
        sitting=below.sitting,
        title=below.title,
        preamble=below.preamble,
        operative=below.operative,
        stands_alone=below.stands_alone,
    )


def _under_the_kind(
    lines: Sequence[Line], at: int, end: int, account: Account
) -> tuple[tuple[Words, ...], Sequence[Line]]:
    """Whose act it is, where the line of its kind or the one under it says so; what stands below that."""
    noun, *beside = _cut(lines[at], end)
    if len(noun.text.split()) == 1:
        account.take(noun.span)
    else:
        account.leave(noun.span, noun.where, f"набрано вразрядку: {''.join(noun.text.split())}")
    under = lines[at + 1 :]
    if beside and day_in(beside[0].text) is None and number_in(beside[0].text) is None:
        return (Words.of(beside),), under
    said = _OF_BODY.match(under[0].text) if under and not at else None
    if said is None:
        return (), [*beside, *under]
    of, name = _cut(under[0], said.end())
    account.leave(of.span, of.where, "предлог перед органом")
    return (Words.of([name]),), [*beside, *under[1:]]


def _in_one_language(lines: Sequence[Line], account: Account) -> Sequence[Line]:
    """The lines without the half of a blank that says the same in the language of a republic."""
    at, _ = _kind(lines)
    if at < 0 or lines[at].row < 0:
        return lines
    noun = lines[at]
    beside = [line for line in lines if line.block == noun.block and line.column > noun.column]
    said = next((line for line in beside if line.row == noun.row), None)
    if said is None or not said.text.isupper() or any(letter.isdigit() for letter in said.text):
        return lines
    for line in beside:
        account.leave(line.span, line.where, "бланк на втором языке: поля second_name справочника")
    return [line for line in lines if line not in beside]


def _kind(lines: Sequence[Line]) -> tuple[int, re.Match[str] | None]:
    """The line that names the kind of act: it stands alone, or with the registration after it."""
    for at, line in enumerate(lines):
        if is_kind(line.text):
            return at, _KIND.fullmatch(line.text)
    return -1, None


def _kind_of_word(operative: str, lines: Sequence[Line]) -> ActKind:
    """What an act that does not name its kind is, by its word; one without a word is a directive.

    What has no head at all will be approved by an order.
    """
    word = "".join(operative.split()).lower()
    for stem, kind in (("приказ", ActKind.ORDER), ("постан", ActKind.RESOLUTION), ("реши", ActKind.DECISION)):
        if word.startswith(stem):
            return kind
    return ActKind.DIRECTIVE if lines else ActKind.ORDER


def _cut(line: Line, at: int) -> tuple[Line, ...]:
    """A line parted in two, without the spaces between them; one if nothing is left after the place."""
    rest = line.text[at:].strip()
    if not rest:
        return (line,)
    middle = line.span.end - len(rest)
    return (
        line._replace(text=line.text[:at].strip(), span=Span(line.span.start, middle)),
        line._replace(text=rest, span=Span(middle, line.span.end), begins=False),
    )


def _authors(lines: Sequence[Line], account: Account) -> tuple[Words, ...]:
    """The lines of the blank, those that go on put together; what is no name is left."""
    groups: list[list[Line]] = []
    for line in lines:
        why = next((why for pattern, why in _NO_NAMES if pattern.search(line.text)), "")
        if why:
            account.leave(line.span, line.where, why)
        elif groups and not _NOMINATIVE.match(line.text) and not POST.match(line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(map(Words.of, groups))


_NO_NAMES = (
    (re.compile(rf"^{_DRAFT.pattern}$", re.IGNORECASE), "пометка на листе"),
    (_CONTACTS, "справочные данные бланка"),
    (_REGISTRY, "регистрационный штамп"),
    (_ANSWER, "место для ссылки на документ"),
    (re.compile(rf"^{_RULE.pattern}$"), "линейка"),
)


def _is_answer(line: Line) -> bool:
    return _ANSWER.fullmatch(line.text) is not None


class _Below:
    """Reads what stands between the kind of the act and its first clause."""

    def __init__(self, account: Account) -> None:
        """What says nothing of the act is left in `account`."""
        self._account = account
        self.day: date | None = None
        self.date = self.number = self.place = self.sitting = NO_WORDS
        self.title = self.preamble = self.operative = NO_WORDS
        self.stands_alone = False

    def read(self, lines: Sequence[Line]) -> None:
        """All of it, in three steps: the registration, the title, the preamble."""
        lines = self._without_answers(lines)
        start = next((at for at, line in enumerate(lines) if _TITLE.match(line.text)), -1)
        if start < 0:
            start = next((at for at, line in enumerate(lines) if self._is_other(line)), len(lines))
        for line in lines[:start]:
            self._register(line)
        end = self._end_of_title(lines, start)
        title: list[Line] = []
        for line in lines[start:end]:
            if title and is_edition_note(line):
                self._account.leave(line.span, line.where, "отметка о редакции: печатается сама")
            elif title and self._is_registration(line):
                self._register(line)
            else:
                title.append(line)
        if title:
            self.title = Words.of(title)
        self._grounds(lines[end:])

    def _without_answers(self, lines: Sequence[Line]) -> Sequence[Line]:
        """«На № ___ от ___» is a place of letters, which corner blanks have, too."""
        for line in filter(_is_answer, lines):
            self._account.leave(line.span, line.where, "место для ссылки на документ")
        return [line for line in lines if not _is_answer(line)]

    def _is_other(self, line: Line) -> bool:
        return bool(_GROUNDS.match(line.text) or operative_at(line.paragraph.text)) or not (
            self._is_registration(line) or _BARE_PLACE.fullmatch(line.text) or _SITTING.search(line.text)
        )

    @staticmethod
    def _is_registration(line: Line) -> bool:
        """Whether a line says when, under what number or where, and nothing else."""
        rest = line.text
        for found in (day_in(rest), number_in(rest)):
            if found is not None:
                one = found[1] if isinstance(found[0], date) else found
                rest = rest.replace(line.text[one.start : one.end], " ")
        rest = rest.replace("от", "").strip(' _.,"«»')
        return not rest or (bool(_PLACE.fullmatch(rest)) and len(rest) < _SHORT)

    @staticmethod
    def _end_of_title(lines: Sequence[Line], start: int) -> int:
        """Where the grounds begin; without words that begin them, where a paragraph of a title ends."""
        for at in range(start, len(lines)):
            line = lines[at]
            if operative_at(line.paragraph.text) and (line.begins or at > start):
                return at if line.begins else _paragraph_start(lines, at)
            if line.begins and at > start and _GROUNDS.match(line.text):
                return at
        for at in range(start + 1, len(lines)):
            line = lines[at]
            if line.begins and (line.text[0].isupper() or len(line.text) > _LONG):
                return at
        return len(lines)

    def _register(self, line: Line) -> None:
        """The date, the number, the place of a line; the words that only stand beside them are left."""
        left = [(line.text, line.span)]
        for read in (self._day, self._numbered):
            left = [piece for text, span in left for piece in read(text, span, line.where)]
        for text, span in left:
            words = text.strip(" _,")
            if not words or _RULE.fullmatch(words):
                self._account.leave(span, line.where, "линейка")
            elif _SITTING.search(words) and not self.sitting.text:
                self.sitting = Words(words, (span,), line.where)
            elif (_PLACE.fullmatch(words) or _BARE_PLACE.fullmatch(words)) and not self.place.text:
                self.place = Words(words, (span,), line.where)
            elif words.lower() in ("от", "г.", "года", "дата", "номер"):
                self._account.leave(span, line.where, "слово при дате или номере")
            elif _DRAFT.fullmatch(words) or _REGISTRY.search(words) or _CONTACTS.search(words):
                self._account.leave(span, line.where, "пометка на листе")

    def _day(self, text: str, span: Span, where: str) -> list[tuple[str, Span]]:
        found = day_in(text) if self.day is None else None
        if found is None:
            return [(text, span)]
        self.day = found[0]
        pieces, typed = _without(text, span, found[1])
        self.date = Words(found[1].value, (typed,), where)
        return pieces

    def _numbered(self, text: str, span: Span, where: str) -> list[tuple[str, Span]]:
        found = number_in(text) if not self.number.text else None
        if found is None:
            return [(text, span)]
        pieces, typed = _without(text, span, found)
        if found.value:
            self.number = Words(found.value, (typed,), where)
        else:
            self._account.leave(typed, where, "место для номера")
        return pieces

    def _grounds(self, lines: Sequence[Line]) -> None:
        """The preamble, and the word at its end or in a line of its own."""
        if not lines:
            return
        last = lines[-1]
        found = operative_at(last.text)
        if found is None:
            self.preamble = Words.of(lines)
            return
        body = [*lines[:-1], *([_cut(last, found.start())[0]] if found.start() else [])]
        word = _cut(last, found.start())[-1] if found.start() else last
        self.operative = Words(word.text.strip(" *").replace("*", ""), (word.span,), word.where)
        self.stands_alone = not found.start()
        if body:
            self.preamble = Words.of(body)


def _paragraph_start(lines: Sequence[Line], at: int) -> int:
    while not lines[at].begins:
        at -= 1
    return at


def _without(text: str, span: Span, found: Found) -> tuple[list[tuple[str, Span]], Span]:
    """What is left of a line on both sides of what was found, and the characters of that.

    Spaces of the line are collapsed, so that places are counted from its nearer end.
    """
    before, after = text[: found.start], text[found.end :]
    typed = Span(span.start + found.start, span.end - len(after))
    pieces = [(before, Span(span.start, typed.start)), (after, Span(typed.end, span.end))]
    return [(words, place) for words, place in pieces if words.strip()], typed


_SHORT, _LONG = 40, 120
"""Characters: of a place; of a line that is no line of a title."""
