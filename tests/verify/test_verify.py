"""A document that came back: saved by another program, edited by hand, built from another edition."""

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random

import docx
import pytest
from click.testing import CliRunner, Result
from docx.oxml.ns import qn

from roadmapc.cli.main import roadmapc
from roadmapc.verify.comparison import discrepancies
from roadmapc.verify.from_docx import from_docx
from roadmapc.verify.passage import Document

PLANS = Path(__file__).parents[2] / "roadmaps"
PAIRS = Path(__file__).parents[1] / "diff"
EDITS = 100


def run(*arguments: object) -> Result:
    return CliRunner().invoke(roadmapc, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture(scope="module", params=["yurga-2020", "arkhangelsk-2021", "novoaleksandrovsk-2020"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A plan and its document."""
    folder, plan = tmp_path_factory.mktemp("build"), PLANS / f"{request.param}.yaml"
    assert run("build", plan, "--format", "docx", "-o", folder).exit_code == 0
    return plan, folder / request.param / "order.docx"


def test_a_document_is_what_its_plan_says(built: tuple[Path, Path]) -> None:
    plan, document = built
    result = run("verify", document, plan)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "слово в слово" in result.stdout


def test_saving_in_libreoffice_changes_no_word(
    built: tuple[Path, Path], tool: Callable[..., Callable[..., object]], tmp_path: Path
) -> None:
    plan, document = built
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    saved = tmp_path / "saved"
    tool("soffice")(profile, "--headless", "--convert-to", "docx", "--outdir", saved, document)
    assert run("verify", saved / "order.docx", plan).exit_code == 0


def test_a_word_changed_by_hand_is_always_found(built: tuple[Path, Path]) -> None:
    _, document = built
    planned = read(document.read_bytes())
    for seed in range(EDITS):
        content, old, new = with_a_word_changed(document, Random(seed))
        found = discrepancies(planned, read(content))
        assert len(found) == 1, (seed, old, new)
        said = "".join(word.before for word in found[0].words), "".join(word.after for word in found[0].words)
        assert new not in said[0], (seed, said)
        assert new in said[1], (seed, said)


def read(content: bytes) -> Document:
    outcome = from_docx(content)
    assert outcome.value is not None
    return outcome.value


def with_a_word_changed(document: Path, random: Random) -> tuple[bytes, str, str]:
    """The document with one word of one run replaced, as python-docx saves it."""
    opened = docx.Document(str(document))
    texts = [node for node in opened.element.body.iter(qn("w:t")) if node.text and node.text.strip()]
    node = random.choice(texts)
    words = node.text.split(" ")
    at = random.choice([at for at, word in enumerate(words) if word])
    old, words[at] = words[at], "исправлено"
    node.text = " ".join(words)
    saved = BytesIO()
    opened.save(saved)
    return saved.getvalue(), old, "исправлено"


def test_the_cell_of_a_changed_word_is_named(tmp_path: Path) -> None:
    plan = PLANS / "yurga-2020.yaml"
    assert run("build", plan, "--format", "docx", "-o", tmp_path).exit_code == 0
    document = tmp_path / "yurga-2020" / "order.docx"
    opened = docx.Document(str(document))
    cell = next(table for table in opened.tables if table.cell(0, 2).text == "Сроки").cell(2, 2)
    cell.paragraphs[0].runs[0].text = "октябрь 2020 года"
    opened.save(str(document))
    result = run("verify", document, plan)
    assert result.exit_code == 1
    place = "приложение № 1, строка «2», графа «Сроки»"
    assert f"{place}: [-сентябрь-]{{+октябрь+}} 2020 года" in result.stderr


def test_a_row_taken_out_is_one_finding(tmp_path: Path) -> None:
    plan = PLANS / "yurga-2020.yaml"
    assert run("build", plan, "--format", "docx", "-o", tmp_path).exit_code == 0
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
    assert run("build", PLANS / "megion-2022.yaml", "--format", "docx", "-o", tmp_path).exit_code == 0
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
    assert run("build", plan, "--format", "docx", "-o", tmp_path / "out", *registered).exit_code == 0
    document = next((tmp_path / "out").rglob("order.docx"))
    assert run("verify", document, plan, *registered).exit_code == 0
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
            assert run("build", "plan.yaml", "--format", "docx", "-o", "build").exit_code == 0
    first = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD~1"], capture_output=True, text=True, check=True
    )
    result = run("verify", "build/quality-2021/order.docx", "plan.yaml")
    assert f"документ собран из редакции {first.stdout.strip()}" in result.stderr
    assert "[-01.10-]{+01.09+}" in result.stderr
