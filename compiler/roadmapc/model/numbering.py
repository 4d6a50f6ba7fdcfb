"""The order of printed numbers, where amendments have put numbers between others."""

import re
from math import inf
from typing import TypeAlias

from roadmapc.text.blocks import LETTERS
from roadmapc.text.regex import regex

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
FROM_SUPERSCRIPTS = str.maketrans(SUPERSCRIPTS, "0123456789")
_STEP = regex(rf"(\d+)([{SUPERSCRIPTS}]*)([{LETTERS}]?)")

Rank: TypeAlias = tuple[tuple[float, float], ...]


def rank(number: str) -> Rank:
    """By which numbers are in order: none < 2.3 < 2.3¹ or 2.3а < 2.3.1 < 2.4 < a number of another kind."""
    if not number:
        return ()
    steps = [_STEP.fullmatch(step) for step in number.split(".")]
    if None in steps:
        return ((inf, inf),)
    return tuple((int(step[1]), _inserted(step)) for step in steps if step)


def _inserted(step: re.Match[str]) -> int:
    """Which of those put after a number: 0 for the number itself."""
    return int(step[2].translate(FROM_SUPERSCRIPTS) or 0) or 1 + LETTERS.find(step[3] or " ")
