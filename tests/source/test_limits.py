"""The guide says what the limits are, each as its table has it."""

from pathlib import Path

from roadmapc.source.limits import LIMITS, Comparisons

GUIDE = Path(__file__).parents[2] / "roadmaps" / "README.md"


def test_the_guide_lists_every_limit() -> None:
    _, _, section = GUIDE.read_text("utf-8").partition("## Пределы")
    listed = [line for line in section.partition("\n## ")[0].splitlines() if line.startswith("| ")]
    rows = [f"| {str(limit).replace(chr(0xA0), ' ')} | {limit.what} | {limit.advice} |" for limit in LIMITS]
    assert listed[2:] == rows


def test_comparisons_end() -> None:
    comparisons = Comparisons()
    assert [comparisons.allow(40_000) for _ in range(4)] == [True, True, False, False]
