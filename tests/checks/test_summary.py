"""A long report in full says where to begin."""

from collections import Counter
from pathlib import Path

from click.testing import CliRunner

from roadmapc.cli.main import roadmapc
from roadmapc.diagnostics.code import Group, Severity
from roadmapc.pipeline import compile_plan

LONG = Path(__file__).parents[1] / "plans" / "bad" / "yurga-2020.yaml"


def test_findings_are_counted_by_code_what_to_mend_first_above():
    said = compile_plan(LONG).diagnostics
    counts, codes = Counter(one.code.id for one in said), {one.code.id: one.code for one in said}
    shown = CliRunner().invoke(roadmapc, ["check", "--all", str(LONG)]).stderr.splitlines()
    table = [line.split()[:2] for line in shown[-2 - len(counts) : -2]]
    assert {code: int(count) for count, code in table} == counts
    ranks = [
        (list(Group).index(codes[code].group), list(Severity).index(codes[code].severity), -int(count))
        for count, code in table
    ]
    assert ranks == sorted(ranks)
