"""Templates as clerks leave them: edited elsewhere, misspelt, torn."""

from dataclasses import fields
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from invented import edited, order, rich

from roadmapc.render.docx import codes
from roadmapc.render.docx.fields import OrderFields
from roadmapc.render.docx.order import render


def said(template: bytes):
    """What is said of a template, each as its code, the words at its place, and its hints."""
    outcome = render(order(), template, template_name="templates/order.docx")
    assert outcome.value is None
    return [
        (found.code, found.place and found.place.file.text[slice(*found.place.span)], found.hints)
        for found in outcome.diagnostics
    ]


@pytest.mark.parametrize(
    ("old", "new", "field", "meant"),
    [
        ("{{ title }}", "{{ titel }}", "titel", "title"),
        ("{{ clause.text }}", "{{ clause.tekst }}", "tekst", "text"),
        ("{{ signature.name }}", "{{ signature.nmae }}", "nmae", "name"),
        ("{{ appendix.mark }}", "{{ appendix.mark.liens }} {{ appendix.mrak }}", "mrak", "mark"),
        ("in clauses %}", "in clause %}", "clause", "clauses"),
    ],
)
def test_a_misspelt_field_is_named_with_the_nearest_one(template, old, new, field, meant):
    found = said(edited(template, old, new))
    assert {code for code, _, _ in found} == {codes.UNKNOWN}
    assert (field, (f"возможно, вы имели в виду «{meant}»",)) in [(words, hints) for _, words, hints in found]


def test_a_field_unlike_any_other_is_told_which_there_are(template):
    ((code, words, hints),) = said(edited(template, "{{ date }}", "{{ qqq }}"))
    assert (code, words) == (codes.UNKNOWN, "qqq")
    assert sorted(field.name for field in fields(OrderFields)) == hints[0].rpartition(": ")[2].split(", ")


def test_every_misspelt_field_is_told_at_once_even_where_nothing_is_printed(template):
    # The order has no place, so the paragraph is never filled.
    broken = edited(edited(template, "{{ place }}", "{{ plase }}"), "{{ title }}", "{{ titel }}")
    assert [words for _, words, _ in said(broken)] == ["plase", "titel"]


def test_the_diagnostic_names_template_paragraph_and_field(template):
    broken = edited(template, "№\u00a0{{ number }}", "рег. № {{ nomer }}")
    (found,) = render(order(), broken, template_name="templates/order.docx").diagnostics
    assert found.message == "поля «nomer» в шаблоне «templates/order.docx» нет"
    line = found.place.file.position(found.place.span.start).line
    assert found.place.file.line(line) == "{{ date }}рег. № {{ nomer }}"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{{ title }}", "{{ title", "{{ title"),
        ("{{ title }}", "{{ title + }}", "{{ title + }}"),
        ("{%p for line in head %}", "", "{%p endfor %}"),
    ],
)
def test_a_placeholder_that_cannot_be_read_is_shown(template, old, new, words):
    ((code, found, _),) = said(edited(template, old, new))
    assert (code, found) == (codes.BROKEN, words)


def test_a_loop_without_its_end_is_noticed(template):
    xml = "{%p for line in head %}"
    ((code, _, hints),) = said(edited(template, xml, xml + "</w:t></w:r></w:p><w:p><w:r><w:t>" + xml))
    assert code is codes.BROKEN
    assert "{%p endfor %}" in hints[0]


@pytest.mark.parametrize(
    "expression",
    [
        "title.join(5)",
        "title | нет_такого",
        "title | replace('', title)",
        "title * 1000000",
        "1 // 0",
        "''.__class__",
        "self._TemplateReference__context",
        "lipsum(n=1000000)",
        " ".join(["not"] * 50) + " title",
    ],
)
def test_a_template_prints_and_does_not_compute(template, expression):
    tag = "{{ " + expression + " }}"
    ((code, words, hints),) = said(edited(template, "{{ title }}", tag))
    assert (code, words) == (codes.ACTION, tag)
    assert "upper" in hints[0]


@pytest.mark.parametrize(
    "tag",
    [
        "{% for a in range(9) %}{% endfor %}",
        "{% for a in clauses %}{% for b in clauses %}{% endfor %}{% endfor %}",
        "{%for a in clauses%}{%for b in a.text%}{%for c in a.text%}{%endfor%}{%endfor%}{%endfor%}",
        "{% for a in [[[1]]] %}{% endfor %}",
        "{% set a = title %}",
        "{% macro a() %}{% endmacro %}",
        "{% include 'order.docx' %}",
        "{{ title }}" * 3000,
        "{% if title %}" * 30 + "{% endif %}" * 30,
        "{{ " + "(" * 5000 + "title" + ")" * 5000 + " }}",
        "{{ " + "9" * 5000 + " }}",
    ],
)
def test_a_template_repeats_no_more_than_the_order_has(template, tag):
    ((code, _, _),) = said(edited(template, "{{ title }}", tag))
    assert code is codes.ACTION


@pytest.mark.parametrize("word", ["clauze", "Clause", "clаuse"], ids=["misspelt", "capital", "look-alike"])
def test_a_kind_of_clause_that_is_none_is_told(template, word):
    ((code, _, hints),) = said(edited(template, "'clause'", f"'{word}'"))
    assert code is codes.UNKNOWN
    assert "clause" in hints[0]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ title | upper }}",
        "{{ place | default('город') }}",
        "{{ 'проект' if is_draft else title[:40] }}",
        "{% for a in appendices %}{% for b in a.mark %}{{ loop.index }} {{ b }}{% endfor %}{% endfor %}",
        "{% if clauses | length and not is_draft or head[0] == 'ПРИКАЗ' %}{{ title }}{% endif %}",
        "{% for line in head if line %}{{ line ~ ', ' }}{% else %}{{ title }}{% endfor %}",
    ],
)
def test_printing_repeating_and_choosing_are_allowed(template, tag):
    assert render(order(), edited(template, "{{ title }}", tag)).value is not None


