"""A setting that paper does not show is noted; one that leaves all words is not told."""

import pytest
from editing import Package
from edits_found import YURGA
from edits_of_setting import BESIDE, READABLE
from returned import Build, Verify

from roadmapc.diagnostics.code import Severity


@pytest.mark.parametrize("name", BESIDE)
def test_what_paper_does_not_show_is_noted(name: str, build: Build, verify: Verify) -> None:
    case = BESIDE[name]
    package = Package(build(case.plan))
    case.edit(package)
    (found,) = verify(case.plan, package.saved())
    assert found.severity is Severity.NOTE
    assert (found.code.id, case.place in found.message) == (case.code, True), found


@pytest.mark.parametrize("name", READABLE)
def test_a_setting_that_leaves_all_words_is_not_told(name: str, build: Build, verify: Verify) -> None:
    package = Package(build(YURGA))
    READABLE[name](package)
    assert verify(YURGA, package.saved()) == []
