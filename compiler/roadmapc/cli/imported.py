"""What `import` tells: what was made, the calendar in brief, questions, what is left."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmapc.incoming.blocks import Mending
from roadmapc.recognition.account import Question, Residue
from roadmapc.render.agenda.view import UNDATED
from roadmapc.text.dates import digits
from roadmapc.text.listed import listed
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened

if TYPE_CHECKING:
    from roadmapc.compiled import Compiled

_SHOWN = 10
"""Questions and pieces of residue that are told one by one."""
_QUOTED = 3
"""Pieces of residue of one reason that are quoted."""
_TOLD = ("id", "where", "question", "proposal", "others")
"""Fields of a question that programs read."""


class Made(NamedTuple):
    """Two files, and what is to be said of them."""

    plan: Path
    directory: Path
    compiled: "Compiled | None"
    """`None` if the plan has errors that stop it."""
    questions: Sequence[Question]
    residue: Sequence[Residue]
    mendings: Sequence[Mending]


def summary(made: Made) -> Iterator[str]:
    """Line by line."""
    yield f"план: {made.plan}"
    yield f"справочник: {made.directory}"
    if made.compiled is not None:
        yield from _contents(made.compiled)
    yield from _questions(made.questions)
    yield from _left(made.residue)
    yield from _mendings(made.mendings)
    yield ""
    yield f"посмотреть: roadmapc calendar {made.plan}; собрать: roadmapc build {made.plan}"


def for_programs(made: Made) -> str:
    """The same as JSON, as the page of the command line says."""
    told = {
        "plan": made.plan.as_posix(),
        "directory": made.directory.as_posix(),
        "residue": [each._asdict() for each in made.residue],
        "questions": [question_for_programs(each) for each in made.questions],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def question_for_programs(question: Question) -> dict[str, Any]:
    """A question without what is a matter of this program: its place in the plan, whether it is a choice."""
    return {name: getattr(question, name) for name in _TOLD}


def _contents(compiled: "Compiled") -> Iterator[str]:
    """How much there is of everything, and the calendar in brief."""
    plan, calendar = compiled.plan, compiled.calendar
    clauses = sum(1 for _ in plan.order.walk())
    measures = sum(1 for _ in plan.walk())
    counts = (
        counted(clauses, "пункт", "пункта", "пунктов"),
        counted(len(plan.appendices), "приложение", "приложения", "приложений"),
        counted(measures, "мероприятие", "мероприятия", "мероприятий"),
    )
    yield f"в плане: {', '.join(counts)}"
    days = [entry.occurrence.due for entry in calendar.entries]
    dated = counted(len(days), "срок", "срока", "сроков")
    span = f", с {digits(min(days))} по {digits(max(days))}" if days else ""
    yield f"календарь: {dated} с датой{span}"
    reasons = Counter(UNDATED[each.reason] for each in calendar.undated)
    yield from (f"  без даты {count}: {why}" for why, count in reasons.most_common())


def _questions(questions: Sequence[Question]) -> Iterator[str]:
    """Each with what was taken for the time being, as a line of the file of answers."""
    if not questions:
        return
    count = counted(len(questions), "вопрос", "вопроса", "вопросов")
    yield ""
    yield f"{count}; пока принято то, что стоит после имени. Ответы – такими же строками, файлом --answers:"
    for question in questions[:_SHOWN]:
        yield f"  # {question.where}: {question.question}"
        others = f"  # или: {'; '.join(question.others)}" if question.others else ""
        yield f"  {question.id}: {shortened(question.proposal, 80)}{others}"
    if len(questions) > _SHOWN:
        yield f"  … ещё {len(questions) - _SHOWN}: в плане они стоят на своих местах"


def _left(residue: Sequence[Residue]) -> Iterator[str]:
    """Words that are in no plan for a known reason: how often, and the first of them."""
    known = Counter(each.why for each in residue if each.why)
    if known:
        yield ""
        yield "Не вошло в план; причина, число мест и слова (все – в --format json):"
    for why, count in known.most_common():
        texts = dict.fromkeys(" ".join(each.text.split()) for each in residue if each.why == why)
        yield f"  {why}: {count} – {listed([f'«{shortened(text, 60)}»' for text in texts], _QUOTED)}"


def _mendings(mendings: Sequence[Mending]) -> Iterator[str]:
    """Letters that were read otherwise than typed."""
    kinds = Counter(each.why for each in mendings)
    if kinds:
        yield ""
        yield "Прочитано иначе, чем набрано:"
        yield from (f"  {why}: {count}" for why, count in kinds.most_common())
