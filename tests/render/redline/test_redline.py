"""Tracked changes: accepted they give the new document, rejected the old one.

Accepting and rejecting are done here by the letter of ECMA-376, part 1, 17.13.5.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

CASES = sorted(path.name for path in (Path(__file__).parents[2] / "diff" / "cases").iterdir())
Redline = Callable[[str], tuple[Path, Path, Path]]
Texts = Callable[[bytes], list[str]]


def settled(document: Path, kept: str, dropped: str) -> bytes:
    """The document with changes of one kind made final and those of the other undone."""
    opened = docx.Document(str(document))
    body = opened.element.body
    for row in body.xpath(f".//w:tr[w:trPr/w:{dropped}]"):
        row.getparent().remove(row)
    for run_mark in body.xpath(f".//w:p//w:{dropped}[w:r]"):
        run_mark.getparent().remove(run_mark)
    for paragraph in body.xpath(f".//w:p[w:pPr/w:rPr/w:{dropped}]"):
        continue_with_next(paragraph)
    for mark in body.xpath(f".//w:trPr/w:{kept} | .//w:pPr/w:rPr/w:{kept}"):
        mark.getparent().remove(mark)
    for mark in body.xpath(f".//w:{kept}[w:r]"):
        for text in mark.iter(qn("w:delText")):
            text.tag = qn("w:t")
        for child in list(mark):
            mark.addprevious(child)
        mark.getparent().remove(mark)
    saved = BytesIO()
    opened.save(saved)
    return saved.getvalue()


def continue_with_next(paragraph: Any) -> None:
    """A paragraph without its mark: what is left of it belongs to the next one; a table takes nothing."""
    following = paragraph.getnext()
    left = [each for each in paragraph if each.tag != qn("w:pPr")]
    assert not left or following.tag == qn("w:p")
    place = 1 if left and following.pPr is not None else 0
    for child in reversed(left):
        following.insert(place, child)
    paragraph.getparent().remove(paragraph)


@pytest.mark.parametrize("case", CASES)
def test_accepting_gives_the_new_document_and_rejecting_the_old(
    case: str, redline: Redline, texts: Texts
) -> None:
    before, after, changed = redline(case)
    assert texts(settled(changed, "ins", "del")) == texts(after.read_bytes())
    assert texts(settled(changed, "del", "ins")) == texts(before.read_bytes())


def test_every_mark_has_its_own_number(redline: Redline) -> None:
    _, _, changed = redline("row-rewritten")
    marks = docx.Document(str(changed)).element.body.xpath(".//w:ins | .//w:del")
    numbers = [mark.get(qn("w:id")) for mark in marks]
    assert len(numbers) == len(set(numbers)) > 4


def test_the_same_plans_give_the_same_bytes(redline: Redline) -> None:
    assert redline("row-rewritten")[2].read_bytes() == redline("row-rewritten")[2].read_bytes()
