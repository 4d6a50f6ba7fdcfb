"""A package of WordprocessingML to what is read of it, whoever wrote it and whatever it is named."""

from collections.abc import Iterable, Iterator, Mapping

from roadmapc.source.package import DOCUMENT, Refusal, unpacked
from roadmapc.wordprocessing.aside import aside
from roadmapc.wordprocessing.colours import AUTO, Theme, theme, themed
from roadmapc.wordprocessing.numbering import Numbering
from roadmapc.wordprocessing.package import MAIN, BrokenPartError, Package
from roadmapc.wordprocessing.pages import Section
from roadmapc.wordprocessing.reading import Kind, Pages, Place, Reading, Story, Thing
from roadmapc.wordprocessing.runs import Document, Note
from roadmapc.wordprocessing.stories import Collected, StoryReader
from roadmapc.wordprocessing.styles import Styles, is_even_and_odd
from roadmapc.wordprocessing.vocabulary import TYPEFACES
from roadmapc.wordprocessing.xml import Element, R, W, child, is_on, parsed

_TORN = "его части не складываются в документ"
_PROPERTIES = ("core-properties", "extended-properties", "custom-properties")
_NOTES = {Story.FOOTNOTE: "footnote", Story.ENDNOTE: "endnote", Story.COMMENT: "comment"}
"""The name of a note of each story; its part is called by the plural."""
_EDGES = {"header": Story.HEADER, "footer": Story.FOOTER}
_RULES = ("separator", "continuationSeparator", "continuationNotice")
"""What stands between the text and the notes under it."""


def from_package(content: bytes) -> Reading | Refusal:
    """All that a document lets its reader read, or why it is none."""
    parts = unpacked(content, DOCUMENT)
    return parts if isinstance(parts, Refusal) else from_parts(parts)


def from_parts(parts: Mapping[str, bytes]) -> Reading | Refusal:
    """The same of a package that is unpacked already."""
    package = Package(parts)
    try:
        mains = [each.target for each in package.relationships("").values() if each.kind == MAIN]
        roots = [root for each in mains if (root := package.root(each)).tag == f"{W}document"]
        bodies = [body for each in roots for body in each.findall(f"{W}body")]
        if len(mains) != 1 or len(bodies) != 1:  # of two, one program reads the one, another the other
            return Refusal(_TORN)
        return _Reader(package, mains[0], roots[0].find(f"{W}background")).reading(bodies[0])
    except BrokenPartError as broken:
        return Refusal(f"часть «{broken}» повреждена")
    except (RecursionError, UnicodeError):
        return Refusal(_TORN)


