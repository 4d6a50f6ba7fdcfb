"""The sentences of an act that people wrote: paragraphs of a page, without their numbers."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from roadmapc.amend.from_order import SINGLE, ActSentence
from roadmapc.amend.to_text import GERUNDS

_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[а-я]\))\s+")
_VERB = re.compile(rf"\b(?:{'|'.join((*GERUNDS, *GERUNDS.values()))})\b", re.IGNORECASE)
_OPENING = re.compile(r"\bвнести\b", re.IGNORECASE)


class Page(NamedTuple):
    """What an act on paper says."""

    sentences: tuple[ActSentence, ...]
    others: tuple[str, ...]
    """Paragraphs that tell nobody to change anything."""


def page(paragraphs: Iterable[str]) -> Page:
    """The changes of an act, in the order of its paragraphs; a quotation may go on over several of them."""
    sentences, others = list[ActSentence](), list[str]()
    open_words = ""
    for paragraph in paragraphs:
        words = f"{open_words}\n{paragraph.strip()}" if open_words else _NUMBER.sub("", paragraph.strip(), 1)
        if not words:
            continue
        if words.count("«") > words.count("»"):
            open_words = words
            continue
        open_words = ""
        if _OPENING.search(words) and SINGLE in words:
            sentences.append(ActSentence(words.partition(SINGLE)[2]))
        elif _VERB.search(words) and not _OPENING.search(words):
            sentences.append(ActSentence(words))
        else:
            others.append(words)
    return Page(tuple(sentences), (*others, *((open_words,) if open_words else ())))
