"""Random edits of a plan as an office makes them, applied to the plain data of its YAML."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

Node = dict[str, Any]
Edit = Callable[[Random, Node], None]

WORDS = [
    "анализ",
    "справка",
    "школ",
    "«Точка роста»",
    "2024",
    "качества",
    "отчёт",
    "до",
    "и",
    "№ 5",
    "родителей",
]
PHRASES = [
    "до 01.09 ежегодно",
    "постоянно",
    "до 15.11.2022",
    "ежеквартально",
    "октябрь 2023 года",
    "2021–2025 годы",
    "по запросу",
]
BODIES = ["department", "methodology", "inspection", "schools"]


def edited(random: Random, plan: Node, count: int) -> None:
    """Make so many edits, one after the other."""
    for _ in range(count):
        random.choice(EDITS)(random, plan)


def _sections(plan: Node) -> list[Node]:
    return list(plan["appendices"][0]["sections"])


def _measures(plan: Node) -> Iterator[tuple[Node, Node]]:
    return ((section, measure) for section in _sections(plan) for measure in section["measures"])


def _clauses(node: Node) -> Iterator[Node]:
    for clause in node["clauses"]:
        yield clause
        yield from _clauses(clause) if "clauses" in clause else ()


def _changed(random: Random, text: str) -> str:
    """Words put in, taken out, put in the place of others."""
    words = text.split(" ")
    at = random.randrange(len(words))
    kind = random.choice(["insert", "append", "replace", "drop", "rewrite"])
    if kind == "rewrite":
        return " ".join(random.choices(WORDS, k=random.randint(1, 9)))
    if kind == "append":
        return " ".join([*words, *random.choices(WORDS, k=random.randint(1, 4))])
    new = random.choices(WORDS, k=random.randint(1, 3)) if kind != "drop" else []
    end = at if kind == "insert" else at + random.randint(1, 2)
    return " ".join(words[:at] + new + words[end:]) or "текст"


def change_measure(random: Random, plan: Node) -> None:
    measures = list(_measures(plan))
    if measures:
        _, measure = random.choice(measures)
        measure["measure"] = _changed(random, measure["measure"])


def change_deadline(random: Random, plan: Node) -> None:
    measures = list(_measures(plan))
    if measures:
        _, measure = random.choice(measures)
        measure["deadline"] = random.choice(PHRASES)


def change_executors(random: Random, plan: Node) -> None:
    measures = list(_measures(plan))
    if measures:
        _, measure = random.choice(measures)
        measure["executors"] = random.sample(BODIES, k=random.randint(1, 3))


def _new_measure(random: Random) -> Node:
    return {
        "id": f"new-{random.randrange(10**9)}",
        "measure": " ".join(random.choices(WORDS, k=4)),
        "deadline": random.choice(PHRASES),
        "executors": random.sample(BODIES, k=1),
    }


def add_measure(random: Random, plan: Node) -> None:
    sections = _sections(plan)
    if sections:
        measures = random.choice(sections)["measures"]
        measures.insert(random.randint(0, len(measures)), _new_measure(random))


def drop_measure(random: Random, plan: Node) -> None:
    measures = list(_measures(plan))
    if measures:
        section, measure = random.choice(measures)
        section["measures"].remove(measure)


def move_measure(random: Random, plan: Node) -> None:
    measures = list(_measures(plan))
    if measures and random.random() < 0.3:
        section, measure = random.choice(measures)
        section["measures"].remove(measure)
        random.choice(_sections(plan))["measures"].append(measure)


def add_section(random: Random, plan: Node) -> None:
    sections = plan["appendices"][0]["sections"]
    new = {"id": f"new-{random.randrange(10**9)}", "title": " ".join(random.choices(WORDS, k=2))}
    rows = [_new_measure(random) for _ in range(random.randint(0, 2))]
    sections.insert(random.randint(0, len(sections)), {**new, "measures": rows})


def drop_section(random: Random, plan: Node) -> None:
    sections = plan["appendices"][0]["sections"]
    if len(sections) > 1:
        sections.remove(random.choice(sections))


def rename_section(random: Random, plan: Node) -> None:
    sections = _sections(plan)
    if sections:
        section = random.choice(sections)
        section["title"] = _changed(random, section["title"])


def change_clause(random: Random, plan: Node) -> None:
    clause = random.choice(list(_clauses(plan["order"])))
    clause["text"] = _changed(random, clause["text"])


def add_clause(random: Random, plan: Node) -> None:
    clauses = plan["order"]["clauses"]
    clauses.insert(random.randint(1, len(clauses)), {"text": " ".join(random.choices(WORDS, k=5))})


def drop_clause(random: Random, plan: Node) -> None:
    clauses = plan["order"]["clauses"]
    if len(clauses) > 2:
        del clauses[random.randrange(1, len(clauses))]


def move_clause(random: Random, plan: Node) -> None:
    clauses = plan["order"]["clauses"]
    clause = clauses.pop(random.randrange(1, len(clauses)))
    clauses.insert(random.randint(1, len(clauses)), clause)


def change_title(random: Random, plan: Node) -> None:
    target = random.choice([plan["order"], plan["appendices"][0]])
    target["title"] = _changed(random, target["title"])


def rename_everywhere(random: Random, plan: Node) -> None:
    old = random.choice(["качества", "школ", "Анализ"])
    for _, measure in _measures(plan):
        measure["measure"] = measure["measure"].replace(old, "уровня")


def add_appendix(random: Random, plan: Node) -> None:
    name = f"new-{random.randrange(10**9)}"
    table = {"columns": ["Показатель", "Значение"], "rows": [["Доля", str(random.randrange(100))]]}
    plan["appendices"].append({"id": name, "title": "Показатели", "parts": [{"table": table}]})


EDITS: list[Edit] = [
    *[change_measure, change_deadline, change_executors, add_measure, drop_measure] * 3,
    *[move_measure, add_section, drop_section, rename_section, change_clause, add_clause, drop_clause],
    *[move_clause, change_title, rename_everywhere, add_appendix],
]
"""The everyday edits are the more frequent ones."""
