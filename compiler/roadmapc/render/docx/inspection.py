"""What a template carries besides its words: left behind, or a reason to refuse the template.

A document for signing has no reviewers, no owner who locks it, no address that it calls and no program.
What only belongs to the work on the template is dropped, and said; what would change words, or act on the
reader's computer, is refused. The lists are of what may stay: what nobody thought of is refused too.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from posixpath import dirname, join, normpath
from typing import Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml
from lxml import etree

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.render.docx import codes
from roadmapc.source.package import TEMPLATE, Refusal, unpacked
from roadmapc.text.shorten import shortened

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of the strict kind, which the libraries that fill templates do not know."""
_CONTENTS, _SETTINGS = "[Content_Types].xml", "word/settings.xml"
_COMMENTS = frozenset(("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"))
"""Kinds of relationships to the parts of a review."""
_OF_COMMENTS = tuple(f"{_W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_OF_WORK = {
    f"{_W}documentProtection": "защита документа",
    f"{_W}writeProtection": "запрет записи",
    f"{_W}trackRevisions": "запись исправлений",
    f"{_W}mailMerge": "слияние с таблицей",
    f"{_W}attachedTemplate": "присоединённый шаблон Word",
}
"""Settings that belong to the work on a template."""
_OF_SETTINGS = frozenset(("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "recipientData"))
"""Kinds of relationships that those settings lead to."""
_REVISION = re.compile(r"(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change)")
_FOREIGN = {
    **dict.fromkeys(("oleObject", "package"), "вставленный объект другой программы"),
    **dict.fromkeys(("vbaProject", "wordVbaData"), "макрос"),
    **dict.fromkeys(("control", "activeXControlBinary"), "элемент управления ActiveX"),
    "aFChunk": "другой документ внутри этого (altChunk)",
    "subDocument": "вложенный документ",
    "frame": "рамка с чужой страницей",
}
"""What relationships of other kinds lead to."""
_ACTIVE = {
    f"{_W}object": "вставленный объект другой программы",
    f"{_W}control": "элемент управления ActiveX",
    f"{_W}altChunk": "другой документ внутри этого (altChunk)",
    f"{_W}subDoc": "вложенный документ",
}
"""The same, by elements."""
_FIELDS = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ"),
        *("TOC", "TC", "DOCPROPERTY", "HYPERLINK"),
    )
)
"""Fields that only say what stands in the document itself (17.16.5)."""
_CALLED = ("http://", "https://", "mailto:")
"""Addresses that a reader may follow; nothing follows them by itself."""
_INSTRUCTION = re.compile(r"\s*=|\s*(\w+)")


@lru_cache(maxsize=2)
def inspected(template: bytes, name: str) -> Outcome[Mapping[str, bytes]]:
    """The parts of a template without what is left behind, or why it is refused; `name` is for messages."""
    parts = unpacked(template, TEMPLATE)
    if isinstance(parts, Refusal):
        return Outcome(None, (unreadable(name, parts.reason),))
    if any(_STRICT in part for part in parts.values()):
        return Outcome(None, (unreadable(name, "это «Строгий документ Open XML»"),))
    try:
        trees = {
            part: parse_xml(content) for part, content in parts.items() if part.endswith((".xml", ".rels"))
        }
    except etree.XMLSyntaxError:
        return Outcome(parts)  # what cannot be read is told by who reads it
    refusals = Counter(thing for part, tree in trees.items() for thing in _refused(part, tree))
    if refusals:
        listed = "; ".join(_counted(thing, count) for thing, count in refusals.items())
        hint = "уберите это в Word: такое в приказ на подпись не попадает"
        message = f"шаблон «{name}» не годится для приказа: {listed}"
        return Outcome(None, (Diagnostic(codes.UNFIT_TEMPLATE, message, None, hints=(hint,)),))
    return _cleaned(parts, trees, name)


def unreadable(name: str, reason: str) -> Diagnostic:
    """That a template is left unread."""
    message = f"шаблон «{name}» не открывается как документ Word: {reason}"
    return Diagnostic(codes.UNREADABLE, message, None, ("сохраните его как «Документ Word (.docx)»",))


def _counted(thing: str, count: int) -> str:
    return thing if count == 1 else f"{thing} ({count})"


