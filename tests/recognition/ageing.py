"""What years in other hands do to a document: our traces go, damage comes, the meaning stays.

Each damage is a function of its name; its docstring says what it is, and what of it the reader must tell.
What it adds, words that no plan will hold, is returned: they must come out as residue.

python tests/recognition/ageing.py FILE.docx SEED OUT.docx      ages a document, and prints what was done
"""

import re
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import NamedTuple

from damage_of_layout import (
    clauses_automatic,
    labels_typed,
    marks_behind_tabs,
    marks_in_boxes,
    marks_in_tables,
    numbers_as_typed,
    numbers_automatic,
    operative_word_spaced,
    requisites_as_they_are,
    requisites_in_a_table,
)
from damage_of_tables import (
    breaks_in_cells,
    cells_merged_down,
    column_numbers_added,
    heads_repeated,
    rows_torn,
    sections_beside_numbers,
    sections_in_first_cells,
    sections_in_second_cells,
    tables_split,
    tables_split_bare,
    tables_whole,
)
from damage_of_words import (
    dashes_short,
    deletions_tracked,
    footnotes_added,
    insertions_tracked,
    latin_letters,
    page_numbers_typed,
    quotes_straight,
    runs_broken,
    smart_tags,
    soft_hyphens,
    spaces_doubled,
    spaces_no_break,
    stamp_added,
)
from places_of_damage import Damage, Element, Package, W, add_properties, xml


class Aged(NamedTuple):
    """A document after the years."""

    content: bytes
    damages: tuple[str, ...]
    added: tuple[str, ...]
    """Words that belong to no plan: they must be residue."""


def aged(content: bytes, seed: int, names: tuple[str, ...] = ()) -> Aged:
    """Without our traces and with damages: those named, or one of each kind by chance."""
    package, random = Package(content), Random(f"{seed} {len(content)}")
    chosen = names or chosen_by(random)
    strip(package)
    added: list[str] = []
    for name in chosen:
        added += DAMAGES[name](package, random)
    return Aged(package.saved(), tuple(chosen), tuple(added))


def chosen_by(random: Random) -> tuple[str, ...]:
    """One of each kind, kinds in their order."""
    return tuple(random.choice(kind).__name__ for kind in KINDS)


# Our traces


def strip(package: Package) -> None:
    """Styles become what they look like; properties, bookmarks, links and content controls are gone."""
    texts = [
        name for name in package.parts if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)
    ]
    for tree in map(package.tree, texts):
        _styles_become_looks(package, tree)
        _without_places(tree)
    for name in ("docProps/custom.xml", "docProps/core.xml", "word/styles.xml"):
        tree = package.tree(name) if name in package.parts else ()
        for each in list(tree):
            if name != "word/styles.xml" or each.tag == f"{W}style":
                tree.remove(each)


def _without_places(tree: Element) -> None:
    for each in list(tree.iter(*(f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr")))):
        each.getparent().remove(each)
    for each in list(tree.iter(f"{W}hyperlink")):
        _unwrap(each, each)
    for each in list(tree.iter(f"{W}sdt")):
        _unwrap(each, each.find(f"{W}sdtContent"))


def _unwrap(element: Element, inside: Element) -> None:
    for child in [child for child in inside if child.tag != f"{W}sdtPr"]:
        element.addprevious(child)
    element.getparent().remove(element)


def _styles_become_looks(package: Package, tree: Element) -> None:
    looks = _looks(package)
    for style in list(tree.iter(f"{W}pStyle")):
        _style_becomes_looks(style, looks.get(style.get(f"{W}val"), ()))
    for each in list(tree.iter(f"{W}tblStyle")):
        each.addnext(xml(_EDGES))
    for each in list(tree.iter(f"{W}rStyle", f"{W}tblStyle")):
        each.getparent().remove(each)


def _style_becomes_looks(style: Element, looks: tuple[Element, ...]) -> None:
    properties = style.getparent()
    for look in looks:
        if look.tag != f"{W}b" and properties.find(look.tag) is None:
            properties.append(deepcopy(look))
    properties.remove(style)
    if any(look.tag == f"{W}b" and look.get(f"{W}val") not in ("0", "false") for look in looks):
        for run in properties.getparent().iter(f"{W}r"):
            add_properties(run, "<w:b/>")


_EDGES = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{edge} w:val="single" w:sz="4"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)


def _looks(package: Package) -> dict[str, tuple[Element, ...]]:
    """What a style says of alignment, indent, list and weight, its own first."""
    styles = package.tree("word/styles.xml") if "word/styles.xml" in package.parts else ()
    by_name = {each.get(f"{W}styleId"): each for each in styles if each.tag == f"{W}style"}

    def of(name: str | None) -> Iterator[Element]:
        style = by_name.get(name)
        if style is None:
            return
        for path in ("pPr/jc", "pPr/ind", "pPr/numPr", "pPr/tabs", "pPr/pageBreakBefore", "rPr/b"):
            found = style.find("/".join(f"{W}{step}" for step in path.split("/")))
            if found is not None:
                yield found
        based = style.find(f"{W}basedOn")
        yield from of(based.get(f"{W}val")) if based is not None else ()

    resolved = {}
    for name in by_name:
        own: dict[str, Element] = {}
        for look in of(name):
            own.setdefault(look.tag, look)
        resolved[name] = tuple(own.values())
    return resolved


KINDS: tuple[tuple[Damage, ...], ...] = (
    (marks_in_boxes, marks_in_tables, marks_behind_tabs),
    (requisites_in_a_table, requisites_as_they_are),
    (operative_word_spaced,),
    (labels_typed,),
    (clauses_automatic, numbers_as_typed),
    (numbers_automatic, numbers_as_typed),
    (cells_merged_down,),
    (column_numbers_added, tables_whole),
    (rows_torn,),
    (tables_split, tables_split_bare, heads_repeated, tables_whole),
    (sections_in_first_cells, sections_in_second_cells, sections_beside_numbers, tables_whole),
    (breaks_in_cells,),
    (quotes_straight, dashes_short),
    (soft_hyphens, latin_letters),
    (spaces_doubled, spaces_no_break),
    (smart_tags, insertions_tracked),
    (deletions_tracked,),
    (runs_broken,),
    (page_numbers_typed, stamp_added),
    (footnotes_added, tables_whole),
)
"""In the order in which they are done; an aged document has one of each."""
DAMAGES: dict[str, Damage] = {damage.__name__: damage for kind in KINDS for damage in kind}


if __name__ == "__main__":
    old = aged(Path(sys.argv[1]).read_bytes(), int(sys.argv[2]), tuple(sys.argv[4:]))
    Path(sys.argv[3]).write_bytes(old.content)
    sys.stdout.write("\n".join((*old.damages, "", *old.added)) + "\n")
