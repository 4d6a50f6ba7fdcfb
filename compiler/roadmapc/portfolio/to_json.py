"""Answers for programs."""

import json
from collections.abc import Sequence

from roadmapc.portfolio.answer import Answer
from roadmapc.portfolio.region import Coverage
from roadmapc.portfolio.values import in_json

_VERSION = 1


def to_json(answers: Sequence[Answer], coverage: Coverage) -> str:
    """Rows are lists, since a query may give two columns one name."""
    report = {
        "version": _VERSION,
        "plans": {
            "read": coverage.plans,
            "municipalities": coverage.municipalities,
            "left_out": [
                {"path": each.path, "reason": each.absence.name.lower()} for each in coverage.left_out
            ],
        },
        "answers": [
            {
                "question": each.question,
                "asked": {condition.option: in_json(condition.value) for condition in each.asked},
                "columns": [{"name": column.name, "type": column.type} for column in each.columns],
                "rows": [[in_json(value) for value in row] for row in each.rows],
            }
            for each in answers
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"
