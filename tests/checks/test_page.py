"""The page of all codes and the list of those that a profile may do without cannot age: tests write them."""

import json
from pathlib import Path

from roadmapc.catalogue import every_code
from roadmapc.diagnostics.code import Severity

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "compiler" / "RULES.md"
PROFILE = ROOT / "schemas" / "profile.schema.json"
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
    rows = [f"| {code.id} | {code.name} | {code.severity.word} | {code.title} |" for code in every_code()]
    golden(PAGE, HEAD + "\n".join(rows) + "\n")


def test_the_severities_of_the_page_are_all():
    assert all(f"| {severity.word} |" in HEAD for severity in Severity)


def test_a_profile_may_do_without_everything_but_errors(golden):
    schema = json.loads(PROFILE.read_text("utf-8"))
    codes = schema["properties"]["checks"]["properties"]["without"]["items"]
    codes["enum"] = [code.id for code in every_code() if code.severity is not Severity.ERROR]
    golden(PROFILE, json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
