"""Letters that nobody sees, and that may change the order in which the others are printed."""

import re
import unicodedata

from roadmapc.text.regex import regex

_NEVER = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Fillers and joiners that Unicode does not count among the format characters."""
_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_UNUSUAL = regex(r"[^ -~\t\nА-яЁё«»–—№]")
"""Outside the letters and signs of a Russian text: only these are looked at one by one."""


def unseen(text: str) -> str:
    """The invisible letters of a text, in their order."""
    return "".join(filter(_is_unseen, _UNUSUAL.findall(text)))


def shown(text: str) -> str:
    """The text with its invisible letters by name: ⟨U+202E⟩."""
    if not (found := unseen(text)):
        return text
    return re.sub(f"[{re.escape(found)}]", lambda letter: f"⟨U+{ord(letter[0]):04X}⟩", text)


def _is_unseen(letter: str) -> bool:
    is_selector = "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
    return letter in _NEVER or is_selector or unicodedata.category(letter) in _CATEGORIES
