"""A computer on which something is missing, locked or wrong."""

import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from limits import BUILD, command, environment, files

PLAN = Path("roadmaps") / "plan.yaml"


@pytest.fixture
def fontless(tmp_path):
    """The surroundings of a computer without a single font."""
    configuration = tmp_path / "fonts.conf"
    empty = tmp_path / "fonts"
    empty.mkdir()
    configuration.write_text(
        f"<fontconfig><dir>{empty}</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>", "utf-8"
    )
    return {"FONTCONFIG_FILE": str(configuration), "HOME": str(tmp_path)}


def test_the_order_is_the_same_without_fonts(run, built, fontless):
    earlier = files(built / "out")
    assert run(*BUILD, "--force", **fontless).returncode == 0
    assert files(built / "out") == earlier


def test_without_fonts_there_is_a_pdf_or_a_reason(repository, fontless, tool):
    tool("soffice")("--version")
    build = command("build", "-o", "out", "--format", "pdf")
    result = subprocess.run(
        build, cwd=repository, env=environment(**fontless), capture_output=True, text=True, check=False
    )
    assert "Traceback" not in result.stderr
    printed = repository / "out" / "minimal" / "order.pdf"
    assert printed.read_bytes().startswith(b"%PDF") if printed.exists() else "ошибка W506" in result.stderr


@pytest.mark.parametrize("clock", ["0", "1", "315532799", "-1", "1e9", "99999999999", "9" * 30, "завтра"])
def test_a_clock_of_any_time(clock, run, built):
    """ZIP knows no day before 1980, and not every clock can be read."""
    assert run(*BUILD, SOURCE_DATE_EPOCH=clock).returncode == 0
    with ZipFile(BytesIO((built / "out" / "minimal" / "order.docx").read_bytes())) as order:
        assert {entry.date_time for entry in order.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_folder_in_which_nothing_may_be_written(run, repository):
    result = run("build", "-o", "/proc/out", "--format", "docx")
    assert (result.returncode, "ошибка W503" in result.stderr) == (1, True)
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(("name", "code"), [("out", "W503"), ("out/minimal", "W520")])
def test_a_file_in_the_place_of_a_folder(name, code, run, repository):
    place = repository / name
    place.parent.mkdir(exist_ok=True)
    place.write_text("важное", "utf-8")
    result = run(*BUILD)
    assert (result.returncode, f"ошибка {code}" in result.stderr) == (1, True)
    assert place.read_text("utf-8") == "важное"


def test_a_folder_that_is_locked(run, built):
    earlier = files(built / "out")
    (built / PLAN).write_bytes((built / PLAN).read_bytes().replace("отчёт".encode(), "доклад".encode()))
    (built / "out").chmod(0o555)
    result = run(*BUILD)
    (built / "out").chmod(0o755)
    assert (result.returncode, "ошибка W503" in result.stderr) == (1, True)
    assert files(built / "out") == earlier


def test_a_report_to_a_full_disk_is_no_traceback(repository):
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            command("check", "--format", "json"),
            cwd=repository,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    assert "на диске нет места" in result.stderr


def test_a_reader_that_goes_away_is_no_mistake(repository):
    check = subprocess.Popen(
        command("check", "--format", "json"),
        cwd=repository,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert check.stdout is not None
    check.stdout.close()
    _, said = check.communicate()
    assert b"Traceback" not in said
    assert "ошибка".encode() not in said


def test_a_language_of_the_computer_that_has_no_russian(repository):
    """Messages are in UTF-8 wherever they go."""
    result = subprocess.run(
        command("check", "roadmaps/нет.yaml"),
        cwd=repository,
        env=environment(LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONIOENCODING="", PYTHONCOERCECLOCALE="0"),
        capture_output=True,
        check=False,
    )
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert b"W501" in result.stderr
