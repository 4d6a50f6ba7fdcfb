"""Every rule by its cases, and by the examples of its manual page.

A case file names plans by what they put into the frame (`frame.py`): fields of the first `measure`,
further `measures`, `clauses`, an `appendix`. A failing case says the words that the finding points `at`,
may say a part of what it `says`, and `where` they stand if not in the plan: in the `organisation`.
The examples of the page are put into the frame the same way, at the place that `page` names; what is said
of each bad one is in `messages.txt`. After a change of words run `pytest tests/checks --update-golden` and
read the difference.
"""

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from frame import Record, check, read

from roadmapc.checks.registry import RULES
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.model.profile import Checks

CASES = Path(__file__).parent / "cases"
MESSAGES = Path(__file__).parent / "messages.txt"
CODES = {rule.code.id: rule.code for rule in RULES}
FILES = {path.stem: read(path.read_text("utf-8")) for path in sorted(CASES.glob("*.yaml"))}
PLACES = {
    **dict.fromkeys(("measure", "deadline", "executors", "participants", "document", "result"), "measure"),
    **dict.fromkeys(("date", "preamble", "clauses"), "order"),
    "text": "clause",
    "columns": "appendix",
    "amendments": "amendments",
}
"""Where a field of an example belongs, unless the case file says."""


def test_each_rule_has_cases_and_no_case_is_without_its_rule():
    assert set(FILES) == set(CODES)
    assert [code for code, file in FILES.items() if not (file["fail"] and file["pass"])] == []


def test_the_pages_name_the_thresholds_of_the_profile_and_no_others():
    named = {name for code in CODES.values() for name in re.findall(r"checks\.(\w+)", code.manual)}
    assert named | {"without"} == {field.name for field in fields(Checks)}


def _cases(kind: str) -> list[Any]:
    named = [(code, case) for code, file in FILES.items() for case in file[kind]]
    return [pytest.param(code, case, id=f"{code}: {case['name']}") for code, case in named]


def _said(code: str, said: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [one for one in said if one.code.id == code]


@pytest.mark.parametrize(("code", "case"), _cases("fail"))
def test_it_finds(code, case, tmp_path):
    _, said = check(case, tmp_path)
    found = [one.place.file.text[one.place.span.start : one.place.span.end] for one in _said(code, said)]
    assert {Path(one.place.file.name).stem for one in _said(code, said)} == {case.get("where", "plan")}
    assert all(one.hints or one.edit for one in _said(code, said)), "a finding says what to write"
    assert all(case.get("says", "") in one.message for one in _said(code, said))
    assert found == (case["at"] if isinstance(case["at"], list) else [case["at"]])


@pytest.mark.parametrize(("code", "case"), _cases("pass"))
def test_it_keeps_silent(code, case, tmp_path):
    _, said = check(case, tmp_path)
    assert _said(code, said) == []


@pytest.mark.parametrize("code", CODES)
class TestPage:
    def test_the_bad_example_is_found(self, code, tmp_path):
        _, said = check(_example(code, "Плохо"), tmp_path)
        assert _said(code, said)

    def test_the_good_example_is_not(self, code, tmp_path):
        _, said = check(_example(code, "Хорошо"), tmp_path)
        assert _said(code, said) == []


def test_what_is_said_of_the_bad_examples_is_read_by_somebody(golden, tmp_path):
    golden(MESSAGES, "\n".join(_story(code, tmp_path) for code in sorted(CODES)))


def _story(code: str, folder: Path) -> str:
    """The bad example with all that its rule says of it."""
    (folder / code).mkdir()
    _, said = check(_example(code, "Плохо"), folder / code)
    lines = [f"{code}  {_written(code, 'Плохо')}"]
    for one in _said(code, said):
        lines += [f"      {one.message}", *(f"      = {hint}" for hint in one.hints)]
    return "\n".join(lines) + "\n"


def _written(code: str, heading: str) -> str:
    """An example as the page has it."""
    found = re.search(rf"^{heading} +(.+)$", CODES[code].manual, re.MULTILINE)
    assert found, f"{code}: no example «{heading}»"
    return found[1]


def _example(code: str, heading: str) -> Record:
    """The fragment of the page in its surroundings."""
    fragment = read(_written(code, heading))
    page = dict(FILES[code].get("page", {}))
    place = page.pop("place", None) or PLACES[next(iter(fragment))]
    if place in NESTED:
        return page | NESTED[place](fragment)
    if heading == "Хорошо" and place == "measure":
        page.pop("drop", None) if set(page.get("drop", ())) & set(fragment) else None
    return page | {place: page.get(place, {}) | fragment}


def _section(**fields: object) -> Record:
    return {"id": "a", "title": "Раздел", "measures": [{"id": "x", "measure": "Совет"}]} | fields


NESTED: dict[str, Callable[[Any], Record]] = {
    "amendments": lambda fragment: fragment,
    "seasons": lambda fragment: fragment,
    "officials": lambda fragment: {"officials": fragment},
    "tables": lambda fragment: {"tables": {"rows": [["а", "б", "в"]]} | fragment},
    "parts": lambda fragment: {"parts": [fragment]},
    "composition": lambda fragment: {"parts": [{"composition": [fragment]}]},
    "sections": lambda fragment: {"appendix": {"sections": fragment}},
    "first-section": lambda fragment: {
        "appendix": {"sections": [_section(**fragment), _section(id="b", number="II", measures=[])]}
    },
    "own-section": lambda fragment: {
        "appendix": {
            "sections": [_section(number="2.1", measures=[{"id": "x", "measure": "Совет"} | fragment])]
        }
    },
    "second": lambda fragment: {"measures": [{"measure": "Совет"} | fragment]},
    "subclause": lambda fragment: {"clause": {"text": "Методисту:", "clauses": [fragment]}},
}
"""Places of an example that take more than one field."""
