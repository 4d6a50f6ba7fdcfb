"""Orders of many hands are imported: what comes back, counted by a program that knows what they say."""

import pytest
from column_sets import column_sets
from hands_at_random import paper_at_random
from papers import HANDS, PLANS, aged_plan, names, paper
from score import BASES, score
from strange_hands import STRANGE

OFFICE = {name for name, hand in HANDS.items() if hand.get("format") in ("doc", "odt", "rtf")}
ALL = ("rows", "cells", "sections", "numbers", "heads", "clauses", "prose", "requisites")


def wrong(made, tmp_path, kinds=ALL):
    """All that did not come out, a line each."""
    found = score(made, tmp_path)
    assert not found.refused, found.refused
    told = [f"{kind}: {each}" for kind in kinds for each in found.counts[kind].wrong]
    told += [f"deadlines: {found.counts['deadlines']}"] * (found.counts["deadlines"].share < 1)
    told += [f"executors: {found.counts['executors']}"] * (found.counts["executors"].share < 1)
    told += [f"lost: {word}" for word in found.lost]
    return told + [f"no reason: {text}" for text in found.unexplained]


@pytest.mark.parametrize("name", names())
def test_an_order_comes_back(name, tmp_path, tool):
    if name in OFFICE:
        tool("soffice")
    assert wrong(paper(name), tmp_path) == KNOWN.get(name, [])


KNOWN: dict[str, list[str]] = {}
"""What is not yet read, so that it is seen when it is."""


@pytest.mark.parametrize("name", column_sets())
def test_a_table_of_any_columns_comes_back(name, tmp_path):
    assert wrong(paper(name), tmp_path) == KNOWN.get(name, [])


@pytest.mark.parametrize("hand", STRANGE)
@pytest.mark.parametrize("base", BASES)
def test_a_strange_hand_is_read(base, hand, tmp_path):
    name = f"{base}+{hand}"
    assert wrong(paper(name), tmp_path) == KNOWN.get(name, [])


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("plan", sorted(path.stem for path in PLANS.glob("*.yaml")))
def test_an_aged_document_comes_back(plan, seed, tmp_path):
    name = f"{plan}:{seed}"
    assert wrong(aged_plan(PLANS / f"{plan}.yaml", seed), tmp_path) == KNOWN.get(name, [])


@pytest.mark.parametrize("seed", range(40))
def test_a_hand_by_chance_is_read(seed, tmp_path):
    assert wrong(paper_at_random(seed), tmp_path) == KNOWN.get(f"seed {seed}", [])
