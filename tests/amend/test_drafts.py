"""The pairs of plans of `tests/diff/cases`, each with the order that amends the one into the other.

An order is in `expected/` as the YAML that a person may edit; what is said besides is in the `.txt`;
where there is no file, nothing is written or said.
After a change run `pytest tests/amend --update-golden` and read the difference.
"""

import shutil
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from click.testing import Result
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from in_process import run
from roadmapc.amend.from_order import amendment
from roadmapc.amend.instructions import Instruction
from roadmapc.pipeline import compile_plan
from roadmapc.text.typography import plain

HERE = Path(__file__).parent
PAIRS = HERE.parent / "diff"
CASES = sorted(path.name for path in (PAIRS / "cases").iterdir())
EXPECTED = HERE / "expected"
MARK = "Отметка о приложении"
"""Style of the paragraph that begins an appendix."""
Amend = Callable[..., Result]


@pytest.fixture
def amend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Amend:
    """`roadmapc amend` in a copy of a pair with the directories beside it."""
    shutil.copytree(PAIRS / "organisations", tmp_path / "organisations")
    monkeypatch.chdir(tmp_path)

    def between(case: str, *arguments: str) -> Result:
        shutil.copytree(PAIRS / "cases" / case, tmp_path, dirs_exist_ok=True)
        options = ["--number", "20", "--date", "01.02.2022", *arguments]
        return run("amend", "before.yaml", "after.yaml", *options)

    return between


@pytest.mark.parametrize("case", CASES)
def test_an_order_is_drafted_or_the_reason_is_told(
    case: str, amend: Amend, golden: Callable[[Path, str], None]
) -> None:
    result = amend(case)
    assert bool(result.stdout) == (result.exit_code == 0)
    golden(EXPECTED / f"{case}.yaml", result.stdout)
    golden(EXPECTED / f"{case}.txt", result.stderr)


@pytest.mark.parametrize("case", ["measure-split", "section-added", "clause-added", "appendix-added"])
def test_the_document_says_what_the_file_says(case: str, amend: Amend) -> None:
    """Every word of the drafted changes stands in the document, as python-docx reads it."""
    assert amend(case, "-o", "amendment.docx").exit_code == 0
    document = Document("amendment.docx")
    printed = plain(" ".join(paragraph.text for paragraph in document.paragraphs))
    for clause in changes(case):
        assert plain(clause["text"]) in printed
    assert [rows(table) for table in quotations(document)] == [
        [[number, *cells] for number, cells in quoted_rows(clause)]
        for clause in changes(case)
        if "quoted" in clause
    ]


def quotations(document: Any) -> list[Table]:
    """The tables of the order itself, before its appendices."""
    blocks = takewhile(lambda block: not is_mark(block), document.iter_inner_content())
    return [block for block in blocks if isinstance(block, Table)]


def is_mark(block: Any) -> bool:
    """Whether an appendix begins."""
    return isinstance(block, Paragraph) and block.style is not None and block.style.name == MARK


def rows(table: Table) -> list[list[str]]:
    """Numbers and measures of the rows, without the quotation marks around them all."""
    texts = [[plain(cell.text) for cell in row.cells] for row in table.rows]
    assert texts[0][0].startswith("«")
    assert texts[-1][-1].endswith("».")
    return [[number.lstrip("«"), measure] for number, measure, *_ in texts if measure != number]


def quoted_rows(clause: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for section in clause["quoted"]["sections"]:
        for measure in section["measures"]:
            yield measure["number"], [plain(measure["measure"])]


def changes(case: str) -> list[dict[str, Any]]:
    """What the drafted order of a case tells to do, a clause each."""
    first = yaml.safe_load((EXPECTED / f"{case}.yaml").read_text("utf-8"))["order"]["clauses"][0]
    clauses = first.get("clauses", [first]) if isinstance(first, dict) else [first]
    return [clause if isinstance(clause, dict) else {"text": clause} for clause in clauses]


def test_every_form_has_a_case(amend: Amend) -> None:
    seen = {type(told) for path in EXPECTED.glob("*.yaml") for told in told_by(path)}
    assert seen == set(get_args(Instruction))


def told_by(path: Path) -> tuple[Instruction, ...]:
    """What a drafted order tells to do, as the interpreter understands it."""
    shutil.copy(path, "amendment.yaml")
    outcome = compile_plan(Path("amendment.yaml"))
    assert outcome.value is not None
    return amendment(outcome.value.plan).instructions


def test_a_section_before_rows_without_one_is_no_addition(amend: Amend, tmp_path: Path) -> None:
    """No number is lower than none, so that the section could not be put into its place by its number."""
    assert amend("measure-appended").exit_code == 0
    written = yaml.safe_load((tmp_path / "before.yaml").read_text("utf-8"))
    (appendix,) = written["appendices"]
    nameless, added = ({**section} for section in appendix["sections"])
    del nameless["title"]
    for name, sections in (("before", [nameless]), ("after", [added, nameless])):
        appendix["sections"] = sections
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(written, allow_unicode=True), "utf-8")
    options = ["--number", "20", "--date", "01.02.2022"]
    result = run("amend", "before.yaml", "after.yaml", *options)
    assert "изложив приложение в" in " ".join(result.stdout.split())


def test_nothing_expected_is_left_without_its_pair() -> None:
    assert {path.stem for path in EXPECTED.iterdir()} <= set(CASES)
