"""Items that belong together, under the audience or purpose that they are said to."""

from collections.abc import Callable
from dataclasses import dataclass, field

from roadmapc.deadline.ast import Mark, Role, Stretch
from roadmapc.deadline.codes import MIXED_ALPHABET, STRAY_NUMBER, UNKNOWN_WORDS
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import CLOSING, OPENING, Token, TokenKind, is_mixed
from roadmapc.source.span import Span

_CONTENT = frozenset({ItemKind.MOMENTS, ItemKind.PERIODICITY, ItemKind.RULE, ItemKind.WEEKDAY})
_LABELLED = _CONTENT | {ItemKind.REPORTED}
_ROLES = {
    ItemKind.MOMENTS: Role.MOMENT,
    ItemKind.PERIODICITY: Role.PERIODICITY,
    ItemKind.RULE: Role.EVENT,
    ItemKind.WEEKDAY: Role.PERIODICITY,
    ItemKind.REPORTED: Role.PURPOSE,
    ItemKind.ASIDE: Role.NOTE,
}


@dataclass(slots=True)
class Group:
    """Items under one label."""

    segment: int = 0
    """Counts the «далее» and «кроме того» before it: a periodicity does not reach over one."""
    continues: bool = False
    """Whether «далее» leads to it: its series takes up the date before."""
    audience: str = ""
    purpose: str = ""
    reported: Stretch | None = None
    """The period that a report is about."""
    items: list[Item] = field(default_factory=list)
    """Moments, periodicities, references, and the signs between them."""
    exceptions: list[Item] = field(default_factory=list)
    """«кроме июля»: what the rules of the group leave out."""
    notes: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    is_garbled: bool = False
    """Whether a number or a spoiled word is left over: it may be the day that a month or year has lost."""
    has_content: bool = False
    """Whether anything was said under the label."""
    first_date: Span | None = None
    """The first moment; `None` if there is none."""
    is_periodic: bool = False
    """Whether any of it says how often."""
    is_closed: bool = False
    """Whether its label came behind it: «до 15 мая – 9 классы, …»; another date is under another."""

    def mark(self, role: Role, span: Span) -> None:
        """Remember what a stretch of the phrase was understood as."""
        self.marks.append(Mark(role, span))


