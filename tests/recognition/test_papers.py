"""Orders of many hands are imported: what comes back, counted by a program that knows what they say."""

import pytest
from column_sets import column_sets
from hands_at_random import paper_at_random
from papers import HANDS, PLANS, aged_plan, names, paper
from score import BASES, score
from strange_hands import STRANGE

OFFICE = {name for name, hand in HANDS.items() if hand.get("format") in ("doc", "odt", "rtf")}
ALL = ("rows", "cells", "sections", "numbers", "heads", "clauses", "prose", "requisites")


PENDING = {
    "novoaleksandrovsk-2020 box": "headings of several centred lines in plain text",
    "empty-head-and-money": "the name of a total in the column of measures",
    "krutoyar+split rows": "rows merged down without a number column",
    "arkhangelsk-2021:2": "the number of the page in a running head",
    "megion-2022:1": "the number of the page in a running head",
    "svetlorechensk-2026:0": "empty rows of a form, torn rows of an estimate",
    "svetlorechensk-2026:1": "empty rows of a form, torn rows of an estimate",
    "svetlorechensk-2026:2": "empty rows of a form, torn rows of an estimate",
    "seed 29": "the name of a total in the column of measures",
    "seed 36": "plain text: lines under the signature",
}
"""What is not read yet."""


def known(names):
    """Cases, those that wait among them."""
    waiting = {name: pytest.mark.xfail(reason=why, strict=False) for name, why in PENDING.items()}
    return [pytest.param(name, marks=waiting.get(name, ())) for name in names]


def wrong(made, tmp_path, kinds=ALL):
    """All that did not come out, a line each."""
    found = score(made, tmp_path)
    assert not found.refused, found.refused
    told = [f"{kind}: {each}" for kind in kinds for each in found.counts[kind].wrong]
    told += [f"deadlines: {found.counts['deadlines']}"] * (found.counts["deadlines"].share < 1)
    told += [f"executors: {found.counts['executors']}"] * (found.counts["executors"].share < 1)
    told += [f"lost: {word}" for word in found.lost]
    return told + [f"no reason: {text}" for text in found.unexplained]


@pytest.mark.parametrize("name", known(names()))
def test_an_order_comes_back(name, tmp_path, tool):
    if name in OFFICE:
        tool("soffice")
    assert wrong(paper(name), tmp_path) == []


@pytest.mark.parametrize("name", known(column_sets()))
def test_a_table_of_any_columns_comes_back(name, tmp_path):
    assert wrong(paper(name), tmp_path) == []


@pytest.mark.parametrize("name", known(f"{base}+{hand}" for hand in STRANGE for base in BASES))
def test_a_strange_hand_is_read(name, tmp_path):
    assert wrong(paper(name), tmp_path) == []


AGED = [f"{path.stem}:{seed}" for path in sorted(PLANS.glob("*.yaml")) for seed in range(3)]


@pytest.mark.parametrize("name", known(AGED))
def test_an_aged_document_comes_back(name, tmp_path):
    plan, _, seed = name.partition(":")
    assert wrong(aged_plan(PLANS / f"{plan}.yaml", int(seed)), tmp_path) == []


@pytest.mark.parametrize("name", known(f"seed {seed}" for seed in range(40)))
def test_a_hand_by_chance_is_read(name, tmp_path):
    assert wrong(paper_at_random(int(name.split()[1])), tmp_path) == []
