"""Values of a profile over those of a template, and its words in requisites."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from invented import edited, order, rich

from roadmapc.model.from_tree.profile import SHIPPED, read_profile, shipped_profile
from roadmapc.model.profile import Layout, Margins, Verb
from roadmapc.pipeline import compile_plan
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.docx.order import render
from roadmapc.schema.validate import validate
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_yaml import from_yaml

ROOT = Path(__file__).parents[3]
PROFILES = ROOT / "compiler" / "roadmapc" / "model" / "profiles"
SIDES = ("left", "right", "top", "bottom")
STATED = Layout(
    page=Margins(left=25, right=15, top=22, header=12),
    wide_page=Margins(bottom=30),
    font="Liberation Serif",
    size=13,
    line_spacing=1.5,
    indent=15,
    table_size=10,
    verb=Verb.CAPITALS,
    hyphenation=False,
    hyphenation_zone=5,
)


@pytest.fixture(scope="module")
def styled(template):
    def built(layout: Layout):
        return docx.Document(BytesIO(render(rich(), template, layout=layout).value))

    return built


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_has_the_shape_of_its_schema(name):
    file = SourceFile(name, (PROFILES / f"{name}.yaml").read_text("utf-8"))
    assert validate(file, from_yaml(file).value, "profile").diagnostics == ()
    assert shipped_profile(name).name == name


def test_the_default_profile_changes_nothing_of_the_template():
    assert shipped_profile("gost-2025").layout == Layout()


def test_the_former_standard_had_shorter_lines():
    assert shipped_profile("gost-2016").layout == Layout(requisite_width=75)
    assert shipped_profile("gost-2016").policy == shipped_profile("gost-2025").policy


def test_a_file_changes_only_what_it_names():
    text = "name: ours\nbased_on: gost-2016\nlayout: {page: {left: 25}}\ndeadlines: {convention: next}\n"
    found = read_profile(from_yaml(SourceFile("ours.yaml", text)).value)
    base = shipped_profile("gost-2016")
    assert found.layout == replace(base.layout, page=Margins(left=25))
    assert found.policy == replace(base.policy, convention=found.policy.convention)
    assert (found.policy.convention, base.policy.convention) == ("next", "previous")


def test_stated_margins_go_over_the_template_s_and_others_stay(styled):
    sides = {
        (section.orientation, *(round(getattr(section, f"{side}_margin").mm) for side in SIDES))
        for section in styled(STATED).sections
    }
    assert sides == {(WD_ORIENT.PORTRAIT, 25, 15, 22, 20), (WD_ORIENT.LANDSCAPE, 20, 10, 30, 30)}
    first, *_, across, _ = styled(STATED).sections
    assert [round(section.header_distance.mm) for section in (first, across)] == [12, 10]


def test_the_name_in_the_signature_goes_with_the_right_margin(styled):
    found = styled(replace(STATED, page=Margins(right=20)))
    (stop,) = found.styles["Подпись"].paragraph_format.tab_stops
    assert round(stop.position.mm) == 210 - 30 - 20


def test_stated_type_goes_over_the_template_s(styled):
    styles = styled(STATED).styles
    assert styles["Normal"].font.name == "Liberation Serif"
    assert styles["Normal"].element.rPr.rFonts.get(qn("w:cs")) == "Liberation Serif"
    assert styles["Normal"].font.size == Pt(13)
    assert styles["Таблица: текст"].font.size == Pt(10)
    text = styles["Текст приказа"].paragraph_format
    assert (text.line_spacing, round(text.first_line_indent.mm)) == (1.5, 15)
    assert styles["Приказываю"].font.all_caps


def test_hyphens_are_a_matter_of_the_profile(styled, template):
    def stated(settings) -> dict[str, str | None]:
        names = ("autoHyphenation", "hyphenationZone")
        return {name: found.get(qn("w:val")) for name in names for found in settings.iter(qn(f"w:{name}"))}

    assert stated(styled(Layout()).settings.element) == {"autoHyphenation": None, "hyphenationZone": "170"}
    assert stated(styled(STATED).settings.element) == {"autoHyphenation": "0", "hyphenationZone": "283"}
    silent = edited(template, "<w:autoHyphenation/>", "", part="word/settings.xml")
    made = docx.Document(BytesIO(render(order(), silent, layout=STATED).value)).settings.element
    order_of = [child.tag for child in made]
    assert order_of.index(qn("w:defaultTabStop")) + 1 == order_of.index(qn("w:autoHyphenation"))


def test_only_the_text_is_hyphenated(styled):
    styles = styled(Layout()).styles

    def is_hyphenated(style) -> bool:
        while style is not None:
            for stated in style.element.xpath("./w:pPr/w:suppressAutoHyphens"):
                return stated.get(qn("w:val")) == "0"
            style = style.base_style
        return True

    text = {
        "Текст приказа",
        "Пункт",
        "Подпункт",
        "Продолжение пункта",
        "Пометка редакции",
        "Приложение: текст",
        "footnote text",
    }
    text |= {"Перечень через тире", "Перечень с номерами", "Приложение: тире", "Приложение: номера"}
    assert {each.name for each in styles if each.type == 1 and is_hyphenated(each)} == text


def test_lists_are_indented_like_the_text(styled):
    levels = styled(STATED).part.numbering_part.element.iter(qn("w:ind"))
    indents = {int(level.get(qn("w:firstLine"))) for level in levels}
    assert indents == {0, round(Mm(15) / Mm(25.4) * 1440)}


def test_columns_are_measured_for_the_size_of_type(styled):
    def number(layout):
        return int(styled(layout).tables[0]._tbl.tblGrid.gridCol_lst[0].get(qn("w:w")))

    assert number(STATED) < number(Layout())


def test_a_clerk_s_value_stays_where_the_profile_is_silent(template):
    own = edited(template, 'w:left="1701"', 'w:left="1985"')
    for layout, left in ((Layout(), 35), (STATED, 25)):
        document = docx.Document(BytesIO(render(order(), own, layout=layout).value))
        assert round(document.sections[0].left_margin.mm) == left


WORDED = """format: 1
name: ours
requisites:
  date: words
  appendix_sign: without
  initials: close
  number_stop: yes
"""


def test_requisites_are_worded_as_the_profile_says():
    compiled = compile_plan(ROOT / "roadmaps" / "yurga-2020.yaml").value
    plan = compiled.plan
    profile = read_profile(from_yaml(SourceFile("ours.yaml", WORDED)).value)
    view = order_view(replace(plan, profile=profile), compiled.calendar, plan.order.date)
    assert view.date == "26 ноября 2020 г."
    assert view.signatures[0].name.count(" ") == 1
    assert [appendix.mark[0] for appendix in view.appendices] == ["Приложение 1", "Приложение 2"]
    assert view.appendices[0].mark[-1] == "от 26 ноября 2020 г. № 512"
    assert view.appendices[0].parts[-1].rows[0].cells[0][0].text == "1."
