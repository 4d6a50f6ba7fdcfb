"""Prose of an appendix as HTML, its lists as lists."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, groupby, zip_longest

from markupsafe import Markup

from roadmapc.render.document.view import ParagraphView, ProseBlock, ProseKind, ProseView, Run
from roadmapc.text.typography import NO_BREAK_HYPHEN, RANGE, bind

_LISTS = {ProseKind.DASH: Markup("ul"), ProseKind.NUMBER: Markup("ol")}
_REFERENCE = Markup('<sup><a id="to-footnote-{0}" href="#footnote-{0}">{0}</a></sup>')
_FOOTNOTE = Markup(
    '<p class="footnote" id="footnote-{0}"><sup><a href="#to-footnote-{0}">{0}</a></sup> {1}</p>'
)
_LOWEST = 6
"""Of the headings that HTML has."""

_HELD = re.compile(rf"(?<![\w.])[\w.]*+(?:{NO_BREAK_HYPHEN}|{RANGE.pattern})[\w.{NO_BREAK_HYPHEN}–]*")
"""A word with a hyphen or a dash at which no line may end; tried at the beginnings of words alone."""

Blocks = Sequence[ProseBlock]


def to_html(blocks: Blocks) -> Markup:
    """Headings, paragraphs and nested lists, then the footnotes that they refer to."""
    parts: list[Markup] = []
    for is_list, group in groupby(blocks, key=lambda block: block.kind in _LISTS):
        if is_list:
            parts.append(_lists(list(group), 1))
            continue
        for block in group:
            # a heading is under the title of the appendix, which is the second one of the page
            is_heading = block.kind is ProseKind.HEADING
            tag = f"h{min(block.level + 1, _LOWEST)}" if is_heading else "p"
            parts.append(Markup("<{0}>{1}</{0}>").format(tag, _text(block.runs)))
    parts += [_FOOTNOTE.format(note.number, _text(note.runs)) for note in ProseView(tuple(blocks)).footnotes]
    return Markup("\n").join(parts)


def bound(text: str) -> Markup:
    """A text as it is printed, with hyphens as they are typed, for whoever looks for them on the page.

    What no line may break is held together by an element of its own.
    """
    text = bind(text)
    found = [each.replace(NO_BREAK_HYPHEN, "-") for each in _HELD.findall(text)]
    pieces = [Markup("{}").format(each) for each in _HELD.split(text)]
    held = [Markup('<span class="held">{}</span>').format(each) for each in found]
    return Markup("").join(chain.from_iterable(zip_longest(pieces, held, fillvalue="")))


def linked(clause: ParagraphView) -> Markup:
    """The words of a clause, with links to what they name."""
    texts, at = [], 0
    for start, end, bookmark in clause.links:
        texts += [bound(clause.text[at:start]), _link(clause.text[start:end], bookmark)]
        at = end
    return Markup("").join((*texts, bound(clause.text[at:])))


def _link(words: str, bookmark: str) -> Markup:
    return Markup('<a href="#{}">{}</a>').format(bookmark, bound(words))


def _lists(blocks: Blocks, level: int) -> Markup:
    """The lists at a level, one after another: each begins with an item that says so."""
    parts = _split(blocks, lambda block: block.level == level and block.first is not None)
    return Markup("").join(_list(part, level) for part in parts)


def _list(blocks: Blocks, level: int) -> Markup:
    items = _split(blocks, lambda block: block.level == level)
    inner = Markup("").join(
        Markup("<li>{}{}</li>").format(_text(item[0].runs), _lists(item[1:], level + 1)) for item in items
    )
    start = Markup(' start="{}"').format(blocks[0].first) if (blocks[0].first or 1) > 1 else ""
    return Markup("<{0}{1}>{2}</{0}>").format(_LISTS[blocks[0].kind], start, inner)


def _split(blocks: Blocks, begins: Callable[[ProseBlock], bool]) -> list[list[ProseBlock]]:
    """Blocks in parts, each from one that begins a part."""
    parts: list[list[ProseBlock]] = []
    for block in blocks:
        if begins(block) or not parts:
            parts.append([])
        parts[-1].append(block)
    return parts


def _text(runs: Iterable[Run]) -> Markup:
    texts = []
    for run in runs:
        note = run.footnote
        text = bound(run.text) if note is None else _REFERENCE.format(note.number)
        text = _link(run.text, run.bookmark) if run.bookmark else text
        text = Markup("<b>{}</b>").format(text) if run.is_bold else text
        texts.append(Markup("<i>{}</i>").format(text) if run.is_italic else text)
    return Markup("").join(texts)
