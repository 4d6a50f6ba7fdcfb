"""Figures of a column under one another, digit under digit of the same rank.

Each ends so far from the edge of its cell that the units stand in one line. A decimal tab would ask the
settings of the reader's computer what the decimal sign is, and not every office program knows such tabs.
"""

import re
from collections.abc import Mapping, Sequence

from roadmapc.render.docx import metrics
from roadmapc.render.docx.formatting import Face
from roadmapc.render.docx.oxml import bound

_TAIL = re.compile(r"(?:,\d+)?(?:\s%)?$")
"""What of a figure stands behind its units."""


def tail(text: str) -> str:
    """What of a figure stands behind its units: «,50», « %»; empty for a whole number."""
    found = _TAIL.search(text)
    return found[0] if found else ""


def ends(texts: Sequence[str], room: int, face: Face) -> Mapping[str, int]:
    """How far from the edge of its cell a figure ends, in twips, by its tail.

    The widest figure stands in the middle of the room; none is pushed over the left edge of it.
    """
    whole: dict[str, int] = {}
    for text in texts:
        whole[tail(text)] = max(whole.get(tail(text), 0), metrics.width(bound(text), face.size))
    tails = {each: metrics.width(each, face.size) for each in whole}
    longest = max(tails.values(), default=0)
    block = max((width - tails[each] for each, width in whole.items()), default=0) + longest
    margin = max(0, room - block) // 2
    return {each: max(0, min(margin + longest - tails[each], room - width)) for each, width in whole.items()}
