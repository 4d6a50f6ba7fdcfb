"""Footnotes of a text: each is said once and referred to once, in a paragraph of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.text.markdown_syntax import Refused, Stretch, literal
from roadmapc.text.regex import regex

if TYPE_CHECKING:
    from markdown_it.token import Token

REFERENCE, OPEN, CLOSE = "footnote_ref", "footnote_reference_open", "footnote_reference_close"
"""Types of tokens."""
_MARK = regex(r"(?<!\\)\[\^(?P<label>[^\]\s]+)\](?P<colon>:?)")
_PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]


class _Mark(NamedTuple):
    """«[^1]» in a text, or «[^1]:» before the words of a footnote."""

    label: str
    is_note: bool
    span: Stretch


def label_of(token: Token) -> str:
    """By what a reference and its footnote find each other."""
    return literal(str(token.meta["label"]))


def lost(markdown: str, tokens: Sequence[Token]) -> Iterator[Refused]:
    """Marks of footnotes that would be printed as they stand, or footnotes that would not be printed."""
    said = Counter(label_of(token) for token in tokens if token.type == OPEN)
    inner = (child for token in tokens for child in token.children or ())
    meant = Counter(label_of(child) for child in inner if child.type == REFERENCE)
    met: Counter[tuple[str, bool]] = Counter()
    marks = list(_marks(markdown))
    for label, is_note, span in marks:
        met[label, is_note] += 1
        if not said[label]:
            yield _without_text(label, span)
        elif met[label, is_note] > 1:
            advice = "назовите вторую иначе: у каждой сноски одна ссылка и один текст"
            yield Refused(f"сноска «[^{label}]» встречается дважды", span, advice)
        elif is_note and not meant[label]:
            yield Refused(
                f"на сноску «[^{label}]» ничто не ссылается", span, f"поставьте в тексте «[^{label}]»"
            )
    yield from _not_a_paragraph({label: span for label, is_note, span in marks if is_note}, tokens)


def _marks(markdown: str) -> Iterator[_Mark]:
    """A colon behind a mark among the words is a colon, and the mark a reference."""
    for found in _MARK.finditer(markdown):
        line = markdown.rfind("\n", 0, found.start()) + 1
        is_note = bool(found["colon"]) and not markdown[line : found.start()].strip()
        end = found.end() if is_note else found.start("colon")
        yield _Mark(found["label"], is_note, Stretch(found.start(), end))


def _without_text(label: str, span: Stretch) -> Refused:
    return Refused(f"у сноски «[^{label}]» нет текста", span, f"впишите абзац «[^{label}]: …»")


def _not_a_paragraph(notes: Mapping[str, Stretch], tokens: Sequence[Token]) -> Iterator[Refused]:
    """Footnotes that are more than one paragraph or none, and those inside a list."""
    kinds = [token.type for token in tokens]
    for at, token in enumerate(tokens):
        label = label_of(token) if token.type == OPEN else ""
        span = notes.get(label)
        if span is None:
            continue
        inner = kinds[at + 1 : kinds.index(CLOSE, at)]
        if token.level:
            yield Refused("сноска внутри списка не напечатается", span, "перенесите её текст под список")
        elif not inner:
            yield _without_text(label, span)
        elif inner != _PARAGRAPH:
            yield Refused("сноска печатается одним абзацем", span, "соедините её текст в один абзац")
        elif any(each.type == REFERENCE for each in tokens[at + 2].children or ()):
            yield Refused("сноска к сноске не печатается", span, "соедините их в одну")
