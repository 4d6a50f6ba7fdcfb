"""Texts that a page has torn: whether one is the rest of another, and both as one."""

import re

from roadmapc.recognition.grid import in_one_line

ITEM = re.compile(r"(?:[-–—•*]|\w\)|\d+[.)])\s*")
"""The mark of an item of a list, typed."""
_UNFINISHED = re.compile(
    r"(?:[,(«„–—-]|(?<!\w)(?:и|а|или|в|во|на|по|с|со|к|для|из|от|до|о|об|при|не|за|у|под|над|без|через|между|их|его))$",
    re.IGNORECASE,
)

_TAIL = 400
"""Letters at the end of a text that tell whether it breaks off."""


def goes_on(above: str, below: str) -> bool:
    """Whether a text is the rest of another: it begins small, or the other breaks off.

    Items of lists begin small, too.
    """
    if not above or not below or ITEM.match(below):
        return False
    if _UNFINISHED.search(above.rstrip()) or above.count("(") > above.count(")"):
        return True
    return below[0].islower() and above.rstrip()[-1] not in ".!?"


def joined_text(above: str, below: str) -> str:
    """A text and its rest: on in the same line if it goes on, else in the next one."""
    if not above or not below:
        return above or below
    if above.endswith("-") and below[0].islower():
        head, last = above[: above.rfind("\n") + 1], above[above.rfind("\n") + 1 :]
        first, _, others = below.partition("\n")
        return head + in_one_line(f"{last}\n{first}") + (f"\n{others}" if others else "")
    return f"{above} {below}" if goes_on(in_one_line(above[-_TAIL:]), below) else f"{above}\n{below}"
