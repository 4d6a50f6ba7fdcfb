"""Hyphens of a filled template at which no line may end, as the elements that Word has (decision 0033)."""

import re
from copy import deepcopy
from typing import Any

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from roadmapc.render.docx import oxml
from roadmapc.text.typography import NO_BREAK_HYPHEN, RANGE

_TEXT = qn("w:t")
_JOINT = re.compile(f"({NO_BREAK_HYPHEN}|{RANGE.pattern})")


def hold(tree: Any) -> None:
    """Replace the characters in the texts of a part of a document."""
    for text in [each for each in tree.iter(_TEXT) if each.text and _JOINT.search(each.text)]:
        text.text, *pieces = _JOINT.split(text.text)
        last = text
        for joint, words in zip(pieces[::2], pieces[1::2], strict=True):
            last = _continued(last, words, is_range=joint != NO_BREAK_HYPHEN)


def _continued(text: Any, words: str, *, is_range: bool) -> Any:
    """The `w:t` of the words behind a joint, which is put between it and this one."""
    rest = text.makeelement(_TEXT, {qn("xml:space"): "preserve"})
    rest.text = words
    hyphen = text.makeelement(qn("w:noBreakHyphen"))
    if not is_range:
        text.addnext(hyphen)
        hyphen.addnext(rest)
        return rest
    run, behind = text.getparent(), list(text.itersiblings())
    dash, last = (run.makeelement(run.tag) for _ in range(2))
    for each in (dash, last):
        each.extend(deepcopy(look) for look in run.xpath("./w:rPr"))
    dash.get_or_add_rPr().append(parse_xml(oxml.RANGE_DASH.replace("/>", f" {nsdecls('w')}/>")))
    dash.append(hyphen)
    last.extend((rest, *behind))
    run.addnext(dash)
    dash.addnext(last)
    return rest
