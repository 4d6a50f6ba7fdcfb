"""Whatever makes a document read otherwise is found, with its kind and its place."""

import pytest
from editing import Package, W
from edits_found import EDITS, ILLUSTRATED, Case, drawings
from edits_of_setting import UNSEEN
from returned import Build, Verify

from roadmapc.diagnostics.code import Severity

CASES = [pytest.param(case, id=name) for cases in (EDITS, UNSEEN) for name, case in cases.items()]
"""Edits of words, and settings by which words are no longer seen."""


@pytest.mark.parametrize("case", CASES)
def test_an_edit_is_found(case: Case, build: Build, verify: Verify) -> None:
    package = Package(build(case.plan))
    case.edit(package)
    found = verify(case.plan, package.saved())
    told = [each.message for each in found if each.code.id == case.code]
    assert any(each.severity is Severity.ERROR for each in found), found
    assert any(case.place in message for message in told), found


def test_a_picture_whose_neighbours_are_edited_has_not_moved(build: Build, verify: Verify) -> None:
    package = Package(build(ILLUSTRATED))
    picture = next(drawings(package)[0].iterancestors(f"{W}p"))
    for neighbour in (picture.getprevious(), picture.getnext()):
        list(neighbour.iter(f"{W}t"))[-1].text += " Правка."
    assert [each.code.id for each in verify(ILLUSTRATED, package.saved())] == ["V902", "V902"]
