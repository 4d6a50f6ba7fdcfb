"""What leaves a document read as it was is not refused, and gets the right one of the good answers."""

import pytest
from editing import Package
from edits_harmless import HARMLESS, SAME
from returned import Build, Verify

from roadmapc.diagnostics.code import Severity


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_edit_is_not_refused(name: str, build: Build, verify: Verify) -> None:
    case = HARMLESS[name]
    package = Package(build(case.plan))
    case.edit(package)
    found = verify(case.plan, package.saved())
    assert all(each.severity is Severity.NOTE for each in found), found
    if case.answer == SAME:
        assert found == []
    else:
        assert any(case.manner in f"{each.code.id} {each.message}" for each in found), found
