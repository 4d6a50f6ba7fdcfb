"""Items that belong together, under the audience or purpose that they are said to."""

from collections.abc import Callable
from dataclasses import dataclass, field

from roadmapc.deadline.ast import Mark, Role, Stretch
from roadmapc.deadline.clauses.group import Group, Particular
from roadmapc.deadline.clauses.runs import (
    are_numbers,
    end_of_run,
    has_lost_day,
    has_remark,
    is_of,
    is_of_all,
    may_be_day,
    names_other_work,
    parts_range,
)
from roadmapc.deadline.codes import MIXED_ALPHABET, STRAY_NUMBER, UNKNOWN_WORDS
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.stretch import unit_of
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.nearest import nearest_in_words
from roadmapc.deadline.words.tokens import CLOSING, OPENING, Token, TokenKind, is_mixed
from roadmapc.deadline.words.verbs import is_infinitive
from roadmapc.source.span import Span

_AUDIENCE, _NOTE, _LABEL, _UNKNOWN = Role.AUDIENCE, Role.NOTE, ItemKind.LABEL, Role.UNKNOWN
_CONTENT = frozenset({ItemKind.MOMENTS, ItemKind.PERIODICITY, ItemKind.RULE, ItemKind.WEEKDAY})
_BEHIND_LABEL = (_LABEL, ItemKind.REPORTED)
_JOINTS_OF_PLACE = ",. \t"
_ROLES = {
    ItemKind.MOMENTS: Role.MOMENT,
    ItemKind.PERIODICITY: Role.PERIODICITY,
    ItemKind.RULE: Role.EVENT,
    ItemKind.WEEKDAY: Role.PERIODICITY,
}
_DATIVE = ("ам", "ям", "у", "ю", "е", "ой", "ей", "ому", "ему", "ым", "им", "ии")
"""Endings of those to whom a sentence gives a task."""
_BY_SENSE = {Sense.AUDIENCE: Role.AUDIENCE, Sense.PURPOSE: Role.PURPOSE, Sense.PLACE: Role.NOTE}


@dataclass(slots=True)
class _Draft:
    """A group that still takes items."""

    segment: int = 0
    continues: bool = False
    audience: str = ""
    addressee: str = ""
    """To whom the sentence gives its tasks, unless another is named."""
    purpose: str = ""
    reported: tuple[Stretch, ...] = ()
    items: list[Item] = field(default_factory=list)
    exceptions: list[Item] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    is_garbled: bool = False
    first_date: Span | None = None
    has_content: bool = False
    """Whether anything was said under the label."""
    is_periodic: bool = False
    particulars: list[Particular] = field(default_factory=list)
    is_closed: bool = False
    """Whether its label came behind it: «до 15 мая – 9 классы, …»; another date is under another."""
    is_remarked: bool = False
    """Whether a bracket of words stands behind its last date: «до 1 июня (проект), …»."""

    def mark(self, role: Role, span: Span) -> None:
        """Remember what a stretch of the phrase was understood as."""
        self.marks.append(Mark(role, span))

    def group(self) -> Group:
        """The group as it is when all its items are taken."""
        return Group(
            self.segment,
            self.continues,
            self.audience or self.addressee,
            self.purpose,
            self.reported,
            tuple(self.items),
            tuple(self.exceptions),
            tuple(self.notes),
            tuple(self.marks),
            self.is_garbled,
            self.first_date,
            self.is_periodic,
            tuple(self.particulars),
        )


