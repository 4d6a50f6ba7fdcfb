"""Each kind of part through every command: printed, read back, compared, amended, recorded, carried out."""

import re
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from docx.oxml.ns import qn
from tests.cli.conftest import Command

PARTS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "parts.yaml").read_text("utf-8"))
ORDER = """\
format: 1
id: parts
organisation: organisations/town.yaml
period: 2022
order:
  date: 10.01.2022
  number: 5
  author: department
  signatory: director
  title: Об утверждении документов по наставничеству
  preamble: В целях развития наставничества
  clauses:
    - text: Утвердить прилагаемый документ.
    - text: Контроль за исполнением приказа оставляю за собой.
      control: director
"""


@pytest.fixture(params=PARTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def plan(name: str, repository: Path) -> Path:
    target = repository / "roadmaps" / "parts.yaml"
    appendices = yaml.safe_dump(
        {"appendices": PARTS[name]["appendices"]}, allow_unicode=True, sort_keys=False, width=10_000
    )
    target.write_text(ORDER + appendices, "utf-8")
    return target


@pytest.fixture
def edition(name: str, plan: Path) -> Path:
    """The next edition, not yet recorded."""
    before, after = PARTS[name]["change"]
    text = plan.read_text("utf-8")
    assert text.count(before) == 1
    target = plan.with_stem("parts-new")
    target.write_text(text.replace(before, after), "utf-8")
    return target


def words(document: Path) -> str:
    """All text of a document in one line with ordinary spaces, as XML has it."""
    body = docx.Document(str(document)).element.body
    paragraphs = ("".join(each.itertext(qn("w:t"))) for each in body.iter(qn("w:p")))
    return re.sub(r"\s+", " ", " ".join(paragraphs))


def built(command: Command, plan: Path, folder: str = "out") -> Path:
    made = command("build", str(plan), "--format", "docx,html", "-o", folder)
    assert made.exit_code == 0, made.output
    return Path(folder) / yaml.safe_load(plan.read_text("utf-8"))["id"]


def amended(command: Command, plan: Path, edition: Path) -> Path:
    """The act that makes the new edition of the old one, recorded in the new one."""
    act = plan.with_stem("parts-act")
    made = command(
        *(
            "amend",
            str(plan),
            str(edition),
            "--number",
            "77",
            "--date",
            "11.02.2022",
            "--record",
            "-o",
            str(act),
        )
    )
    assert made.exit_code == 0, made.output
    return act


def test_it_is_printed_and_read_back(name: str, plan: Path, edition: Path, command: Command) -> None:
    document = built(command, plan) / "order.docx"
    assert PARTS[name]["printed"][0] in words(document)
    checked = command("verify", str(document), str(plan))
    assert (checked.exit_code, "слово в слово" in checked.output) == (0, True), checked.output
    other = command("verify", str(document), str(edition))
    assert other.exit_code == 1, other.output


def test_its_change_is_told(name: str, plan: Path, edition: Path, command: Command) -> None:
    told = command("diff", str(plan), str(edition), "--exit-code")
    assert told.exit_code == 1
    before, after = PARTS[name]["printed"]
    said = re.sub(r"\s+", " ", told.output)
    assert before in re.sub(r"\{\+.*?\+\}|\[-|-\]", "", said), said
    assert after in re.sub(r"\[-.*?-\]|\{\+|\+\}", "", said), said


def test_an_act_makes_the_change(name: str, plan: Path, edition: Path, command: Command) -> None:
    document = built(command, amended(command, plan, edition)) / "order.docx"
    after = PARTS[name]["printed"][1]
    printed = words(document)
    assert after in printed or after.split()[-1] in printed, printed
    signed = command("verify", str(document), str(plan.with_stem("parts-act")))
    assert signed.exit_code == 0, signed.output


def test_the_edition_says_the_change(name: str, plan: Path, edition: Path, command: Command) -> None:
    amended(command, plan, edition)
    folder = built(command, edition)
    before, after = PARTS[name]["printed"]
    assert after in words(folder / "edition.docx")
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", (folder / "edition.html").read_text("utf-8")))
    assert after in page
    past = command("build", str(edition), "--format", "docx", "--as-of", "11.01.2022", "-o", "past")
    assert past.exit_code == 0, past.output
    assert before in words(Path("past") / "parts" / "order.docx")


def test_the_act_is_carried_out(plan: Path, edition: Path, command: Command) -> None:
    wanted = plan.with_stem("parts-wanted")
    wanted.write_text(edition.read_text("utf-8"), "utf-8")
    act = amended(command, plan, edition)
    made = plan.with_stem("parts-made")
    done = command("apply", str(plan), str(act), "-o", str(made))
    assert done.exit_code == 0, done.output
    assert command("diff", str(made), str(wanted), "--exit-code").exit_code == 0
