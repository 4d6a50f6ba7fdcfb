"""Every rule, by code. A new rule is a file in `rules/` and a line here."""

from __future__ import annotations

from roadmapc.checks.rule import Rule
from roadmapc.checks.rules import deadline_missing, executor_missing, result_missing

RULES: tuple[Rule, ...] = (
    deadline_missing.RULE,
    executor_missing.RULE,
    result_missing.RULE,
)
