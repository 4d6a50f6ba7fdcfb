"""A paragraph of both documents, its words marked."""

from collections.abc import Iterable
from copy import deepcopy
from itertools import groupby
from typing import Any, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from roadmapc.diff.words import segments
from roadmapc.render.redline.marks import Marker

_CHARACTERS = {qn("w:tab"): "\t", qn("w:br"): "\n"}
_ELEMENTS = {"\t": "w:tab", "\n": "w:br"}


class _Character(NamedTuple):
    """A character with the look of its run."""

    text: str
    look: Any
    """`w:rPr`, or `None`."""


def merged(old: Any, new: Any, marker: Marker) -> Any:
    """The new paragraph with the old one's words struck out; layout is that of the new one.

    Words are compared with `diff.words`, so that a redline marks what a review marks.
    """
    before, after = _characters(old), _characters(new)
    result = deepcopy(new)
    if before is None or after is None:
        return _whole(old, result, marker)
    for child in list(result):
        if child.tag != qn("w:pPr"):
            result.remove(child)
    start, new_start = 0, 0
    for segment in segments("".join(each.text for each in before), "".join(each.text for each in after)):
        removed = before[start : start + len(segment.before)]
        added = after[new_start : new_start + len(segment.after)]
        start, new_start = start + len(removed), new_start + len(added)
        if segment.is_same:
            result.extend(_runs(added))
            continue
        if removed:
            result.append(marker.runs("del", _runs(removed)))
        if added:
            result.append(marker.runs("ins", _runs(added)))
    return result


def _whole(old: Any, result: Any, marker: Marker) -> Any:
    """All old words struck out before all new ones: the paragraph holds more than runs."""
    marker.content("ins", result)
    removed = marker.runs("del", list(old.iter(qn("w:r"))))
    place = 1 if result.pPr is not None else 0
    result.insert(place, removed)
    return result


def _characters(paragraph: Any) -> list[_Character] | None:
    """Every character with its look; `None` if there is anything but text, such as a field or a picture."""
    characters: list[_Character] = []
    for child in paragraph:
        if child.tag == qn("w:pPr"):
            continue
        if child.tag != qn("w:r"):
            return None
        for part in child:
            if part.tag == qn("w:rPr"):
                continue
            text = part.text or "" if part.tag == qn("w:t") else _CHARACTERS.get(part.tag)
            if text is None:
                return None
            characters += [_Character(character, child.rPr) for character in text]
    return characters


def _runs(characters: Iterable[_Character]) -> list[Any]:
    """Runs of one look each; looks are one if they are written alike."""
    groups = groupby(characters, key=lambda each: "" if each.look is None else str(each.look.xml))
    return [_run(list(group)) for _, group in groups]


def _run(characters: list[_Character]) -> Any:
    run = OxmlElement("w:r")
    look = characters[0].look
    if look is not None:
        run.append(deepcopy(look))
    for element, group in groupby(characters, key=lambda each: _ELEMENTS.get(each.text)):
        texts = [each.text for each in group]
        if element is None:
            text = OxmlElement("w:t")
            text.text = "".join(texts)
            text.set(qn("xml:space"), "preserve")
            run.append(text)
        else:
            run.extend(OxmlElement(element) for _ in texts)
    return run
