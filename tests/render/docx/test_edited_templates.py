"""Twenty-eight templates as clerks have edited them: each gives its order, or is refused for what it lost.

What they put in stands in the order, what the plan says stands there too, and a loss has its code.
"""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from typing import Any, NamedTuple

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt
from invented import appendix, edited, order
from PIL import Image

from roadmapc.diagnostics.code import Code
from roadmapc.model.act import ActKind
from roadmapc.render.document.view import OrderView
from roadmapc.render.docx import codes
from roadmapc.render.proof.document import proved

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
Change = Callable[[Any], None]


def changed(template: bytes, change: Change) -> bytes:
    """The template with a change that python-docx makes."""
    document = docx.Document(BytesIO(template))
    change(document)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def picture(colour: str) -> BytesIO:
    target = BytesIO()
    Image.new("RGB", (40, 48), colour).save(target, "PNG")
    target.seek(0)
    return target


def paragraph(document: Any, text: str) -> Any:
    """The first paragraph of the body that has a text."""
    return next(each for each in document.paragraphs if text in each.text)


def remove(document: Any, first: str, last: str = "") -> None:
    """Paragraphs from one text to another, both included."""
    start = paragraph(document, first)._p
    doomed = [start]
    while last and last not in "".join(doomed[-1].itertext()):
        doomed.append(doomed[-1].getnext())
    for each in doomed:
        each.getparent().remove(each)


def above_title(document: Any) -> list[Any]:
    title = paragraph(document, "{{ title }}")._p
    return list(title.itersiblings(preceding=True))[::-1]


def in_corner(document: Any, *more: str) -> Any:
    """All that stands above the title, and more of it, in the left cell of a table 85 mm wide."""
    head = above_title(document)
    head += [paragraph(document, text)._p for text in more]
    table = document.add_table(1, 2)
    table.autofit = False
    body = document.element.body
    body.insert(0, table._tbl)
    left, right = table.rows[0].cells
    left.width, right.width = Mm(85), Mm(85)
    for each in head:
        left._tc.append(each)
    left._tc.remove(left._tc.p_lst[0])
    return table


def arms_in_body(document: Any) -> None:
    document.paragraphs[0].insert_paragraph_before().add_run().add_picture(picture("red"), Mm(15))


def arms_in_header(document: Any) -> None:
    header = document.sections[0].first_page_header
    header.paragraphs[0].add_run().add_picture(picture("red"), Mm(15))


def code_in_footer(document: Any) -> None:
    footer = document.sections[0].first_page_footer
    footer.paragraphs[0].add_run().add_picture(picture("black"), Mm(20))


def executor_in_footer(document: Any) -> None:
    remove(document, "{%p for line in executor_mark %}", "{%p endfor %}")
    footer = document.sections[0].first_page_footer
    for text in ("{%p for line in executor_mark %}", "{{ line }}", "{%p endfor %}"):
        footer.add_paragraph(text)


def watermark(document: Any) -> None:
    first = document.paragraphs[0]
    first.insert_paragraph_before("{%p if is_draft %}")
    holder = first.insert_paragraph_before()
    holder._p.append(
        parse_xml(
            f'<w:r {NS}><w:pict><v:shape type="#_x0000_t136" fillcolor="silver"'
            ' style="position:absolute;width:300pt;height:80pt"><v:textpath string="ЧЕРНОВИК"/></v:shape>'
            "</w:pict></w:r>"
        )
    )
    first.insert_paragraph_before("{%p endif %}")


def three_columns(document: Any) -> None:
    table = document.add_table(1, 3)
    document.element.body.insert(0, table._tbl)
    for cell, text in zip(
        table.rows[0].cells, ("Город Образцовск", "", "Үрнәк шәһәре җирле үзидарәсе"), strict=True
    ):
        cell.text = text


def split_runs(document: Any) -> None:
    title = paragraph(document, "{{ title }}")
    run = title.runs[0]
    run.text = "{"
    for text in ("{ ti", "tle", " }", "}"):
        title._p.append(parse_xml(f'<w:proofErr {NS} w:type="spellStart"/>'))
        other = deepcopy(run._r)
        other.t_lst[0].text = text
        title._p.append(other)


