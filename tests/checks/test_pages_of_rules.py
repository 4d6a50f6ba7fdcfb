"""The page of a rule is the same whether the rule is loaded or its file is read."""

import pytest

from roadmapc.checks.pages import code_of_rule
from roadmapc.checks.registry import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.id)
def test_a_code_is_read_where_it_is_written(rule):
    of_file = [code_of_rule(name) for name in (rule.code.id, rule.code.id.lower(), rule.code.name)]
    assert of_file == [rule.code] * 3


def test_no_rule_has_a_strange_name():
    assert code_of_rule("D305") is code_of_rule("personal") is code_of_rule("") is None
