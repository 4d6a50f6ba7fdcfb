"""The trial documents: what each says, and how it was typed."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from ageing import aged
from column_sets import column_sets
from content import Content, Part, Section, Sheet, from_compiled, from_yaml
from lxml import etree
from other_formats import boxed_text, converted, html, tabbed_text
from strange_hands import STRANGE, strange_document
from typist import Hand, hand_of, typed

from roadmapc.pipeline import compile_plan
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.docx.order import render

HERE = Path(__file__).parent
PLANS = HERE.parents[1] / "roadmaps"
TEMPLATE = HERE.parents[1] / "templates" / "order.docx"

HANDS: dict[str, dict[str, object]] = {
    # The four orders of `roadmaps/`, whose texts are ours, as several people would have typed them.
    "arkhangelsk-2021 typed": {
        "kind": "spaced", "requisites": "lines", "date": "bare", "verb": "spaced", "signature": "tabs",
        "section": "merged", "damages": ["rows_torn", "quotes_straight", "cells_merged_down"],
    },
    "arkhangelsk-2021 web": {"format": "html", "kind": "spaced", "requisites": "one", "date": "bare"},
    "megion-2022 typed": {
        "date": "quoted", "number": "№ 54 - О", "verb": "line", "labels": "tight", "mark": "tabs",
        "signature": "spaces", "section": "beside", "damages": ["rows_torn", "spaces_doubled", "runs_broken"],
    },
    "megion-2022 automatic": {
        "date": "quoted", "labels": "automatic", "numbers": "automatic", "mark": "table", "section": "second",
        "requisites": "table", "damages": ["tables_split_bare", "insertions_tracked", "deletions_tracked"],
    },
    "megion-2022 office": {"format": "odt", "mark": "box", "section": "merged", "title": "lines"},
    "novoaleksandrovsk-2020 typed": {
        "requisites": "lines", "date": "verbal", "verb": "spaced_line", "labels": "tight", "signature": "cut",
        "section": "merged", "damages": ["heads_repeated", "rows_torn", "smart_tags"],
    },
    "novoaleksandrovsk-2020 old": {"format": "doc", "date": "year", "mark": "indent", "section": "second"},
    "novoaleksandrovsk-2020 box": {"format": "txt-cp866", "number": "N {}"},
    "yurga-2020 typed": {
        "kind": "spaced", "requisites": "lines", "verb": "spaced", "title": "lines", "mark": "right",
        "signature": "cut", "damages": ["tables_split", "footnotes_added", "soft_hyphens", "latin_letters"],
    },
    "yurga-2020 rich": {"format": "rtf", "mark": "table", "signature": "table", "labels": "tab"},
}  # fmt: skip


class Paper(NamedTuple):
    """A trial document with what it must become."""

    name: str
    file: str
    """Its name, with the suffix of its format."""
    content: bytes
    expected: Content
    words: str
    """All that it holds, read without the product."""
    added: tuple[str, ...] = ()
    """Words that must be residue."""


def names() -> list[str]:
    """All of them but the many small ones of `column_sets.yaml`."""
    return [*HANDS, *sorted(path.stem for path in (HERE / "papers").glob("*.yaml"))]


@cache
def paper(name: str) -> Paper:
    """A document of this folder."""
    base, _, strange = name.partition("+")  # «sadovsk+corner blank»
    if strange:
        return _strange_paper(from_yaml(HERE / "papers" / f"{base}.yaml"), strange)
    if name in column_sets():
        return typed_paper(column_sets()[name])
    if name not in HANDS:
        return typed_paper(from_yaml(HERE / "papers" / f"{name}.yaml"))
    plan, _, _ = name.partition(" ")
    compiled = compile_plan(PLANS / f"{plan}.yaml").value
    assert compiled is not None, plan
    content = from_compiled(name.replace(" ", "-"), compiled)
    return typed_paper(content, HANDS[name])


def _strange_paper(content: Content, name: str) -> Paper:
    document, expected = strange_document(content, name)
    words, added = document_words(document), STRANGE[name].added
    return Paper(f"{content.name}+{name}", f"{content.name}.docx", document, expected, words, added)


def typed_paper(content: Content, told: dict[str, object] | None = None) -> Paper:
    """A content in its hand, damaged and converted as that hand says."""
    told = dict(content.hand) if told is None else told
    hand, form = hand_of(told), str(told.get("format", "docx"))
    suffix = form.partition("-")[0]
    file = f"{content.name}.{suffix}"
    if form.startswith(("html", "txt")):
        plain = _plain(content, hand, form)
        expected = without_lines(content) if form.startswith("txt") else content
        return Paper(content.name, file, plain, expected, _decoded(plain, form))
    document = typed(content, hand)
    old = aged(document, len(content.name), tuple(told.get("damages", ()))) if told.get("damages") else None
    document, added = (old.content, old.added) if old else (document, ())
    words = document_words(document)
    return Paper(
        content.name, file, document if form == "docx" else converted(document, form), content, words, added
    )


def aged_plan(path: Path, seed: int, damages: tuple[str, ...] = ()) -> Paper:
    """The document of a plan after the years."""
    content, document = built_plan(path)
    old = aged(document, seed, damages)
    return Paper(
        f"{path.stem}:{seed}",
        f"{path.stem}.docx",
        old.content,
        content,
        document_words(old.content),
        old.added,
    )


@cache
def built_plan(path: Path) -> tuple[Content, bytes]:
    """What a plan says, and its document."""
    compiled = compile_plan(path).value
    assert compiled is not None, path
    day = compiled.plan.order.date or compiled.plan.period.first_day
    outcome = render(order_view(compiled.plan, compiled.of_text, day), TEMPLATE.read_bytes())
    assert outcome.value is not None, path
    return from_compiled(path.stem, compiled), outcome.value


def without_lines(content: Content) -> Content:
    """What plain text keeps: one level of headings, and cells without lines of their own."""

    def sheet(part: Part) -> Part:
        if not isinstance(part, Sheet):
            return part
        rows = (
            row if isinstance(row, Section) else tuple(re.sub(r"\s+", " ", each) for each in row)
            for row in part.rows
        )
        heads = tuple(leaf._replace(columns=()) for head in part.heads for leaf in head.leaves)
        return part._replace(heads=heads, rows=tuple(rows))

    appendices = (each._replace(parts=tuple(map(sheet, each.parts))) for each in content.appendices)
    return replace(content, appendices=tuple(appendices))


def _plain(content: Content, hand: Hand, form: str) -> bytes:
    match form:
        case "html" | "html-cp1251":
            return html(content, hand)
        case "html-utf-8":
            return html(content, hand, "utf-8")
        case "txt-cp866" | "txt-cp1251":
            return boxed_text(content, hand, form.partition("-")[2])
        case _:
            return tabbed_text(content, hand, form.partition("-")[2] or "utf-8")


def _decoded(content: bytes, form: str) -> str:
    if form.startswith("html"):
        tree = etree.HTML(content.decode("utf-8" if form.endswith("utf-8") else "cp1251"))
        return " ".join(tree.xpath("//body//text()[not(parent::style)]"))
    return content.decode(form.partition("-")[2] or "utf-8")


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def document_words(content: bytes) -> str:
    """All that a DOCX says: main text, notes, running heads, tracked deletions; twins of boxes once.

    But for numbers of pages: Word computes them anew.
    """
    parts: list[str] = []
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml", name):
                parts += _said(etree.fromstring(archive.read(name)))
    return "".join(parts)


def _said(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in (f"{W}t", f"{W}delText"):
            yield child.text or ""
        elif child.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            yield " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag != FALLBACK and child.get(f"{W}instr", "").strip() != "PAGE":
            yield from _said(child)
            if child.tag in (f"{W}p", f"{W}tc"):
                yield "\n"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for each in sys.argv[2:] or names():
        made = paper(each)
        (folder / made.file).write_bytes(made.content)
        sys.stdout.write(f"{made.file}: {len(made.expected.sheets)} таблиц\n")
