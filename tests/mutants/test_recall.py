"""That the bench of mutants measures what it says: plans, kinds and what counts as caught."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from defects.registry import KINDS
from kind import GROUPS, Kind, Mutation
from recall import report
from trial import Desk, Mutant, manuscripts, mutations
from ways import rewritten

from roadmapc.diagnostics.code import Severity

LEAST = 130
"""Kinds of defect."""
COVERED = ("несуществующий день", "исполнителя нет", "кавычка не закрыта", "нет пункта о контроле")
"""Kinds of which no mutant has ever been missed."""
MANUSCRIPTS = pytest.mark.parametrize("plan", manuscripts(), ids=lambda plan: plan.plan.stem)


def kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


class TestPlans:
    @MANUSCRIPTS
    def test_nobody_would_query_them_as_they_are(self, desk, plan):
        asked = [one for one in desk.said(plan) if one.severity is not Severity.NOTE]
        assert [one.message for one in asked] == []

    @MANUSCRIPTS
    def test_the_reader_finds_texts_where_they_stand(self, plan):
        """What stands at the place of a text is read as that text."""
        for node in plan.nodes:
            source = plan.source(node.span)
            plain = source[:1] not in ">|\"'" and "\n" not in source
            assert not plain or source == node.text

    @MANUSCRIPTS
    def test_the_same_words_in_other_quotes_are_no_defect(self, desk, plan):
        """Every text is written anew, as mutants write theirs: nothing is said that was not."""
        nodes = [node for node in plan.nodes if node.path and "\n" not in node.text and "id" not in node.path]
        edits = tuple(rewritten(node, node.text) for node in nodes if node.role in SENTENCES)
        assert desk.examine(KINDS[0], plan, Mutation(edits)).new == ()


SENTENCES = ("measure measure", "measure result", "clause text", "order title", "appendix title", "cell")


class TestKinds:
    def test_there_are_enough_of_all_groups(self):
        assert len(KINDS) >= LEAST
        assert {kind.group for kind in KINDS} == set(GROUPS)
        assert [name for name, count in Counter(kind.name for kind in KINDS).items() if count > 1] == []

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.group}: {kind.name}")
    def test_it_has_a_place_and_changes_the_plan_there(self, kind):
        made = mutations(kind, 2)
        assert made
        for plan, mutation in made:
            texts = plan.edited(mutation.edits)
            assert texts != plan.texts
            assert texts != plan.edited(mutation.control)
            assert yaml.safe_load(texts[plan.plan.name])


class TestCaught:
    @pytest.mark.parametrize("name", COVERED)
    def test_what_a_rule_knows_is_caught(self, desk, name):
        tried = [desk.examine(kind(name), *each) for each in mutations(kind(name), 2)]
        assert all(one.caught for one in tried)

    def test_a_finding_of_another_subject_is_not_about_it(self, desk):
        other = kind("кавычка не закрыта")._replace(codes="D")
        assert not any(desk.examine(other, *each).caught for each in mutations(other, 2))

    def test_a_finding_at_another_place_is_not_about_it(self, desk):
        plan, mutation = mutations(kind("исполнителя нет"), 1)[0]
        (here,) = mutation.meets
        first = plan.node("format").span
        assert list(desk.there(plan, mutation.edits, [here]))
        assert not list(desk.there(plan, mutation.edits, [first]))

    def test_what_is_said_of_the_right_twin_too_is_not_about_it(self, desk):
        chosen = kind("сокращение не введено")
        (plan, mutation), *_ = mutations(chosen, 1)
        assert desk.examine(chosen, plan, mutation).caught
        assert not desk.examine(chosen, plan, mutation._replace(control=mutation.edits)).caught


def test_the_report_tells_kinds_groups_and_whether_the_bounds_are_kept():
    plan = manuscripts()[0]
    missed = [Mutant(each, plan, Mutation(()), ()) for each in KINDS[:2] for _ in range(3)]
    text, kept = report(missed)
    assert "   0 %     0/3   " in text
    assert text.endswith("   0 %     0/6     все; видов 2")
    assert not kept
