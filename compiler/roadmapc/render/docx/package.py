"""The package of a document (ECMA-376, part 2): its properties, its list of contents.

Nothing depends on the clock or the machine, so one order always gives the same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from posixpath import join

from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml

from roadmapc.render.archive import ArchivePart
from roadmapc.render.document.view import OrderView
from roadmapc.render.docx.attachments import Attachment
from roadmapc.render.docx.oxml import escaped, legible

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE, _CUSTOM = "docProps/core.xml", "docProps/custom.xml"
_CONTENTS, _RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = {
    _CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    _CUSTOM: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The property set of custom properties."""
_DIGEST = "roadmapc.content"
"""The custom property by which a document is known again."""


def template_parts(template: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a template without those that speak of the package itself."""
    own = (_CONTENTS, _RELATIONSHIPS)
    return {name: part for name, part in template.items() if name not in own and not _is_property(name)}


def links(main: str, template: Mapping[str, bytes], attached: Sequence[Attachment]) -> dict[str, bytes]:
    """The part with the relationships of the main one, by its name; none if nothing is attached."""
    folder, _, name = main.rpartition("/")
    path = join(folder, "_rels", f"{name}.rels")
    known = parse_xml(template.get(path, f'<Relationships xmlns="{_PACKAGE}/relationships"/>'))
    ids = {each.get("Id") for each in known}
    for each in attached:
        if each.relationship not in ids:
            link = {
                "Id": each.relationship,
                "Type": f"{_OFFICE}/relationships/{each.kind}",
                "Target": f"/{each.name}",
            }
            known.append(known.makeelement(f"{{{_PACKAGE}/relationships}}Relationship", link))
    return {path: serialize_part_xml(known)} if attached else {}


def own_parts(
    view: OrderView, template: Mapping[str, bytes], main: str, attached: Sequence[Attachment]
) -> Iterator[ArchivePart]:
    """The parts that speak of the package; `main` is the name of its main part."""
    yield _CONTENTS, (_contents(template[_CONTENTS], attached),)
    yield _RELATIONSHIPS, (_relationships(main).encode(),)
    yield _CORE, (_core(view).encode(),)
    yield _CUSTOM, (_custom(view, template.get(_CUSTOM)),)


def _is_property(name: str) -> bool:
    return name.startswith("docProps/")


def _contents(template: bytes, attached: Sequence[Attachment]) -> bytes:
    types = parse_xml(template)
    added = _TYPES | {each.name: each.media_type for each in attached}
    for entry in list(types):
        name = entry.get("PartName", "").lstrip("/")
        if _is_property(name) or name in added:
            types.remove(entry)
    for name, content_type in added.items():
        entry = {"PartName": f"/{name}", "ContentType": content_type}
        types.append(types.makeelement(f"{{{_PACKAGE}/content-types}}Override", entry))
    return serialize_part_xml(types)


def _relationships(main: str) -> str:
    targets = (
        (f"{_OFFICE}/relationships/officeDocument", main),
        (f"{_PACKAGE}/relationships/metadata/core-properties", _CORE),
        (f"{_OFFICE}/relationships/custom-properties", _CUSTOM),
    )
    rows = "".join(
        f'<Relationship Id="rId{index}" Type="{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _core(view: OrderView) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_property(view.title)}</dc:title><dc:creator>{_property(view.author)}</dc:creator>"
        "<dc:language>ru-RU</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{view.created}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{view.created}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _custom(view: OrderView, template: bytes | None) -> bytes:
    """The properties that a clerk gave the template, which fields print (DOCPROPERTY), and the digest."""
    own = (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{_FORMAT_ID}" pid="2" name="{_DIGEST}">'
        f"<vt:lpwstr>{_property(view.digest)}</vt:lpwstr></property></Properties>"
    )
    kept = [] if template is None else [each for each in parse_xml(template) if each.get("name") != _DIGEST]
    if not kept:
        return f"{_HEAD}{own}".encode()
    properties = parse_xml(own)
    for number, each in enumerate(kept, start=3):  # 0 and 1 are reserved, 2 is ours
        each.set("pid", str(number))
        properties.append(each)
    return serialize_part_xml(properties)


def _property(text: str) -> str:
    return escaped(legible(text))
