"""What YAML reads otherwise than it was meant: nothing is wrong with the record, and words are lost.

Whoever is no programmer forgets a space after «-» or «:», pastes other spaces from Word and does not know
that « #» opens a comment.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from roadmapc.diagnostics.diagnostic import Diagnostic, Edit, Place
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.codes import (
    FOREIGN_SPACE,
    HASH,
    LOST_COLON,
    LOST_DASH,
    PRINTED_COMMENT,
    SHIFTED_FIELD,
)
from roadmapc.syntax.tree import Node, ScalarNode, SequenceNode
from roadmapc.text.characters import IGNORABLE, clean, code_point, unusual_letters
from roadmapc.text.regex import regex
from roadmapc.text.shorten import shortened

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ORDINARY = frozenset(" \t\r\n")
"""Spaces that YAML takes for such."""
_FOREIGN = regex(f"[{_SPACES}]")
_OTHER = regex(f"[{_SPACES}{IGNORABLE.pattern[1:-2]}]")
_OTHER_INDENT = regex(
    rf"^[ \t]*[{_SPACES}{IGNORABLE.pattern[1:-2]}][ \t{_SPACES}{IGNORABLE.pattern[1:-2]}]*.*(?:\n|\Z)",
    re.MULTILINE,
)
"""A line whose indent is not made of spaces alone."""
_INDENT = regex(rf"^[ \t{_SPACES}{IGNORABLE.pattern[1:-2]}]+", re.MULTILINE)
_LEVEL = regex(r"^ *(?:- +)*(?=[^\s#])", re.MULTILINE)
"""Where the words of a line begin: a level of the record."""

_HASH = regex(r"#(?<=[ \t].)#*[^\s#]")
_TAIL = regex(r"[\]},:|>+\-0-9 \t]{0,500}(?<=[ \t])(?P<comment>#+[^\s#][^\r\n]*)")
"""From the end of a scalar to a comment in its line; a row of numbers may be as long as the file."""
_NEXT = regex(r"[ \t]*\r?\n(?P<indent>[ \t]+)(?P<comment>#+[^\s#][^\r\n]*)")
"""From the end of a scalar to a comment that is the next line."""
_COMMENT = regex(r"[ \t]+#(?:\s|$).*")
_PRINTED = regex(r"\n[ \t]*(?P<comment>#[ \t]+[^\r\n]*[^\W\d_][^\r\n]*)")
"""A line that would be a comment if it were not in a text."""
_HEADING = regex(r"(?:\||\n)[-+0-9 \t]*\r?\Z")
"""What is before a heading of Markdown: the sign of a text whose lines are kept, or an empty line of it."""
_NEAR = 80
"""Characters before a line that say whether it may be a heading."""
_IN_TEXT = regex(
    r"(?:[|>][-+0-9]*[ \t]*\r?|^[ \t]+(?![\w-]+:\s|- |#)\S[^\n]*)\n(?:[ \t]*\r?\n)*[ \t]+# ", re.MULTILINE
)
"""Where there may be one: after the sign of a text or after a line that is no field."""
_SPACED = regex(r"#(?<=[ \t].) [^\n]*")
"""What such a line has, and few files, as far as its end: it is quick to look for, and found once a line."""
_DASH = regex(rf"^[ \t]*(?:- +)*(?P<dash>-)(?P<gap>[{_SPACES}]*)(?=[^\W\d_]|[«„\"(])", re.MULTILINE)
_ITEM = regex(rf"-(?<!\S.)[{_SPACES}]*(?:[^\W\d_]|[«„\"(])")
_NAME = "(?!mailto)[a-z][a-z_]*"
_FIELD = regex(rf"(?<![a-z_])(?P<name>{_NAME}):(?P<gap>[{_SPACES}]*)(?=[^\s/\\]|$)", re.MULTILINE)
_COLON = regex(r":(?<=[a-z_]:)[^ \t\r\n/\\]")
"""What an item or a field has that YAML has read as words: few files do, and it is quick to look for."""
_FIELD_LINE = regex(rf"^[ \t]*(?:- +)*{_FIELD.pattern}", re.MULTILINE)
_MARKS = regex(rf"^[ \t]*(?:-[ \t{_SPACES}]+)*(?:[a-z][a-z_]*:[{_SPACES}]+)?", re.MULTILINE)
"""What a line has before its words, of other spaces too."""
FIELD_OF_RECORD = rf"(?:- +)*{_NAME}[ \t]*:(?=\s|\Z)"
"""How a field begins, or an item of a list that is fields."""
_SHIFTED_FIELD = regex(rf"\n[ \t]*(?P<line>{FIELD_OF_RECORD}[^\r\n]*)")
_WIDE_FIELD = regex(r"[ \t]*(?:- +)*(?P<name>\w[\w-]*)：(?P<gap>\s*)")
"""With the colon of a Chinese keyboard."""
_ANY_FIELD = regex(rf"[ \t]*(?:- +)*(?P<name>\w[\w-]*):(?P<gap>[{_SPACES}]*)(?=[^\s/\\])")
_RUSSIAN = regex("[А-Яа-яЁё]")
ALIGN = "выровняйте строку по соседним: один уровень – два пробела"
_QUOTE = 'если это часть текста, возьмите весь текст в кавычки: "…"'


class _Scalar(NamedTuple):
    node: ScalarNode
    parent: Node | None
    is_key: bool


def other_indents(file: SourceFile) -> tuple[Diagnostic, ...]:
    """Lines that are indented with other spaces: the record cannot be read before they are mended."""
    return tuple(_other_indents(file)) if _OTHER.search(unusual_letters(file.text)) else ()


def _other_indents(file: SourceFile) -> Iterator[Diagnostic]:
    columns = {len(level[0]) for level in _LEVEL.finditer(file.text)}
    for lines in _neighbours(found.span() for found in _OTHER_INDENT.finditer(file.text)):
        source = file.text[lines.start : lines.end]
        written = _INDENT.sub(lambda indent: _spaced(indent[0], columns), source)
        first = _INDENT.match(file.text, lines.start)
        assert first is not None
        message = f"в отступе не пробел, а {_named(first[0])}"
        hint = "наберите отступ обычными пробелами, по два на уровень"
        place = Place(file, Span(*first.span()))
        yield Diagnostic(FOREIGN_SPACE, message, place, (hint,), edit=Edit(lines, written))


def _neighbours(lines: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """Lines that follow each other, as one."""
    start = end = -1
    for first, last in lines:
        if first != end:
            if end > 0:
                yield Span(start, end)
            start = first
        end = last
    if end > 0:
        yield Span(start, end)


def _spaced(indent: str, columns: set[int]) -> str:
    """The indent in ordinary spaces: as wide as it looks, or without what came among its own spaces."""
    wide, narrow = _FOREIGN.sub(" ", IGNORABLE.sub("", indent)), re.sub(r"[^ \t]", "", indent)
    if len(wide) in columns:
        return wide
    return narrow if narrow and len(narrow) % 2 < len(wide) % 2 else wide


def _named(text: str) -> str:
    """The first letter of a text that only looks like a space."""
    letter = next(letter for letter in text if letter not in " \t")
    return "неразрывный пробел U+00A0" if letter == "\u00a0" else f"знак {code_point(letter)}"


def slip_near(file: SourceFile, *offsets: int) -> Diagnostic | None:
    """A space that is missing in the line of one of the offsets or in the one before it.

    libyaml notices only that the record does not go on as it should.
    """
    numbers = [file.position(offset).line for offset in offsets]
    written = [len(file.text[: file.line_span(number).start].rstrip()) for number in numbers]
    above = [file.position(end).line for end in written]
    lines = dict.fromkeys(line for pair in zip(numbers, above, strict=True) for line in pair)
    for line in (file.line_span(number) for number in lines):
        words = file.text[line.start : line.end]
        slip = None
        if found := _ANY_FIELD.match(words) or _WIDE_FIELD.match(words):
            slip = _lost_colon(file, found, line.start)
        elif found := _DASH.match(words):
            slip = _lost_dash(file, found, line.start, is_sure=True)
        if found and slip:
            return replace(slip, edit=_ordinary_spaces(file)) if _FOREIGN.search(found["gap"]) else slip
        if found := re.search(r"[ \t](?P<comment>#+[^\s#].*)", words):
            return _lost_words(file, Span(*found.span("comment")).shifted(line.start), None)
    return None


def _ordinary_spaces(file: SourceFile) -> Edit | None:
    """One correction for all of a file: whoever pasted it has another space after every «-» and «:»."""
    marks = [found.span() for found in _MARKS.finditer(file.text) if _FOREIGN.search(found[0])]
    if not marks:
        return None
    span = Span(marks[0][0], marks[-1][1])
    lines = file.text[span.start : span.end]
    return Edit(span, _MARKS.sub(lambda found: _FOREIGN.sub(" ", found[0]), lines))


def leaks(file: SourceFile, root: Node) -> Iterator[Diagnostic]:
    """What the tree of a file has read otherwise than it was meant."""
    text = file.text
    readers = [_of_space] if any(map(str.isspace, set(unusual_letters(text)) - _ORDINARY)) else []
    readers += [_of_hash] if _HASH.search(text) else []
    comments = (found.start() for found in _SPACED.finditer(text))
    readers += [_of_comment] if any(_may_be_of_text(text, each) for each in comments) else []
    readers += [_of_dash] if _ITEM.search(text) else []
    readers += [_of_colon] if _COLON.search(text) else []
    for scalar in _scalars(root) if readers else ():
        for read in readers:
            yield from read(file, scalar)


def _may_be_of_text(text: str, comment: int) -> bool:
    """Whether a comment may be a line of a text: the last line of words before it says so."""
    end = comment
    start = text.rfind("\n", 0, end) + 1
    while start and not text[start:end].strip():
        end = start - 1
        start = text.rfind("\n", 0, end) + 1
    return _IN_TEXT.search(text, start, comment + 2) is not None


def _scalars(root: Node) -> Iterator[_Scalar]:
    waiting: list[tuple[Node, Node | None, bool]] = [(root, None, False)]
    while waiting:
        node, parent, is_key = waiting.pop()
        if isinstance(node, ScalarNode):
            yield _Scalar(node, parent, is_key)
        elif isinstance(node, SequenceNode):
            waiting += [(item, node, False) for item in reversed(node.items)]
        else:
            for key, value in reversed(node.fields.values()):
                waiting += [(value, node, False), (key, node, True)]


def _of_space(file: SourceFile, scalar: _Scalar) -> Iterator[Diagnostic]:
    """Other spaces about a name: as a part of it they would make it another."""
    node, text = scalar.node, scalar.node.text
    if (
        not node.is_plain
        or text.isascii()
        or text.strip() in ("", text)
        or not (scalar.is_key or text.strip().isascii())
    ):
        return
    where = "перед двоеточием" if scalar.is_key else f"рядом с «{shortened(text.strip())}»"
    message = f"{where} не пробел, а {_named(text.replace(text.strip(), ''))}"
    edit = Edit(node.span, text.strip())
    yield Diagnostic(FOREIGN_SPACE, message, Place(file, node.span), ("наберите обычный пробел",), edit=edit)


def _of_hash(file: SourceFile, scalar: _Scalar) -> Iterator[Diagnostic]:
    """Words behind « #», in the line of a text or alone in the next, deeper than the text's own line."""
    text, node = file.text, scalar.node
    found = _TAIL.match(text, node.end)
    if found is None and node.is_plain and not scalar.is_key:
        found = _NEXT.match(text, node.end)
        line = text[text.rfind("\n", 0, node.start) + 1 : node.start]
        indent = len(line) - len(line.lstrip(" -"))
        found = found if found and len(found["indent"]) > indent and line.strip(" -") else None
    if found is None:
        return
    start = found.start("comment")
    comment = Span(start, start + len(_COMMENT.sub("", found["comment"]).rstrip()))
    yield _lost_words(file, comment, _quoted(file, scalar, comment))


