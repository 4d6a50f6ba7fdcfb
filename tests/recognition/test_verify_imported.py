"""An imported plan is held against the document it came of: the same in other type, until one is changed."""

import re
from copy import deepcopy

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from papers import HANDS, names, paper
from places_of_damage import Package, W

from in_process import run

WORD = [name for name in names() if "format" not in HANDS.get(name, {}) and paper(name).file.endswith("docx")]


@pytest.fixture
def imported(tmp_path):
    """A document and the plan that was made of it."""

    def make(name):
        document, plan = tmp_path / "order.docx", tmp_path / "plan.yaml"
        document.write_bytes(paper(name).content)
        assert run("import", document, "-o", plan, "--directory", tmp_path / "directory.yaml").exit_code == 0
        return document, plan

    return make


@pytest.mark.parametrize("name", WORD)
def test_the_document_says_the_same_in_other_type(name, imported):
    document, plan = imported(name)
    result = run("verify", document, plan)
    assert result.exit_code == 0, result.output
    assert re.search("смысл тот же|слово в слово|слова те же", result.output)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("sadovsk", "Замена технологического оборудования", "Ремонт технологического оборудования"),
        ("sadovsk", "2 раза в год", "1 раз в год"),
        ("krutoyar", "до 25 марта", "до 26 марта"),
        ("kamenka", "Открытые уроки наставников", "Уроки наставников"),
        ("lesogorsk", "предоставить комиссии доступ", "обеспечить комиссии доступ"),
    ],
)
def test_a_plan_that_says_otherwise_is_found(name, old, new, imported):
    document, plan = imported(name)
    text = plan.read_text("utf-8")
    assert old in text
    plan.write_text(text.replace(old, new), "utf-8")
    result = run("verify", document, plan)
    assert result.exit_code == 1
    changed = set(new.split()) - set(old.split())
    assert any(word in result.output for word in changed), result.output


def test_a_document_that_says_otherwise_is_found(imported):
    document, plan = imported("vyshneozersk")
    package = Package(document.read_bytes())
    text = next(each for each in package.tree().iter(f"{W}t") if "до 15 апреля" in (each.text or ""))
    text.text = text.text.replace("15", "25")
    document.write_bytes(package.saved())
    result = run("verify", document, plan)
    assert result.exit_code == 1
    assert "25" in result.output


def test_a_row_more_in_the_document_is_found(imported):
    document, plan = imported("sadovsk")
    package = Package(document.read_bytes())
    text = next(
        each for each in package.tree().iter(f"{W}t") if "родительских комитетов" in (each.text or "")
    )
    row = next(text.iterancestors(f"{W}tr"))
    row.addnext(deepcopy(row))
    document.write_bytes(package.saved())
    assert run("verify", document, plan).exit_code == 1


@pytest.mark.parametrize("name", ["lesogorsk", "megion-2022 typed"])
def test_a_head_that_is_gone_is_not_put_back_by_the_directory(name, imported):
    document, plan = imported(name)
    package = Package(document.read_bytes())
    head = next(each for each in package.tree().iter(f"{W}p") if len("".join(each.itertext())) > 20)
    head.getparent().remove(head)
    document.write_bytes(package.saved())
    result = run("verify", document, plan)
    assert (result.exit_code, "в документе нет слов" in result.output) == (1, True), result.output


def over_the_page(paper):
    paper.sections[0].header.paragraphs[0].text = "Пункт 2 не применяется"


def under_the_page(paper):
    paper.sections[0].footer.paragraphs[0].text = "Пункт 2 не применяется"


def in_a_field(paper):
    """Words that Word puts there when it prints."""
    paragraph = next(each for each in paper.paragraphs if len(each.text) > 60)
    paragraph._p.append(
        parse_xml(f"<w:fldSimple {nsdecls('w')} w:instr=' QUOTE &quot;Пункт 2 не применяется&quot; '/>")
    )


@pytest.mark.parametrize("add", [over_the_page, under_the_page, in_a_field])
@pytest.mark.parametrize("name", ["kamenka", "sadovsk"])
def test_words_that_no_import_reads_are_found(name, add, imported):
    document, plan = imported(name)
    paper = docx.Document(str(document))
    add(paper)
    paper.save(str(document))
    result = run("verify", document, plan)
    assert result.exit_code == 1, result.output
    assert "Пункт 2 не применяется" in result.output
    assert "слов, которые печатает план" not in result.output
