"""A plan with nothing to query, into which a case puts what it is about."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.pipeline import compile_plan

Record = dict[str, Any]

MEASURE: Record = {
    "id": "one",
    "measure": "Подготовка отчёта",
    "deadline": "не позднее 01.06.2021",
    "executors": ["board"],
    "result": "отчёт",
}
PLAN: Record = {
    "format": "1",
    "id": "case",
    "organisation": "organisation.yaml",
    "period": "2021",
    "order": {
        "date": "18.03.2021",
        "number": "168",
        "author": "board",
        "signatory": "head",
        "title": "Об утверждении Плана работы на 2021 год",
        "clauses": [
            {"text": "Утвердить План работы на 2021 год (приложение).", "approves": "plan"},
            {"text": "Контроль за исполнением приказа оставляю за собой.", "control": "head"},
        ],
    },
    "appendices": [
        {
            "id": "plan",
            "title": "План работы на 2021 год",
            "columns": {
                "number": "№",
                "measure": "Мероприятие",
                "deadline": "Срок",
                "executors": "Исполнители",
                "participants": "Участники",
                "document": "Документ",
                "result": "Результат",
            },
            "sections": [{"id": "all", "measures": [MEASURE]}],
        }
    ],
}
DIRECTORY: Record = {
    "format": "1",
    "name": "Администрация города Примерска",
    "bodies": {
        "board": {"name": "управление образования", "genitive": "управления образования", "head": "head"},
        "schools": {"name": "школы города"},
    },
    "officials": {
        "head": {"name": "Образцова А. Б.", "post": "начальник", "body": "board"},
        "deputy": {"name": "Примеров В. Г.", "post": "заместитель", "dative": "Примерову В. Г."},
    },
}


class _Plain(yaml.SafeDumper):
    """Writes every text as it stands: `1` is not quoted, so the schema may take it for a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - overrides the library's table

    def ignore_aliases(self, data: object) -> bool:
        return True


def read(text: str) -> Any:
    """YAML in which every scalar is a text."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def write(value: object) -> str:
    return yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)


def plan_of(case: Record) -> tuple[Record, Record]:
    """The plan and the directory of a case."""
    plan, directory, case = deepcopy(PLAN), deepcopy(DIRECTORY), deepcopy(case)
    appendix = plan["appendices"][0]
    plan |= {"profile": "profile.yaml"} if case.keys() & {"checks", "words"} else {}
    plan["period"] = case.get("period", plan["period"])
    order = plan["order"] | case.get("order", {})
    plan["order"] = {name: value for name, value in order.items() if value != ""}
    plan["order"]["clauses"] = case.get("clauses", plan["order"]["clauses"])
    if "clause" in case:
        plan["order"]["clauses"].insert(1, case["clause"])
    measure = MEASURE | case.get("measure", {})
    measures = [measure, *({"id": f"m{at}"} | one for at, one in enumerate(case.get("measures", ())))]
    for field in case.get("drop", ()):
        measures[0] = {name: value for name, value in measures[0].items() if name != field}
    appendix["sections"][0]["measures"] = measures
    appendix |= case.get("appendix", {})
    parts = [*case.get("parts", ()), *({"table": case[name]} for name in ("tables",) if name in case)]
    if parts:
        plan["appendices"].append({"id": "more", "title": "Сведения", "parts": parts})
    plan["appendices"] += case.get("appendices", [])
    plan |= {name: case[name] for name in ("amendments", "seasons") if name in case}
    directory["bodies"] |= case.get("bodies", {})
    directory["officials"] |= case.get("officials", {})
    return plan, directory


def check(case: Record, folder: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """The plan's text and what is said of it."""
    plan, directory = plan_of(case)
    text = write(plan)
    (folder / "plan.yaml").write_text(text, "utf-8")
    (folder / "organisation.yaml").write_text(write(directory), "utf-8")
    chosen = {name: case[name] for name in ("checks", "words") if name in case}
    if chosen:
        profile = {"format": "1", "name": "Примерск", **chosen}
        (folder / "profile.yaml").write_text(write(profile), "utf-8")
    outcome = compile_plan(folder / "plan.yaml")
    assert outcome.value is not None, [said.message for said in outcome.diagnostics]
    return text, outcome.diagnostics