def _of_comment(file: SourceFile, scalar: _Scalar) -> Iterator[Diagnostic]:
    """Lines of a text that look like comments, and like no heading of Markdown either."""
    text, node = file.text, scalar.node
    sign = text[node.start : node.start + 1]
    for found in _PRINTED.finditer(text, node.start, node.end) if sign in ("|", ">") else ():
        if sign == ">" or not _HEADING.search(text[max(node.start, found.start() - _NEAR) : found.start()]):
            message = f"«{shortened(found['comment'])}» – строка текста, а не примечание: её напечатают"
            place = Place(file, Span(*found.span("comment")))
            yield Diagnostic(PRINTED_COMMENT, message, place, ("перенесите примечание на строку над полем",))


def shifted_field(file: SourceFile, text: Span) -> Diagnostic | None:
    """A field that has become a line of a text; the first of them says where it begins."""
    found = _SHIFTED_FIELD.search(file.text, *text)
    if found is None:
        return None
    message = f"«{shortened(found['line'])}» – строка текста, который начат выше"
    hints = (ALIGN, "если это слова текста, не начинайте ими строку")
    return Diagnostic(SHIFTED_FIELD, message, Place(file, Span(*found.span("line"))), hints)


def _lost_words(file: SourceFile, comment: Span, edit: Edit | None) -> Diagnostic:
    words = shortened(file.text[comment.start : comment.end])
    message = f"«{words}» – примечание YAML, в документ оно не попадёт"
    hints = (_QUOTE, "если это примечание, поставьте пробел после «#»")
    return Diagnostic(HASH, message, Place(file, comment), hints, edit=edit)


