"""A sentence of an amending order without what it quotes.

Quotations are set aside, so that no word of theirs is taken for a word of the sentence.
"""

from typing import NamedTuple

from roadmapc.amend.printed_order import PrintedSection
from roadmapc.amend.to_text import GERUNDS
from roadmapc.text.letters import small

_FIRST_MARK = 0xE000
"""The private use area of Unicode: its characters stand for texts in quotes."""
TABLE = "\uf8ff"
"""The last character of that area: stands for the rows in quotes after the sentence."""
QUOTE = r"[\ue000-\uf8fe]"
"""Pattern of the mark of any text."""

_INFINITIVES = {word: infinitive for infinitive in GERUNDS for word in (infinitive, GERUNDS[infinitive])}


class UnreadableError(Exception):
    """A sentence that says nothing an officer could do."""


class Skeleton(NamedTuple):
    """A sentence with its verb in front and a mark for everything in quotes."""

    words: str
    texts: tuple[str, ...]
    sections: tuple[PrintedSection, ...]
    """Of the rows in quotes; empty if there are none."""

    def text(self, mark: str) -> str:
        """The text that a mark stands for."""
        return self.texts[ord(mark) - _FIRST_MARK]


def skeleton(sentence: str, quoted: tuple[PrintedSection, ...]) -> Skeleton:
    """The skeleton of a sentence that may quote rows after its words."""
    words, texts = _marked(sentence)
    return Skeleton(_verb_first(f"{words} {TABLE}" if quoted else words), texts, quoted)


def _verb_first(words: str) -> str:
    """The sentence with its verb as an infinitive in front of all other words."""
    split = small(words).rstrip(" .").split()
    verbs = [word for word in split if word in _INFINITIVES]
    if len(verbs) != 1:
        raise UnreadableError(words)
    split.remove(verbs[0])
    return " ".join((_INFINITIVES[verbs[0]], *split))


def _marked(sentence: str) -> tuple[str, tuple[str, ...]]:
    """The outermost quotes are marked; quotes within them are part of the text."""
    words: list[str] = []
    texts: list[str] = []
    depth, start = 0, 0
    for at, character in enumerate(sentence):
        if character == "«":
            start = at + 1 if depth == 0 else start
            depth += 1
        elif character == "»":
            depth -= 1
            if depth == 0:
                words.append(chr(_FIRST_MARK + len(texts)))
                texts.append(sentence[start:at])
        elif depth == 0:
            words.append(character)
    if depth != 0:
        raise UnreadableError(sentence)
    return "".join(words), tuple(texts)
