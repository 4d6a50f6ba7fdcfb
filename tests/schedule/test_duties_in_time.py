"""Each day by the edition that rules it: what stays, what moves, what is due once more (`in-time.yaml`)."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from roadmapc.pipeline import compile_unchecked
from roadmapc.schedule.in_time import RuledSince, lived
from roadmapc.schedule.plan_calendar import PlanCalendar

CASES = yaml.load((Path(__file__).parent / "in-time.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
DIRECTORY = Path(__file__).parents[1] / "diff" / "organisations" / "town.yaml"
PLAN = """\
format: 1
id: plan
organisation: organisations/town.yaml
period: 2022-2023
order:
  date: 10.01.2022
  number: 1
  author: director
  signatory: director
  title: Об утверждении плана
  clauses: [Утвердить план (приложение).]
appendices:
  - id: plan
    title: План
    sections:
      - id: only
        measures:
          - {id: other, measure: Другая строка, executors: [schools], result: итог}
"""


def calendar(folder: Path, phrase: str) -> PlanCalendar:
    row = f'          - {{id: row, measure: Строка, deadline: "{phrase}", executors: [schools]}}\n'
    (folder / "organisations").mkdir(exist_ok=True)
    (folder / "organisations" / "town.yaml").write_bytes(DIRECTORY.read_bytes())
    (folder / "plan.yaml").write_text(PLAN + (row if phrase else ""), "utf-8")
    compiled = compile_unchecked(folder / "plan.yaml").value
    assert compiled is not None
    return compiled.calendar


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_days_by_their_editions(case: dict[str, Any], tmp_path: Path) -> None:
    since = datetime.strptime(case["since"], "%d.%m.%Y").date()
    first, later = (calendar(tmp_path, case.get(name, "")) for name in ("was", "now"))
    whole, kept = lived(first, [RuledSince(later, since, "приказом", is_end="ends" in case)])
    shown = [
        f"{each.occurrence.due:%d.%m.%Y}" + (f" вместо {each.moved.former:%d.%m.%Y}" if each.moved else "")
        for each in whole.entries
    ]
    assert shown == case["due"]
    assert [f"{each.entry.occurrence.due:%d.%m.%Y}" for each in kept] == case.get("kept", [])
    assert len({each.uid for each in whole.entries}) == len(whole.entries)
    assert {each.uid for each in first.entries if each.occurrence.due < since} <= {
        each.uid for each in whole.entries
    }
    begun = {each.duty.since for each in whole.entries}
    assert begun == ({None} if "was" in case else {since})
