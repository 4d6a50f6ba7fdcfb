"""A document that came back: saved by another program, edited by hand, built from another edition."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from editing import Package, W, xml
from edits_found import SIGNED
from returned import PLANS, Build

from in_process import run, run_ok

PAIRS = Path(__file__).parents[1] / "diff"
NAMES = ("arkhangelsk-2021", "megion-2022", "novoaleksandrovsk-2020", "yurga-2020")
FORMS = ("docx", "doc", "odt", "rtf")
GOOD_ANSWERS = "слово в слово как в плане|смысл тот же, что в плане; набрано иначе, мест: \\d+"


@pytest.fixture
def returned(build: Build, tmp_path: Path) -> Callable[[Callable[[Package], None]], Path]:
    """The document of Yurga with a change."""

    def made(edit: Callable[[Package], None]) -> Path:
        package = Package(build("yurga-2020"))
        edit(package)
        path = tmp_path / "order.docx"
        path.write_bytes(package.saved())
        return path

    return made


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_what_its_plan_says(name: str, build: Build, tmp_path: Path) -> None:
    document = tmp_path / "order.docx"
    document.write_bytes(build(name))
    result = run("verify", document, PLANS / f"{name}.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{document}: слово в слово как в плане\n"


@pytest.mark.parametrize("form", FORMS)
def test_saving_in_libreoffice_changes_no_meaning(
    form: str, build: Build, tool: Callable[..., Callable[..., object]], tmp_path: Path
) -> None:
    """There and back, all orders at once."""
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    there, back = tmp_path / "there", tmp_path / "back"
    documents = []
    for name in NAMES:
        documents.append(tmp_path / f"{name}.docx")
        documents[-1].write_bytes(build(name))
    tool("soffice")(profile, "--headless", "--convert-to", form, "--outdir", there, *documents)
    sources = sorted(there.glob(f"*.{form}"))
    tool("soffice")(profile, "--headless", "--convert-to", "docx", "--outdir", back, *sources)
    for name in NAMES:
        result = run("verify", back / f"{name}.docx", PLANS / f"{name}.yaml")
        assert (result.exit_code, result.stderr) == (0, ""), name
        assert re.search(GOOD_ANSWERS, result.stdout)


def test_the_cell_of_a_changed_word_is_named(tmp_path: Path) -> None:
    plan = PLANS / "yurga-2020.yaml"
    run_ok("build", plan, "--format", "docx", "-o", tmp_path)
    document = tmp_path / "yurga-2020" / "order.docx"
    opened = docx.Document(str(document))
    cell = next(table for table in opened.tables if table.cell(0, 2).text == "Сроки").cell(2, 2)
    cell.paragraphs[0].runs[0].text = "октябрь 2020 года"
    opened.save(str(document))
    result = run("verify", document, plan)
    assert result.exit_code == 1
    place = "приложение № 1, строка «2», графа «Сроки»"
    assert f"{place}: [-сентябрь-]{{+октябрь+}} 2020 года" in result.stderr


def test_the_three_answers(returned: Callable[..., Path]) -> None:
    plan = PLANS / "yurga-2020.yaml"
    same = run("verify", returned(lambda package: None), plan)
    assert (same.exit_code, same.stderr) == (0, "")
    assert "слово в слово как в плане" in same.stdout

    def retyped(package: Package) -> None:
        for text in package.tree().iter(f"{W}t"):
            text.text = (text.text or "").replace("«", '"').replace("»", '"').replace("ё", "е")

    document = returned(retyped)
    meaning = run("verify", document, plan)
    assert (meaning.exit_code, meaning.stderr) == (0, "")
    told = re.search(
        r"смысл тот же, что в плане; набрано иначе, мест: (\d+) \((.*)\); показать", meaning.stdout
    )
    assert told is not None
    assert re.fullmatch(r"кавычки – \d+, ё – \d+", told[2])
    listed = run("verify", document, plan, "--details")
    assert listed.exit_code == 0
    assert listed.stderr.count("справка V912") == int(told[1])
    other = run("verify", returned(lambda package: package.run("26.11.2020").clear()), plan)
    assert other.exit_code == 1
    assert other.stdout == ""
    assert "V902" in other.stderr


def test_the_mark_of_a_signature_is_shown(returned: Callable[..., Path]) -> None:
    def signed(package: Package) -> None:
        content = next(package.tree().iter(f"{W}sdtContent"))
        content.append(xml("<w:r><w:t>ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ</w:t></w:r>"))

    result = run("verify", returned(signed), PLANS / "yurga-2020.yaml")
    assert result.exit_code == 0
    assert "слово в слово как в плане; отметка о подписи: «ДОКУМЕНТ ПОДПИСАН" in result.stdout


def test_of_many_words_of_one_fate_the_first_are_named(returned: Callable[..., Path]) -> None:
    def floated(package: Package) -> None:
        package.table("Мероприятия").find(f"{W}tblPr").append(xml("<w:tblpPr/>"))

    document = returned(floated)
    short = run("verify", document, PLANS / "yurga-2020.yaml").stderr
    assert short.count("ошибка V909: приложение № 1, строка") == 5
    rest = re.search(r"ошибка V909: ещё в (\d+) местах: стоит отдельно от текста", short)
    assert rest is not None
    whole = run("verify", document, PLANS / "yurga-2020.yaml", "--details").stderr
    assert whole.count("ошибка V909: приложение № 1, строка") == 5 + int(rest[1])


@pytest.mark.parametrize(
    "words",
    [
        "<w:r><w:t>Не согласовано</w:t></w:r>",
        f"<w:sdt>{SIGNED}<w:sdtContent><w:r><w:t>Не согласовано</w:t></w:r></w:sdtContent></w:sdt>",
    ],
    ids=["a comment", "a comment in the place of a signature"],
)
def test_what_is_not_compared_is_named(words: str, returned: Callable[..., Path]) -> None:
    comment = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:comment w:id="0"><w:p>{words}</w:p></w:comment></w:comments>'
    )
    result = run(
        "verify",
        returned(lambda package: package.relate("comments", "comments.xml", comment.encode())),
        PLANS / "yurga-2020.yaml",
    )
    assert result.exit_code == 0
    assert "слово в слово" not in result.stdout
    assert "слова те же, что в плане" in result.stdout
    assert "справка V911: не сравнивалось: примечания 1 («Не согласовано»)" in result.stderr


@pytest.mark.parametrize(
    ("lost", "told"),
    {
        "{{ signature.name }}": "подпись, имя «К. Н. Шаблонова»",
        "{{ title }}": "заголовок «Об утверждении Плана",
        "{{ number }}": "номер «512»",
        "{{ clause.number }}\u00a0": "номер: пункт 1 «1.»",
    }.items(),
)
def test_a_template_that_lost_a_requisite_is_not_blessed(lost: str, told: str, tmp_path: Path) -> None:
    """The document of such a template and the plan's own are the same."""
    roadmaps = tmp_path / "roadmaps"
    shutil.copytree(PLANS, roadmaps)
    package = Package((PLANS.parent / "templates" / "order.docx").read_bytes())
    for text in package.tree().iter(f"{W}t"):
        text.text = (text.text or "").replace(lost, "")
    (roadmaps / "t.docx").write_bytes(package.saved())
    plan = roadmaps / "yurga-2020.yaml"
    plan.write_text(plan.read_text("utf-8").replace("format: 1", "format: 1\ntemplate: t.docx", 1), "utf-8")
    run("build", plan, "--format", "docx", "-o", tmp_path / "out")
    document = tmp_path / "out/yurga-2020/order.docx"
    result = run("verify", document, plan)
    assert result.exit_code == 1
    assert "слово в слово" not in result.stdout
    assert f"R009: шаблон «{roadmaps / 't.docx'}» не печатает: {told}" in result.stderr


