"""`roadmapc why`."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from roadmapc.cli.paths import PATH
from roadmapc.cli.report import exit_code, say
from roadmapc.pipeline import compile_plan
from roadmapc.render.why_text import why_text
from roadmapc.schedule.from_plan import duties
from roadmapc.schedule.plan_calendar import Duty, PlanCalendar
from roadmapc.schedule.why import TermChain, explain
from roadmapc.text.dates import digits
from roadmapc.text.similar import did_you_mean


@click.command("why")
@click.argument("plan", type=PATH, metavar="ПЛАН")
@click.argument("measure", metavar="МЕРОПРИЯТИЕ")
@click.argument("day", type=click.DateTime(["%d.%m.%Y", "%Y-%m-%d"]), required=False, metavar="[ДАТА]")
def command(plan: Path, measure: str, day: datetime | None) -> None:
    """Показать, откуда взялась каждая дата мероприятия: слова, прочтение, правило, перенос и акт о нём."""
    outcome = compile_plan(plan)
    if outcome.value is None:
        say(outcome.diagnostics)
        sys.exit(exit_code(outcome.diagnostics))
    calendar = outcome.value.calendar
    duty = _duty(calendar, measure)
    chains = explain(calendar, duty)
    wanted = day.date() if day else None
    if wanted is not None and not _has(chains, wanted):
        raise click.UsageError(
            f"у мероприятия {duty.number} нет даты {digits(wanted)}; есть: {_dates(chains)}"
        )
    click.echo(why_text(calendar.plan, duty, chains, wanted), nl=False)


def _duty(calendar: PlanCalendar, name: str) -> Duty:
    known = tuple(duties(calendar.plan))
    wanted = name.rstrip(".")
    found = next((duty for duty in known if wanted in (duty.number, duty.id)), None)
    if found is None:
        hints = did_you_mean(wanted, [*(duty.number for duty in known), *(duty.id for duty in known)])
        raise click.UsageError("; ".join((f"мероприятия «{name}» в плане нет", *hints)))
    return found


def _has(chains: tuple[TermChain, ...], day: date) -> bool:
    return any(
        day in (each.occurrence.nominal, each.occurrence.due) for chain in chains for each in chain.dates
    )


def _dates(chains: tuple[TermChain, ...]) -> str:
    days = [digits(each.occurrence.nominal) for chain in chains for each in chain.dates]
    return ", ".join(days[:12]) + (" …" if len(days) > 12 else "") if days else "ни одной"
