"""Plans that nobody would query, which together use every field of the schemas."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from in_process import run
from roadmapc.pipeline import compile_plan
from roadmapc.render.document.digest import content_digest
from roadmapc.schema.registry import schema

GOOD = Path(__file__).parent / "good"
PLANS = sorted(GOOD.glob("*.yaml"))
DIRECTORIES = sorted(GOOD.glob("organisations/*.yaml"))
PROFILES = sorted(GOOD.glob("profiles/*.yaml"))
CALENDARS = sorted(GOOD.glob("calendars/*.yaml"))
FILES = {"plan": PLANS, "organisation": DIRECTORIES, "profile": PROFILES}
WORD = {"template"}
"""Fields that name a Word document, which `tests/render/docx` writes for itself."""
SCHEMAS = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_there_is_nothing_to_say_of_a_good_plan(plan: Path) -> None:
    result = run("check", "--strict", plan)
    assert (result.exit_code, result.output) == (0, "")


def declared(rule: Any) -> Iterator[str]:
    """The names of all fields that a schema declares."""
    if isinstance(rule, dict):
        yield from rule.get("properties", {})
        for part in rule.values():
            yield from declared(part)


def used(value: Any) -> Iterator[str]:
    """The names of all fields of a file."""
    if isinstance(value, dict):
        yield from value
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from used(part)


@pytest.mark.parametrize(("name", "files"), FILES.items(), ids=FILES)
def test_every_field_of_a_schema_is_used(name: str, files: list[Path]) -> None:
    found = {field for path in files for field in used(yaml.safe_load(path.read_text("utf-8")))}
    assert set(declared(schema(name))) - WORD <= found


EDITED = FILES | {"work-calendar": CALENDARS}


@pytest.mark.parametrize(("name", "files"), EDITED.items(), ids=EDITED)
def test_an_editor_sees_nothing_wrong_with_them(name: str, files: list[Path]) -> None:
    schemafile = SCHEMAS / f"{name}.schema.json"
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schemafile), *map(str, files)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def digest(plan: Path) -> str:
    outcome = compile_plan(plan)
    assert outcome.value is not None
    return content_digest(outcome.value.plan)


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A folder with the directory and the texts of the good plans."""
    files = (GOOD.glob(f"{each}/**/*.*") for each in ("texts", "pictures", "acts"))
    for source in (*DIRECTORIES, *PROFILES, *CALENDARS, *chain.from_iterable(files)):
        target = tmp_path / source.relative_to(GOOD)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    return tmp_path


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_a_byte_order_mark_and_line_ends_of_windows_change_nothing(plan: Path, beside: Path) -> None:
    lines = plan.read_text("utf-8").splitlines()
    typed = beside / "typed-on-windows.yaml"
    typed.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode() + b"\r\n")
    assert digest(typed) == digest(plan)