def test_a_row_taken_out_is_one_finding(tmp_path: Path) -> None:
    plan = PLANS / "yurga-2020.yaml"
    run_ok("build", plan, "--format", "docx", "-o", tmp_path)
    document = tmp_path / "yurga-2020" / "order.docx"
    opened = docx.Document(str(document))
    table = next(table for table in opened.tables if table.cell(0, 2).text == "Сроки")
    row = table.rows[2]._tr
    row.getparent().remove(row)
    opened.save(str(document))
    said = run("verify", document, plan).stderr
    assert said.count("V902") == said.count("explain V902") + 1 == 2
    assert "приложение № 1, строка «2»: в документе такой строки нет" in said


def test_the_order_of_another_plan_is_one_finding(tmp_path: Path) -> None:
    run_ok("build", PLANS / "megion-2022.yaml", "--format", "docx", "-o", tmp_path)
    result = run("verify", tmp_path / "megion-2022" / "order.docx", PLANS / "yurga-2020.yaml")
    assert result.exit_code == 1
    assert "V904" in result.stderr
    assert "V902" not in result.stderr


def test_blanks_that_registration_fills_are_explained(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    written = (PAIRS / "cases/deadline-later/before.yaml").read_text("utf-8")
    (tmp_path / "organisations").mkdir()
    (tmp_path / "organisations/town.yaml").write_bytes((PAIRS / "organisations/town.yaml").read_bytes())
    plan.write_text(re.sub(r"(?m)^  (?:date|number):.*\n", "", written), "utf-8")
    registered = ("--number", "17", "--date", "18.03.2021")
    run_ok("build", plan, "--format", "docx", "-o", tmp_path / "out", *registered)
    document = next((tmp_path / "out").rglob("order.docx"))
    run_ok("verify", document, plan, *registered)
    assert "повторите проверку с --number и --date" in run("verify", document, plan).stderr


def test_a_file_that_is_no_document_is_refused(tmp_path: Path) -> None:
    fake = tmp_path / "order.docx"
    fake.write_bytes(b"%PDF-1.7")
    result = run("verify", fake, PLANS / "yurga-2020.yaml")
    assert result.exit_code == 1
    assert "V901" in result.stderr


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=Примеров", "-c", "user.email=p@example.org"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def test_the_edition_that_a_document_was_built_from_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "organisations").mkdir()
    (tmp_path / "organisations/town.yaml").write_bytes((PAIRS / "organisations/town.yaml").read_bytes())
    git("init")
    for edition in ("before.yaml", "after.yaml"):
        (tmp_path / "plan.yaml").write_bytes((PAIRS / "cases/deadline-later" / edition).read_bytes())
        git("add", ".")
        git("commit", "-m", edition)
        if edition == "before.yaml":
            run_ok("build", "plan.yaml", "--format", "docx", "-o", "build")
    first = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD~1"], capture_output=True, text=True, check=True
    )
    result = run("verify", "build/quality-2021/order.docx", "plan.yaml")
    assert f"документ собран из редакции {first.stdout.strip()}" in result.stderr
    assert "[-01.10-]{+01.09+}" in result.stderr
