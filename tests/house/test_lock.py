"""The lock is what `pyproject.toml` asks for: exact, with hashes, the same for all, without any address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = ("build", "dev")
FIXED = {
    "jinja2": {
        "CVE-2019-10906": "2.10.1",
        "CVE-2020-28493": "2.11.3",
        "CVE-2024-22195": "3.1.3",
        "CVE-2024-34064": "3.1.4",
        "CVE-2024-56201": "3.1.5",
        "CVE-2024-56326": "3.1.5",
        "CVE-2025-27516": "3.1.6",
    },
    "lxml": {
        "CVE-2020-27783": "4.6.2",
        "CVE-2021-28957": "4.6.3",
        "CVE-2021-43818": "4.6.5",
        "CVE-2022-2309": "4.9.1",
    },
    "markdown-it-py": {"CVE-2023-26302": "2.2.0", "CVE-2023-26303": "2.2.0"},
    "openpyxl": {"CVE-2017-5992": "2.4.2"},
    "pillow": {
        "CVE-2023-50447": "10.2.0",
        "CVE-2024-28219": "10.3.0",
        "CVE-2025-48379": "11.3.0",
        "CVE-2026-25990": "12.1.1",
    },
    "pyyaml": {"CVE-2020-1747": "5.3.1", "CVE-2020-14343": "5.4"},
    "setuptools": {"CVE-2024-6345": "70.0", "CVE-2025-47273": "78.1.1"},
}
"""Published holes of what is installed with the product or builds it: the first version without each."""


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


def test_no_bound_allows_a_version_with_a_known_hole() -> None:
    lowest = {
        canonicalize_name(asked.name): min(
            Version(each.version) for each in asked.specifier if each.operator == ">="
        )
        for asked in _asked("build")
    }
    allowed = [
        f"{name} {lowest[name]}: {hole}"
        for name, holes in FIXED.items()
        for hole, fixed in holes.items()
        if lowest[name] < Version(fixed)
    ]
    assert allowed == []


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
