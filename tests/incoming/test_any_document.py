"""Whatever comes in is read, and every character accounted for, or is refused with a reason."""

import pytest
from arrived import hold_to_account
from hypothesis import example, given
from hypothesis import strategies as st

from roadmapc.diagnostics.outcome import has_errors
from roadmapc.incoming.from_file import read

SIGNS = st.sampled_from(
    (
        *("План", "до 1 мая", " ", "    ", "\t", "\n", "\f", "\0", "\u00ad", '"', "N 5", "**", "- ", "1. "),
        *("|", "│", "├", "┼", "┤", "─────", "-----", "+----+", "¦", "T", "L---", "=====", "|---|"),
    )
)
TAGS = st.sampled_from(
    (
        *("План", " ", "\n", "&nbsp;", "&#0;", "<", "&", "<p>", "</p>", "<br>", "<b>", "</b>", "<ol>"),
        *("<li>", "<table>", "</table>", "<tr>", "<td>", "<td rowspan=3>", "<td colspan=0>", "<thead>"),
        *("<div style='display:none'>", "</div>", "<a href='#fn1'>", "<div id=fn1>", "<style>p{"),
        *("</style>", "<img>", "<del>", "<pre>", "<p style='margin-left:1e9cm'>", "<!--", "-->", "<th>"),
    )
)


def hold(name: str, content: bytes) -> None:
    outcome = read(name, content)
    if outcome.value is None:
        assert has_errors(outcome.diagnostics)
    else:
        hold_to_account(outcome.value)


@given(st.lists(SIGNS).map("".join))
@example("│\n─────")
@example("|a|b\n")
def test_any_text(text: str) -> None:
    hold("приказ.txt", text.encode())


@given(st.lists(TAGS).map("".join))
def test_any_page(text: str) -> None:
    hold("приказ.html", f"<html>{text}".encode())


@given(st.binary())
@example(b"PK\x03\x04word/")
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0\0")
@example(b"\xff\xfe\x00")
def test_any_bytes(content: bytes) -> None:
    hold("приказ", content)


LONG = 100_000
NAMES = "<a href='#fn1'>1</a>"
ENDLESS = {
    "a word of two alphabets": "a" * LONG + "б",
    "a Roman number": "І" * LONG,
    "spaces between words": "а" + " " * LONG + "б",
    "quotation marks": '"' * LONG,
    "stars": "**а " * LONG,
    "a number of figures and letters": "О" * LONG,
    "a row of bars": "|" * LONG,
    "a rule": "-" * LONG + "T",
    "lines of two tabs": "а\tб\nв\n" * (LONG // 4),
    "words that are broken": "слово-\n" * (LONG // 7),
    "comments of a style": f"<html><style>{'/*' * LONG}</style>а",
    "braces of a style": f"<html><style>{'{' * LONG}</style>а",
    "elements in elements": "<html>" + "<div>" * LONG + "а",
    "spans over all rows": "<html><table>" + "<tr><td rowspan=9999>а" * (LONG // 20),
    "cells of one row": "<html><table><tr>" + "<td>а" * (LONG // 5),
    "items of a list": "<html><ol>" + "<li>а" * (LONG // 5),
    "references to one note": "<html><p>а"
    + "<a href='#fn1'>1</a>" * (LONG // 20)
    + f"<div id=fn1>{'а ' * LONG}",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_has_no_end(name: str) -> None:
    """Readers that look back for each sign would not be done with these today."""
    hold("приказ", ENDLESS[name].encode())