def _refused(part: str, tree: Any) -> Iterator[str]:
    """What a part has that no order may have."""
    if part.endswith(".rels"):
        for link in tree.iter("{*}Relationship"):
            yield from _refused_link(link)
        return
    for element in tree.iter(f"{_W}*"):
        if element.tag in _ACTIVE:
            yield _ACTIVE[element.tag]
        elif _REVISION.fullmatch(element.tag, len(_W)):
            yield "непринятые исправления"
    for instruction in _instructions(tree):
        yield from _refused_field(instruction)


def _instructions(tree: Any) -> Iterator[str]:
    """What fields are told to do; one inside another counts by itself."""
    under_way: list[str] = []
    for element in tree.iter(f"{_W}fldSimple", f"{_W}fldChar", f"{_W}instrText"):
        if element.tag == f"{_W}fldSimple":
            yield element.get(f"{_W}instr", "")
        elif element.get(f"{_W}fldCharType") == "begin":
            under_way.append("")
        elif element.tag == f"{_W}instrText" and under_way:
            under_way[-1] += element.text or ""
        elif element.get(f"{_W}fldCharType") == "end" and under_way:
            yield under_way.pop()


def _refused_link(link: Any) -> Iterator[str]:
    kind, target = link.get("Type", "").rpartition("/")[2], link.get("Target", "")
    if kind in _FOREIGN:
        yield _FOREIGN[kind]
    elif link.get("TargetMode") == "External" and kind not in _OF_SETTINGS:
        is_called = kind == "hyperlink" and target.lower().startswith(_CALLED)
        if not is_called:
            yield f"ссылка наружу «{shortened(target, 60)}»"


def _refused_field(instruction: str) -> Iterator[str]:
    """A field that computes, asks or fetches; «PAGE» and the like only count."""
    match = _INSTRUCTION.match(instruction)
    name = match[1].upper() if match is not None and match[1] else "="
    is_address = name == "HYPERLINK" and not re.search(
        r"\\l|\"(?:https?://|mailto:)", instruction, re.IGNORECASE
    )
    is_picture = "\\#" in instruction  # of a number, which may bear words
    if instruction.strip() and (name not in _FIELDS or is_address or is_picture):
        yield f"поле {name}"


def _cleaned(parts: Mapping[str, bytes], trees: Mapping[str, Any], name: str) -> Outcome[Mapping[str, bytes]]:
    """The parts without comments and settings of work, with what was dropped."""
    dropped: Counter[str] = Counter()
    gone: set[str] = set()
    """Names of parts."""
    changed = {part for part, tree in trees.items() if _clean(part, tree, trees, dropped, gone)}
    if not dropped:
        return Outcome(parts)
    types = trees[_CONTENTS]
    for entry in [entry for entry in types if entry.get("PartName", "").lstrip("/") in gone]:
        types.remove(entry)
    left = {
        part: serialize_part_xml(trees[part]) if part in changed | {_CONTENTS} else content
        for part, content in parts.items()
        if part not in gone
    }
    listed = ", ".join(_counted(thing, count) for thing, count in dropped.items())
    message = f"из шаблона «{name}» в приказ не попадёт: {listed}"
    hint = "уберите это из шаблона, чтобы замечания не было"
    return Outcome(left, (Diagnostic(codes.LEFT_BEHIND, message, None, hints=(hint,)),))


def _clean(part: str, tree: Any, trees: Mapping[str, Any], dropped: Counter[str], gone: set[str]) -> bool:
    """Whether anything of a part is left behind: then it is out of the tree."""
    doomed = list(tree.iter(*_OF_COMMENTS))
    if part == _SETTINGS:
        settings = [element for element in tree if element.tag in _OF_WORK]
        dropped.update(_OF_WORK[element.tag] for element in settings)
        doomed += settings
    for link in tree.iter("{*}Relationship") if part.endswith(".rels") else ():
        kind = link.get("Type", "").rpartition("/")[2]
        if kind in _COMMENTS | _OF_SETTINGS:
            doomed.append(link)
            target = normpath(join("/", dirname(dirname(part)), link.get("Target", ""))).lstrip("/")
            if kind == "comments" and target in trees:
                dropped["примечания рецензентов"] += max(1, len(trees[target]))
            if link.get("TargetMode") != "External":
                gone |= {target, join(dirname(target), "_rels", f"{target.rpartition('/')[2]}.rels")}
    for element in doomed:
        element.getparent().remove(element)
    return bool(doomed)
