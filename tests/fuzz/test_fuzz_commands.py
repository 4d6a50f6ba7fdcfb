"""Every command on files that somebody spoilt: an answer, never an exception.

`ROADMAPC_FUZZ=2000 pytest tests/fuzz/test_fuzz_commands.py` makes so many inputs; a seed names each.
"""

import os
from pathlib import Path
from random import Random
from shutil import copytree

import pytest
from click.testing import CliRunner

from roadmapc.cli.main import roadmapc

INPUTS = max(60, int(os.environ.get("ROADMAPC_FUZZ", "200")) // 3)
GOOD = Path(__file__).parents[1] / "plans" / "good"
PLAN = "amended.yaml"
SPLICES = (
    *(
        "\u00a0",
        "\u202e",
        "\ufffd",
        "\u200b",
        "\t",
        "\r",
        " #",
        "{",
        "}",
        "{deputy.accusative}",
        "'",
        '"',
        "- ",
        ": ",
        "<<<<<<< ",
    ),
    *(
        "31.02.2024",
        "до 25 числа",
        "ежегодно",
        "null",
        "~",
        "&a",
        "*a",
        "|\n",
        ">-\n",
        "[]",
        "{}",
        "\x00",
        "\x7f",
        "—",
    ),
)
COMMANDS = (
    ("check", "roadmaps/PLAN", "--format", "json"),
    ("check", "roadmaps/PLAN", "--fix"),
    ("build", "roadmaps/PLAN", "-o", "out"),
    ("calendar", "roadmaps/PLAN", "--format", "json"),
    ("calendar", "roadmaps/PLAN"),
    ("why", "roadmaps/PLAN", "1.1"),
    ("diff", "before/PLAN", "roadmaps/PLAN"),
    ("diff", "before", "roadmaps", "--format", "json"),
    ("diff", "before/PLAN", "roadmaps/PLAN", "--format", "markdown"),
    ("amend", "before/PLAN", "roadmaps/PLAN", "--number", "5", "--date", "01.02.2026", "-o", "act.docx"),
    ("verify", "made/order.docx", "roadmaps/PLAN"),
    ("template", "check", "made/order.docx"),
    ("audit", "out"),
    ("deadline", "PHRASE", "--period", "2024"),
)


def spoilt(random: Random, text: str) -> str:
    """A text with a few pieces put in, taken out, doubled or exchanged."""
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(text) + 1)
        end = min(len(text), at + random.randint(0, 40))
        piece = random.choice(("", random.choice(SPLICES), text[at:end] * 2, text[at:end][::-1]))
        text = text[:at] + piece + text[end if random.random() < 0.6 else at :]
    return text


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Plans, the same plans before the change, and an order of one of them."""
    folder = tmp_path_factory.mktemp("commands")
    for name in ("roadmaps", "before"):
        copytree(GOOD, folder / name)
    run(folder, "build", f"roadmaps/{PLAN}", "-o", "first", "--format", "docx")
    (folder / "made").mkdir()
    document = next((folder / "first").rglob("*.docx"))
    (folder / "made" / "order.docx").write_bytes(document.read_bytes())
    return folder


def run(folder: Path, *arguments: str) -> None:
    """An answer is a code that the guide names, and no exception but the one that leaves the program."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        done = CliRunner().invoke(roadmapc, arguments)
    finally:
        os.chdir(before)
    assert done.exception is None or isinstance(done.exception, SystemExit), (arguments, done.exception)
    assert done.exit_code in (0, 1, 2), (arguments, done.output[-500:])


@pytest.mark.parametrize("seed", range(INPUTS))
def test_a_spoilt_file_is_answered(seed: int, repository: Path) -> None:
    random = Random(seed)
    folder = repository / "roadmaps"
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".md"))
    file = folder / PLAN if random.random() < 0.6 else random.choice(files)
    whole = file.read_bytes()
    file.write_bytes(spoilt(random, whole.decode("utf-8")).encode("utf-8", "surrogatepass"))
    try:
        phrase = spoilt(random, "ежеквартально, до 10 числа месяца, следующего за отчётным")
        command = COMMANDS[seed % len(COMMANDS)]
        run(repository, *(word.replace("PLAN", PLAN).replace("PHRASE", f" {phrase}") for word in command))
    finally:
        file.write_bytes(whole)
