"""Any two editions, whichever is called the old one: what one way is gained is lost the other way."""

import shutil
from itertools import combinations
from pathlib import Path

import pytest
from test_reviews import MIRRORED

from roadmapc.diff.changes import Added, Modified, Moved, Removed
from roadmapc.diff.from_plans import compare
from roadmapc.diff.judgement import JudgedChange, Meaning, Review
from roadmapc.diff.significance import review
from roadmapc.pipeline import compile_plan
from roadmapc.render.changes.from_review import changes_view
from roadmapc.schedule.plan_calendar import PlanCalendar

HERE = Path(__file__).parent
EVERY = 5
"""Of all pairs of editions, so many are left out but one."""
BOTH_WAYS = MIRRORED | {new: old for old, new in MIRRORED.items()}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[PlanCalendar]:
    """The new edition of every case."""
    folder = tmp_path_factory.mktemp("editions")
    shutil.copytree(HERE / "organisations", folder / "organisations")
    found = []
    for case in sorted((HERE / "cases").iterdir()):
        path = folder / f"{case.name}.yaml"
        shutil.copy(case / "after.yaml", path)
        outcome = compile_plan(path)
        assert outcome.value
        found.append(outcome.value.calendar)
    return found


@pytest.fixture(scope="module")
def pairs(editions: list[PlanCalendar]) -> list[tuple[Review, Review]]:
    """Reviews of two editions, there and back."""
    chosen = list(combinations(editions, 2))[::EVERY]
    return [(review(compare(old, new)), review(compare(new, old))) for old, new in chosen]


def test_kinds_and_meanings_change_places(pairs: list[tuple[Review, Review]]) -> None:
    assert len(pairs) > 300
    for there, back in pairs:
        assert sorted(map(mirrored, there.changes)) == sorted(map(plain, back.changes))


def test_a_split_is_a_merge_the_other_way(pairs: list[tuple[Review, Review]]) -> None:
    for there, back in pairs:
        assert ids(there, "splits") == ids(back, "merges")
        assert ids(there, "merges") == ids(back, "splits")
    assert any(there.splits or there.merges for there, _ in pairs)


def test_the_first_line_is_never_empty_and_every_change_has_a_row(pairs: list[tuple[Review, Review]]) -> None:
    for pair in pairs:
        for found in pair:
            view = changes_view(found)
            assert view.summary[0]
            assert bool(view.substantive or view.editorial) is bool(found.changes)


def test_an_edition_does_not_differ_from_itself(editions: list[PlanCalendar]) -> None:
    assert all(compare(edition, edition).is_empty for edition in editions)


def ids(found: Review, kind: str) -> set[tuple[str, tuple[str, ...]]]:
    return {(each.whole.id, tuple(part.id for part in each.parts)) for each in getattr(found, kind)}


def plain(judged: JudgedChange) -> tuple[object, ...]:
    """A change without its place."""
    kind = {Added: "added", Removed: "removed", Moved: "moved", Modified: "modified"}[type(judged.change)]
    fields = [
        (
            field.value.name,
            field.value.before,
            field.value.after,
            sorted(each.meaning for each in field.judgements),
        )
        for field in judged.fields
    ]
    return judged.provision.kind, kind, judged.significance, sorted(fields)


def mirrored(judged: JudgedChange) -> tuple[object, ...]:
    unit, kind, significance, fields = plain(judged)
    assert isinstance(fields, list)
    swapped = [
        (name, after, before, sorted(BOTH_WAYS.get(Meaning(each), Meaning(each)) for each in meanings))
        for name, before, after, meanings in fields
    ]
    opposite = {"added": "removed", "removed": "added"}.get(str(kind), kind)
    return unit, opposite, significance, sorted(swapped)
