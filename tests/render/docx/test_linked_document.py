"""Links of a document and the bookmarks that they lead to, read back by programs of others."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lints import LINTS, parts_of

from roadmapc.pipeline import compile_plan
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.docx.order import render
from roadmapc.text.typography import plain

GOOD = Path(__file__).parents[2] / "plans" / "good"


@pytest.fixture(scope="module")
def view():
    compiled = compile_plan(GOOD / "full.yaml").value
    assert compiled is not None
    return order_view(compiled.plan, compiled.calendar, date(2020, 8, 3))


@pytest.fixture(scope="module")
def document(view, build):
    return docx.Document(BytesIO(build(view)))


def links(document):
    """The words of each link and the words of the paragraph that it leads to."""
    marks = {each.get(qn("w:name")): each for each in document.element.body.iter(qn("w:bookmarkStart"))}
    for link in document.element.body.iter(qn("w:hyperlink")):
        mark = marks[link.get(qn("w:anchor"))]
        (paragraph,) = (
            list(mark.iterancestors(qn("w:p"))) or [mark.xpath("following::*[local-name()='p']")[0]]
        )[:1]
        yield words(link), words(paragraph)


def words(element):
    return plain("".join(text.text or "" for text in element.iter(qn("w:t"))))


def test_words_lead_to_the_sheets_that_they_name(document):
    found = list(links(document))
    assert len(found) >= 2
    assert [said.casefold() for said, _ in found] == [there[: len(said)].casefold() for said, there in found]


def test_clauses_rows_and_appendices_have_bookmarks_of_one_number_each(document):
    marks = list(document.element.body.iter(qn("w:bookmarkStart")))
    names = [mark.get(qn("w:name")) for mark in marks]
    assert {"пункт_4_2", "приложение_1", "приложение_1_раздел_I", "приложение_1_строка_I_1"} <= set(names)
    assert len(names) == len(set(names)) == len({mark.get(qn("w:id")) for mark in marks})
    assert all(len(name) <= 40 for name in names)


def test_the_words_are_those_of_a_document_without_links(view, document, template):
    bare = replace(view, clauses=tuple(clause._replace(links=(), bookmark="") for clause in view.clauses))
    built = render(bare, template).value
    assert built is not None
    other = docx.Document(BytesIO(built))
    assert [each.text for each in document.paragraphs] == [each.text for each in other.paragraphs]


def test_validators_and_lints_find_nothing_to_correct(view, build, tool, tmp_path):
    path = tmp_path / "order.docx"
    path.write_bytes(build(view))
    assert [found for lint in LINTS for found in lint(parts_of(path.read_bytes()))] == []
    tool("ooxml-validator")(path)
    tool("openxml-audit")(path)


def test_libreoffice_makes_links_of_the_pdf(view, document, build, convert):
    """One that is broken over two lines is two."""
    made = convert(build(view), "pdf").read_bytes().count(b"/Subtype/Link")
    wanted = len(list(links(document)))
    assert wanted <= made <= 2 * wanted
