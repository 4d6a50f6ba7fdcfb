"""The Markdown of an appendix: what of it is printed, and what is refused with advice.

Every type of token that markdown-it-py makes of CommonMark and of GitHub's tables and strikes is printed, a
part of a refused one, or refused; a type that is in no table is refused as well, so that nothing vanishes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.text import markdown_notes, markdown_tables
from roadmapc.text.markdown_syntax import Lines, Refused, Stretch, literal, parsed, with_line_feeds
from roadmapc.text.regex import regex

if TYPE_CHECKING:
    from markdown_it.token import Token

PRINTED = frozenset(
    (
        *("inline", "text", "text_special", "softbreak"),
        *("strong_open", "strong_close", "em_open", "em_close"),
        *("paragraph_open", "paragraph_close", "heading_open", "heading_close"),
        *("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"),
        *("list_item_open", "list_item_close"),
        *("table_open", "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close"),
        *("tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close"),
        *("image", "footnote_ref", "footnote_reference_open", "footnote_reference_close"),
    )
)
PARTS = frozenset(
    (
        *("blockquote_close", "s_close", "link_close"),
        *("alert_close", "alert_title_open", "alert_title_close"),
    )
)
"""Of something that is refused where it opens."""


class _Refusal(NamedTuple):
    """A kind of construct."""

    name: str
    advice: str
    mark: str = ""
    """A pattern of how it is written, by which its place in a paragraph is found."""


REFUSED = {
    "s_open": _Refusal("зачёркивание", "уберите «~~» и то, что зачёркнуто", "~~"),
    "blockquote_open": _Refusal("цитата со знаком «>»", "уберите «>» и возьмите слова в «ёлочки»"),
    "alert_open": _Refusal("выноска со знаком «>»", "запишите её абзацем"),
    "code_block": _Refusal("текст с отступом в четыре пробела", "уберите отступ"),
    "fence": _Refusal("блок кода", "уберите строки «```» или «~~~»"),
    "code_inline": _Refusal("код в обратных кавычках", "уберите обратные кавычки", "`"),
    "html_block": _Refusal("разметка HTML", "уберите теги"),
    "html_inline": _Refusal("разметка HTML", "уберите теги", "<"),
    "hr": _Refusal("линия", "уберите линию: части приложения разделяют заголовки"),
    "hardbreak": _Refusal(
        "перенос строки внутри абзаца", "начните новый абзац пустой строкой", r" {2,}\n|\\\n"
    ),
    "link_open": _Refusal("ссылка: её адрес", "напишите адрес словами в тексте", r"\["),
    "definition": _Refusal("определение ссылки", "уберите его: в документе его не будет"),
}
"""By the type of token."""
_NESTED = _Refusal("таблица внутри списка", "поставьте её под списком, через пустую строку")
_BESIDE = _Refusal("рисунок среди слов или в списке", "поставьте рисунок отдельным абзацем", r"!\[")
_IN_CELL = {
    "strong_open": _Refusal("выделение в ячейке таблицы", "уберите «**»", r"\*\*"),
    "em_open": _Refusal("выделение в ячейке таблицы", "уберите «*»", r"\*"),
    "footnote_ref": _Refusal("сноска в ячейке таблицы", "напишите примечание под таблицей", r"\[\^"),
    "image": _Refusal("рисунок в ячейке таблицы", "поставьте рисунок под таблицей", r"!\["),
}
"""What is printed elsewhere, and not among the words of a table."""
_UNKNOWN = _Refusal("разметка", "запишите то же абзацами, заголовками (##) и списками (- и 1.)")

DEEPEST_HEADING = 3
DEEPEST_LIST = 9


_EMPHASIS = ("strong_open", "strong_close", "em_open", "em_close")
_UNOPENED = regex(
    r"(?P<mark>(?<!\*)\*\*+(?=[^\s*])|(?<=[^\s*])\*\*+|(?<![^\s(«„\"])\*(?=[^\W_])|`+|(?<!~)~~(?!~)"
    r"|(?<![\w/])_{1,2}(?=[^\W_])(?![^_\n]*[^\W_]_{1,2}(?!\w)))"
)
"""Signs of emphasis that are left among the words."""
_LITERAL = "знак умножения – «×», сам знак – с «\\» перед ним; выделяют слова целиком: **слова**"


def refused(markdown: str) -> tuple[Refused, ...]:
    """Everything in a text that would be lost, glued or numbered anew, in its order."""
    markdown = with_line_feeds(markdown)
    # signs behind a backslash stay tokens of their own
    tokens, references = parsed(markdown, "text_join")
    walk = _Walk(markdown)
    found = [
        *walk.findings(tokens),
        *markdown_notes.lost(markdown, tokens),
        *_of_words(markdown, walk.tables),
    ]
    if references:
        lines = _DEFINITION.finditer(markdown)
        found += [_refusal(REFUSED["definition"], Stretch(*line.span())) for line in lines]
    once = {(each.message, each.span.start): each for each in found}
    return tuple(sorted(once.values(), key=lambda each: each.span))


def is_picture(token: Token) -> bool:
    """Whether a paragraph (its token `inline`) outside lists is a picture and nothing else."""
    children = [child for child in token.children or () if child.type == "image" or child.content]
    return token.level == 1 and [child.type for child in children] == ["image"]


class _Walk:
    """One way through the tokens of a text."""

    def __init__(self, markdown: str) -> None:
        self._text = markdown
        self._lines = Lines(markdown)
        self._numbers: list[int] = []
        """The next number of each open list; 0 for dashes."""
        self.tables: list[Stretch] = []
        """Where they are, in their order."""
        self._is_cell = False
        """Whether the next paragraph is one of a table."""
        self._read = 0
        """Where the parts of paragraphs end that were found so far."""

    def findings(self, tokens: list[Token]) -> Iterator[Refused]:
        block = Stretch(0, 0)
        for token, following in zip(tokens, (*tokens[1:], None), strict=False):
            block = self._lines.of(token) or block
            if token.type == "inline":
                yield from self._of_inline(token, block)
            elif token.type not in PRINTED | PARTS:
                yield _refusal(REFUSED.get(token.type, _UNKNOWN), self._lines.first(block))
            elif token.type == "table_open":
                yield from self._table(token, block)
            elif of_kind := _BLOCKS.get(token.type):
                yield from of_kind(self, token, following, self._lines.first(block))
            self._is_cell = token.type in ("th_open", "td_open")

    def _table(self, token: Token, block: Stretch) -> Iterator[Refused]:
        self.tables.append(block)
        if token.level:
            yield _refusal(_NESTED, self._lines.first(block))
        else:
            yield from markdown_tables.lost(self._text, block)

    def _of_inline(self, token: Token, block: Stretch) -> Iterator[Refused]:
        """What stands inside a paragraph; a kind of token that no list knows is refused, never passed by."""
        yield from () if self._is_cell else self._glued(block)
        at = max(block.start, self._read)
        for child in token.children or ():
            kind = self._refusal(child, token)
            place = self._place(child, Stretch(at, block.end), kind)
            at = place.end if place else at
            if kind is not None:
                is_spaces = place is not None and self._text[slice(*place)].startswith("  ")
                span = place or self._lines.first(block)
                yield _refusal(kind, span, "\n" if is_spaces else None)
            elif child.type == "text" and place:
                for found in _UNOPENED.finditer(self._text, *place):
                    message = f"«{found['mark']}» напечатается как есть: выделение здесь не открылось"
                    yield Refused(message, Stretch(*found.span("mark")), _LITERAL)
            elif child.type in _EMPHASIS and place:
                around = self._text[max(place.start - 1, 0) : place.start], self._text[at : at + 1]
                if (child.nesting > 0 and around[0].isalnum()) or (child.nesting < 0 and around[1].isdigit()):
                    message = f"«{child.markup}» внутри слова или числа не напечатается"
                    yield Refused(message, place, _LITERAL)
        self._read = at

    def _refusal(self, child: Token, token: Token) -> _Refusal | None:
        """Why a part of a paragraph is not printed where it stands; `None` if it is."""
        if self._is_cell and child.type in _IN_CELL:
            return _IN_CELL[child.type]
        if child.type == "image" and not is_picture(token):
            return _BESIDE
        is_address = (child.type, child.markup) == ("link_open", "autolink")
        return None if is_address or child.type in PRINTED | PARTS else REFUSED.get(child.type, _UNKNOWN)

    def _place(self, child: Token, rest: Stretch, kind: _Refusal | None) -> Stretch | None:
        """Where a part of a paragraph is written, in what of it is not read yet."""
        mark = "" if kind is None else kind.mark
        if child.type in ("text", "text_special", *_EMPHASIS):
            mark = re.escape(child.markup if child.type in _EMPHASIS else literal(child.content))
        found = regex(mark).search(self._text, *rest) if mark else None
        return Stretch(*found.span()) if found else None

    def _glued(self, block: Stretch) -> Iterator[Refused]:
        """Lines that begin as items of a list and are read as the end of the paragraph above."""
        for found in _GLUED.finditer(self._text, block.start, block.end):
            message = f"строка «{found['mark']} …» – не пункт списка и слилась бы с абзацем над ней"
            advice = "отделите её пустой строкой; после «-» и «1.» поставьте пробел"
            yield Refused(message, Stretch(*found.span("mark")), advice)

    def _open_list(self, token: Token, _: Token | None, line: Stretch) -> Iterator[Refused]:
        first = token.attrGet("start")
        self._numbers.append(0 if token.type.startswith("bullet") else int(1 if first is None else first))
        if len(self._numbers) > DEEPEST_LIST:
            message = f"список глубже {DEEPEST_LIST} уровней не напечатается"
            yield Refused(message, line, "уберите лишние уровни")

    def _close_list(self, *_: object) -> Iterator[Refused]:
        self._numbers.pop()
        return iter(())

    def _item(self, token: Token, following: Token | None, line: Stretch) -> Iterator[Refused]:
        if following is not None and following.type == "list_item_close":
            yield Refused("пустой пункт списка не напечатается", line, "впишите текст или уберите пункт")
        number = self._numbers[-1]
        if not token.info:
            return
        if token.markup == ")":
            message = f"«{token.info})» напечатается как «{token.info}.»"
            yield Refused(message, line, f"напишите «{token.info}.» или, абзацем, «{token.info}\\)»")
        elif int(token.info) != number:
            message = f"пункт «{token.info}.» напечатается под номером {number}"
            yield Refused(message, line, "пронумеруйте пункты списка подряд")
        self._numbers[-1] += 1

    def _heading(self, token: Token, following: Token | None, line: Stretch) -> Iterator[Refused]:
        words = self._text[line.start : line.end]
        if not token.markup.startswith("#"):
            message = f"строка из знаков «{token.markup}» сделала абзац над ней заголовком"
            yield Refused(message, line, "заголовок пишите с «## », а линию уберите")
        elif len(token.markup) > DEEPEST_HEADING:
            message = f"заголовок «{token.markup}» напечатается как «{'#' * DEEPEST_HEADING}»"
            yield Refused(message, line, "пишите заголовки двух видов: «## » и «### »")
        elif following is None or not following.content:
            yield Refused("в заголовке нет слов", line, "впишите их или уберите строку")
        elif words.endswith("#"):
            yield Refused("знаки «#» в конце заголовка не напечатаются", line, "уберите их")


_BLOCKS: dict[str, Callable[[_Walk, Token, Token | None, Stretch], Iterator[Refused]]] = {
    "bullet_list_open": _Walk._open_list,
    "ordered_list_open": _Walk._open_list,
    "bullet_list_close": _Walk._close_list,
    "ordered_list_close": _Walk._close_list,
    "list_item_open": _Walk._item,
    "heading_open": _Walk._heading,
}
"""What is asked of a block that is printed."""


def _refusal(kind: _Refusal, span: Stretch, replacement: str | None = None) -> Refused:
    return Refused(f"{kind.name} в приложении не печатается", span, kind.advice, replacement)


_DEFINITION = regex(r"^ {0,3}\[(?!\^)[^\]\n]+\]:.*", re.MULTILINE)
_GLUED = regex(
    r"(?<=\S)[ \t]*\n[ \t]*"
    r"(?P<mark>[-–—•·▪*+‣◦●○■□➢✓→](?=\s*[^\W_])|\d{1,3}[.)](?=\s*[^\W\d_])|[а-яёa-z]\)(?=\s)"
    r"|\((?:\d{1,2}|[а-яёa-z])\)(?=\s)|[аб]\.(?=\s)|[№§](?=\s?\d[^\n]*(?:\n[ \t]*[№§]|\Z)))"
)


_BARS = _Refusal("таблица из черт без шапки", "под шапкой нужна строка |---|---|, над ней – пустая")
_WORDS = (
    (
        regex(r"(?:(?<=[-*+] )|(?<=\d[.)] ))\[[ xXхХ]\](?= )"),
        _Refusal("клетка для отметки", "уберите «[ ]»"),
    ),
    (regex(r"(?:^[ \t]*\|.*\n?)+", re.MULTILINE), _BARS),
    (
        regex(r"(?<!\w)(_{1,2})(?=[^\W_])[^_\n]*[^\W_]\1(?!\w)"),
        _Refusal("выделение подчёркиванием", "выделяют звёздочками: *слово*, **слово**"),
    ),
    (
        regex(r"^#{2,6}(?=[^#\s])", re.MULTILINE),
        _Refusal("заголовок без пробела", "поставьте пробел после «#»"),
    ),
)
"""What is no construct of CommonMark and would be printed with its marks, or glued."""
_ENTITY = regex(r"&(?P<name>#?\w{2,31};)")


def _of_words(markdown: str, tables: Sequence[Stretch]) -> Iterator[Refused]:
    """Signs of `_WORDS` and codes of letters, wherever they stand; bars of `tables` are read apart."""
    for pattern, kind in _WORDS:
        for found in pattern.finditer(markdown):
            above = bisect_right(tables, found.start(), key=lambda table: table.start) - 1
            if kind is not _BARS or above < 0 or tables[above].end <= found.start():
                yield _refusal(kind, Stretch(*found.span()))
    from html.entities import html5  # noqa: PLC0415 - a table of two thousand names

    for found in _ENTITY.finditer(markdown):
        if found["name"].startswith("#") or found["name"] in html5:
            message = f"код знака «{found[0]}» не читается"
            yield Refused(message, Stretch(*found.span()), "наберите сам знак")
