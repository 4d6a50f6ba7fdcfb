"""The tests with the newest and with the lowest versions that `pyproject.toml` allows, side by side.

    python tests/house/bounds.py PYTHON             all tests with both
    python tests/house/bounds.py PYTHON --lowest    those that a version can break, with the lowest

What the product needs is chosen as for somebody who installs nothing else. The tools of the tests are the
newest, and may not hold it back: if one needs an older version, its tests say so.
"""

import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
RESOLUTIONS = {"newest": "highest", "lowest": "lowest-direct"}
"""What uv calls them."""
DOORS = (
    "tests/syntax/test_tree.py",  # PyYAML: events, places, messages
    "tests/schema/test_schema_words.py",  # jsonschema and jsonschema-rs
    "tests/source/test_image.py",  # Pillow
    "tests/text/test_markdown.py",  # markdown-it-py and its plugins
    "tests/calendar/test_from_yaml.py",
    "tests/calendar/test_expansion_rrule.py",  # python-dateutil
    "tests/render/docx/test_template.py",  # docxtpl, Jinja2, MarkupSafe
    "tests/render/docx/test_order.py",  # python-docx, lxml
    "tests/render/register/test_workbook.py",  # XlsxWriter writes, openpyxl reads
    "tests/cli/test_deadline_command.py",
    "tests/cli/test_manual.py",  # click
    "tests/plans/test_good.py",  # all of them, one after another
)
"""Where the product meets what it needs; all the rest is Python of our own, whatever is installed."""
TOOLS = ("check-jsonschema", "hypothesis", "icalendar", "packaging", "pytest")
"""What these tests need; the locked versions."""


class Report(NamedTuple):
    """What became of a choice of versions."""

    pins: list[str]
    """Of what the product itself names; empty if there is no such choice."""
    output: str
    """Of the tests, or why there were none."""
    is_passed: bool


def main(python: str, *, is_quick: bool) -> int:
    """Test both choices, or the lowest one in a few minutes, and say what broke; how many broke."""
    resolutions = {"lowest": RESOLUTIONS["lowest"]} if is_quick else RESOLUTIONS
    with ThreadPoolExecutor() as pool:
        reports = list(
            pool.map(lambda resolution: _report(resolution, python, is_quick=is_quick), resolutions.values())
        )
    for name, report in zip(resolutions, reports, strict=True):
        print(f"== {name}: {', '.join(report.pins)}", report.output, sep="\n")
    return sum(not report.is_passed for report in reports)


def _report(resolution: str, python: str, *, is_quick: bool) -> Report:
    pins: list[str] = []
    with TemporaryDirectory() as folder:
        environment, overrides = Path(folder, "environment"), Path(folder, "overrides.txt")
        try:
            pins += _pins(resolution, python)
            overrides.write_text("\n".join(pins), "utf-8")
            _uv("venv", "--seed", "--python", python, environment)
            tools = _locked_tools() if is_quick else ("--group", "dev")
            what = ("--override", overrides, *tools, "--editable", ROOT)
            _uv("pip", "install", "--python", environment, *what)
        except subprocess.CalledProcessError as error:
            return Report(pins, error.stderr, is_passed=False)
        doors = DOORS if is_quick else ()
        tests = [environment / "bin" / "python", "-m", "pytest", "--quiet", "-p", "no:cacheprovider", *doors]
        done = subprocess.run(tests, cwd=ROOT, capture_output=True, text=True, check=False)
    return Report(pins, done.stdout, is_passed=done.returncode == 0)


def _locked_tools() -> list[str]:
    lines = (ROOT / "requirements" / "dev.txt").read_text("utf-8").splitlines()
    pins = [line.removesuffix(" \\") for line in lines if "==" in line]
    return [pin for pin in pins if pin.partition("==")[0] in TOOLS]


def _pins(resolution: str, python: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    how = ("--python", python, "--resolution", resolution, "--no-annotate", "--no-header")
    chosen = _uv("pip", "compile", "pyproject.toml", *how)
    return [line for line in chosen.splitlines() if Requirement(line).name in named]


def _uv(*words: object) -> str:
    command = [Path(sys.executable).with_name("uv"), *map(str, words), "--quiet"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    python, *options = sys.argv[1:]
    sys.exit(main(python, is_quick="--lowest" in options))