def bookmark(document: Any) -> None:
    title = paragraph(document, "{{ title }}")._p
    title.pPr.addnext(parse_xml(f'<w:bookmarkStart {NS} w:id="900" w:name="title"/>'))
    title.append(parse_xml(f'<w:bookmarkEnd {NS} w:id="900"/>'))


def text_box(document: Any) -> None:
    first = document.paragraphs[0]
    first.insert_paragraph_before()._p.append(
        parse_xml(
            f'<w:r {NS}><w:pict><v:shape style="width:200pt;height:40pt"><v:textbox><w:txbxContent><w:p><w:r>'
            "<w:t>Экземпляр № 1, {{ date }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
            "</w:r>"
        )
    )


def registry_line(document: Any) -> None:
    paragraph(document, "{{ title }}").insert_paragraph_before("Зарегистрировано в реестре за № {{ number }}")


def a3(document: Any) -> None:
    document.sections[1].page_width, document.sections[1].page_height = Mm(420), Mm(297)


def shaded_heads(document: Any) -> None:
    style = document.styles["Таблица: шапка"].element
    style.get_or_add_pPr().append(parse_xml(f'<w:shd {NS} w:val="clear" w:fill="DDDDDD"/>'))


def small_type(document: Any) -> None:
    document.styles["Таблица: текст"].font.size = Pt(11)


def retyped(old: str, new: str) -> Change:
    def change(document: Any) -> None:
        run = next(run for each in document.paragraphs for run in each.runs if old in run.text)
        run.text = run.text.replace(old, new)

    return change


def renamed_style(document: Any) -> None:
    document.styles["Подпись"].name = "Подписи"


def upright_appendices(document: Any) -> None:
    section = document.sections[1]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(10)


def counted_from_one(document: Any) -> None:
    margins = document.sections[1]._sectPr.xpath("./w:pgMar")[0]
    margins.addnext(parse_xml(f'<w:pgNumType {NS} w:start="1"/>'))


class Edit(NamedTuple):
    """What a clerk did to the template."""

    change: Change
    codes: frozenset[Code] = frozenset()
    """For which it is refused; none if it gives an order."""
    printed: str = ""
    """What has to stand in the order, as a pattern."""
    subject: OrderView = order()


LOST = frozenset((codes.UNFAITHFUL_TEMPLATE,))
EDITS = {
    "arms in the body": Edit(arms_in_body, printed="<pic:pic"),
    "arms in the header of the first page": Edit(arms_in_header),
    "a code in the footer of the first page": Edit(code_in_footer),
    "the executor in the footer": Edit(
        executor_in_footer,
        subject=replace(order(), executor_mark=("Закладкина Нина Фёдоровна", "8 (000) 0-00")),
    ),
    "a watermark of drafts": Edit(watermark, printed=r"\A(?!.*ЧЕРНОВИК)"),
    "a watermark on a draft": Edit(watermark, printed="ЧЕРНОВИК", subject=replace(order(), is_draft=True)),
    "three columns in two languages": Edit(three_columns, printed="Үрнәк шәһәре җирле үзидарәсе"),
    "runs as Word splits them": Edit(split_runs, printed="Об утверждении Плана"),
    "a bookmark": Edit(bookmark, printed='w:name="title"'),
    "a field in a text box": Edit(text_box, printed="Экземпляр № 1, 18.03.2021"),
    "a line of the registry": Edit(registry_line, printed="Зарегистрировано в реестре за №.168"),
    "sheets of A3": Edit(a3, printed='w:w="23811"'),
    "heads shaded by their style": Edit(shaded_heads),
    "type of tables by their style": Edit(small_type),
    "letters made capital": Edit(
        retyped("{{ title }}", "{{ title | upper }}"), printed="ОБ УТВЕРЖДЕНИИ ПЛАНА"
    ),
    "a condition of two": Edit(retyped("if place", "if place and title")),
    "appendices counted from one": Edit(counted_from_one, printed='<w:pgNumType [^>]*w:start="1"/>'),
    "sheets of appendices turned upright": Edit(upright_appendices, printed='<w:ind w:left="5103"'),
    "a corner whose tab is too far": Edit(in_corner, printed='<w:tab w:pos="4603" w:val="right"/>'),
    "a title in the corner": Edit(
        lambda document: in_corner(document, "{{ title }}"), frozenset((codes.CRAMPED,))
    ),
    "a style renamed": Edit(renamed_style, frozenset((codes.NO_STYLE,))),
    "a field misspelt": Edit(retyped("{{ title }}", "{{ titel }}"), frozenset((codes.UNKNOWN,))),
    "no signature": Edit(lambda document: remove(document, "{{ signature.name }}"), LOST),
    "no title": Edit(lambda document: remove(document, "{{ title }}"), LOST),
    "no date and number": Edit(lambda document: remove(document, "{{ date }}"), LOST),
    "no numbers of clauses": Edit(retyped("{{ clause.number }}\u00a0", ""), LOST),
    "no clauses": Edit(lambda document: remove(document, "for clause in clauses", "endfor"), LOST),
    "another kind typed in": Edit(
        retyped("{{ kind }}", "ПОСТАНОВЛЕНИЕ"), LOST, subject=replace(order(appendix()), kind=ActKind.ORDER)
    ),
}


