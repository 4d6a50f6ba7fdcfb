"""`roadmapc why`."""

import re
from datetime import date
from pathlib import Path

import click

from roadmapc.cli.options import as_of_option
from roadmapc.cli.parameters import DAY
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import leave
from roadmapc.model.provision import ProvisionKind
from roadmapc.pipeline import compile_plan
from roadmapc.render.answers.why_text import why_text
from roadmapc.schedule.from_plan import duties
from roadmapc.schedule.plan_calendar import Duty, PlanCalendar
from roadmapc.schedule.why import TermChain, explain
from roadmapc.text.dates import digits
from roadmapc.text.similar import did_you_mean

_KIND = re.compile(r"(?:(?P<clause>п\.|подп\.|пункт|подпункт)|строка|мероприятие)\s*", re.IGNORECASE)
"""What may be written before a number: «п. 4.2», «строка 4.2»."""
_LISTED = 12
"""Dates that a message lists."""


@click.command("why")
@click.argument("plan", type=PATH, metavar="ПЛАН")
@click.argument("measure", metavar="МЕРОПРИЯТИЕ")
@click.argument("day", type=DAY, required=False, metavar="[ДАТА]")
@as_of_option
def command(plan: Path, measure: str, day: date | None, as_of: date | None) -> None:
    """Показать, откуда взялась каждая дата мероприятия: слова, прочтение, правило, перенос и акт о нём.

    Пункт приказа называют «п. 5»; у номера без слова показывают и строку плана, и пункт.
    """
    outcome = compile_plan(plan, day=as_of)
    if outcome.value is None:
        leave(outcome.diagnostics)
    calendar = outcome.value.of_text
    # «4.2» may be a row of the plan and a clause of the order
    explained = [(duty, explain(calendar, duty)) for duty in _named(calendar, measure)]
    shown = [(duty, chains) for duty, chains in explained if day is None or day in _days(chains)]
    if day is not None and not shown:
        duty, chains = explained[0]
        printed = [digits(each.occurrence.nominal) for chain in chains for each in chain.dates]
        days = ", ".join(printed[:_LISTED]) or "ни одной"
        more = " …" if len(printed) > _LISTED else ""
        raise click.UsageError(
            f"у мероприятия {duty.number or duty.reference} нет даты {digits(day)}; есть: {days}{more}"
        )
    reports = (why_text(calendar.plan, duty, chains, day) for duty, chains in shown)
    click.echo("\n".join(reports), nl=False)


def _named(calendar: PlanCalendar, written: str) -> list[Duty]:
    """Measures, then clauses, of a number or an id; wrong use if there is none."""
    kind = _KIND.match(written)
    name = written[kind.end() if kind else 0 :].rstrip(".")
    is_clause = kind is not None and kind["clause"] is not None
    known = [
        duty
        for duty in duties(calendar.plan)
        if kind is None or (duty.kind is ProvisionKind.CLAUSE) == is_clause
    ]
    named = [duty for duty in known if name in (duty.number, duty.id)]
    if not named:
        missing = "пункта со сроком" if is_clause else "мероприятия"
        hints = did_you_mean(name, [each for duty in known for each in (duty.number, duty.id) if each])
        raise click.UsageError("; ".join((f"{missing} «{name}» в плане нет", *hints)))
    return sorted(named, key=lambda duty: duty.kind is ProvisionKind.CLAUSE)


def _days(chains: tuple[TermChain, ...]) -> set[date]:
    """All days of a duty, as printed and as moved off days off."""
    occurrences = [each.occurrence for chain in chains for each in chain.dates]
    return {each.nominal for each in occurrences} | {each.due for each in occurrences}
