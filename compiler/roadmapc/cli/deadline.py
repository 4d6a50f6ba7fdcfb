"""`roadmapc deadline`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

import click

from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.policy import Policy
from roadmapc.calendar.workdays import BusinessDayConvention, official
from roadmapc.cli.report import exit_code
from roadmapc.deadline.from_text import read
from roadmapc.model.from_tree.dates import ends_of
from roadmapc.render.deadline_json import deadline_json
from roadmapc.render.deadline_text import deadline_text

_FORMS = ("%Y-%m-%d", "%d.%m.%Y")
_DAY = click.DateTime(list(_FORMS))


class Period(click.ParamType):  # type: ignore[type-arg] # generic only in the stubs of newer clicks
    """`FROM..TO`, both included, or what a plan writes in its `period`: «2027», «2021-2025»."""

    name = "ПЕРИОД"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, date]:
        """The two days."""
        text = str(value).strip()
        days = _between(text) if ".." in text else _of_plan(text)
        if days is None or days[0] > days[1]:
            example = "напишите, например, 2021-2025 или 2021-01-01..2025-12-31"
            self.fail(f"«{value}» – не период; {example}", param, ctx)
        return days


def _between(text: str) -> tuple[date, date] | None:
    """`FROM..TO`; `None` if one of the days is not a day."""
    first, _, last = text.partition("..")
    first_day, last_day = _day(first), _day(last)
    return None if first_day is None or last_day is None else (first_day, last_day)


def _of_plan(text: str) -> tuple[date, date] | None:
    """The period as plans write it; `None` if it is not one."""
    ends = ends_of(text)
    try:
        return None if ends is None else (date(*ends[0]), date(*ends[1]))
    except ValueError:
        return None


def _day(text: str) -> date | None:
    for form in _FORMS:
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None


@click.command("deadline")
@click.argument("phrases", nargs=-1, metavar="ФРАЗА…|-")
@click.option("--period", type=Period(), help="период плана, оба дня включительно")
@click.option("--order-date", type=_DAY, metavar="ДАТА", help="дата приказа")
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
    order_date: datetime | None,
    convention: str,
    form: str | None,
) -> None:
    """Показать, как понята фраза срока и какие даты из неё выходят.

    «-» читает фразы со стандартного ввода, по одной на строке; после табуляции строка может назвать
    свой период и дату приказа.
    """
    policy = Policy(convention=BusinessDayConvention(convention))
    horizon = Horizon(*period, order_date.date() if order_date else None, policy) if period else None
    reading = form or ("json" if phrases == ("-",) else "text")
    failed = False
    for phrase, own in _phrases(phrases, horizon, policy):
        failed |= _show(phrase, own, reading)
    sys.exit(int(failed))


def _phrases(
    phrases: tuple[str, ...], horizon: Horizon | None, policy: Policy
) -> Iterator[tuple[str, Horizon]]:
    if not phrases:
        raise click.UsageError("назовите фразу или «-»")
    lines: Iterable[str] = phrases
    if phrases == ("-",):
        lines = (line.rstrip("\r\n") for line in click.open_file("-", encoding="utf-8"))
    for line in lines:
        yield _phrase(line, horizon, policy)


def _phrase(line: str, horizon: Horizon | None, policy: Policy) -> tuple[str, Horizon]:
    """A phrase with its own period and order date, if it carries any."""
    phrase, *rest = line.split("\t")
    if rest and rest[0].strip():
        first_day, last_day = Period().convert(rest[0].strip(), None, None)
        horizon = Horizon(first_day, last_day, horizon.order_date if horizon else None, policy)
    if horizon is None:
        raise click.UsageError("назовите период плана: --period 2021-2025")
    if len(rest) > 1 and rest[1].strip():
        horizon = replace(horizon, order_date=_day(rest[1]))
    return phrase, horizon


def _show(phrase: str, horizon: Horizon, form: str) -> bool:
    """Print the reading of a phrase; whether it has errors."""
    outcome = read(phrase)
    assert outcome.value is not None, "a phrase always has a reading"
    expansion = expand(outcome.value, horizon, official())
    said = (*outcome.diagnostics, *expansion.diagnostics)
    if form == "json":
        click.echo(deadline_json(outcome.value, expansion, said))
    else:
        click.echo(deadline_text(outcome.value, expansion, said))
    return exit_code(said) > 0
