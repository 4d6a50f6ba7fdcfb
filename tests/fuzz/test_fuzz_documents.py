"""Documents that came back: what one place of one of them says otherwise is found, and no damage raises.

`ROADMAPC_FUZZ=1000 pytest tests/fuzz/test_fuzz_documents.py` makes a thousand edits; a seed names each.
"""

import os
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from lxml import etree

from roadmapc.cli.main import roadmapc
from roadmapc.cli.verified import diagnostic
from roadmapc.diagnostics.code import Severity
from roadmapc.source.package import Refusal, stored
from roadmapc.verify.comparison import findings
from roadmapc.verify.from_docx import from_reading
from roadmapc.wordprocessing.from_package import from_package, from_parts

ROADMAPS = Path(__file__).parents[2] / "roadmaps"
PLANS = ("arkhangelsk-2021", "megion-2022", "novoaleksandrovsk-2020", "yurga-2020")
INPUTS = int(os.environ.get("ROADMAPC_FUZZ", "200"))
EDITS = min(INPUTS, 1000)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
WORDS = "<w:p><w:r><w:t>Приписано.</w:t></w:r></w:p>"
LOOKS = (
    *("<w:strike/>", "<w:dstrike/>", "<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'),
    *('<w:vertAlign w:val="superscript"/>', '<w:position w:val="-12"/>', '<w:w w:val="2"/>'),
    *('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', '<w:spacing w:val="-400"/>'),
)
SIGNS = (
    "<w:r><w:t>приписано</w:t></w:r>",
    '<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>',
    "<m:oMath><m:r><m:t>≥ 80</m:t></m:r></m:oMath>",
    '<w:fldSimple w:instr="REF a"><w:r><w:t>приписано</w:t></w:r></w:fldSimple>',
    "<w:r><w:pict><v:rect/></w:pict></w:r>",
    f"<w:r><w:pict><v:rect><v:textbox><w:txbxContent>{WORDS}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>",
    '<w:r><w:pict><v:shape><v:textpath string="ОТМЕНЕНО"/></v:shape></w:pict></w:r>',
    "<w:sdt><w:sdtContent><w:r><w:t>приписано</w:t></w:r></w:sdtContent></w:sdt>",
)

Element = etree._Element
Change = Callable[[Random, dict[str, Element]], bool]


@cache
def built(folder: Path, name: str) -> dict[str, bytes]:
    arguments = ["build", str(ROADMAPS / f"{name}.yaml"), "--format", "docx", "-o", str(folder)]
    assert CliRunner().invoke(roadmapc, arguments, catch_exceptions=False).exit_code == 0
    with ZipFile(folder / name / "order.docx") as archive:
        return {part: archive.read(part) for part in archive.namelist()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("build")


def xml(text: str) -> Element:
    return etree.fromstring(f"<x {NAMESPACES}>{text}</x>")[0]


def said(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def filled(trees: dict[str, Element], name: str) -> list[Element]:
    """Elements of the main part that say something."""
    return [each for each in trees["word/document.xml"].iter(f"{W}{name}") if said(each).strip()]


def word_changed(random: Random, trees: dict[str, Element]) -> bool:
    node = random.choice(filled(trees, "r")).find(f"{W}t")
    words = (node.text or "").split(" ")
    at = random.choice([at for at, word in enumerate(words) if word])
    words[at] = "исправлено"
    node.text = " ".join(words)
    return True


def word_lost(random: Random, trees: dict[str, Element]) -> bool:
    node = random.choice(filled(trees, "r")).find(f"{W}t")
    words = (node.text or "").split(" ")
    at = random.choice([at for at, word in enumerate(words) if any(map(str.isalnum, word))] or [-1])
    del words[at : at + 1 or None]
    node.text = " ".join(words)
    return at >= 0


def figure_changed(random: Random, trees: dict[str, Element]) -> bool:
    nodes = [
        each for each in trees["word/document.xml"].iter(f"{W}t") if any(map(str.isdigit, each.text or ""))
    ]
    node = random.choice(nodes)
    at = random.choice([at for at, sign in enumerate(node.text) if sign.isdigit()])
    node.text = f"{node.text[:at]}{(int(node.text[at]) + random.randint(1, 9)) % 10}{node.text[at + 1 :]}"
    return True


def paragraph_lost(random: Random, trees: dict[str, Element]) -> bool:
    paragraph = random.choice(filled(trees, "p"))
    if paragraph.getparent().tag == f"{W}tc":
        paragraph.getparent().append(xml("<w:p/>"))
    paragraph.getparent().remove(paragraph)
    return True


def paragraph_added(random: Random, trees: dict[str, Element]) -> bool:
    random.choice(filled(trees, "p")).addnext(xml(WORDS))
    return True


def header_added(random: Random, trees: dict[str, Element]) -> bool:
    name = random.choice(sorted(name for name in trees if "header" in name))
    trees[name].append(xml(WORDS))
    return True


def looking(random: Random, trees: dict[str, Element]) -> bool:
    run = random.choice(filled(trees, "r"))
    for old in run.findall(f"{W}rPr"):
        run.remove(old)
    run.insert(0, xml(f"<w:rPr>{random.choice(LOOKS)}</w:rPr>"))
    return True


def sign_added(random: Random, trees: dict[str, Element]) -> bool:
    random.choice(filled(trees, "p")).append(xml(random.choice(SIGNS)))
    return True


def run_deleted(random: Random, trees: dict[str, Element]) -> bool:
    run = random.choice(filled(trees, "r"))
    holder = xml(random.choice(('<w:del w:id="1"/>', '<w:moveFrom w:id="1"/>')))
    run.addprevious(holder)
    holder.append(run)
    return True


def row_changed(random: Random, trees: dict[str, Element]) -> bool:
    row = random.choice([each for each in filled(trees, "tr") if each.find(f"{W}trPr/{W}tblHeader") is None])
    kind = random.choice(("lose", "double", "hide", "delete", "flatten"))
    if kind == "lose":
        row.getparent().remove(row)
    elif kind == "double":
        row.addnext(deepcopy(row))
    else:
        properties = {
            "hide": "<w:hidden/>",
            "delete": '<w:del w:id="1"/>',
            "flatten": '<w:trHeight w:val="1" w:hRule="exact"/>',
        }
        found = row.find(f"{W}trPr")
        if found is None:
            row.insert(0, found := xml("<w:trPr/>"))
        found.append(xml(properties[kind]))
    return True


def cells_exchanged(random: Random, trees: dict[str, Element]) -> bool:
    rows = [row.findall(f"{W}tc") for row in filled(trees, "tr")]
    pairs = [(one, other) for row in rows for one, other in pairwise(row) if said(one) != said(other)]
    one, other = random.choice(pairs)
    contents = one.findall(f"{W}p"), other.findall(f"{W}p")
    for cell, paragraphs in zip((other, one), contents, strict=True):
        for paragraph in paragraphs:
            cell.append(paragraph)
    return True


def cells_merged(random: Random, trees: dict[str, Element]) -> bool:
    rows = [
        row for row in filled(trees, "tr") if row.getnext() is not None and len(row.getnext()) == len(row)
    ]
    row = random.choice(rows)
    cells, below = row.findall(f"{W}tc"), row.getnext().findall(f"{W}tc")
    at = random.randrange(len(cells))
    if cells[at].find(f".//{W}vMerge") is not None or below[at].find(f".//{W}vMerge") is not None:
        return False
    cells[at].find(f"{W}tcPr").append(xml('<w:vMerge w:val="restart"/>'))
    below[at].find(f"{W}tcPr").append(xml("<w:vMerge/>"))
    return True


CHANGES: tuple[Change, ...] = (
    *(word_changed, word_lost, figure_changed, paragraph_lost, paragraph_added, header_added, looking),
    *(sign_added, run_deleted, row_changed, cells_exchanged, cells_merged),
)


@pytest.mark.parametrize("seed", range(EDITS))
def test_a_random_edit_is_found(seed: int, folder: Path) -> None:
    random = Random(seed)
    parts = built(folder, random.choice(PLANS))
    trees = {
        name: etree.fromstring(parts[name])
        for name in parts
        if name.startswith("word/") and name.endswith(".xml")
    }
    change = random.choice(CHANGES)
    if not change(random, trees):
        return
    returned = from_parts({**parts, **{name: etree.tostring(tree) for name, tree in trees.items()}})
    planned = from_parts(parts)
    assert not isinstance(returned, Refusal)
    assert not isinstance(planned, Refusal)
    found = [*map(diagnostic, findings(from_reading(planned), from_reading(returned)))]
    assert any(each.severity is Severity.ERROR for each in found), (seed, change.__name__, found)


# Damage


TAGS = (
    *("<w:p/>", "<w:tbl>", "</w:tbl>", "<w:tr/>", "<w:tc/>", "<w:sectPr/>", "<w:sdt/>", "<w:fldChar/>"),
    *('<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', "<w:footnoteReference/>"),
    *("<w:gridSpan/>", '<w:vMerge w:val="x"/>', "<w:txbxContent/>", "<w:numPr><w:numId/></w:numPr>", "&#0;"),
)
VALUES = ("", "-1", "99999999999999999999", "1e9", "NaN", "а", "0x10", "12pt", "rId99", "true")


def damaged(random: Random, parts: dict[str, bytes]) -> bytes:
    """A package with a few tags and values of its parts changed, some bytes at times."""
    parts = dict(parts)
    for _ in range(random.randint(1, 5)):
        name = random.choice(sorted(parts))
        pieces = parts[name].replace(b">", b">\0").split(b"\0")
        at = random.randrange(len(pieces))
        pieces[at] = random.choice(list(_damages(random, pieces[at])))
        parts[name] = b"".join(pieces)
    content = stored(parts)
    if random.random() < 0.1:
        at = random.randrange(len(content))
        content = content[:at] + random.randbytes(4) + content[at + 4 :]
    return content


def _damages(random: Random, piece: bytes) -> Iterator[bytes]:
    yield b""
    yield piece * 2
    yield piece + random.choice(TAGS).encode()
    head, quote, tail = piece.partition(b'"')
    yield head + quote + random.choice(VALUES).encode() + quote + tail.partition(b'"')[2]


@pytest.mark.parametrize("seed", range(min(INPUTS, 5000) // 10))
def test_a_damaged_document_is_read_or_refused(seed: int, folder: Path) -> None:
    """Ten of a seed."""
    random = Random(seed)
    name = random.choice(PLANS)
    planned = from_parts(built(folder, name))
    assert not isinstance(planned, Refusal)
    for _ in range(10):
        reading = from_package(damaged(random, built(folder, name)))
        if not isinstance(reading, Refusal):
            for each in findings(from_reading(planned), from_reading(reading)):
                diagnostic(each)