class Grouping:
    """Items in, groups out."""

    __slots__ = ("_at", "_cursor", "_drafts", "_group", "_items", "_sentence")

    def __init__(self, cursor: Cursor, items: list[Item]) -> None:
        """Nothing taken yet."""
        self._cursor = cursor
        self._items = items
        self._at = 0
        self._sentence: bool | None = None
        self._group = _Draft()
        self._drafts = [self._group]

    def run(self) -> list[Group]:
        """All groups of the phrase."""
        while self._at < len(self._items):
            item = self._items[self._at]
            self._at += 1
            _TAKERS[item.kind](self, item)
        return [draft.group() for draft in self._drafts]

    def _open(self, is_then: bool = False, *, continues: bool = False) -> None:
        """Begin another group if the present one says anything."""
        if self._group.has_content:
            addressee = self._drafts[0].audience
            addressee = addressee if addressee and self._is_sentence() else ""
            self._group = _Draft(self._group.segment + is_then, addressee=addressee)
            self._drafts.append(self._group)
        else:
            self._group.segment += is_then
        self._group.continues = self._group.continues or continues

    def _is_sentence(self) -> bool:
        """Whether the phrase says what is to be done."""
        if self._sentence is None:
            self._sentence = any(map(is_infinitive, self._cursor.tokens))
        return self._sentence

    def _take_break(self, item: Item) -> None:
        """«;», «далее», «кроме того»."""
        self._open(item.kind is not ItemKind.BREAK)
        self._group.continues = item.kind is ItemKind.THEN

    def _take_pair(self, item: Item) -> None:
        """«вывоз: летом – ежедневно, зимой – по средам»: the label before the first pair is that of all."""
        before = self._group
        before.exceptions += (item,) if item.moments else ()
        self._open()
        if not before.is_closed:
            self._group.audience, self._group.purpose = before.audience, before.purpose

    def _take_moments(self, item: Item) -> None:
        if self._group.is_closed and self._cursor.tokens[item.first - 1].kind is not TokenKind.OPEN:
            self._open()  # but «май – концерт (9.05)» is one
        self._group.first_date = self._group.first_date or item.span
        self._take_content(item)

    def _take_periodicity(self, item: Item) -> None:
        if self._group.is_closed and self._group.is_periodic:
            self._open()
        self._group.is_periodic = True
        self._take_content(item)

    def _take_rule(self, item: Item) -> None:
        """«до 25 числа – план на следующий месяц, до 5 числа – отчёт»: a document may label its day."""
        is_label = self._at > 1 and self._items[self._at - 2].kind is _LABEL
        is_label = is_label and self._cursor.tokens[item.first].text != "с"  # «– с продлением до 1 мая»
        self._group.is_closed |= is_label and self._group.first_date is not None
        self._take_content(item)

    def _take_content(self, item: Item) -> None:
        is_remarked = self._cursor.problems.has_brackets and has_remark(
            self._items, self._at, self._cursor.tokens
        )
        if is_remarked and self._group.is_remarked and not is_of_all(item):
            self._open()  # «до 1 июня (проект), до 1 сентября (доклад)»
        group = self._group
        group.is_remarked = is_remarked
        group.items.append(item)
        group.has_content = True
        group.reported = group.reported or item.reported
        group.marks.append(Mark(_ROLES[item.kind], item.span))

    def _take_other(self, item: Item) -> None:
        """Signs, exceptions and clock times, which say nothing alone."""
        group = self._group
        if item.kind in SIGNS:
            group.items.append(item)
        elif item.kind is ItemKind.ASIDE:
            self._take_aside(item)
        else:
            group.exceptions.append(item)
            group.mark(Role.PERIODICITY, item.span)

    def _take_aside(self, item: Item) -> None:
        group = self._group
        group.mark(_NOTE, item.span)
        if item.time is None and item.end_time is None:
            group.notes.append(self._cursor.problems.words(item.span))
        else:
            group.particulars.append(Particular(item.span, item.time, item.end_time))

    def _continues_place(self, tokens: list[Token]) -> bool:
        """Whether numbers stand behind a place: «ул. Ленина, 5»."""
        particulars = self._group.particulars
        return bool(particulars) and bool(particulars[-1].place) and are_numbers(tokens)

    def _take_place(self, span: Span) -> None:
        """Words of a place; those beside them, «ДК, ул. Ленина, 5», are of the same one."""
        particulars, problems = self._group.particulars, self._cursor.problems
        before = particulars[-1] if particulars and particulars[-1].place else None
        if before is not None and not problems.words(Span(before.span.end, span.start)).strip(
            _JOINTS_OF_PLACE
        ):
            span = Span(before.span.start, span.end)
            particulars.pop()
        particulars.append(Particular(span, place=problems.words(span)))

    def _take_reported(self, item: Item) -> None:
        if self._leads(self._at) or self._has_label(self._at):
            self._open()
        group = self._group
        group.is_closed = group.first_date is not None
        words = self._cursor.problems.words(item.span)
        group.purpose = f"{group.purpose} {words}" if group.purpose else words
        group.reported = item.reported
        group.mark(Role.PURPOSE, item.span)

    def _has_label(self, at: int) -> bool:
        return at < len(self._items) and self._items[at].kind is _LABEL

    def _leads(self, at: int) -> bool:
        """Whether a deadline follows the item before this index, with no more than a dash between.

        «отчёт за год – до 1 марта», but not «февраль – отчёт за год, май – отчёт за квартал».
        """
        at += self._has_label(at)
        if at < len(self._items) and self._items[at].kind is ItemKind.REPORTED:
            return self._leads(at + 1)
        return at < len(self._items) and self._items[at].kind in _CONTENT

    def _take_text(self, _: Item) -> None:
        """A run of words that are no deadline: a label, a purpose, a note or a riddle."""
        first = self._at - 1
        end = end_of_run(self._items, first, self._cursor.tokens)
        self._at = end
        span = self._quoted(Span(self._items[first].span.start, self._items[end - 1].span.end))
        tokens = self._cursor.tokens[self._items[first].first : self._items[end - 1].end]
        behind = self._cursor.tokens[self._items[end - 1].end]
        if behind.text == "%":
            span = Span(span.start, behind.end)
        role = self._role(tokens, behind)
        is_lost = has_lost_day(tokens) or self._follows_month(first, tokens, role)
        if is_lost or (role is _UNKNOWN and parts_range(self._items, first, end, self._cursor)):
            # «май – до 20-го», «10 мая тётя Маня – 15 мая»: what is no date is no label either
            self._group.is_garbled = self._group.is_garbled or is_lost
            self._keep(_UNKNOWN, span, tokens)
            return
        has_sign = end < len(self._items) and self._items[end].kind in _BEHIND_LABEL
        is_behind = self._group.has_content and first > 0
        before = self._cursor.tokens[self._items[first].first - 1]
        if self._leads(end) and (has_sign or role is not _UNKNOWN) and role is not _NOTE:
            self._open()  # «школы – до 1 мая», «отчёт до 1 мая», «сводка за год – до 1 марта»
            self._label(role, span)
        elif is_behind and before.kind is TokenKind.OPEN and role is not _UNKNOWN:
            self._keep(_NOTE, span, tokens)  # «до 1 мая (школы)»
        elif role in (_AUDIENCE, Role.PURPOSE):
            self._label(role, span)  # «до 1 мая школы»
        elif role is _UNKNOWN and is_behind and self._is_remark(first, tokens) and not self._leads(end):
            self._label(role, span)  # «до 1 мая – 9 классы»
        else:
            if role is _UNKNOWN and names_other_work(self._items, first, end, self._cursor.tokens):
                self._open(continues=True)  # «заявки до 18 сентября, конкурс 25 сентября»
            self._keep(role, span, tokens)

    def _follows_month(self, first: int, tokens: list[Token], role: Role) -> bool:
        """Whether a number that may be a day stands behind a month: «Октябрь: 28 тётя Маня»."""
        if (
            role is not _UNKNOWN
            or self._items[first - 1].kind is ItemKind.BREAK
            or self._cursor.tokens[self._items[first].first - 1].kind is TokenKind.OPEN
            or not may_be_day(tokens)
        ):
            return False
        content = [item for item in self._items[max(first - 2, 0) : first] if item.moments]
        return any(unit_of(moment.stretch) is Unit.MONTH for item in content for moment in item.moments)

    def _is_remark(self, first: int, tokens: list[Token]) -> bool:
        """Whether words stand behind a dash; numbers there would be days that were lost."""
        return self._items[first - 1].kind is _LABEL and not are_numbers(tokens)

    def _quoted(self, span: Span) -> Span:
        """Words with the quotation marks at their ends, which are no tokens."""
        text = self._cursor.problems.text
        opens = span.start > 0 and text[span.start - 1] in OPENING
        return Span(span.start - opens, span.end + (text[span.end : span.end + 1] in CLOSING))

    def _label(self, role: Role, span: Span) -> None:
        words = self._cursor.problems.words(span)
        group = self._group
        if role is _AUDIENCE:
            group.audience = f"{group.audience} {words}" if group.audience else words
        else:
            group.purpose = f"{group.purpose} {words}" if group.purpose else words
        group.is_closed = group.first_date is not None and not self._leads(self._at)
        group.mark(_AUDIENCE if role is _AUDIENCE else Role.PURPOSE, span)

    def _keep(self, role: Role, span: Span, tokens: list[Token]) -> None:
        """Keep words as a note, and say so if they were not understood."""
        problems = self._cursor.problems
        words = problems.words(span)
        self._group.mark(role, span)
        if role is _NOTE and (is_of(tokens, Sense.PLACE) or self._continues_place(tokens)):
            self._take_place(span)
            return
        self._group.notes.append(words)
        if role is not _UNKNOWN:
            return
        is_spoiled = any(is_mixed(token.text) for token in tokens if token.kind is TokenKind.WORD)
        self._group.is_garbled = self._group.is_garbled or is_spoiled or are_numbers(tokens)
        if is_spoiled:
            message = f"«{words}» набрано разными алфавитами или с цифрами и не читается"
            hints = nearest_in_words([token.text for token in tokens if is_mixed(token.text)])
            problems.add(MIXED_ALPHABET, span, message, *hints, "наберите слово заново русскими буквами")
        elif are_numbers(tokens):
            hint = "допишите, число чего это, или уберите его"
            problems.add(STRAY_NUMBER, span, f"число «{words}» ни к чему не относится", hint)
        else:
            hints = nearest_in_words([token.text for token in tokens if token.is_unknown])
            hints = hints or ("назовите срок другими словами, а пояснение перенесите в текст мероприятия",)
            problems.add(UNKNOWN_WORDS, span, f"слова «{words}» не поняты и сохранены как примечание", *hints)

    def _role(self, tokens: list[Token], behind: Token) -> Role:
        """What words are by the first of them that tells, or by the token behind them."""
        marks = self._group.marks
        if behind.text == "%":  # «до 1 мая – 50 %»
            return _NOTE
        if marks and marks[-1].role is _NOTE and are_numbers(tokens):  # «ул. Ленина, 5»
            return _NOTE
        if any(map(is_infinitive, tokens)):
            return Role.PURPOSE
        roles = [_BY_SENSE.get(token.word.sense) for token in tokens if token.word is not None]
        role = next(filter(None, roles), _UNKNOWN)
        if (
            role is _UNKNOWN
            and not self._group.has_content
            and self._is_sentence()
            and tokens[0].text.endswith(_DATIVE)
        ):
            return _AUDIENCE  # «Директорам школ до 1 сентября обеспечить …»
        return role


_TAKERS: dict[ItemKind, Callable[[Grouping, Item], None]] = {
    ItemKind.MOMENTS: Grouping._take_moments,
    ItemKind.PERIODICITY: Grouping._take_periodicity,
    ItemKind.RULE: Grouping._take_rule,
    ItemKind.WEEKDAY: Grouping._take_content,
    **dict.fromkeys((ItemKind.BREAK, ItemKind.THEN, ItemKind.BESIDES), Grouping._take_break),
    ItemKind.PAIR: Grouping._take_pair,
    **dict.fromkeys((*SIGNS, ItemKind.EXCEPTION, ItemKind.ASIDE), Grouping._take_other),
    ItemKind.REPORTED: Grouping._take_reported,
    ItemKind.TEXT: Grouping._take_text,
}
