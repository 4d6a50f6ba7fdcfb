"""Hyphens and dashes at which no line may end, found by whoever types a hyphen."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import count
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from invented import edited, order, rich, text, with_cell
from lxml import etree

from roadmapc.render.document.prose import prose
from roadmapc.render.document.view import AppendixView, ProseView
from roadmapc.render.docx.order import render
from roadmapc.text.typography import plain
from roadmapc.wordprocessing.from_package import from_package

TITLE = "О плане на 2021-2025 годы по приказу № 486-п"
UNFOUND = re.compile("[\u2011\u2060\u200d\ufeff]")
"""Characters that nobody types who looks for a word."""


def document(content: bytes):
    return docx.Document(BytesIO(content))


def test_no_text_of_the_package_has_a_character_that_nobody_types(build):
    with ZipFile(BytesIO(build(rich()))) as package:
        for name in package.namelist():
            words = "".join(etree.fromstring(package.read(name)).itertext()) if name.endswith("xml") else ""
            assert not UNFOUND.search(words), name


def test_a_typed_hyphen_finds_what_is_held_together(opened):
    found = opened(replace(with_cell(*text("письмо от 01.02.2021 № 1695-пр на 2021-2025 гг.")), title=TITLE))
    words = "\n".join(each.text for each in found.paragraphs) + found.tables[0]._tbl.xpath("string(.)")
    assert "2021-2025" in words.replace("\u00a0", " ")
    cells = "".join(cell.text for row in found.tables[0].rows for cell in row.cells)
    assert "1695-пр" in cells
    assert "2021-2025" in cells


def test_what_is_held_in_a_field_keeps_the_look_of_its_run(template):
    bold = "<w:rPr><w:b/></w:rPr>"
    own = edited(template, '<w:t xml:space="preserve">{{ title }}', f"{bold}<w:t>{{{{ title }}}}")
    (found,) = [
        each
        for each in document(render(replace(order(), title=TITLE), own).value).paragraphs
        if each.style.name == "Заголовок к тексту"
    ]
    assert found.text.replace("\u00a0", " ") == TITLE
    assert all(run.bold for run in found.runs)
    assert [run._r.find(qn("w:noBreakHyphen")) is not None for run in found.runs].count(True) == 2


@pytest.mark.parametrize("whole", ["Образцовой А. Б.", "А. Б. Образцовой", "Образцовой А.Б.", "1 сентября"])
def test_no_hyphen_parts_a_name_or_a_day(build, whole):
    part = ProseView(prose(f"Список вести {whole} по школам", count(1)))
    view = replace(order(AppendixView(("Приложение",), "О списке", (part,))), preamble=f"Для {whole} в срок")
    found = document(build(view))
    spoken = [
        plain(run.text)
        for paragraph in found.paragraphs
        for run in paragraph.runs
        if run._r.xpath("./w:rPr/w:lang[@w:val='x-none']")
    ]
    assert spoken.count(whole) >= 2
    assert any(f"Список вести {whole} по школам" == plain(each.text) for each in found.paragraphs)


def test_a_range_in_a_header_is_held_too(template):
    header = "<w:p><w:r><w:t>План на 2021–2025 годы</w:t></w:r></w:p></w:hdr>"
    own = edited(template, "</w:hdr>", header, part="word/header1.xml")
    found = document(render(order(), own).value).sections[0].header
    assert found.paragraphs[-1].text == "План на 2021-2025 годы"


@pytest.mark.parametrize("look", ["", "*", "**"])
def test_a_range_in_prose_keeps_its_look_and_is_read_by_us_as_a_hyphen(build, look):
    part = ProseView(prose(f"На {look}2021–2025 и 5-9{look} годы", count(1)))
    content = build(order(AppendixView(("Приложение",), "О годах", (part,))))
    (found,) = [each for each in document(content).paragraphs if "5-9" in each.text]
    assert plain(found.text) == "На 2021-2025 и 5-9 годы"
    assert {(run.bold, run.italic) for run in found.runs[1:-1]} == {
        (look == "**" or None, look == "*" or None)
    }
    (read,) = [each for each in from_package(content).paragraphs if "годы" in each.text and "5" in each.text]
    assert plain(read.text) == "На 2021-2025 и 5-9 годы"
