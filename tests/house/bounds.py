"""The tests with the newest and with the lowest versions that `pyproject.toml` allows, side by side.

    python tests/house/bounds.py [PYTHON]

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


class Report(NamedTuple):
    """What became of a choice of versions."""

    pins: list[str]
    """Of what the product itself names; empty if there is no such choice."""
    output: str
    """Of the tests, or why there were none."""
    is_passed: bool


def main(python: str) -> int:
    """Test both choices and say what broke; how many broke."""
    with ThreadPoolExecutor() as pool:
        reports = list(pool.map(_report, RESOLUTIONS.values(), [python] * len(RESOLUTIONS)))
    for name, report in zip(RESOLUTIONS, reports, strict=True):
        print(f"== {name}: {', '.join(report.pins)}", report.output, sep="\n")
    return sum(not report.is_passed for report in reports)


def _report(resolution: str, python: str) -> Report:
    pins: list[str] = []
    with TemporaryDirectory() as folder:
        environment, overrides = Path(folder, "environment"), Path(folder, "overrides.txt")
        try:
            pins += _pins(resolution, python)
            overrides.write_text("\n".join(pins), "utf-8")
            _uv("venv", "--seed", "--python", python, environment)
            what = ("--override", overrides, "--group", "dev", "--editable", ROOT)
            _uv("pip", "install", "--python", environment, *what)
        except subprocess.CalledProcessError as error:
            return Report(pins, error.stderr, is_passed=False)
        tests = [environment / "bin" / "python", "-m", "pytest", "--quiet", "-p", "no:cacheprovider"]
        done = subprocess.run(tests, cwd=ROOT, capture_output=True, text=True, check=False)
    return Report(pins, done.stdout, is_passed=done.returncode == 0)


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
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else sys.executable))
