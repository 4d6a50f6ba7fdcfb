"""Footnotes of a text: each is said once and referred to once, in a paragraph of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from roadmapc.text.markdown_syntax import Refused, Stretch

if TYPE_CHECKING:
    from markdown_it.token import Token

REFERENCE, OPEN, CLOSE = "footnote_ref", "footnote_reference_open", "footnote_reference_close"
"""Types of tokens."""
_MARK = re.compile(r"(?<!\\)\[\^(?P<label>[^\]\s]+)\](?P<colon>:?)")
_PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]


def label_of(token: Token) -> str:
    """By what a reference and its footnote find each other."""
    return str(token.meta["label"])


def lost(markdown: str, tokens: Sequence[Token]) -> Iterator[Refused]:
    """Marks of footnotes that would be printed as they stand, or footnotes that would not be printed."""
    said = Counter(label_of(token) for token in tokens if token.type == OPEN)
    inner = (child for token in tokens for child in token.children or ())
    meant = Counter(label_of(child) for child in inner if child.type == REFERENCE)
    met: Counter[str] = Counter()
    for found in _MARK.finditer(markdown):
        label, span = found["label"], Stretch(*found.span())
        line = markdown.rfind("\n", 0, found.start()) + 1
        is_note = bool(found["colon"]) and not markdown[line : found.start()].strip()
        met[found[0]] += 1
        if not said[label]:
            yield Refused(f"у сноски «[^{label}]» нет текста", span, f"впишите абзац «[^{label}]: …»")
        elif met[found[0]] > 1:
            advice = "назовите вторую иначе: у каждой сноски одна ссылка и один текст"
            yield Refused(f"сноска «[^{label}]» встречается дважды", span, advice)
        elif is_note and not meant[label]:
            yield Refused(
                f"на сноску «[^{label}]» ничто не ссылается", span, f"поставьте в тексте «[^{label}]»"
            )
    yield from _not_a_paragraph(markdown, tokens)


def _not_a_paragraph(markdown: str, tokens: Sequence[Token]) -> Iterator[Refused]:
    """Footnotes that are more than one paragraph, and those inside a list."""
    marks = {found["label"]: found for found in _MARK.finditer(markdown) if found["colon"]}
    kinds = [token.type for token in tokens]
    for at, token in enumerate(tokens):
        mark = marks.get(label_of(token)) if token.type == OPEN else None
        if mark is None:
            continue
        span, inner = Stretch(*mark.span()), kinds[at + 1 : kinds.index(CLOSE, at)]
        if token.level:
            yield Refused("сноска внутри списка не напечатается", span, "перенесите её текст под список")
        elif inner != _PARAGRAPH:
            yield Refused("сноска печатается одним абзацем", span, "соедините её текст в один абзац")
        elif any(each.type == REFERENCE for each in tokens[at + 2].children or ()):
            yield Refused("сноска к сноске не печатается", span, "соедините их в одну")