class _Reader:
    """Reads the stories of a document in the order in which a person does."""

    def __init__(self, package: Package, main: str, background: Element | None) -> None:
        self._package = package
        self._main = main
        settings = self._root("settings")
        colours = theme(self._root("theme"), child(settings, "clrSchemeMapping"), self._root("fontTable"))
        paper = AUTO if background is None else _paper(background, colours)
        self._document = Document(package, Styles(self._root("styles"), colours), colours, paper)
        self._numbering = Numbering(self._root("numbering"))
        self._out = Collected()
        self._background = background
        self._read: dict[str, Collected] = {}
        """Headers and footers by their parts."""
        self._is_even = is_even_and_odd(settings)

    def _root(self, kind: str) -> Element | None:
        name = self._package.related(self._main, kind)
        return None if name is None else self._package.root(name)

    def reading(self, body: Element) -> Reading:
        """The record of the document with this body."""
        sections = tuple(_sections(body))
        for section, parts in zip(sections, self._edges(sections), strict=True):
            for (kind, pages), part in parts.items():
                if part is not None:
                    self._edge(part, Place(_EDGES[kind], section.number, pages), section)
        reader = StoryReader(self._document, self._main, self._numbering, self._out, sections)
        reader.read(body, Place(Story.MAIN))
        self._notes(reader.runs.notes)
        out = self._out
        out.things += (
            Thing(Kind.TYPEFACE, name, Place(Story.MAIN), "")
            for name in sorted(out.typefaces)
            if not name.lower().startswith(TYPEFACES)
        )
        out.things += aside(self._package, self._main, sections, self._background)
        return Reading(
            tuple(out.paragraphs),
            tuple(out.cells),
            tuple(out.things),
            out.revisions,
            dict(_properties(self._package)),
            tuple(out.tables),
        )

    def _edges(self, sections: Iterable[Section]) -> Iterator[dict[tuple[str, Pages], str | None]]:
        """The parts of headers and footers that each section prints; one that a section lacks is the last."""
        inherited: dict[tuple[str, Pages], str | None] = {}
        links = self._package.relationships(self._main)
        for section in sections:
            own = {}
            for kind in _EDGES:
                for each in section.properties.iterfind(f"{W}{kind}Reference"):
                    link = links.get(each.get(f"{R}id", ""))
                    pages = each.get(f"{W}type", Pages.ALL)
                    if pages in list(Pages):
                        own[kind, Pages(pages)] = None if link is None else link.target
            inherited = inherited | own
            has_first = is_on(child(section.properties, "titlePg"))
            shown = {Pages.ALL: True, Pages.FIRST: has_first, Pages.EVEN: self._is_even}
            yield {(kind, pages): part for (kind, pages), part in inherited.items() if shown[pages]}

    def _edge(self, part: str, place: Place, section: Section) -> None:
        """A header or a footer, which is read once and stands in many places."""
        if part not in self._read:
            collected = Collected()
            collected.last_table = self._out.last_table
            reader = StoryReader(self._document, part, self._numbering, collected, (section,))
            reader.read(self._package.root(part), place)
            self._out.last_table = collected.last_table
            self._out.tables += collected.tables
            self._out.cells += collected.cells
            self._out.revisions += collected.revisions
            self._out.typefaces |= collected.typefaces
            self._read[part] = collected
        found = self._read[part]
        for paragraph in found.paragraphs:
            self._out.paragraphs.append(paragraph._replace(place=_moved(paragraph.place, place)))
        for thing in found.things:
            self._out.things.append(thing._replace(place=_moved(thing.place, place)))

    def _notes(self, referred: Mapping[Note, int]) -> None:
        """Notes that the text refers to, the lines between it and them, all comments: no others are shown."""
        for story, name in _NOTES.items():
            part = self._package.related(self._main, f"{name}s")
            if part is None:
                continue
            reader = StoryReader(self._document, part, self._numbering, self._out)
            for each in self._package.root(part).iterfind(f"{W}{name}"):
                note = Note(story, each.get(f"{W}id", ""))
                if story is Story.COMMENT:
                    reader.read(each, Place(story, referred.get(note, 0)))
                elif note in referred:
                    reader.read(each, Place(story, referred[note]))
                elif each.get(f"{W}type") in _RULES and any(one.story is story for one in referred):
                    reader.read(each, Place(story))


def _paper(background: Element, colours: Theme) -> str:
    """The colour of pages (17.2.1)."""
    name, tint, shade, rgb = (
        background.get(W + each, "") for each in ("themeColor", "themeTint", "themeShade", "color")
    )
    return themed(colours, name, tint, shade, rgb)


def _moved(place: Place, to: Place) -> Place:
    return place._replace(number=to.number, pages=to.pages)


def _sections(body: Element) -> Iterator[Section]:
    """Sections in their order; one whose properties were changed holds the old ones too."""
    own = [each for holder in (*body.iter(f"{W}pPr"), body) for each in holder.findall(f"{W}sectPr")]
    return (Section.of(each, number) for number, each in enumerate(own, 1))


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    """Texts of properties; a custom one is known by its name."""
    for kind in _PROPERTIES:
        part = package.related("", kind)
        content = None if part is None else package.content(part)
        root = None if content is None else parsed(content)
        for each in () if root is None else root:
            name = each.get("name") or each.tag.rpartition("}")[2]
            yield name, "".join(each.itertext()).strip()
