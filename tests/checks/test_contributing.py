"""The worked example of the contributing guide is a rule like any other: it keeps the cases shown with it."""

import re
from pathlib import Path
from typing import Any

import pytest
from frame import check, read

from roadmapc.checks import run

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")
EXAMPLE = GUIDE[GUIDE.index("## A new query of the clerk") :]
PATH = re.compile(r"`((?:compiler|tests|roadmaps|schemas)/[\w./-]+)`")


def _block(language: str) -> str:
    """The first block of the example in a language."""
    found = re.search(rf"^```{language}\n(.*?)^```", EXAMPLE, re.DOTALL | re.MULTILINE)
    assert found, language
    return found[1]


CASES = [(kind, case) for kind, cases in read(_block("yaml")).items() if kind != "page" for case in cases]


@pytest.mark.parametrize(
    ("kind", "case"), CASES, ids=lambda value: value if isinstance(value, str) else value["name"]
)
def test_the_rule_of_the_example_keeps_its_cases(kind, case, monkeypatch, tmp_path):
    module: dict[str, Any] = {}
    exec(_block("python"), module)
    monkeypatch.setattr(run, "RULES", (module["RULE"],))
    text, diagnostics = check(case, tmp_path)
    words = [text[slice(*said.place.span)] for said in diagnostics if said.code is module["RULE"].code]
    assert words == ([case["at"]] if kind == "fail" else [])


def test_the_files_that_the_guide_names_are_there():
    new = set(re.findall(r"^\*\*\d\. .*?\*\*, `(.+?)`", EXAMPLE, re.MULTILINE))
    assert [path for path in PATH.findall(GUIDE) if path not in new and not (ROOT / path).exists()] == []
