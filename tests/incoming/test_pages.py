"""Pages of HTML: of word processors, of legal databases, of sites."""

import pytest
from arrived import arrived, told

from roadmapc.incoming.blocks import Alignment, Paragraph

SHAPES = {
    "paragraphs and breaks": ("<p>один<br>два<p>три", ["один⏎два", "три"]),
    "spaces of the source": ("<p>  план \n\t на  <b> год </b> </p>", ["план на год"]),
    "a tab between words": ("<p>12.05.2021\t№ 15</p>", ["12.05.2021→№ 15"]),
    "text outside of paragraphs": ("до<div>внутри</div>после", ["до", "внутри", "после"]),
    "preformatted": ("<pre>один\n  два</pre>", ["один⏎два"]),
    "lists": (
        "<ol><li>первый<li>второй<ul><li>внутри</ul></ol><ol start=5 type=a><li>пятый</ol>",
        ["1. первый", "2. второй", "– внутри", "e. пятый"],
    ),
    "a paragraph in an item": ("<ol><li><p>первый</p><p>ещё</p></li></ol>", ["1. первый", "ещё"]),
    "marks of Word": (
        "<p><span style='mso-list:Ignore'>1.1.<span>&nbsp; </span></span>Утвердить</p>",
        ["1.1. Утвердить"],
    ),
    "spans of cells": (
        (
            "<table border=1><thead><tr><th rowspan=2>№<th colspan=2>Срок<tr><th>с<th>по</thead>"
            "<tr><td>1<td>май<td>июнь<tr><td colspan=3>Раздел</table>"
        ),
        ["таблица 1:", "= №{2×1} = Срок{1×2}", "= с = по", "| 1 | май | июнь", "| Раздел{1×3}"],
    ),
    "rows that are reached from above": (
        "<table border=1><tr><td rowspan=3>а<td>б<td rowspan=2>в<tr><td>г<tr><td>д<td>е</table>",
        ["таблица 1:", "| а{3×1} | б | в{2×1}", "| г", "| д | е"],
    ),
    "a span of more than there is": (
        "<table border=1><tr><td colspan=99 rowspan=99>а<tr><td>б</table>",
        ["таблица 1:", "| а{2×1}", "| б"],
    ),
    "columns that nobody begins": (
        "<table border=1><tr><td colspan=3>а<td colspan=2>б<tr><td colspan=3>в<td colspan=2>г</table>",
        ["таблица 1:", "| а | б", "| в | г"],
    ),
    "heads of headings": (
        "<table border=1><tr><th>№<th>Срок<tr><td>1<td>май</table>",
        ["таблица 1:", "= № = Срок", "| 1 | май"],
    ),
    "lines of a style": (
        "<style>td.d{border:solid 1px}</style><table><tr><td class=d>а<td>б</table>",
        ["таблица 1:", "| а | б"],
    ),
    "no lines": ("<table border=0><tr><td>а<td>б</table>", ["таблица 1 без линий:", "| а | б"]),
    "a page in a table": (
        "<table><tr><td>Меню<td><p>ПРИКАЗ</p><table border=1><tr><td>1<td>2</table></table>",
        ["Меню", "ПРИКАЗ", "таблица 1:", "| 1 | 2"],
    ),
    "a table in a table": (
        "<table border=1><tr><td>а<td>б<table border=1><tr><td>в<td>г</table></table>",
        ["таблица 1:", "| а | б", "таблица 2:", "| в | г"],
    ),
    "a caption": (
        "<table border=1><caption>План</caption><tr><td>1<td>2</table>",
        ["План", "таблица 1:", "| 1 | 2"],
    ),
    "a paragraph of several in a cell": (
        "<table border=1><tr><td><p>а</p><p>б</p><td><ul><li>в</ul></table>",
        ["таблица 1:", "| а¶б | – в"],
    ),
    "what no browser shows": (
        "<title>Т</title><script>х</script><!-- ц --><p>видно<span style='display:none'>нет</span></p>",
        ["видно", "(hidden) скрыто, абзац 1: нет"],
    ),
    "words that are deleted": (
        "<p>до <del>мая</del><ins>июня</ins></p>",
        ["до июня", "(deleted) удалено, абзац 1: мая"],
    ),
    "a note of Word": (
        (
            "<p>текст<a href='#_ftn1' name='_ftnref1'>[1]</a></p>"
            "<div style='mso-element:footnote' id='ftn1'><p><a href='#_ftnref1'>[1]</a> Сноска.</p></div>"
        ),
        ["текст", "(footnote) сноска 1: Сноска."],
    ),
    "a note of LibreOffice": (
        (
            "<p>текст<a class='sdfootnoteanc' href='#sdfootnote1sym'><sup>1</sup></a></p>"
            "<div id='sdfootnote1'><p><a class='sdfootnotesym' href='#sdfootnote1anc'>1</a> Сноска.</p></div>"
        ),
        ["текст", "(footnote) сноска 1: Сноска."],
    ),
    "a note that nothing refers to": (
        "<p>текст</p><div id='ftn1'>Сноска</div>",
        ["текст", "(footnote) сноска 1: Сноска"],
    ),
    "a running head of LibreOffice": (
        "<div title='header'><p>Проект</p></div><p>текст</p>",
        ["текст", "(running_head) верхний колонтитул: Проект"],
    ),
    "signs by name": (
        "<p>&laquo;План&raquo;&nbsp;&mdash; &#1087;&#x043b;&#1072;&#1085;</p>",
        ["«План» — план"],
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape(name: str) -> None:
    page, lines = SHAPES[name]
    assert told(arrived(f"<html><body>{page}</body></html>".encode(), "приказ.html")) == lines


STYLES = "<style>p.c, .m {text-align: center} p {text-align: justify} .b {font-weight: 700}</style>"
LOOKS = {
    "<p>а</p>": (Alignment.JUSTIFIED, 0, False),
    "<p class=c>а</p>": (Alignment.CENTRE, 0, False),
    "<p align=right>а</p>": (Alignment.RIGHT, 0, False),
    "<p align=right style='text-align:center'>а</p>": (Alignment.CENTRE, 0, False),
    "<center>а</center>": (Alignment.CENTRE, 0, False),
    "<p style='margin-left:8cm'>а</p>": (Alignment.JUSTIFIED, 80, False),
    "<p style='text-indent:1in'><b>а</b> <strong>б</strong></p>": (Alignment.JUSTIFIED, 25.4, True),
    "<p class=b>а</p>": (Alignment.JUSTIFIED, 0, True),
    "<p><b>а</b> б</p>": (Alignment.JUSTIFIED, 0, False),
    "<h1 class=m>а</h1>": (Alignment.CENTRE, 0, True),
}


@pytest.mark.parametrize("element", LOOKS)
def test_how_a_paragraph_stands(element: str) -> None:
    (found,) = arrived(f"<html>{STYLES}{element}</html>".encode(), "приказ.html").blocks
    assert isinstance(found, Paragraph)
    assert (found.alignment, found.indent, found.is_bold) == LOOKS[element]


def test_a_page_begins() -> None:
    page = "<html><p>а</p><br clear=all style='page-break-before:always'><p>б</p></html>"
    first, second = arrived(page.encode(), "приказ.html").blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.begins_page, second.begins_page) == (False, True)


def test_a_page_saved_with_its_parts() -> None:
    page = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=XX\r\n\r\n--XX\r\n"
        "Content-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><p>=CF=F0=E8=EA=E0=E7</p></html>\r\n--XX--\r\n"
    )
    assert arrived(page.encode(), "приказ.mht").text == "Приказ"
