"""Pictures and footnotes of a document, read back by programs of others."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from invented import edited, order
from lints import LINTS, parts_of
from lxml import etree

from roadmapc.pipeline import compile_plan
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.document.view import AppendixView, PictureView
from roadmapc.render.docx.order import render
from roadmapc.source.image import Image, ImageKind
from roadmapc.text.typography import plain

GOOD = Path(__file__).parents[2] / "plans" / "good"
CHAIN, YARD = ((GOOD / "pictures" / name).read_bytes() for name in ("chain.png", "yard.jpg"))
MILLIMETRE = 36_000
SIZES = {
    "its own": ((900, 300, 150, 150), (152.4, 50.8)),
    "of a screen without resolution": ((192, 96, 0, 0), (50.8, 25.4)),
    "wider than the page": ((3000, 300, 96, 96), (170, 17)),
    "taller than the page": ((300, 9000, 96, 96), (7.3, 218.5)),
    "of two resolutions": ((600, 600, 300, 150), (50.8, 101.6)),
    "of one inch a dot": ((9, 3, 1, 1), (170, 56.7)),
}
"""Width, height in dots, dots in an inch across and down; what is printed, in millimetres."""


@pytest.fixture(scope="module")
def view():
    compiled = compile_plan(GOOD / "illustrated.yaml").value
    assert compiled is not None
    return order_view(compiled.plan, compiled.calendar, date(2021, 2, 3))


@pytest.fixture(scope="module")
def document(view, build):
    return docx.Document(BytesIO(build(view)))


def shown(document):
    """The bytes of each picture, in the order of printing."""
    blips = document.element.body.iter(qn("a:blip"))
    return [document.part.related_parts[blip.get(qn("r:embed"))].blob for blip in blips]


def styled(document, name):
    return [plain(each.text) for each in document.paragraphs if each.style.name == name]


def test_pictures_are_the_files_themselves_each_kept_once(document, view, build):
    assert shown(document) == [CHAIN, YARD, YARD, CHAIN]
    names = [name for name in ZipFile(BytesIO(build(view))).namelist() if "media" in name]
    assert len(names) == 2


def test_captions_are_numbered_and_stand_on_the_page_of_their_pictures(document):
    assert styled(document, "Приложение: подпись к рисунку") == [
        "Рисунок 1 - Цепочка оповещения",
        "Рисунок 2 - Флажки",
        "Рисунок 3 - Место сбора",
    ]
    pictures = [each for each in document.paragraphs if each.style.name == "Приложение: рисунок"]
    assert [bool(each.paragraph_format.keep_with_next) for each in pictures] == [True, True, True, False]


def test_descriptions_are_read_aloud_and_numbers_of_drawings_are_one_to_a_document(document):
    properties = list(document.element.body.iter(qn("wp:docPr")))
    assert [each.get("descr") for each in properties] == [
        "Управление звонит школам, школы – родителям",
        "Флажки у входа",
        "Двор школы, флажком отмечен вход",
        "Та же цепочка без подписи",
    ]
    assert len({each.get("id") for each in properties}) == 4


@pytest.mark.parametrize(("size", "printed"), SIZES.values(), ids=SIZES)
def test_a_picture_is_as_large_as_it_was_saved_and_fits_the_page(size, printed, opened):
    picture = PictureView(Image(ImageKind.PNG, CHAIN, *size), "", "Схема")
    found = opened(order(AppendixView(("Приложение",), "Схема", (picture,))))
    extent = next(found.element.body.iter(qn("wp:extent")))
    assert [int(extent.get(side)) / MILLIMETRE for side in ("cx", "cy")] == pytest.approx(printed, abs=0.1)


def test_footnotes_are_those_of_word(document):
    (part,) = (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/footnotes"))
    notes = {note.get(qn("w:id")): "".join(note.itertext()).strip() for note in etree.fromstring(part.blob)}
    referred = [each.get(qn("w:id")) for each in document.element.body.iter(qn("w:footnoteReference"))]
    assert [notes[each] for each in referred] == [
        "Дежурный по графику, утверждённому начальником.",
        "В любое время суток.",
        "Весной и осенью.",
    ]


def test_the_style_of_a_picture_is_found_by_its_name(view, template):
    name = "Приложение: рисунок"
    own = edited(template, 'w:styleId="Picture"', 'w:styleId="Own"', part="word/styles.xml")
    built = render(view, own).value
    assert built is not None
    found = docx.Document(BytesIO(built))
    assert [style.style_id for style in found.styles if style.name == name] == ["Own"]
    assert len(styled(found, name)) == 4


@pytest.mark.parametrize("name", ["Приложение: рисунок", "footnote reference"])
def test_a_template_made_before_a_style_gets_it(view, template, name):
    former = edited(template, f'w:val="{name}"', 'w:val="Своё"', part="word/styles.xml")
    built = render(view, former).value
    assert built is not None
    styles = docx.Document(BytesIO(built)).styles
    ids = [style.style_id for style in styles if style.name == name]
    assert len(ids) == 1
    assert f'w:val="{ids[0]}"' in parts_of(built)["word/document.xml"].decode()


def test_footnotes_of_the_template_stay(view, template, build):
    own = parts_of(build(view))["word/footnotes.xml"].replace(b"103", b"7")
    form = docx.Document(BytesIO(template))
    part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, own, form.part.package)
    form.part.relate_to(part, RT.FOOTNOTES)
    saved = BytesIO()
    form.save(saved)
    built = render(view, saved.getvalue()).value
    assert built is not None
    found = parts_of(built)["word/footnotes.xml"].decode()
    assert 'w:id="7"' in found
    assert found.count("Весной и осенью.") == 2


def test_validators_and_lints_find_nothing_to_correct(view, build, tool, tmp_path):
    path = tmp_path / "order.docx"
    path.write_bytes(build(view))
    assert [found for lint in LINTS for found in lint(parts_of(path.read_bytes()))] == []
    tool("ooxml-validator")(path)
    tool("openxml-audit")(path)


def test_two_builds_give_the_same_bytes(view, template):
    assert render(view, template).value == render(view, template).value


def test_libreoffice_prints_them(view, build, convert, tool):
    pdf = convert(build(view), "pdf")
    images = tool("pdfimages")("-list", pdf).stdout.splitlines()[2:]
    assert len(images) >= 4
    printed = tool("pdftotext")("-layout", pdf, "-").stdout
    for words in ("Рисунок 1 – Цепочка оповещения", "Весной и осенью.", "Школы – родители"):
        assert words in " ".join(printed.split()).replace("\u00a0", " ")
