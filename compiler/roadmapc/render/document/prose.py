"""Prose of an appendix: CommonMark to paragraphs, headings and list items."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from roadmapc.render.document.view import FootnoteView, Link, ProseBlock, ProseKind, Run
from roadmapc.text.markdown_notes import CLOSE, OPEN, REFERENCE, label_of
from roadmapc.text.markdown_syntax import literal, parse

if TYPE_CHECKING:
    from markdown_it.token import Token


_LISTS = {"bullet_list_open": ProseKind.DASH, "ordered_list_open": ProseKind.NUMBER}
_BREAKS = ("softbreak", "hardbreak")


def prose(
    markdown: str, numbers: Iterator[int], links: Callable[[str], Sequence[Link]] = lambda _: ()
) -> tuple[ProseBlock, ...]:
    """The paragraphs of a text; the checks refuse what is none.

    `numbers` are those of the next footnotes of the document; `links` finds what words lead to.
    """
    texts, footnotes = _parted(parse(markdown))
    blocks = _Reader(footnotes, numbers).blocks(texts)
    return tuple(block._replace(runs=tuple(_linked(block.runs, links))) for block in blocks)


def verbatim(paragraphs: Sequence[str], links: Callable[[str], Sequence[Link]]) -> tuple[ProseBlock, ...]:
    """Paragraphs of a signed act, in which no sign is markup."""
    runs = (tuple(_linked((Run(text, False, False),), links)) for text in paragraphs)
    return tuple(ProseBlock(ProseKind.PARAGRAPH, 1, each, None) for each in runs)


def _linked(runs: Sequence[Run], links: Callable[[str], Sequence[Link]]) -> Iterator[Run]:
    """Runs with those stretches apart that lead elsewhere; one of two looks leads nowhere."""
    found, at = list(links("".join(run.text for run in runs))), 0
    for run in runs:
        start, at, done = at, at + len(run.text), at
        for link in found:
            if done <= link.start and link.end <= at:
                if done < link.start:
                    yield run._replace(text=run.text[done - start : link.start - start])
                yield run._replace(
                    text=run.text[link.start - start : link.end - start], bookmark=link.bookmark
                )
                done = link.end
        if done < at or run.footnote:
            yield run._replace(text=run.text[done - start :])


def _parted(tokens: list[Token]) -> tuple[list[Token], dict[str, Token]]:
    """The tokens of paragraphs, and the text of each footnote by its label."""
    texts: list[Token] = []
    footnotes: dict[str, Token] = {}
    label = ""
    for token in tokens:
        if token.type in (OPEN, CLOSE):
            label = label_of(token) if token.type == OPEN else ""
        elif not label:
            texts.append(token)
        elif token.type == "inline":
            footnotes.setdefault(label, token)
    return texts, footnotes


def _first(token: Token) -> int:
    """The number that a list begins with, which may be 0."""
    start = token.attrGet("start")
    return 1 if start is None else int(start)


class _Reader:
    """Walks the flat list of tokens, remembering which lists are open."""

    def __init__(self, footnotes: Mapping[str, Token], numbers: Iterator[int]) -> None:
        self._footnotes, self._numbers = footnotes, numbers
        self._lists: list[ProseKind] = []
        self._heading = 0
        self._opens_item = False
        self._firsts: list[int | None] = []
        """Of each open list, until its first item is met."""

    def blocks(self, tokens: list[Token]) -> Iterator[ProseBlock]:
        for token in tokens:
            if token.type == "inline":
                yield self._block(token)
            elif token.type in ("code_block", "fence", "html_block"):
                runs = (Run(literal(token.content.strip()), False, False),)
                yield ProseBlock(ProseKind.PARAGRAPH, 1, runs, None)
            else:
                self._note(token)

    def _note(self, token: Token) -> None:
        if token.type in _LISTS:
            self._lists.append(_LISTS[token.type])
            self._firsts.append(_first(token))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
            self._firsts.pop()
        elif token.type == "list_item_open":
            self._opens_item = True
        elif token.type == "heading_open":
            self._heading = int(token.tag[1:])
        elif token.type == "heading_close":
            self._heading = 0

    def _block(self, token: Token) -> ProseBlock:
        runs = tuple(self._runs(token.children or []))
        if self._heading:
            return ProseBlock(ProseKind.HEADING, self._heading, runs, None)
        if not self._lists or not self._opens_item:
            return ProseBlock(ProseKind.PARAGRAPH, 1, runs, None)
        first, self._firsts[-1], self._opens_item = self._firsts[-1], None, False
        return ProseBlock(self._lists[-1], len(self._lists), runs, first)

    def _runs(self, tokens: list[Token]) -> Iterator[Run]:
        """Runs of a paragraph; a line break inside it is a space."""
        bold = italic = 0
        for token in tokens:
            bold += (token.type == "strong_open") - (token.type == "strong_close")
            italic += (token.type == "em_open") - (token.type == "em_close")
            text = " " if token.type in _BREAKS else literal(token.content)
            if text:
                yield Run(text, bold > 0, italic > 0)
            elif token.type == REFERENCE and (said := self._footnotes.get(label_of(token))):
                footnote = FootnoteView(next(self._numbers), tuple(self._runs(said.children or [])))
                yield Run("", bold > 0, italic > 0, footnote)
