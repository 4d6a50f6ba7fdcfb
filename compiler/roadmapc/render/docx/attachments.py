"""Parts that the contents of appendices bring into the package: pictures, footnotes.

Their names and ids come from what they hold, so that one picture is one part, however often it is printed.
"""

from collections.abc import Sequence
from hashlib import sha256
from posixpath import join
from typing import NamedTuple

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml

from roadmapc.render.document.view import FootnoteView, OrderView, PictureView, ProseView
from roadmapc.render.docx import anchors, oxml
from roadmapc.render.docx.formatting import Styles
from roadmapc.source.image import Image

_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FOOTNOTES = "footnotes"
_RULE = '<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{0}/></w:r></w:p>'
_EMPTY = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}">{_RULE.format(kind)}</w:footnote>'
    for number, kind in enumerate(("separator", "continuationSeparator"), start=-1)
)
"""The lines between a text and its footnotes, on the page and on the next one."""

_NUMBERED_FROM = 100
"""The ids of our footnotes are their numbers from here: beyond those that a template has of its own."""


class Attachment(NamedTuple):
    """A part that the main one refers to."""

    relationship: str
    """By which it does."""
    kind: str
    """The last word of the relationship's type."""
    name: str
    """Of the part in the archive."""
    media_type: str
    content: bytes


def picture_id(image: Image) -> str:
    """By which the main part refers to a picture."""
    return f"picture-{sha256(image.content).hexdigest()[:16]}"


def attachments(view: OrderView, document: Document, styles: Styles) -> tuple[Attachment, ...]:
    """The parts in their order: each picture once, then the footnotes with those of the template."""
    folder = anchors.part_name(document.part).rpartition("/")[0]
    parts = [part for appendix in view.appendices for part in appendix.parts]
    pictures = {picture_id(part.image): part.image for part in parts if isinstance(part, PictureView)}
    found = [
        Attachment(
            relationship=name,
            kind="image",
            name=join(folder, "media", f"{name}.{image.kind}"),
            media_type=image.kind.media_type,
            content=image.content,
        )
        for name, image in pictures.items()
    ]
    notes = [note for part in parts if isinstance(part, ProseView) for note in part.footnotes]
    return (*found, _footnotes(notes, document, styles, folder)) if notes else tuple(found)


def _footnotes(notes: Sequence[FootnoteView], document: Document, styles: Styles, folder: str) -> Attachment:
    """The part of footnotes, a new one if the template has none."""
    related = document.part.rels.values()
    own = next((each for each in related if each.reltype.endswith(f"/{_FOOTNOTES}")), None)
    written = (
        own.target_part.blob if own else f'<w:footnotes xmlns:w="{oxml.NAMESPACE}">{_EMPTY}</w:footnotes>'
    )
    root = parse_xml(written)
    for note in notes:
        root.append(parse_xml(_footnote(note, styles)))
    name = anchors.part_name(own.target_part) if own else join(folder, f"{_FOOTNOTES}.xml")
    media_type = f"{_WORDPROCESSING}.{_FOOTNOTES}+xml"
    return Attachment(own.rId if own else _FOOTNOTES, _FOOTNOTES, name, media_type, serialize_part_xml(root))


def _footnote(note: FootnoteView, styles: Styles) -> str:
    mark = f'<w:r><w:rPr><w:rStyle w:val="{styles.footnote_mark}"/></w:rPr><w:footnoteRef/></w:r>'
    runs = [oxml.run(oxml.bound(run.text), bold=run.is_bold, italic=run.is_italic) for run in note.runs]
    said = oxml.paragraph(styles.footnote, (mark, oxml.run(" "), *runs))
    return f'<w:footnote xmlns:w="{oxml.NAMESPACE}" w:id="{_NUMBERED_FROM + note.number}">{said}</w:footnote>'


def reference(note: FootnoteView, styles: Styles) -> str:
    """`w:r` that refers to a footnote."""
    look = f'<w:rPr><w:rStyle w:val="{styles.footnote_mark}"/></w:rPr>'
    return f'<w:r>{look}<w:footnoteReference w:id="{_NUMBERED_FROM + note.number}"/></w:r>'