def _quoted(file: SourceFile, scalar: _Scalar, comment: Span) -> Edit | None:
    """Quotes round the whole text; none where it is not sure that there is one."""
    node, parent = scalar.node, scalar.parent
    whole = file.text[node.start : comment.end]
    is_flow = parent is not None and file.text[parent.start] in "[{"
    is_text = node.is_plain and _RUSSIAN.search(node.text) and not _FIELD.match(node.text)
    if scalar.is_key or is_flow or not is_text or "\n" in whole:
        return None
    words = f'"{whole}"' if '"' not in whole and "\\" not in whole else "'" + whole.replace("'", "''") + "'"
    return Edit(Span(node.start, comment.end), words)


def _of_dash(file: SourceFile, scalar: _Scalar) -> Iterator[Diagnostic]:
    """Lines of a text that were meant as items of a list."""
    node, parent = scalar.node, scalar.parent
    source = file.text[node.start : node.end]
    if scalar.is_key or source[:1] in ('"', "'"):
        return
    is_list = (
        node.is_plain and source.startswith("-") and len(_DASH.findall(source)) == source.count("\n") + 1
    )
    for found in _DASH.finditer(source):
        start = node.start + found.start("dash")
        is_item = isinstance(parent, SequenceNode) and _column(file, parent.start) == _column(file, start)
        yield _lost_dash(file, found, node.start, is_sure=is_list or is_item)


