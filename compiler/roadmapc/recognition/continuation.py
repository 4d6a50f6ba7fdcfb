"""Texts that a page has torn: whether one is the rest of another, and both as one."""

import re

from roadmapc.language.morphology import is_known
from roadmapc.recognition.grid import in_one_line

ITEM = re.compile(r"(?:[-–—•*]|\w\)|\d+[.)])\s*")
"""The mark of an item of a list, typed."""
_UNFINISHED = re.compile(
    r"(?:[,(«„–—-]|(?<!\w)(?:и|а|или|в|во|на|по|с|со|к|для|из|от|до|о|об|при|не|за|у|под|над|без|через|между|их|его))$",
    re.IGNORECASE,
)


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
    head, tail = above.rsplit(None, 1)[-1], below.split(None, 1)[0]
    if head.endswith("-") and below[0].islower():
        whole = (head[:-1] + tail).strip(",.;:")
        return f"{above[:-1]}{below}" if is_known(whole.casefold()) else above + below
    return f"{above} {below}" if goes_on(in_one_line(above), below) else f"{above}\n{below}"
