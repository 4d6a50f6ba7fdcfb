"""The lock is what `pyproject.toml` asks for: exact, with hashes, the same for all, without any address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = ("build", "dev")


def _text(group: str) -> str:
    return (ROOT / "requirements" / f"{group}.txt").read_text("utf-8")


def _locked(group: str) -> dict[str, str]:
    """The version of each package."""
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", _text(group), re.MULTILINE))


def _asked(group: str) -> list[Requirement]:
    """What the product and a group name, and what the groups that it includes name."""
    named = PROJECT["dependency-groups"][group]
    included = [line for each in named if isinstance(each, dict) for line in _asked(each["include-group"])]
    lines = PROJECT["project"]["dependencies"] + [line for line in named if isinstance(line, str)]
    return [*included, *map(Requirement, lines)]


@pytest.mark.parametrize("group", GROUPS)
def test_what_is_asked_for_is_locked_within_its_bounds(group: str) -> None:
    locked = _locked(group)
    broken = [
        str(asked)
        for asked in _asked(group)
        if not asked.specifier.contains(locked.get(canonicalize_name(asked.name), "0"))
    ]
    assert broken == [], "make lock"


@pytest.mark.parametrize("group", GROUPS)
def test_every_line_is_one_version_with_its_hashes(group: str) -> None:
    written = re.sub(r"^ *#.*\n", "", _text(group), flags=re.MULTILINE).replace("\\\n", " ")
    strange = [
        line[:80]
        for line in written.splitlines()
        if not re.fullmatch(r"[\w.-]+==[\w.]+( ; [^#]+?)?( +--hash=sha256:[0-9a-f]{64})+", line)
    ]
    assert strange == []
    assert "://" not in _text(group)


def test_tools_leave_what_the_product_needs_as_it_is() -> None:
    assert _locked("build").items() <= _locked("dev").items()
