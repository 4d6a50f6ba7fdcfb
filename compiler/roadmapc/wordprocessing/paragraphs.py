"""What the properties of a paragraph come to, with those of its styles, of its list and of its table."""

from typing import NamedTuple

from roadmapc.wordprocessing import room
from roadmapc.wordprocessing.colours import AUTO
from roadmapc.wordprocessing.looks import Look, paragraph_look
from roadmapc.wordprocessing.numbering import Numbering
from roadmapc.wordprocessing.reading import USUAL, Layout
from roadmapc.wordprocessing.runs import Document, Lettering
from roadmapc.wordprocessing.styles import Style
from roadmapc.wordprocessing.xml import Element, W, by_tag, is_on


class Setting(NamedTuple):
    """What the properties of a paragraph come to, wherever it stands."""

    look: Look
    lettering: Lettering
    layout: Layout
    is_placed: bool
    """Whether where it stands, or on what, may do something to its words."""
    tab: int
    """The furthest place that a tab goes to, in twips."""
    is_withdrawn: bool
    """Whether its end mark is deleted or hidden."""
    is_deleted: bool
    ends_section: bool


def setting(properties: Element | None, document: Document, numbering: Numbering, table: Style) -> Setting:
    """Those of a paragraph in a table of a style."""
    own = by_tag(properties)
    direct = paragraph_look(own.values(), document.theme)
    name = str(direct.get("style", ""))
    style = document.styles.of(name)
    stated = {**style.paragraph, **direct}
    under, indents = document.styles.paragraph(style, table), _indents(stated, numbering, name)
    look = {**under, **indents, **direct} if "list" in direct else {**indents, **under, **direct}
    line, rule = int(look.get("line", 0)), look.get("rule")
    mark = by_tag(own.get(f"{W}rPr"))
    is_deleted = f"{W}del" in mark or f"{W}moveFrom" in mark
    layout = Layout(
        str(stated.get("alignment", "")),
        int(stated.get("left", 0)) + int(stated.get("first", 0)),
        bool(stated.get("page")),
    )
    has_ground = look.get("shade", AUTO) != AUTO
    return Setting(
        look,
        Lettering(name, style, line if rule == "exact" else 0, line if line and rule == "auto" else 240),
        layout if layout != USUAL else USUAL,
        has_ground or bool(look.get("bidi") or look.get("strange")) or room.is_placed(look),
        int(look.get("tab", 0)),
        is_deleted or is_on(mark.get(f"{W}vanish")),
        is_deleted,
        f"{W}sectPr" in own,
    )


def _indents(look: Look, numbering: Numbering, style: str) -> Look:
    """What the list of a paragraph gives to it."""
    number, level = str(look.get("list", "0")), look.get("level")
    return numbering.indents(number, None if level is None else int(level), style)
