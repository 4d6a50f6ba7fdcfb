"""Templates of Word that somebody spoilt: an order, or a diagnostic of the template, never an exception."""

import os
from io import BytesIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.assets import asset
from roadmapc.catalogue import codes_of
from roadmapc.render.docx import codes
from roadmapc.render.docx.order import render
from roadmapc.render.docx.specimen import SPECIMEN
from roadmapc.source.package import stored

INPUTS = max(100, int(os.environ.get("ROADMAPC_FUZZ", "200")) // 10)
"""Of each kind; fewer than plans, for a template takes ten times as long."""
with ZipFile(BytesIO(asset("templates", "order.docx"))) as shipped:
    PARTS = {name: shipped.read(name) for name in shipped.namelist()}
PIECES = {name: content.replace(b">", b">\0").split(b"\0") for name, content in PARTS.items()}
"""Each part as tags with the text before them."""
TAGS = (
    *("{{ title }}", "{{ titel }}", "{{ title", "{%p for line in head %}", "{%p endfor %}", "{% if", "{#"),
    *("{{ 7 * 7 }}", "{%tr for a in approval %}", "{{ clauses[0].text | upper }}", "{% vm %}", "{% hm %}"),
    *("{% colspan 2 %}", "{% cellbg title %}", "{{r title }}", "{%- if title -%}", "{_{", "\ue000", "&#7;"),
)
XML = (
    *("<w:p/>", "<w:tbl/>", "<w:tr/>", "<w:tc/>", "<w:sectPr/>", "<w:sdt/>", "<w:pPr/>", "<w:r><w:t/></w:r>"),
    *("<w:t>", "</w:t>", "</w:p>", "<w:p>", "</w:body>", "<!--", "<x/>", "<w:numPr/>", "<w:pStyle/>"),
)
ATTRIBUTES = (
    "",
    'w:val=""',
    'w:val="-1"',
    'w:w="x"',
    'w:val="1e9"',
    'r:id="rId99"',
    'Target="x"',
    'w:val="а"',
)


CHANGES = st.one_of(
    st.tuples(st.just("drop"), st.just("")),
    st.tuples(st.just("double"), st.just("")),
    st.tuples(st.just("add"), st.sampled_from((*TAGS, *XML))),
    st.tuples(st.just("attributes"), st.sampled_from(ATTRIBUTES)),
    st.tuples(st.just("lose"), st.just("")),
)
NAMES = st.just("word/document.xml") | st.sampled_from(sorted(PIECES))
EDITS = st.lists(st.tuples(NAMES, st.integers(0, 2000), CHANGES), min_size=1, max_size=6)


def spoilt(edits: list[tuple[str, int, tuple[str, str]]]) -> bytes:
    """The shipped template with tags lost, doubled and changed, in any of its parts."""
    pieces = {name: list(found) for name, found in PIECES.items()}
    for name, at, (kind, text) in edits:
        part = pieces[name]
        part[at % len(part)] = _spoilt(part[at % len(part)], kind, text.encode())
    lost = {name for name, at, (kind, _) in edits if kind == "lose" and at < 200}
    return stored({name: b"".join(part) for name, part in pieces.items() if name not in lost})


def _spoilt(piece: bytes, kind: str, text: bytes) -> bytes:
    if kind == "drop":
        return b""
    if kind == "double":
        return piece * 2
    if kind == "add":
        return piece + text
    head, space, _ = piece.partition(b" ")
    return head + b" " + text + b"/>" if space and kind == "attributes" else piece


@settings(max_examples=INPUTS, deadline=None, database=None)
@given(edits=EDITS)
def test_a_template_that_somebody_spoilt(edits):
    outcome = render(SPECIMEN, spoilt(edits))
    assert {one.code for one in outcome.diagnostics} <= set(codes_of(codes))
    assert outcome.value is not None or outcome.diagnostics
    if outcome.value is not None:
        assert ZipFile(BytesIO(outcome.value)).testzip() is None


@settings(max_examples=INPUTS, deadline=None, database=None)
@given(data=st.data())
def test_a_file_of_a_template_that_was_damaged(data):
    """Cut short, or with some of its bytes changed."""
    whole = asset("templates", "order.docx")
    content = bytearray(whole[: data.draw(st.integers(0, len(whole)))] if data.draw(st.booleans()) else whole)
    for at in data.draw(st.lists(st.integers(0, len(whole)), max_size=8)):
        content[at : at + 1] = data.draw(st.binary(max_size=2))
    outcome = render(SPECIMEN, bytes(content))
    assert outcome.value is not None or outcome.diagnostics
