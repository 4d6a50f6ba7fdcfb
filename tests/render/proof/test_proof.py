"""A document that lost a text of its view, or says more than that, is known without its template."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from roadmapc.assets import asset
from roadmapc.outputs import document
from roadmapc.pipeline import compile_unchecked
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.document.view import OrderView
from roadmapc.render.docx.order import render
from roadmapc.render.docx.specimen import SPECIMEN, specimens
from roadmapc.render.formats import DOCX
from roadmapc.render.proof.constants import constants
from roadmapc.render.proof.proof import proof
from roadmapc.source.package import Refusal, stored
from roadmapc.state.wanted import OutputOptions
from roadmapc.wordprocessing.from_package import from_package
from roadmapc.wordprocessing.reading import Reading

ROOT = Path(__file__).parents[3]
PLANS = sorted((ROOT / "roadmaps").glob("*.yaml")) + sorted(
    (ROOT / "tests" / "plans" / "good").glob("*.yaml")
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
TEMPLATE = asset("templates", "order.docx")
with ZipFile(BytesIO(TEMPLATE)) as shipped:
    PARTS = {name: shipped.read(name) for name in shipped.namelist()}

Element = etree._Element
Edit = Callable[[Element], None]


def read(content: bytes) -> Reading:
    reading = from_package(content)
    assert not isinstance(reading, Refusal), reading
    return reading


def lacks(view: OrderView, template: bytes) -> list[str] | None:
    """What a document by a template is found to lack; `None` if there is no document."""
    made = render(view, template)
    if made.value is None:
        return None
    return [each.message for each in proof(view, read(made.value), constants(read(template)))]


def changed(edit: Edit) -> bytes:
    """The shipped template with a change."""
    tree = etree.fromstring(PARTS[MAIN])
    edit(tree)
    return stored({**PARTS, MAIN: etree.tostring(tree)})


def said(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def paragraphs(tree: Element) -> Iterator[Element]:
    """Those that print something."""
    for paragraph in tree.iter(f"{W}p"):
        if said(paragraph) and not said(paragraph).startswith("{#"):
            yield paragraph


def rewrapped(text: str, content: str) -> Edit:
    """Other content in the place of the runs of a paragraph."""

    def edit(tree: Element) -> None:
        paragraph = next(each for each in tree.iter(f"{W}p") if said(each) == text)
        for each in list(paragraph.iterchildren(f"{W}r")):
            paragraph.remove(each)
        paragraph.extend(etree.fromstring(f'<x xmlns:w="{W.strip("{}")}">{content}</x>'))

    return edit


def without(at: int) -> Edit:
    def edit(tree: Element) -> None:
        paragraph = list(paragraphs(tree))[at]
        holder = paragraph.getparent()
        if holder.tag == f"{W}tc":
            etree.SubElement(holder, f"{W}p")
        holder.remove(paragraph)

    return edit


def retyped(old: str, new: str) -> Edit:
    def edit(tree: Element) -> None:
        text = next(text for text in tree.iter(f"{W}t") if old in (text.text or ""))
        text.text = text.text.replace(old, new, 1)

    return edit


HARMLESS = {
    *("Проект", "{{ verb }}:", "Разослать:", "Лист согласования", "Лист ознакомления"),
    "____________ 20__ г.",
    *(
        "{{ act.genitive }} от {{ date }} №\u00a0{{ number }} «{{ title }}»",
        "Должность",
        "Подпись",
        "Дата",
        "Замечание",
    ),
    *("с {{ act.instrumental }} от {{ date }} №\u00a0{{ number }} «{{ title }}»", "Инициалы, фамилия"),
}
"""Paragraphs that repeat what is said elsewhere, or say words of the template that are no requisite."""


@pytest.mark.parametrize("at", range(len(list(paragraphs(etree.fromstring(PARTS[MAIN]))))))
def test_no_paragraph_of_a_template_is_lost_in_silence(at: int) -> None:
    text = said(list(paragraphs(etree.fromstring(PARTS[MAIN])))[at])
    order, *_ = specimens(("sitting", "agreements"), ())
    found = lacks(order, changed(without(at)))
    assert (found == []) == (text in HARMLESS), (text, found)


def test_an_order_by_the_shipped_template_lacks_nothing() -> None:
    assert lacks(SPECIMEN, TEMPLATE) == []


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_documents_of_plans_lack_nothing(path: Path) -> None:
    compiled = compile_unchecked(path).value
    assert compiled is not None
    made = document(compiled, OutputOptions((DOCX,)))
    assert made.value is not None
    view = order_view(compiled.plan, compiled.calendar, compiled.plan.period.first_day)
    template = asset("templates", compiled.surroundings.blank)
    assert proof(view, read(made.value), constants(read(template))) == ()


FAULTS = {
    "a number typed over": (retyped("{{ number }}", "15"), "не печатает: номер «4821»"),
    "numbers of clauses": (retyped("{{ clause.number }}\u00a0", ""), "не печатает: номер: пункт 1 «1.»"),
    "the name of who signs": (
        retyped("{{ signature.name }}", ""),
        "не печатает: подпись, имя «А. Б. Образцова»",
    ),
    "the post of who signs": (retyped("{{ signature.post }}", ""), "не печатает: подпись, должность"),
    "a part of a title": (retyped("{{ title }}", "{{ title|first }}"), "не печатает: заголовок"),
    "another kind of act": (
        retyped("{{ kind }}", "РАСПОРЯЖЕНИЕ"),
        "печатает «РАСПОРЯЖЕНИЕ», а документ – приказ",
    ),
    "the word of another kind": (
        retyped("{{ verb }}", "постановляю"),
        "печатает распорядительное слово «постановляю», а документ – приказ",
    ),
    "the word that commands twice": (retyped("{{ verb }}", "{{ verb }}, {{ verb }}"), "не один раз"),
    "a title twice": (retyped("{{ place }}", "{{ place }} {{ preamble }}"), "печатает то, чего нет в плане"),
}

WRAPPERS = {
    "a filled shape": (
        '<w:r><w:pict><v:rect fillcolor="white" xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r>{}',
        "закрывает листы фигурой",
    ),
    "a title bound to data": (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
        "поле или привязка к данным",
    ),
    **{
        f"a title in a field {name}": (
            f'<w:fldSimple w:instr="{name} a">{{}}</w:fldSimple>',
            "поле или привязка к данным",
        )
        for name in ("REF", "DOCPROPERTY", "SEQ")
    },
    "a title in a link": ('<w:fldSimple w:instr="HYPERLINK \\l a">{}</w:fldSimple>', ""),
    "a line": (
        '<w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r>{}',
        "",
    ),
}
"""What the title of a template is wrapped in, with what is told of it; nothing if it may be."""


@pytest.mark.parametrize("name", WRAPPERS)
def test_words_that_may_be_shown_otherwise_are_told(name: str) -> None:
    wrapper, told = WRAPPERS[name]
    run = '<w:r><w:t xml:space="preserve">{{ title }}</w:t></w:r>'
    found = lacks(SPECIMEN, changed(rewrapped("{{ title }}", wrapper.format(run))))
    assert found is not None
    assert [told in message for message in found] == [True] * bool(told), found


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_template_is_named(name: str) -> None:
    edit, told = FAULTS[name]
    found = lacks(SPECIMEN, changed(edit))
    assert found is not None
    assert any(told in message for message in found), found


ALLOWED = {
    "capital letters": retyped("{{ title }}", "{{ title|upper }}"),
    "a title repeated": retyped("Разослать:", "Разослать «{{ title }}»:"),
    "a part of the date": retyped("Разослать:", "{{ date[6:] }} год. Разослать:"),
    "a number of appendices": retyped("Разослать:", "Приложений: {{ appendices|length }}. Разослать:"),
    "other constant words": retyped("Разослать:", "Список рассылки приказа:"),
    "words by a condition": retyped("Разослать:", "{{ 'Черновик' if is_draft else 'Подлинник' }} разослать:"),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_a_clerk_may_change_is_no_fault(name: str) -> None:
    assert lacks(SPECIMEN, changed(ALLOWED[name])) == []


def test_a_tag_in_a_note_is_left_unfilled() -> None:
    made = render(SPECIMEN, TEMPLATE)
    assert made.value is not None
    with ZipFile(BytesIO(made.value)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(
        b"</w:hdr>", b"<w:p><w:r><w:t>{{ date }}</w:t></w:r></w:p></w:hdr>"
    )
    found = [each.message for each in proof(SPECIMEN, read(stored(parts)), constants(read(TEMPLATE)))]
    assert "оставляет незаполненным «{{ date }}»" in found


def test_a_clause_of_another_order_is_found() -> None:
    other = replace(
        SPECIMEN, clauses=(*SPECIMEN.clauses[:1], SPECIMEN.clauses[1]._replace(text="Уволить всех."))
    )
    made = render(other, TEMPLATE)
    assert made.value is not None
    found = [each.message for each in proof(SPECIMEN, read(made.value), constants(read(TEMPLATE)))]
    assert "печатает то, чего нет в плане: «1. Уволить всех.»" in found
