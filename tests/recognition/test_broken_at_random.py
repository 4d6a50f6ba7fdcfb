"""No accident makes the importer fail: it answers, and a plan that it writes passes `check`."""

import json

import pytest
from broken_at_random import broken_document

from in_process import run

SAID = {"N703", "L802", "M481"}
"""Errors of a draft about what the document says: the importer keeps its words, and a person decides."""


@pytest.mark.parametrize("seed", range(40))
def test_a_broken_document_is_answered(seed, tmp_path):
    document, plan = tmp_path / "order.docx", tmp_path / "plan.yaml"
    document.write_bytes(broken_document(seed))
    result = run(
        "import", document, "-o", plan, "--directory", tmp_path / "directory.yaml", "--format", "json"
    )
    assert result.exit_code in (0, 1), result.output
    if plan.exists():
        assert json.loads(result.stdout)["plan"]
        told = run("check", plan, "--format", "json")
        found = [each for each in json.loads(told.stdout)["diagnostics"] if each["severity"] == "error"]
        assert {each["code"] for each in found} <= SAID, found
