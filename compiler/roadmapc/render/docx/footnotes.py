"""The part of footnotes: those of a template, and those of the contents of appendices after them."""

from collections.abc import Sequence
from posixpath import join

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml

from roadmapc.render.document.view import FootnoteView
from roadmapc.render.docx import anchors, oxml
from roadmapc.render.docx.attachments import NUMBERED_FROM, Attachment
from roadmapc.render.docx.formatting import Styles

_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FOOTNOTES = "footnotes"
_RULE = '<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{0}/></w:r></w:p>'
_EMPTY = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}">{_RULE.format(kind)}</w:footnote>'
    for number, kind in enumerate(("separator", "continuationSeparator"), start=-1)
)
"""The lines between a text and its footnotes, on the page and on the next one."""


def footnotes(notes: Sequence[FootnoteView], document: Document, styles: Styles, folder: str) -> Attachment:
    """The part in a folder of the package, a new one if the template has none."""
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
    content = (serialize_part_xml(root),)
    return Attachment(own.rId if own else _FOOTNOTES, _FOOTNOTES, name, media_type, content)


def _footnote(note: FootnoteView, styles: Styles) -> str:
    mark = f'<w:r><w:rPr><w:rStyle w:val="{styles.footnote_mark}"/></w:rPr><w:footnoteRef/></w:r>'
    runs = [oxml.run(oxml.bound(run.text), bold=run.is_bold, italic=run.is_italic) for run in note.runs]
    said = oxml.paragraph(styles.footnote, (mark, oxml.run(" "), *runs))
    return f'<w:footnote xmlns:w="{oxml.NAMESPACE}" w:id="{NUMBERED_FROM + note.number}">{said}</w:footnote>'
