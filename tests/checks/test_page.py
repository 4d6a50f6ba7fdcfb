"""The page of all codes cannot age: it is written by this test."""

from __future__ import annotations

from pathlib import Path

from roadmapc.catalogue import CODES
from roadmapc.diagnostics.code import Severity

PAGE = Path(__file__).parents[2] / "compiler" / "RULES.md"
HEAD = """# Что замечает roadmapc

Страницу пишет тест: `pytest tests/checks/test_page.py --update-golden`.
Подробно о каждом коде – `roadmapc explain КОД`.

| Важность | Что делать |
|---|---|
| ошибка | не подписывать |
| замечание | спросить автора |
| справка | принять к сведению |

Замечание или справку снимает отметка с причиной:
`# roadmapc: allow D341 – контрольные даты назначит департамент`. Она стоит в конце строки или над ней
и действует на всё, что под этой строкой с отступом.

| Код | Имя | Важность | О чём |
|---|---|---|---|
"""


def test_every_code_is_on_the_page(golden):
    rows = [f"| {code.id} | {code.name} | {code.severity.word} | {code.title} |" for code in CODES]
    golden(PAGE, HEAD + "\n".join(rows) + "\n")


def test_the_severities_of_the_page_are_all():
    assert all(f"| {severity.word} |" in HEAD for severity in Severity)
