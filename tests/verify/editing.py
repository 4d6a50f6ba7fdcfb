"""Changes of a document as people and programs make them, on the XML of its package."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "word/document.xml"
PICTURE = bytes.fromhex("89504e470d0a1a0a") + b"0" * 32

Element = etree._Element
Edit = Callable[["Package"], None]


def xml(text: str) -> Element:
    """An element with the prefixes that Word uses."""
    return etree.fromstring(f"<x {NAMESPACES}>{text}</x>")[0]


class Package:
    """The parts of a document, some of them as trees."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self._trees: dict[str, Element] = {}

    def tree(self, name: str = MAIN) -> Element:
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self.parts[name])
        return self._trees[name]

    @property
    def body(self) -> Element:
        return self.tree().find(f"{W}body")

    def saved(self) -> bytes:
        trees = {
            name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, tree in self._trees.items()
        }
        buffer = BytesIO()
        with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
            for name, part in {**self.parts, **trees}.items():
                archive.writestr(name, part)
        return buffer.getvalue()

    def relate(self, kind: str, target: str, content: bytes | None, source: str = MAIN) -> str:
        """A new part that another leads to; its id."""
        name = source.replace("word/", "word/_rels/") + ".rels"
        if name not in self.parts:
            self.parts[name] = (
                b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
            )
        links = self.tree(name)
        reference = f"rIdNew{len(links)}"
        link = etree.SubElement(
            links, "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
        )
        link.set("Id", reference)
        link.set("Type", f"{OFFICE}/{kind}")
        link.set("Target", target)
        if content is not None:
            self.parts[f"word/{target}"] = content
        return reference

    # Places

    def paragraph(self, text: str) -> Element:
        """The first paragraph that holds a text."""
        return next(each for each in self.tree().iter(f"{W}p") if text in said(each))

    def run(self, text: str) -> Element:
        """The first run that holds a text, alone in a run of its own."""
        for run in self.tree().iter(f"{W}r"):
            content = run.find(f"{W}t")
            if content is None or text not in (content.text or ""):
                continue
            before, _, after = content.text.partition(text)
            for side, place in ((before, run.addprevious), (after, run.addnext)):
                if side:
                    other = deepcopy(run)
                    other.find(f"{W}t").text = side
                    place(other)
            content.text = text
            for each in (run, run.getprevious(), run.getnext()):
                if each is not None and each.find(f"{W}t") is not None:
                    each.find(f"{W}t").set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            return run
        raise LookupError(text)

    def table(self, heading: str) -> Element:
        """The first table that holds a text in its first row."""
        return next(each for each in self.tree().iter(f"{W}tbl") if heading in said(each.find(f"{W}tr")))

    def row(self, heading: str, number: str) -> Element:
        """The row of a table whose first cell has a number."""
        return next(row for row in self.table(heading).iter(f"{W}tr") if said(row.find(f"{W}tc")) == number)

    def cell(self, heading: str, number: str, column: int) -> Element:
        return self.row(heading, number).findall(f"{W}tc")[column]


def said(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def write(element: Element, text: str) -> None:
    """Another text in the place of all that an element says."""
    first, *others = element.iter(f"{W}t")
    first.text = text
    first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for other in others:
        other.text = ""


def replaced(old: str, new: str) -> Edit:
    """One place of one text node."""

    def edit(package: Package) -> None:
        node = next(text for text in package.tree().iter(f"{W}t") if old in (text.text or ""))
        node.text = node.text.replace(old, new, 1)

    return edit


def everywhere(old: str, new: str) -> Edit:
    def edit(package: Package) -> None:
        nodes = [text for text in package.tree().iter(f"{W}t") if old in (text.text or "")]
        assert nodes
        for node in nodes:
            node.text = node.text.replace(old, new)

    return edit


def add_properties(element: Element, *properties: str) -> None:
    """Give properties to a paragraph, a run, a row or a cell."""
    holder = element.find(f"{element.tag}Pr")
    if holder is None:
        holder = element.makeelement(f"{element.tag}Pr")
        element.insert(0, holder)
    holder.extend(map(xml, properties))


def looking(text: str, *properties: str) -> Edit:
    """A text with properties of its run."""
    return lambda package: add_properties(package.run(text), *properties)


def paragraph_looking(text: str, *properties: str) -> Edit:
    return lambda package: add_properties(package.paragraph(text), *properties)


def cell_looking(heading: str, number: str, column: int, *properties: str) -> Edit:
    return lambda package: add_properties(package.cell(heading, number, column), *properties)


def after(text: str, content: str) -> Edit:
    """New blocks after the paragraph with a text."""

    def edit(package: Package) -> None:
        package.paragraph(text).addnext(xml(content))

    return edit


def inside(text: str, content: str) -> Edit:
    """Something new at the end of the paragraph with a text."""

    def edit(package: Package) -> None:
        package.paragraph(text).append(xml(content))

    return edit


def wrapped(text: str, wrapper: str) -> Edit:
    """The run with a text inside another element; its place is at the deepest of it."""

    def edit(package: Package) -> None:
        run = package.run(text)
        holder = xml(wrapper)
        run.addprevious(holder)
        deepest = holder
        while len(deepest):
            deepest = deepest[-1]
        deepest.append(run)

    return edit


def part(name: str, old: bytes, new: bytes) -> Edit:
    """One place of another part."""

    def edit(package: Package) -> None:
        assert old in package.parts[name]
        package.parts[name] = package.parts[name].replace(old, new, 1)

    return edit


def both(*edits: Edit) -> Edit:
    def edit(package: Package) -> None:
        for each in edits:
            each(package)

    return edit
