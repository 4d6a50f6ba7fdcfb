"""`roadmapc deadline`."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import click

from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.occurrence import Expansion, UndatedReason
from roadmapc.calendar.policy import BusinessDayConvention, Policy
from roadmapc.calendar.workdays import official
from roadmapc.cli.options import DAY
from roadmapc.cli.report import exit_code
from roadmapc.deadline.from_text import read
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.model.codes import UNREADABLE_PERIOD
from roadmapc.model.from_tree.dates import ends_of
from roadmapc.render.deadline_json import deadline_json
from roadmapc.render.deadline_text import deadline_text

_EXAMPLE = "напишите, например, 2021-2025, 2026/2027 или 2021-01-01..2025-12-31"


class PeriodType(click.ParamType):  # type: ignore[type-arg] # generic only in the stubs of newer clicks
    """`FROM..TO`, both included, or what a plan writes in its `period`: «2027», «2021-2025»."""

    name = "ПЕРИОД"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, date]:
        """The two days."""
        days = _period(str(value))
        if days is None:
            self.fail(f"«{value}» – не период; {_EXAMPLE}", param, ctx)
        return days


def _period(text: str) -> tuple[date, date] | None:
    """The two days; `None` if the text names none, or names them the wrong way round."""
    text = text.strip()
    days = _between(text) if ".." in text else _of_plan(text)
    return days if days is not None and days[0] <= days[1] else None


def _between(text: str) -> tuple[date, date] | None:
    """`FROM..TO`; `None` if one of the days is not a day."""
    first, _, last = text.partition("..")
    first_day, last_day = _day(first), _day(last)
    return None if first_day is None or last_day is None else (first_day, last_day)


def _of_plan(text: str) -> tuple[date, date] | None:
    """The period as plans write it, «2026/2027» for a school year; `None` if it is not one."""
    ends = ends_of(text) or ends_of(f"{text} учебный год")
    try:
        return None if ends is None else (date(*ends[0]), date(*ends[1]))
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return DAY.convert(text.strip(), None, None)
    except click.BadParameter:
        return None


@click.command("deadline")
@click.argument("phrases", nargs=-1, metavar="ФРАЗА…|-")
@click.option("--period", type=PeriodType(), help="период плана, оба дня включительно")
@click.option("--order-date", type=DAY, metavar="ДАТА", help="дата приказа")
@click.option(
    "--convention",
    type=click.Choice([str(convention) for convention in BusinessDayConvention]),
    default=str(BusinessDayConvention.PRECEDING),
    help="куда уходит срок с выходного дня",
)
@click.option("--format", "form", type=click.Choice(("text", "json")), help="вид; для «-» всегда json")
def command(
    phrases: tuple[str, ...],
    period: tuple[date, date] | None,
    order_date: date | None,
    convention: str,
    form: str | None,
) -> None:
    """Показать, как понята фраза срока и какие даты из неё выходят.

    «-» читает фразы со стандартного ввода, по одной на строке; после табуляции строка может назвать
    свой период и дату приказа.
    """
    policy = Policy(convention=BusinessDayConvention(convention))
    horizon = Horizon(*period, order_date, policy) if period else None
    reading = form or ("json" if phrases == ("-",) else "text")
    failed = False
    for phrase, own in _phrases(phrases, horizon, policy):
        if isinstance(own, Diagnostic) and phrases != ("-",):
            raise click.UsageError(f"{own.message}; {own.hints[0]}")
        failed |= _show(phrase, own, reading)
    sys.exit(int(failed))


def _phrases(
    phrases: tuple[str, ...], horizon: Horizon | None, policy: Policy
) -> Iterator[tuple[str, Horizon | Diagnostic]]:
    if not phrases:
        raise click.UsageError("назовите фразу или «-»")
    lines: Iterable[str] = phrases
    if phrases == ("-",):
        lines = (line.rstrip("\r\n") for line in click.open_file("-", encoding="utf-8"))
    for line in lines:
        phrase, *rest = line.split("\t")
        yield phrase, _horizon(rest, horizon, policy)


def _horizon(fields: list[str], horizon: Horizon | None, policy: Policy) -> Horizon | Diagnostic:
    """What stands behind a phrase, if anything does, in place of the options; or what is wrong with it."""
    period, ordered = ([field.strip() for field in fields] + ["", ""])[:2]
    if period:
        days = _period(period)
        if days is None:
            return _unread(f"«{period}» – не период", _EXAMPLE)
        horizon = Horizon(*days, horizon.order_date if horizon else None, policy)
    if horizon is None:
        return _unread("период плана не назван", "назовите период плана: --period 2021-2025")
    if ordered:
        order_date = _day(ordered)
        if order_date is None:
            return _unread(f"«{ordered}» – не дата приказа", "напишите, например, 2021-03-18")
        horizon = replace(horizon, order_date=order_date)
    return horizon


def _unread(message: str, hint: str) -> Diagnostic:
    return Diagnostic(UNREADABLE_PERIOD, message, None, hints=(hint,))


_NO_DATES = Expansion((), UndatedReason.UNREADABLE)
"""Of a phrase whose period or order date cannot be read."""


def _show(phrase: str, horizon: Horizon | Diagnostic, form: str) -> bool:
    """Print the reading of a phrase; whether it has errors."""
    outcome = read(phrase)
    assert outcome.value is not None, "a phrase always has a reading"
    if isinstance(horizon, Diagnostic):
        expansion = _NO_DATES._replace(diagnostics=(horizon,))
    else:
        expansion = expand(outcome.value, horizon, official())
    said = (*outcome.diagnostics, *expansion.diagnostics)
    if form == "json":
        click.echo(deadline_json(outcome.value, expansion, said))
    else:
        click.echo(deadline_text(outcome.value, expansion, said))
    return exit_code(said) > 0
