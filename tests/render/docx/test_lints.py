"""Each lint sees its defect in a deliberately broken document, and only that one."""

import re

import pytest
from invented import order
from lints import CORE, LINTS, MAIN, parts_of

_HEADER = "<w:tblHeader/>"
_LAST_CELL = r"<w:tc>(?:(?!<w:tc>).)*?</w:tc></w:tr>(?=</w:tbl>)"

BROKEN = {
    "lost_header_flag": (MAIN, _HEADER, ""),
    "header_flag_below": (
        MAIN,
        r"<w:trPr><w:cantSplit/></w:trPr>(?=(?:(?!<w:tr>).)*</w:tbl>)",
        rf"<w:trPr>{_HEADER}</w:trPr>",
    ),
    "wide_row": (MAIN, r'<w:gridSpan w:val="5"/>', '<w:gridSpan w:val="6"/>'),
    "short_row": (MAIN, _LAST_CELL, "</w:tr>"),
    "repeated_property": (CORE, r"(<dc:creator>.*?</dc:creator>)", r"\1\1"),
    "impossible_date": (CORE, r"2021-03-18T", "2021-02-31T"),
    "landscape_by_name_only": (MAIN, r' w:orient="landscape"', ""),
    "table_at_the_end": (MAIN, r"</w:tbl><w:p>.*?</w:p>", "</w:tbl>"),
    "leftover": (MAIN, "приказываю", "{{ verb }}"),
}
"""By lint: a part, what stands in it, what to put there instead."""


@pytest.fixture(scope="module")
def good(build):
    return parts_of(build(order()))


def noticed(parts):
    return {lint.__name__ for lint in LINTS if list(lint(parts))}


def test_a_good_document_has_none_of_the_defects(good):
    assert noticed(good) == set()


@pytest.mark.parametrize("defect", [lint.__name__ for lint in LINTS])
def test_a_defect_is_seen_for_what_it_is(good, defect):
    part, old, new = BROKEN[defect]
    broken, count = re.subn(old, new, good[part].decode(), count=1, flags=re.DOTALL)
    assert count == 1
    assert noticed(good | {part: broken.encode()}) == {defect}
