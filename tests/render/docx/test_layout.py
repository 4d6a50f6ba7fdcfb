"""Rules of ГОСТ Р 7.0.97 that can be measured, held against the printed page."""

import re
from dataclasses import replace
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from invented import appendix, order, rich

MM = 72 / 25.4
"""Points in a millimetre."""
SLACK = 0.5
"""Millimetres by which the box of a line may differ from what is seen of it."""
HTML = "{http://www.w3.org/1999/xhtml}"


class Line(NamedTuple):
    """A printed line, its box in millimetres from the left upper corner of the sheet."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Sheet(NamedTuple):
    """A printed page, its sides in millimetres."""

    width: float
    height: float
    lines: list[Line]


def sheets(pdf, tool) -> list[Sheet]:
    """The pages of a PDF as poppler sees them."""
    printed = tool("pdftotext")("-bbox-layout", pdf, "-").stdout
    tree = ElementTree.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", printed))
    return [_sheet(page) for page in tree.iter(f"{HTML}page")]


def _sheet(page) -> Sheet:
    lines = [_line(line) for line in page.iter(f"{HTML}line")]
    return Sheet(
        float(page.get("width")) / MM,
        float(page.get("height")) / MM,
        sorted(lines, key=lambda line: line.top),
    )


def _line(line) -> Line:
    box = (float(line.get(side)) / MM for side in ("xMin", "yMin", "xMax", "yMax"))
    return Line(*box, " ".join(word.text or "" for word in line))


@pytest.fixture(scope="module")
def printed(build, convert, tool):
    """An order with everything, printed."""
    return sheets(convert(build(rich()), "pdf"), tool)


@pytest.fixture(scope="module")
def long(pdf, tool):
    """An order with a long table, printed."""
    return sheets(pdf, tool)


def find(sheet: Sheet, words: str) -> Line:
    return next(line for line in sheet.lines if words in line.text)


def test_sheets_are_a4_and_lie_down_where_tables_are_wide(printed):
    sizes = [(round(sheet.width), round(sheet.height)) for sheet in printed]
    assert set(sizes) == {(210, 297), (297, 210)}
    assert sizes[0] == (210, 297)


def test_nothing_is_printed_in_the_margins(printed, long):
    for sheet in (*printed, *long):
        upright = sheet.height > sheet.width
        left, right, top, bottom = (30, 10, 20, 20) if upright else (20, 10, 30, 20)
        for line in sheet.lines:
            if line.top < 19:
                assert re.fullmatch(r"\d+", line.text)
                continue
            assert line.left > left - SLACK
            assert line.right < sheet.width - right + SLACK
            assert line.top > top - SLACK
            assert line.bottom < sheet.height - bottom + SLACK


def test_pages_are_numbered_from_the_second_in_the_middle_of_the_upper_margin(long):
    assert all(line.top > 19 for line in long[0].lines)
    for number, sheet in enumerate(long[1:], 2):
        first = sheet.lines[0]
        assert first.text == str(number)
        assert first.top > 10 - SLACK
        margins = (30, 10) if sheet.height > sheet.width else (20, 10)
        middle = (margins[0] + sheet.width - margins[1]) / 2
        assert (first.left + first.right) / 2 == pytest.approx(middle, abs=SLACK)


def test_a_paragraph_begins_with_its_indent_and_a_requisite_at_the_margin(printed):
    first = printed[0]
    assert find(first, "1. Текст").left == pytest.approx(30 + 12.5, abs=SLACK)
    assert find(first, "Начальник отдела").left == pytest.approx(30, abs=SLACK)
    assert find(first, "Закладкина").left == pytest.approx(30, abs=SLACK)


def test_the_name_ends_at_the_right_margin_level_with_the_last_line_of_the_post(printed):
    first = printed[0]
    name = find(first, "Примеров")
    assert name.right == pytest.approx(200, abs=SLACK)
    post = next(line for line in first.lines if line.text == "общего образования")
    assert post.bottom == pytest.approx(name.bottom, abs=SLACK)


def test_the_title_is_centred_and_no_wider_than_twelve_centimetres(printed):
    lines = [line for line in printed[0].lines if "План" in line.text or "общего образования на" in line.text]
    assert lines
    for line in lines[:2]:
        assert line.right - line.left <= 120.5
        assert (line.left + line.right) / 2 == pytest.approx(115, abs=SLACK)


def test_the_executor_mark_stands_at_the_foot_of_the_order(printed):
    last = max(printed[0].lines, key=lambda line: line.bottom)
    assert "12 экз" in last.text
    assert last.bottom == pytest.approx(277, abs=1)


def test_the_mark_of_an_appendix_stands_in_the_right_upper_corner(printed):
    marks = [
        (sheet, line)
        for sheet in printed
        for line in sheet.lines
        if line.text.startswith(("Приложение", "УТВЕРЖДЕНА"))
    ]
    assert marks
    for sheet, line in marks:
        assert line.left == pytest.approx(sheet.width - 10 - 90, abs=SLACK)
        assert line.top < 40


def test_the_signature_is_never_alone_on_a_page(build, convert, tool):
    """However long the text is, three of its lines go with the signature, and so does the executor mark."""
    clause, found = order().clauses[0], []
    for count in range(8, 12):
        view = replace(rich(), clauses=(clause,) * count, appendices=(appendix(sections=1),))
        pages = sheets(convert(build(view), "pdf"), tool)
        page = next(page for page in pages if any("Примеров" in line.text for line in page.lines))
        name = find(page, "Примеров")
        above = [line for line in page.lines if 19 < line.top < name.top and "образования" not in line.text]
        assert len(above) >= 3
        assert find(page, "Закладкина").top > name.bottom
        found.append(pages.index(page))
    assert set(found) == {0, 1}, "the text is neither short nor long enough to ask"
