"""The memory of a check is that of its largest plan, not of all."""

from many import check, write

FEW, MANY = 5, 50
SPARE = 10
"""MiB; 45 plans that are kept have 60."""


def test_plans_are_forgotten_when_they_are_checked(tmp_path):
    for count in (FEW, MANY):
        write(tmp_path / str(count), count)
    few, many = (check(tmp_path / str(count)) for count in (FEW, MANY))
    assert many.mebibytes < few.mebibytes + SPARE
