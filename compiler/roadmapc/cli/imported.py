"""What `import` tells people: what was made, the calendar in brief, questions, what is left."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from roadmapc.compiled import Compiled
from roadmapc.importing import Imported
from roadmapc.render.agenda.view import UNDATED
from roadmapc.text.dates import digits
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened

_SHOWN = 10
"""Questions and pieces of residue that are told one by one."""


def summary(imported: Imported, plan: Path, directory: Path) -> Iterator[str]:
    """Line by line."""
    yield f"план: {plan}"
    yield f"справочник: {directory}"
    if imported.compiled.value is not None:
        yield from _contents(imported.compiled.value)
    yield from _questions(imported)
    known = Counter(each.why for each in imported.residue if each.why)
    if known:
        yield ""
        yield "Не вошло в план, потому что ничего своего не говорит:"
        yield from (f"  {why}: {count}" for why, count in known.most_common())
    yield from _mendings(imported)
    yield ""
    yield f"посмотреть: roadmapc calendar {plan}; собрать: roadmapc build {plan}"


def _contents(compiled: Compiled) -> Iterator[str]:
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


def _questions(imported: Imported) -> Iterator[str]:
    """Each with what was taken for the time being, as a line of the file of answers."""
    if not imported.questions:
        return
    count = counted(len(imported.questions), "вопрос", "вопроса", "вопросов")
    yield ""
    yield f"{count}; пока принято то, что стоит после имени. Ответы – такими же строками, файлом --answers:"
    for question in imported.questions[:_SHOWN]:
        yield f"  # {question.where}: {question.question}"
        others = f"  # или: {'; '.join(question.others)}" if question.others else ""
        yield f"  {question.id}: {shortened(question.proposal, 80)}{others}"
    if len(imported.questions) > _SHOWN:
        yield f"  … ещё {len(imported.questions) - _SHOWN}: в плане они стоят на своих местах"


def _mendings(imported: Imported) -> Iterator[str]:
    """Letters that were read otherwise than typed."""
    kinds = Counter(each.why for each in imported.document.mendings)
    if kinds:
        yield ""
        yield "Прочитано иначе, чем набрано:"
        yield from (f"  {why}: {count}" for why, count in kinds.most_common())
