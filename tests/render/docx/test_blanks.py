"""The shipped blanks: what each prints of a directory and a plan, and where; read back by python-docx."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from invented import appendix, concept, edited, order
from tests.house.blanks import blank

from roadmapc.assets import BLANKS, asset
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.organisation import Letterhead
from roadmapc.render.document.requisites_view import AgreementView, BlankView, SignatureView
from roadmapc.render.document.view import (
    AppendixView,
    OrderView,
)
from roadmapc.render.docx import codes
from roadmapc.render.proof.document import proved

LETTERHEAD = Letterhead(
    address="ул. Лесная, д. 1, г. Образцовск",
    second_address="Урман ур., 1, Образцовск ш.",
    phone="8 (000) 000-00-02",
    email="post@example.org",
    site="obrazcovsk.example.org",
    okpo="00000002",
    ogrn="1000000000002",
    inn="0000000002",
    kpp="000002001",
)
SECOND = ("Образцовск шәһәре хакимияте", "Мәгариф идарәсе")
PRINTED = {
    "longitudinal": LETTERHEAD[:1] + LETTERHEAD[2:],
    "corner": LETTERHEAD[:1] + LETTERHEAD[2:],
    "official": (LETTERHEAD.phone, LETTERHEAD.email),
    "bilingual": (*LETTERHEAD, *SECOND, "БОЕРЫК"),
    "collegial": (),
}
"""What each blank says of its author besides the head."""


def view(**changes: Any) -> OrderView:
    return replace(order(), blank=BlankView(LETTERHEAD, SECOND, "Боерык"), place="г. Образцовск", **changes)


def made(name: str, subject: OrderView) -> Outcome[bytes]:
    return proved(subject, asset("templates", f"{name}.docx"), template_name=name)


def document(name: str, subject: OrderView) -> Any:
    outcome = made(name, subject)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return docx.Document(BytesIO(outcome.value))


def _words(element: Any) -> str:
    return "-" if element.tag == qn("w:noBreakHyphen") else element.text or ""


def lines(document: Any) -> list[str]:
    """Every paragraph, of cells too, in ordinary spaces."""
    paragraphs = document.element.body.iter(qn("w:p"))
    texts = ("".join(map(_words, one.iter(qn("w:t"), qn("w:noBreakHyphen")))) for one in paragraphs)
    return [re.sub(r"\s+", " ", text).strip() for text in texts]


@pytest.fixture(params=BLANKS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_blank_is_the_order_with_another_head(name: str) -> None:
    assert asset("templates", f"{name}.docx") == blank(name), "make blanks"


def test_a_blank_prints_what_the_directory_says(name: str) -> None:
    said = "\n".join(lines(document(name, view())))
    known = (*LETTERHEAD, *SECOND, "БОЕРЫК")
    assert [each for each in known if each in said] == [each for each in known if each in PRINTED[name]]


def test_nothing_stands_where_the_directory_is_silent(name: str) -> None:
    second = BlankView(Letterhead(), SECOND, "Боерык")
    said = lines(document(name, replace(view(), blank=second)))
    head = said[: next(at for at, line in enumerate(said) if line.startswith("18.03.2021"))]
    assert not re.search("тел|почта|ОКПО|ОГРН|ИНН|КПП|,", "\n".join(head))


def test_a_second_language_that_nobody_gives_is_refused() -> None:
    found = made("bilingual", replace(view(), blank=BlankView(LETTERHEAD))).diagnostics
    assert [each.code for each in found] == [codes.UNSAID] * 2
    assert "second_head" in found[0].message
    assert "second_name" in found[0].hints[0]


@pytest.mark.parametrize("field", ["blank.phone", "blank.second_kind"])
def test_a_label_without_its_requisite_is_refused(template: bytes, field: str) -> None:
    bare = edited(template, "{{ date }}", f"{{{{ date }}}} тел. {{{{ {field} }}}}")
    assert [each.code for each in proved(order(), bare).diagnostics] == [codes.UNSAID]
    asked = edited(
        template, "{{ date }}", f"{{{{ date }}}}{{% if {field} %}} тел. {{{{ {field} }}}}{{% endif %}}"
    )
    assert proved(order(), asked).diagnostics == ()
    either = edited(
        template,
        "{{ date }}",
        f"{{{{ date }}}}{{% if {field} or title %}} тел. {{{{ {field} }}}}{{% endif %}}",
    )
    assert [each.code for each in proved(order(), either).diagnostics] == [codes.UNSAID]


CONDITIONS = {
    "{{ blank.phone if blank.phone }}": (),
    "{{ blank.phone if title }}": (codes.UNSAID,),
    "{% if not blank.phone %}{% else %}тел. {{ blank.phone }}{% endif %}": (),
    "{% if blank.phone %}{% else %}тел. {{ blank.phone }}{% endif %}": (codes.UNSAID,),
}


@pytest.mark.parametrize(("line", "told"), CONDITIONS.items())
def test_a_condition_may_be_written_in_any_way(template: bytes, line: str, told: tuple[Code, ...]) -> None:
    found = proved(order(), edited(template, "{{ date }}", f"{{{{ date }}}}{line}")).diagnostics
    assert tuple(each.code for each in found) == told


def test_who_agrees_stands_under_the_signature(name: str) -> None:
    agreed = (
        AgreementView("", "Председатель профсоюза", "В. Г. Примеров"),
        AgreementView("решением Совета родителей от 25.02.2021 № 3", "", ""),
    )
    said = lines(document(name, view(agreements=agreed)))
    signed = next(at for at, line in enumerate(said) if line.endswith("А. Б. Образцова"))
    under = [line for line in said[signed + 1 :] if line][:6]
    assert under[:2] == ["СОГЛАСОВАНО", "Председатель профсоюза"]
    assert under[2].endswith("В. Г. Примеров")
    assert under[4:] == ["СОГЛАСОВАНО", "решением Совета родителей от 25.02.2021 № 3"]


@pytest.mark.parametrize("name", [each for each in BLANKS if each != "official"])
def test_a_sitting_stands_above_the_number(name: str) -> None:
    said = lines(document(name, view(sitting="Третий созыв, пятое заседание")))
    number = next(at for at, line in enumerate(said) if "№ 168" in line)
    assert "Третий созыв, пятое заседание" in said[:number]


def test_a_sitting_that_a_blank_has_no_place_for_is_no_silent_loss() -> None:
    (found,) = made("official", view(sitting="Третий созыв, пятое заседание")).diagnostics
    assert found.code is codes.UNFAITHFUL_TEMPLATE
    assert "Третий созыв" in found.message


def test_chairman_and_secretary_sign_a_decision() -> None:
    both = (
        SignatureView("Председатель Совета", "А. Б. Образцова"),
        SignatureView("Секретарь заседания", "В. Г. Примеров"),
    )
    said = lines(document("collegial", view(signatures=both)))
    assert [line for line in said if line.endswith(("Образцова", "Примеров"))] == [
        "Председатель Совета А. Б. Образцова",
        "Секретарь заседания В. Г. Примеров",
    ]


# Words of one's own


def with_own(template: bytes, name: str) -> bytes:
    return edited(template, "{{ place }}", f"{{{{ place }}}} {{{{ fields.{name} }}}}")


OWN = replace(order(), place="г. Образцовск", fields=(("case_index", "Дело 01-05"),))


def test_a_word_of_ones_own_is_printed(template: bytes) -> None:
    outcome = proved(OWN, with_own(template, "case_index"))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert "г. Образцовск Дело 01-05" in lines(docx.Document(BytesIO(outcome.value)))


def test_a_word_of_ones_own_without_a_place_is_told(template: bytes) -> None:
    (found,) = proved(OWN, template).diagnostics
    assert found.code is codes.UNFAITHFUL_TEMPLATE
    assert "fields.case_index «Дело 01-05»" in found.message


@pytest.mark.parametrize(
    ("subject", "hint"), [(OWN, "case_index"), (replace(OWN, fields=()), "order: fields")]
)
def test_a_place_for_a_word_that_the_plan_has_not_is_told(
    template: bytes, subject: OrderView, hint: str
) -> None:
    (found,) = proved(subject, with_own(template, "case_indx")).diagnostics
    assert found.code is codes.UNKNOWN
    assert "«case_indx»" in found.message
    assert hint in found.hints[0]


# Sheets of appendices


def numbered_from_one(template: bytes) -> bytes:
    """The plain blank as Word saves it when pages of the section of appendices are to begin with 1."""
    landscape = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    with_number = '<w:pgNumType w:start="1"/>'
    with ZipFile(BytesIO(template)) as package:
        xml = package.read("word/document.xml").decode()
    at = xml.index("<w:pgMar", xml.index(landscape))
    margins = xml[at : xml.index("/>", at) + 2]
    return edited(template, f"{landscape}{margins}", f"{landscape}{margins}{with_number}")


@pytest.mark.parametrize(
    "appendices",
    [
        (appendix(1), concept(), appendix(3)),
        (concept(), appendix(2)),
        (concept(),),
        (appendix(1),),
        (concept(), concept()),
    ],
)
def test_sheets_of_appendices_are_counted_from_one_and_once(
    template: bytes, appendices: tuple[AppendixView, ...]
) -> None:
    outcome = proved(order(*appendices), numbered_from_one(template))
    assert outcome.value is not None
    own, *others = docx.Document(BytesIO(outcome.value)).element.body.iter(qn("w:sectPr"))
    starts = [section.xpath("string(./w:pgNumType/@w:start)") for section in others]
    assert own.find(qn("w:pgNumType")) is None
    assert starts == ["1", *([""] * (len(others) - 1))]