def test_there_are_twenty_eight() -> None:
    assert len(EDITS) == 28


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edited_template_gives_its_order_or_is_refused(template: bytes, edit: Edit) -> None:
    outcome = proved(edit.subject, changed(template, edit.change), template_name="templates/order.docx")
    assert {each.code for each in outcome.diagnostics} == edit.codes, outcome.diagnostics
    assert (outcome.value is None) == bool(edit.codes)
    if outcome.value is not None:
        xml = docx.Document(BytesIO(outcome.value)).element.xml
        assert re.search(edit.printed, re.sub(r"[\xa0]", " ", xml), re.DOTALL)


@pytest.mark.parametrize(
    "name", ["arms in the header of the first page", "a code in the footer of the first page"]
)
def test_a_picture_of_the_first_page_stays_in_its_margin(template: bytes, name: str) -> None:
    outcome = proved(order(), changed(template, EDITS[name].change))
    assert outcome.value is not None
    section = docx.Document(BytesIO(outcome.value)).sections[0]
    margins = (section.first_page_header, section.first_page_footer)
    assert [len(each._element.findall(f".//{qn('w:drawing')}")) for each in margins].count(1) == 1


def test_words_in_a_footer_are_printed_there(template: bytes) -> None:
    edit = EDITS["the executor in the footer"]
    outcome = proved(edit.subject, changed(template, edit.change))
    assert outcome.value is not None
    footer = docx.Document(BytesIO(outcome.value)).sections[0].first_page_footer
    assert next(each.text for each in footer.paragraphs if each.text) == "Закладкина Нина Фёдоровна"


@pytest.mark.parametrize("name", ["a corner whose tab is too far", "sheets of appendices turned upright"])
def test_nothing_stands_outside_of_the_page(template: bytes, convert: Any, tool: Any, name: str) -> None:
    """As LibreOffice prints it: the number is inside of its cell, the mark is a block of lines."""
    outcome = proved(order(), changed(template, EDITS[name].change))
    assert outcome.value is not None
    printed = tool("pdftotext")("-layout", convert(outcome.value, "pdf"), "-").stdout
    assert "№ 168" in re.sub(r"\s+", " ", printed)
    assert "к приказу директора департамента" in re.sub(r"[ \xa0]+", " ", printed)


def test_saved_by_libreoffice_it_is_the_same_template(template: bytes, convert: Any) -> None:
    outcome = proved(order(), convert(template, "docx").read_bytes())
    assert outcome.diagnostics == ()
    assert edited(template, "{{ title }}", "{{ title }}") == edited(template, "{{ date }}", "{{ date }}")
