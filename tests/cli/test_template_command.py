"""`roadmapc template`, and orders built by templates of one's own."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from io import BytesIO
from pathlib import Path
from typing import get_args, get_type_hints
from zipfile import ZipFile

import docx
import pytest
from click.testing import Result

from roadmapc.assets import BLANKS, asset
from roadmapc.catalogue import codes_of
from roadmapc.render.docx import codes
from roadmapc.render.docx.fields import OrderFields
from roadmapc.render.docx.manual import MEANINGS

Command = Callable[..., Result]
SINGULARS = {
    "signatures": "signature",
    "clauses": "clause",
    "distribution": "copies",
    "appendices": "appendix",
    "agreements": "agreement",
}
"""What a loop over a field calls one of its records; the other records are explained with their lists."""
SHEETS = ("approval", "acquaintance")
README = Path(__file__).parents[2] / "templates" / "README.md"


def edited(old: str, new: str, part: str = "word/document.xml") -> bytes:
    """The shipped template with a place of a part changed."""
    target = BytesIO()
    with ZipFile(BytesIO(asset("templates", "order.docx"))) as source, ZipFile(target, "w") as copy:
        assert old.encode() in source.read(part)
        for name in source.namelist():
            content = source.read(name)
            copy.writestr(name, content.replace(old.encode(), new.encode(), 1) if name == part else content)
    return target.getvalue()


def field_names() -> set[str]:
    """The names of all fields that a template may use."""
    found = set()
    for name, kind in get_type_hints(OrderFields).items():
        record = next((each for each in (kind, *get_args(kind)) if is_dataclass(each)), None)
        if name == "fields":  # a plan gives them their names
            found.add("fields.имя")
        elif record and name not in SHEETS:
            found |= {f"{SINGULARS.get(name, name)}.{field.name}" for field in fields(record)}
        if kind is str or kind is bool or get_args(kind):
            found.add(name)
    return found


def test_the_list_explains_every_field_and_no_other(command: Command) -> None:
    assert set(MEANINGS) == field_names()
    shown = command("template", "list").stdout
    assert all(f"{{{{ {name} }}}}" in shown and meaning in shown for name, meaning in MEANINGS.items())


def test_the_guide_has_the_same_table() -> None:
    rows = "".join(f"| `{name}` | {meaning} |\n" for name, meaning in MEANINGS.items())
    assert f"| --- | --- |\n{rows}\n" in README.read_text("utf-8")


def test_a_shipped_template_is_copied_once(command: Command, repository: Path) -> None:
    assert command("template", "export").stdout == "roadmaps/templates/order.docx\n"
    assert (repository / "roadmaps" / "templates" / "order.docx").read_bytes() == asset(
        "templates", "order.docx"
    )
    again = command("template", "export")
    assert (again.exit_code, "уже есть" in again.stderr) == (2, True)


def test_a_sound_template_passes(command: Command) -> None:
    command("template", "export")
    result = command("template", "check", "roadmaps/templates/order.docx")
    assert (result.exit_code, result.stdout) == (0, "roadmaps/templates/order.docx: пробный приказ собран\n")


def test_an_exported_template_is_where_a_plan_looks_for_it(command: Command, repository: Path) -> None:
    command("template", "export")
    plan = repository / "roadmaps" / "minimal.yaml"
    plan.write_text(plan.read_text("utf-8") + "template: templates/order.docx\n", "utf-8")
    assert command("build", "roadmaps/minimal.yaml", "-o", "out").exit_code == 0


def test_a_misspelt_field_is_told_with_template_paragraph_and_field(
    command: Command, repository: Path
) -> None:
    (repository / "own.docx").write_bytes(edited("{{ place }}", "{{ plase }}"))
    result = command("template", "check", "own.docx")
    assert result.exit_code == 1
    assert "own.docx:" in result.stderr
    assert "поля «plase» в шаблоне «own.docx» нет" in result.stderr
    assert result.stderr.count("{{ plase }}") == 1
    assert "возможно, вы имели в виду «place»" in result.stderr


CONTINUATION = '<w:pStyle w:val="ClauseContinuation"/></w:pPr><w:r><w:t xml:space="preserve">'
SPOILT = {
    "R001": lambda: b"an old .doc",
    "R002": lambda: edited("{{ title }}", "{{ title"),
    "R003": lambda: edited("{{ title }}", "{{ titel }}"),
    "R004": lambda: edited('w:val="Подпись"', 'w:val="Имя"', "word/styles.xml"),
    "R005": lambda: edited("{{ appendix.content }}", "Таблица: {{ appendix.content }}"),
    "R006": lambda: edited(CONTINUATION, CONTINUATION + "– "),
    "R007": lambda: edited("{{ title }}", "{{ title.upper() }}"),
    "R008": lambda: edited("{{ amendments }}", ""),
    "R009": lambda: edited("{{ signature.name }}", ""),
    "R010": lambda: edited('w:instr=" PAGE "', 'w:instr=" DATE "', "word/header1.xml"),
    "R011": lambda: edited("<w:compat", "<w:trackRevisions/><w:compat", "word/settings.xml"),
    "R031": lambda: edited('w:left="1418" w:right="1418"', 'w:left="4200" w:right="4200"', "word/styles.xml"),
}
"""A template for each code that speaks of templates."""
OF_PLANS = {"R030", "M429"}
"""What a template is refused for only with a plan, which asks for what one of them lacks."""


def test_there_is_a_template_for_each_code() -> None:
    assert set(SPOILT) | OF_PLANS == {code.id for code in codes_of(codes)}


@pytest.mark.parametrize("code", SPOILT)
def test_the_check_finds_whatever_a_build_would(command: Command, repository: Path, code: str) -> None:
    (repository / "own.docx").write_bytes(SPOILT[code]())
    result = command("template", "check", "own.docx")
    forbids = code != "R011"  # what is left behind is said, and the order can be made
    assert result.exit_code == forbids
    assert f"{'ошибка' if forbids else 'замечание'} {code}: " in result.stderr


# Shipped blanks, and plans of one's own


def test_every_blank_is_listed_with_what_it_is(command: Command) -> None:
    shown = command("template", "list").stdout
    assert all(re.search(rf"^  {name} +{meaning}", shown, re.MULTILINE) for name, meaning in BLANKS.items())


@pytest.mark.parametrize("name", BLANKS)
def test_a_blank_is_checked_and_exported_by_its_name(command: Command, name: str) -> None:
    assert command("template", "check", name).stdout == f"{name}: пробный приказ собран\n"
    assert command("template", "export", name).stdout == f"roadmaps/templates/{name}.docx\n"
    exported = Path("roadmaps/templates", f"{name}.docx")
    assert exported.read_bytes() == asset("templates", f"{name}.docx")
    assert command("template", "check", str(exported)).exit_code == 0


def test_a_plan_is_tried_with_each_template_and_nothing_is_written(command: Command) -> None:
    before = sorted(Path().rglob("*"))
    plan = "roadmaps/minimal.yaml"
    tried = command("template", "check", "corner", "official", plan)
    assert (tried.exit_code, tried.stdout) == (
        0,
        f"corner: приказ по плану {plan} собран\nofficial: приказ по плану {plan} собран\n",
    )
    assert command("template", "check", plan).stdout == f"{plan}: приказ собран\n"
    assert sorted(Path().rglob("*")) == before


def test_what_a_plan_lacks_for_a_blank_is_told_with_the_plan(command: Command) -> None:
    refused = command("template", "check", "bilingual", "roadmaps/minimal.yaml")
    assert refused.exit_code == 1
    assert "R030: план «roadmaps/minimal.yaml», шаблон «templates/bilingual.docx» печатает" in refused.stderr


def test_a_plan_names_a_blank_and_a_folder_has_its_own_of_that_name(
    command: Command, repository: Path
) -> None:
    plan = repository / "roadmaps" / "minimal.yaml"
    plan.write_text(plan.read_text("utf-8") + "template: corner\n", "utf-8")
    built = ("build", "roadmaps/minimal.yaml", "-o", "out")
    assert command(*built).exit_code == 0
    assert docx.Document("out/minimal/order.docx").tables[0].rows[0].cells[0].text.startswith("Администрация")
    (repository / "ours").mkdir()
    (repository / "ours" / "corner.docx").write_bytes(edited("{{ kind }}", "{{ kind }} ПО ШКОЛАМ"))
    assert command(*built, "--templates", "ours").exit_code == 0
    assert kind_of_document(Path("out/minimal/order.docx")) == "ПРИКАЗ ПО ШКОЛАМ"


def kind_of_document(order: Path) -> str:
    return next(p.text for p in docx.Document(order).paragraphs if p.style.name == "Вид документа")


def test_a_plan_may_name_its_own_template(command: Command, repository: Path) -> None:
    (repository / "roadmaps" / "own.docx").write_bytes(edited("{{ kind }}", "{{ kind }} ПО ШКОЛАМ"))
    plan = repository / "roadmaps" / "minimal.yaml"
    plan.write_text(plan.read_text("utf-8") + "template: own.docx\n", "utf-8")
    assert command("build", "roadmaps/minimal.yaml", "-o", "out").exit_code == 0
    assert kind_of_document(Path("out/minimal/order.docx")) == "ПРИКАЗ ПО ШКОЛАМ"
    assert "roadmaps/own.docx" in Path("out/minimal/manifest.json").read_text("utf-8")


def test_a_folder_of_templates_goes_before_the_shipped_ones(command: Command, repository: Path) -> None:
    (repository / "ours").mkdir()
    built = ("build", "roadmaps/minimal.yaml", "-o", "out", "--templates", "ours")
    assert command(*built).exit_code == 0
    assert kind_of_document(Path("out/minimal/order.docx")) == "ПРИКАЗ"
    (repository / "ours" / "order.docx").write_bytes(edited("{{ kind }}", "{{ kind }} ПО ШКОЛАМ"))
    assert command(*built).exit_code == 0
    assert kind_of_document(Path("out/minimal/order.docx")) == "ПРИКАЗ ПО ШКОЛАМ"


@pytest.mark.parametrize("name", ["нет.docx", "../outside.docx"])
def test_a_template_that_is_not_there_is_told(command: Command, repository: Path, name: str) -> None:
    plan = repository / "roadmaps" / "minimal.yaml"
    plan.write_text(plan.read_text("utf-8") + f"template: {name}\n", "utf-8")
    result = command("build", "roadmaps/minimal.yaml", "-o", "out")
    assert result.exit_code == 1
    assert f"файл «{name}»" in result.stderr
    assert not Path("out").exists()
