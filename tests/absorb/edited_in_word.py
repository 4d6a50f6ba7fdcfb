"""Words, lines and cells of a document changed as Word changes them, tracked or not."""

import re
import sys
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.append(str(Path(__file__).parents[1] / "verify"))  # packages are opened there, too
sys.path.append(str(Path(__file__).parents[1] / "recognition"))  # contents are read there, too

from content import Cells, Content
from editing import Element, Package, W, add_properties, xml

AUTHOR = 'w:id="77" w:author="Образцова А. Б." w:date="2026-02-03T09:00:00Z"'


@dataclass
class Desk:
    """A document with the plan that it was built of."""

    plan: str
    """The text of its YAML, blanks and line ends as one blank."""
    content: Content
    package: Package
    random: Random
    is_tracked: bool


def same(text: str) -> str:
    """A text without what Word and the plan write differently."""
    text = re.sub(r"[\u00a0\u202f\s]+", " ", text.replace("\u00ad", ""))
    return re.sub(r"[‑–—-]", "-", text).strip()


def spoken(element: Element) -> str:
    """All that it says; a line break is a blank."""
    signs = {f"{W}noBreakHyphen": "-", f"{W}br": " ", f"{W}tab": " "}
    parts = element.iter(f"{W}t", *signs)
    return same("".join(signs.get(part.tag, part.text or "") for part in parts))


def paragraphs(desk: Desk, text: str) -> list[Element]:
    """Those of the main text that say it, with a label of ours before it or without."""
    wanted = same(text)
    found = [each for each in desk.package.body.iter(f"{W}p") if wanted and spoken(each).endswith(wanted)]
    return [each for each in found if re.fullmatch(r"|[\d.]+ |\w\) ", spoken(each)[: -len(wanted)])]


def row_of(desk: Desk, cells: Cells) -> Element | None:
    """The one table row that says it, with a cell a column."""
    wanted = [same(re.sub(r"(^|\n)(– |[а-я]\) )", r"\1", cell)) for cell in cells]
    rows = [
        row
        for row in desk.package.body.iter(f"{W}tr")
        if len(found := row.findall(f"{W}tc")) == len(cells)
        and [same(" ".join(spoken(line) for line in cell.iter(f"{W}p"))) for cell in found] == wanted
        and row.find(f"{W}tc/{W}tcPr/{W}vMerge") is None
    ]
    return rows[0] if len(rows) == 1 else None


def run(text: str, like: Element | None = None) -> Element:
    """A run that looks like another."""
    made = xml("<w:r><w:t xml:space='preserve'/></w:r>")
    made.find(f"{W}t").text = text
    looks = None if like is None else like.find(f"{W}rPr")
    if looks is not None:
        made.insert(0, deepcopy(looks))
    return made


def inserted(desk: Desk, made: Element) -> Element:
    """A run as Word leaves it: in the text, or in a tracked insertion."""
    if not desk.is_tracked:
        return made
    mark = xml(f"<w:ins {AUTHOR}/>")
    mark.append(made)
    return mark


def deleted(desk: Desk, old: Element) -> None:
    """A run taken out, or put into a tracked deletion."""
    if not desk.is_tracked:
        old.getparent().remove(old)
        return
    mark = xml(f"<w:del {AUTHOR}/>")
    old.addprevious(mark)
    mark.append(old)
    for text in list(old.iter(f"{W}t")):
        text.tag = f"{W}delText"


def change(desk: Desk, paragraph: Element, old: str, new: str) -> bool:
    """Words of one run become others: `old` may be empty at the end of `new`'s neighbour."""
    for each in list(paragraph.iter(f"{W}r")):
        text = each.find(f"{W}t")
        if text is None or len(each.findall(f"{W}t")) > 1 or (text.text or "").count(old) != 1:
            continue
        before, _, after = text.text.partition(old)
        if each.getparent().tag != f"{W}p":
            return False
        each.addprevious(run(before, each))
        if new:
            each.addnext(inserted(desk, run(new, each)))
        last = each.getnext() if new else each
        last.addnext(run(after, each))
        middle = run(old, each)
        each.addprevious(middle)
        each.getparent().remove(each)
        deleted(desk, middle)
        return True
    return False


def written(desk: Desk, cell: Element, text: str) -> None:
    """A cell says another text; its lines are paragraphs."""
    first, *others = cell.findall(f"{W}p")
    old = [each for line in (first, *others) for each in line.iter(f"{W}r")]
    lines = text.split("\n")
    for line in reversed(lines[1:]):
        made = deepcopy(first)
        for each in list(made.iter(f"{W}r")):
            each.getparent().remove(each)
        made.append(inserted(desk, run(line)))
        if desk.is_tracked:
            add_properties(made, f"<w:rPr><w:ins {AUTHOR}/></w:rPr>")
        others[-1].addnext(made) if others else first.addnext(made)
    for each in old:
        deleted(desk, each)
    if not desk.is_tracked:
        for each in others:
            cell.remove(each)
    first.append(inserted(desk, run(lines[0])))
    for each in (first, *others)[: -1 if others else 0] if desk.is_tracked else ():
        add_properties(each, f"<w:rPr><w:del {AUTHOR}/></w:rPr>")
