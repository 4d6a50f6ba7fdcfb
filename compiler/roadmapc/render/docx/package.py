"""The package of a document (ECMA-376, part 2): its list of contents, and what its parts refer to.

Nothing depends on the clock or the machine, so one order always gives the same bytes.
"""

from collections.abc import Mapping, Sequence
from posixpath import join

from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml

from roadmapc.render.docx.attachments import Attachment
from roadmapc.render.docx.properties import CORE, CUSTOM, HEAD, PACKAGE

_CONTENTS, _RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES = {
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    CUSTOM: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The property set of custom properties."""
_DIGEST = "roadmapc.content"
"""The custom property by which a document is known again."""
_MARK = "\ue002"
"""Where its digest is written; a private character occurs in no property."""


def template_parts(template: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a template without those that speak of the package itself."""
    own = (_CONTENTS, _RELATIONSHIPS)
    return {name: part for name, part in template.items() if name not in own and not _is_property(name)}


def links(main: str, template: Mapping[str, bytes], attached: Sequence[Attachment]) -> dict[str, bytes]:
    """The part with the relationships of the main one, by its name; none if nothing is attached."""
    folder, _, name = main.rpartition("/")
    path = join(folder, "_rels", f"{name}.rels")
    known = parse_xml(template.get(path, f'<Relationships xmlns="{PACKAGE}/relationships"/>'))
    ids = {each.get("Id") for each in known}
    for each in attached:
        if each.relationship not in ids:
            link = {
                "Id": each.relationship,
                "Type": f"{_OFFICE}/relationships/{each.kind}",
                "Target": f"/{each.name}",
            }
            known.append(known.makeelement(f"{{{PACKAGE}/relationships}}Relationship", link))
    return {path: serialize_part_xml(known)} if attached else {}


def own_parts(
    template: Mapping[str, bytes], main: str, attached: Sequence[Attachment]
) -> dict[str, tuple[bytes, ...]]:
    """The parts that speak of the package; `main` is the name of its main part.

    That of core properties is empty: it is the order's own.
    """
    return {
        _CONTENTS: (_contents(template[_CONTENTS], attached),),
        _RELATIONSHIPS: (_relationships(main).encode(),),
        CORE: (),
        CUSTOM: tuple(_custom(template.get(CUSTOM)).split(_MARK.encode(), 1)),
    }


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
        types.append(types.makeelement(f"{{{PACKAGE}/content-types}}Override", entry))
    return serialize_part_xml(types)


def _relationships(main: str) -> str:
    targets = (
        (f"{_OFFICE}/relationships/officeDocument", main),
        (f"{PACKAGE}/relationships/metadata/core-properties", CORE),
        (f"{_OFFICE}/relationships/custom-properties", CUSTOM),
    )
    rows = "".join(
        f'<Relationship Id="rId{index}" Type="{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _custom(template: bytes | None) -> bytes:
    """The properties that a clerk gave the template, which fields print (DOCPROPERTY), and our own."""
    own = (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{_FORMAT_ID}" pid="2" name="{_DIGEST}">'
        f"<vt:lpwstr>{_MARK}</vt:lpwstr></property></Properties>"
    )
    kept = [] if template is None else [each for each in parse_xml(template) if each.get("name") != _DIGEST]
    if not kept:
        return f"{HEAD}{own}".encode()
    properties = parse_xml(own)
    for number, each in enumerate(kept, start=3):  # 0 and 1 are reserved, 2 is ours
        each.set("pid", str(number))
        properties.append(each)
    return serialize_part_xml(properties)