def _lost_dash(file: SourceFile, found: re.Match[str], offset: int, *, is_sure: bool) -> Diagnostic:
    line = file.rest_of_line(offset + found.start("dash"))
    words = shortened(file.text[line.start : line.end])
    message = f"в «{words}» после «-» нет пробела, и это не элемент списка"
    hints = ("поставьте пробел после «-»", 'если это не список, возьмите весь текст в кавычки: "…"')
    edit = Edit(Span(line.start, offset + found.end("gap")), "- ") if is_sure else None
    return Diagnostic(LOST_DASH, message, Place(file, line), hints, edit=edit)


def _column(file: SourceFile, offset: int) -> int:
    return file.position(offset).column


def _of_colon(file: SourceFile, scalar: _Scalar) -> Iterator[Diagnostic]:
    """Lines of a text that were meant as fields."""
    node = scalar.node
    if not node.is_plain or ":" not in node.text:
        return
    if found := _FIELD.match(file.text, node.start, node.end):
        yield _lost_colon(file, found)
    for found in _FIELD_LINE.finditer(file.text, node.start, node.end):
        if file.text.find("\n", node.start, found.start("name")) >= 0:
            yield _lost_colon(file, found)


def _lost_colon(file: SourceFile, found: re.Match[str], offset: int = 0) -> Diagnostic:
    start, colon, end = (offset + at for at in (found.start("name"), found.end("name"), found.end("gap")))
    name = clean(found["name"])
    message = f"после «{name}:» нет пробела"
    if file.text[colon] != ":":
        message = f"после «{name}» стоит не двоеточие, а знак U+{ord(file.text[colon]):04X}"
    elif found["gap"]:
        message = f"после «{name}:» стоит не пробел, а {_named(found['gap'])}"
    hints = (f"напишите «{name}: значение»", _QUOTE)
    place = Place(file, Span(start, max(end, colon + 1)))
    return Diagnostic(LOST_COLON, message, place, hints, edit=Edit(Span(colon, end), ": "))
