"""A long report says where to begin."""

from collections import Counter
from pathlib import Path

from click.testing import CliRunner

from roadmapc.cli.main import roadmapc
from roadmapc.pipeline import compile_plan

LONG = Path(__file__).parents[1] / "plans" / "bad" / "yurga-2020.yaml"


def test_findings_are_counted_by_code_the_commonest_first():
    counts = Counter(one.code.id for one in compile_plan(LONG).diagnostics)
    shown = CliRunner().invoke(roadmapc, ["check", str(LONG)]).stderr.splitlines()
    start = next(at for at, line in enumerate(shown) if line.split()[:1] == [str(max(counts.values()))])
    table = [line.split()[:2] for line in shown[start : start + len(counts)]]
    assert {code: int(count) for count, code in table} == counts
    assert [int(count) for count, _ in table] == sorted(counts.values(), reverse=True)
