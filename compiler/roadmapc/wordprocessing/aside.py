"""What of a package is no words of its stories, and may change them, cover them, or lead away from them."""

from collections.abc import Iterable, Iterator

from roadmapc.wordprocessing.package import Package
from roadmapc.wordprocessing.pages import Section
from roadmapc.wordprocessing.reading import Kind, Place, Story, Thing
from roadmapc.wordprocessing.vocabulary import LEVEL, RELATIONSHIPS, SECTION, SETTINGS, unlisted
from roadmapc.wordprocessing.xml import Element, R, W, child, is_on, is_true, value

_EMBEDDED = tuple(f"{W}embed{form}" for form in ("Regular", "Bold", "Italic", "BoldItalic"))
_OF_WORDS = frozenset(("hyperlink", "image"))
"""Addresses that are read with the words or the picture which lead to them."""


def aside(
    package: Package, main: str, sections: Iterable[Section], background: Element | None
) -> Iterator[Thing]:
    """All of it, beside what stands among the words."""
    found = [
        *_of_sections(sections),
        *_of_settings(_root(package, main, "settings")),
        *_of_frames(_root(package, main, "webSettings")),
        *_of_fonts(_root(package, main, "fontTable")),
        *_of_background(background),
        *_of_relationships(package),
    ]
    return (Thing(kind, name, Place(Story.MAIN), "") for kind, name in found)


def _root(package: Package, main: str, kind: str) -> Element | None:
    name = package.related(main, kind)
    return None if name is None else package.root(name)


def _of_sections(sections: Iterable[Section]) -> Iterator[tuple[Kind, str]]:
    for section in sections:
        if not section.page.has_room:
            yield Kind.PAGE, ""
        if child(section.properties, "lnNumType") is not None:
            yield Kind.LINE_NUMBERS, ""
        if _is_numbered_otherwise(child(section.properties, "footnotePr")):
            yield Kind.SETTING, "footnotePr"
        if value(child(section.properties, "textDirection"), "lrTb") not in LEVEL:
            yield Kind.SETTING, "textDirection"
        yield from ((Kind.SETTING, _local(name)) for name in unlisted(section.properties, SECTION))


def _of_settings(settings: Element | None) -> Iterator[tuple[Kind, str]]:
    """Those that nobody has listed, numbers of notes, and whether the document may not be changed."""
    for each in () if settings is None else settings:
        if _local(each.tag) not in SETTINGS and is_on(each):
            yield Kind.SETTING, _local(each.tag)
    if _is_numbered_otherwise(child(settings, "footnotePr")):
        yield Kind.SETTING, "footnotePr"
    protection, advice = child(settings, "documentProtection"), child(settings, "writeProtection")
    is_enforced = protection is not None and is_true(protection.get(f"{W}enforcement", ""))
    if is_enforced or advice is not None:
        yield Kind.PROTECTED, ""


def _is_numbered_otherwise(notes: Element | None) -> bool:
    """Whether notes have other numbers than 1, 2, 3 (17.11.11)."""
    usual = (("numFmt", "decimal"), ("numStart", "1"), ("numRestart", "continuous"))
    return any(value(child(notes, name), own) != own for name, own in usual)


def _of_frames(settings: Element | None) -> Iterator[tuple[Kind, str]]:
    """Other documents in frames about this one (17.15.2.18)."""
    if child(settings, "frameset") is not None:
        yield Kind.SETTING, "frameset"


def _of_fonts(fonts: Element | None) -> Iterator[tuple[Kind, str]]:
    for font in () if fonts is None else fonts:
        if any(font.find(form) is not None for form in _EMBEDDED):
            yield Kind.FONT, font.get(f"{W}name", "")


def _of_background(background: Element | None) -> Iterator[tuple[Kind, str]]:
    """A picture of the page under all of its words."""
    for each in () if background is None else background.iter():
        if each.get(f"{R}id"):
            yield Kind.PICTURE, ""


def _of_relationships(package: Package) -> Iterator[tuple[Kind, str]]:
    """Programs, addresses that something is taken from, and parts that nobody has listed."""
    for link in package.all_relationships():
        if link.kind == "vbaProject":
            yield Kind.MACRO, ""
        elif link.is_external and link.kind not in _OF_WORDS:
            yield Kind.OUTSIDE, link.target
        elif not link.is_external and link.kind not in RELATIONSHIPS:
            yield Kind.SETTING, link.kind


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