class Grouping:
    """Items in, groups out."""

    __slots__ = ("_at", "_cursor", "_items", "groups")

    def __init__(self, cursor: Cursor, items: list[Item]) -> None:
        """Nothing taken yet."""
        self._cursor = cursor
        self._items = items
        self._at = 0
        self.groups = [Group()]

    @property
    def _group(self) -> Group:
        return self.groups[-1]

    def run(self) -> list[Group]:
        """All groups of the phrase."""
        while self._at < len(self._items):
            item = self._items[self._at]
            self._at += 1
            _TAKERS[item.kind](self, item)
        return self.groups

    def _take_sign(self, item: Item) -> None:
        self._group.items.append(item)

    def _take_break(self, item: Item) -> None:
        self._open(item.kind is not ItemKind.BREAK)
        self._group.continues = item.kind is ItemKind.THEN

    def _take_moments(self, item: Item) -> None:
        if self._group.is_closed:
            self._open()
        self._group.first_date = self._group.first_date or item.span
        self._take_content(item)

    def _take_periodicity(self, item: Item) -> None:
        if self._group.is_closed and self._group.is_periodic:
            self._open()
        self._group.is_periodic = True
        self._take_content(item)

    def _take_content(self, item: Item) -> None:
        group = self._group
        group.items.append(item)
        group.has_content = True
        group.reported = group.reported or item.reported
        group.mark(_ROLES[item.kind], item.span)

    def _take_exception(self, item: Item) -> None:
        self._group.exceptions.append(item)
        self._group.mark(Role.PERIODICITY, item.span)

    def _open(self, is_then: bool = False) -> None:
        """Begin another group if the present one says anything."""
        if self._group.has_content:
            self.groups.append(Group(self._group.segment + is_then))
        else:
            self._group.segment += is_then

    def _take_aside(self, item: Item) -> None:
        self._group.notes.append(self._cursor.problems.words(item.span))
        self._group.mark(Role.NOTE, item.span)

    def _take_reported(self, item: Item) -> None:
        if self._leads(self._at):
            self._open()
        group = self._group
        group.is_closed = group.first_date is not None
        words = self._cursor.problems.words(item.span)
        group.purpose = f"{group.purpose} {words}" if group.purpose else words
        group.reported = item.reported
        group.mark(Role.PURPOSE, item.span)

    def _leads(self, at: int) -> bool:
        """Whether a deadline follows the item before this index, with no more than a dash between."""
        if at < len(self._items) and self._items[at].kind is ItemKind.LABEL:
            at += 1
        return at < len(self._items) and self._items[at].kind in _LABELLED

    def _take_text(self, _: Item) -> None:
        """A run of words that are no deadline: a label, a purpose, a note or a riddle."""
        first = self._at - 1
        end = self._end_of_run(first)
        self._at = end
        span = self._quoted(Span(self._items[first].span.start, self._items[end - 1].span.end))
        tokens = self._cursor.tokens[self._items[first].first : self._items[end - 1].end]
        role = Role.NOTE if self._numbers_place(tokens) else _role(tokens)
        labelled = end < len(self._items) and self._items[end].kind is ItemKind.LABEL
        if self._leads(end) and (labelled or role is not Role.UNKNOWN) and role is not Role.NOTE:
            self._open()
            self._label(role, span)
        elif self._stands_in_brackets(first) and role is not Role.UNKNOWN:
            self._keep(Role.NOTE, span, tokens)
        elif role in (Role.AUDIENCE, Role.PURPOSE) or (
            role is not Role.NOTE and self._stands_behind_dash(first)
        ):
            self._label(role, span)
        else:
            self._keep(role, span, tokens)

    def _quoted(self, span: Span) -> Span:
        """Words with the quotation marks at their ends, which are no tokens."""
        text = self._cursor.problems.text
        opens = span.start > 0 and text[span.start - 1] in OPENING
        return Span(span.start - opens, span.end + (text[span.end : span.end + 1] in CLOSING))

    def _end_of_run(self, at: int) -> int:
        """The index behind words that hang together, hyphens and dots of abbreviations included."""
        while at < len(self._items) and self._items[at].kind is ItemKind.TEXT:
            at += 1
            if self._is_joint(at):
                at += 1
        return at

    def _is_joint(self, at: int) -> bool:
        if at + 1 >= len(self._items) or self._items[at + 1].kind is not ItemKind.TEXT:
            return False
        sign = self._items[at]
        tokens = self._cursor.tokens
        if tokens[sign.first].kind in (TokenKind.DOT, TokenKind.OTHER) or tokens[sign.first].text == "а":
            return True
        if sign.kind is ItemKind.COMMA and tokens[sign.first].kind is TokenKind.COMMA:
            return (
                tokens[sign.first - 1].kind is TokenKind.NUMBER and tokens[sign.end].kind is TokenKind.NUMBER
            )
        tight = (
            self._items[at - 1].span.end == sign.span.start
            and sign.span.end == self._items[at + 1].span.start
        )
        return sign.kind is ItemKind.LABEL and tight

    def _stands_in_brackets(self, at: int) -> bool:
        first = self._items[at].first
        return self._group.has_content and first > 0 and self._cursor.tokens[first - 1].kind is TokenKind.OPEN

    def _stands_behind_dash(self, at: int) -> bool:
        return self._group.has_content and at > 0 and self._items[at - 1].kind is ItemKind.LABEL

    def _label(self, role: Role, span: Span) -> None:
        words = self._cursor.problems.words(span)
        group = self._group
        if role is Role.AUDIENCE:
            group.audience = f"{group.audience} {words}" if group.audience else words
        else:
            group.purpose = f"{group.purpose} {words}" if group.purpose else words
        group.is_closed = group.first_date is not None and not self._leads(self._at)
        group.mark(Role.AUDIENCE if role is Role.AUDIENCE else Role.PURPOSE, span)

    def _keep(self, role: Role, span: Span, tokens: list[Token]) -> None:
        """Keep words as a note, and say so if they were not understood."""
        group = self._group
        group.notes.append(self._cursor.problems.words(span))
        group.mark(role, span)
        if role is Role.UNKNOWN:
            self._say_unknown(span, tokens)

    def _numbers_place(self, tokens: list[Token]) -> bool:
        """Whether numbers belong to the address before them: «ул. Ленина, 5»."""
        marks = self._group.marks
        return bool(marks) and marks[-1].role is Role.NOTE and _are_numbers(tokens)

    def _say_unknown(self, span: Span, tokens: list[Token]) -> None:
        problems = self._cursor.problems
        words = problems.words(span)
        if any(is_mixed(token.text) for token in tokens if token.kind is TokenKind.WORD):
            self._group.is_garbled = True
            message = f"«{words}» набрано разными алфавитами или с цифрами и не читается"
            problems.add(MIXED_ALPHABET, span, message, "наберите слово заново русскими буквами")
        elif _are_numbers(tokens):
            self._group.is_garbled = True
            hint = "допишите, число чего это, или уберите его"
            problems.add(STRAY_NUMBER, span, f"число «{words}» ни к чему не относится", hint)
        else:
            hint = "назовите срок другими словами, а пояснение перенесите в текст мероприятия"
            problems.add(UNKNOWN_WORDS, span, f"слова «{words}» не поняты и сохранены как примечание", hint)


_TAKERS: dict[ItemKind, Callable[[Grouping, Item], None]] = {
    ItemKind.MOMENTS: Grouping._take_moments,
    ItemKind.PERIODICITY: Grouping._take_periodicity,
    **dict.fromkeys((ItemKind.RULE, ItemKind.WEEKDAY), Grouping._take_content),
    **dict.fromkeys((ItemKind.COMMA, ItemKind.LABEL), Grouping._take_sign),
    **dict.fromkeys((ItemKind.BREAK, ItemKind.THEN, ItemKind.BESIDES), Grouping._take_break),
    ItemKind.REPORTED: Grouping._take_reported,
    ItemKind.EXCEPTION: Grouping._take_exception,
    ItemKind.ASIDE: Grouping._take_aside,
    ItemKind.TEXT: Grouping._take_text,
}
_BY_SENSE = {Sense.AUDIENCE: Role.AUDIENCE, Sense.PURPOSE: Role.PURPOSE, Sense.PLACE: Role.NOTE}


def _are_numbers(tokens: list[Token]) -> bool:
    return all(token.kind in (TokenKind.NUMBER, TokenKind.ROMAN) for token in tokens)


def _role(tokens: list[Token]) -> Role:
    """What words are by the first of them that tells."""
    for token in tokens:
        role = _BY_SENSE.get(token.word.sense) if token.word is not None else None
        if role is not None:
            return role
    return Role.UNKNOWN
