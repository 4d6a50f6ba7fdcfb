"""Small documents written by hand."""

from collections.abc import Mapping

from roadmapc.source.package import Refusal
from roadmapc.wordprocessing.from_package import from_parts
from roadmapc.wordprocessing.reading import Reading

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = ("styles", "numbering", "settings", "theme", "footnotes", "endnotes", "comments", "header", "footer")


def parts(body: str, others: Mapping[str, str] = {}, main: str = "word/document.xml") -> dict[str, bytes]:
    """A package with a body, and with parts named by their kinds; several of a kind have a figure more."""
    folder, _, name = main.rpartition("/")
    links = "".join(
        f'<Relationship Id="{each}" Type="{OFFICE}/{each.rstrip("0123456789")}" Target="{each}.xml"/>'
        for each in others
    )
    written = {
        "_rels/.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="a" Type="{OFFICE}/officeDocument"'
        f' Target="{main}"/></Relationships>',
        main: f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{name}.rels": f'<Relationships xmlns="{LINKS}">{links}</Relationships>',
    }
    roots = {
        f"{folder}/{each}.xml": content.replace(">", f" {NAMESPACES}>", 1) for each, content in others.items()
    }
    return {name: content.encode() for name, content in {**written, **roots}.items()}


def read(body: str, others: Mapping[str, str] = {}) -> Reading:
    reading = from_parts(parts(body, others))
    assert not isinstance(reading, Refusal), reading
    return reading


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