@pytest.mark.parametrize("field", ["appendix.mark.x.y", "title[0].x", "clauses[0][0][0]"])
def test_a_value_that_cannot_be_had_is_told(template, field):
    ((code, _, _),) = said(edited(template, "{{ title }}", "{{ " + field + " }}"))
    assert code in {codes.BROKEN, codes.UNKNOWN}


def test_what_stands_in_no_paragraph_computes_no_more(template):
    unseen = '{{ title }}</w:t></w:r><w:r w:rsidR="{{ 7 * 7 }}"><w:t>'
    ((code, place, _),) = said(edited(template, "{{ title }}", unseen))
    assert (code, place) == (codes.ACTION, None)


def test_a_tag_split_over_runs_with_curly_quotes_is_read_as_typed(template):
    split = "{{ </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>title }}{{ “” }}"
    assert render(order(), edited(template, "{{ title }}", split)).value is not None


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 torn", b"\xd0\xcf\x11\xe0 an old .doc"])
def test_a_file_that_is_no_document_is_told_as_such(content):
    ((code, _, _),) = said(content)
    assert code is codes.UNREADABLE


def test_a_torn_document_is_told_as_such(template):
    for cut in range(0, len(template), 400):
        assert {code for code, _, _ in said(template[:cut])} == {codes.UNREADABLE}


@pytest.mark.parametrize("name", ["Таблица: текст", "Таблица: раздел", "Подпись"])
def test_a_style_the_table_needs_may_not_be_renamed(template, name):
    renamed = edited(template, f'w:val="{name}"', f'w:val="{name}!"', part="word/styles.xml")
    ((code, _, hints),) = said(renamed)
    assert code is codes.NO_STYLE
    assert f"«{name}!»" in hints[0]


@pytest.mark.parametrize("number", [3, 4, 5])
def test_a_style_of_a_list_may_not_lose_its_numbering(template, number):
    numbering = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'
    ((code, _, _),) = said(edited(template, numbering, "", part="word/styles.xml"))
    assert code is codes.NO_STYLE


@pytest.mark.parametrize(
    "place",
    [
        "",
        "Содержание: {{ appendix.content }}",
        "{{ appendix.content }}</w:t></w:r></w:p><w:p><w:r><w:t>{{ appendix.content }}",
    ],
)
def test_the_content_needs_one_paragraph_of_its_own(template, place):
    ((code, _, _),) = said(edited(template, "{{ appendix.content }}", place))
    assert code is codes.NO_CONTENT_PLACE


def test_an_order_is_made_also_while_somebody_holds_what_docxtpl_parsed(build, monkeypatch):
    made, held, map_tree = build(rich()), [], DocxTemplate.map_tree

    def holding(form, tree):
        held.append(tree)
        map_tree(form, tree)

    monkeypatch.setattr(DocxTemplate, "map_tree", holding)
    assert build(rich()) == made
    assert held


@pytest.fixture(scope="module")
def saved(template, convert):
    """The template after a clerk changed its font, moved the date and saved it in LibreOffice."""
    font = edited(template, "Times New Roman", "Liberation Sans", part="word/styles.xml")
    font = edited(font, 'w:hAnsi="Times New Roman"', 'w:hAnsi="Liberation Sans"', part="word/styles.xml")
    moved = edited(edited(font, "{{ date }}", ""), "{{ kind }}", "{{ kind }} от {{ date }}")
    content = convert(moved, "docx").read_bytes()
    assert content != moved
    return content


@pytest.fixture(scope="module")
def rebuilt(saved):
    outcome = render(rich(), saved)
    assert outcome.diagnostics == ()
    return docx.Document(BytesIO(outcome.value))


def test_what_a_clerk_changed_in_libreoffice_is_in_the_order(rebuilt):
    texts = [paragraph.text for paragraph in rebuilt.paragraphs]
    assert f"ПРИКАЗ от {rich().date}" in texts
    assert rebuilt.styles["Normal"].font.name == "Liberation Sans"


def test_what_libreoffice_loses_or_moves_is_put_right(rebuilt, opened):
    made = opened(rich())
    assert [section.orientation for section in rebuilt.sections] == [
        section.orientation for section in made.sections
    ]
    assert [section.page_width for section in rebuilt.sections] == [
        section.page_width for section in made.sections
    ]
    assert rebuilt.sections[0].different_first_page_header_footer
    assert not rebuilt.sections[1].different_first_page_header_footer
    frames = [p.style.name for p in rebuilt.paragraphs if p._p.pPr.find(qn("w:framePr")) is not None]
    assert frames == ["Отметка об исполнителе"] * 2 + ["Рассылка"] * 3


def test_the_words_and_the_styles_of_cells_are_the_same_as_without_libreoffice(rebuilt, opened):
    def cells(document):
        return [
            [[(p.style.name, p.text) for p in cell.paragraphs] for row in table.rows for cell in row.cells]
            for table in document.tables
        ]

    assert cells(rebuilt) == cells(opened(rich()))
