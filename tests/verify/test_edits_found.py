"""Whatever makes a document read otherwise is found, with its kind and its place."""

import pytest
from editing import Package
from edits_found import EDITS
from returned import Build, Verify

from roadmapc.diagnostics.code import Severity


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_found(name: str, build: Build, verify: Verify) -> None:
    case = EDITS[name]
    package = Package(build(case.plan))
    case.edit(package)
    found = verify(case.plan, package.saved())
    told = [each.message for each in found if each.code.id == case.code]
    assert any(each.severity is Severity.ERROR for each in found), found
    assert any(case.place in message for message in told), found
