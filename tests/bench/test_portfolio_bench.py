"""The bench of a region asks what it says it asks."""

import sys
from pathlib import Path

import pytest
from runs import run

pytest.importorskip("duckdb")


def test_a_small_region_is_asked():
    _, report = run((sys.executable, Path(__file__).with_name("portfolio.py"), 1))
    assert "13,200 dates of 40 plans of 1 municipalities" in report
    assert "load of a body by week" in report
