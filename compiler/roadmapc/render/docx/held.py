"""What no end of a line may part in a filled template, as Word's own elements (decision 0033)."""

import re
from copy import deepcopy
from typing import Any

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from roadmapc.render.docx import oxml
from roadmapc.text.typography import EN_DASH, NO_BREAK_HYPHEN, RANGE, TYPED_DASH, WHOLE

_TEXT = qn("w:t")
_JOINT = re.compile(f"({NO_BREAK_HYPHEN}|{RANGE.pattern}|{WHOLE.pattern})")


def hold(tree: Any) -> None:
    """Replace hyphens and dashes in the texts of a part of a document, and keep names and days whole."""
    for text in [each for each in tree.iter(_TEXT) if each.text and _JOINT.search(each.text)]:
        text.text, *pieces = _JOINT.split(text.text)
        last = text
        for joint, words in zip(pieces[::2], pieces[1::2], strict=True):
            last = _continued(last, joint, words)
    for text in [each for each in tree.iter(_TEXT) if TYPED_DASH in (each.text or "")]:
        text.text = text.text.replace(TYPED_DASH, EN_DASH)


def _continued(text: Any, joint: str, words: str) -> Any:
    """The `w:t` of the words behind a joint, which is put between it and this one."""
    rest = _words(text, words)
    hyphen = text.makeelement(qn("w:noBreakHyphen"))
    if joint == NO_BREAK_HYPHEN:
        text.addnext(hyphen)
        hyphen.addnext(rest)
        return rest
    run, behind = text.getparent(), list(text.itersiblings())
    own, last = (run.makeelement(run.tag) for _ in range(2))
    for each in (own, last):
        each.extend(deepcopy(look) for look in run.xpath("./w:rPr"))
    is_range = len(joint) == 1
    look = oxml.RANGE_DASH if is_range else oxml.UNHYPHENATED
    own.get_or_add_rPr().append(parse_xml(look.replace("/>", f" {nsdecls('w')}/>")))
    own.append(hyphen if is_range else _words(text, joint))
    last.extend((rest, *behind))
    run.addnext(own)
    own.addnext(last)
    return rest


def _words(like: Any, words: str) -> Any:
    element = like.makeelement(_TEXT, {qn("xml:space"): "preserve"})
    element.text = words
    return element
