"""`roadmapc deadline`."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date

import click

from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.occurrence import Expansion, UndatedReason
from roadmapc.calendar.policy import BusinessDayConvention, Policy
from roadmapc.calendar.season_rule import SeasonRule
from roadmapc.calendar.seasons import season_days
from roadmapc.calendar.workdays import official
from roadmapc.cli.parameters import DAY
from roadmapc.cli.report import encoded, exit_code
from roadmapc.deadline.from_text import read
from roadmapc.deadline.stretch import seasons_of
from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.model.codes import UNREADABLE_PERIOD
from roadmapc.model.from_tree.seasons import is_name, lawful_seasons, season_rule
from roadmapc.render.answers.deadline_json import deadline_json
from roadmapc.render.answers.deadline_text import deadline_text
from roadmapc.text.periods import ends_of

_EXAMPLE = "напишите, например, 2021-2025, 2026/2027 или 2021-01-01..2025-12-31"


class PeriodType(click.ParamType):  # type: ignore[type-arg] # generic only in the stubs of newer clicks
    """`FROM..TO`, both included, or what a plan writes in its `period`: «2027», «2021-2025», «2026/2027»."""

    name = "ПЕРИОД"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, date]:
        """The two days; wrong use if there are none, or the last is before the first."""
        text, days = str(value).strip(), None
        try:
            if ".." in text:
                first, _, last = text.partition("..")
                days = DAY.convert(first.strip(), None, None), DAY.convert(last.strip(), None, None)
            elif ends := ends_of(text) or ends_of(f"{text} учебный год"):
                days = date(*ends[0]), date(*ends[1])
        except (click.BadParameter, ValueError):
            days = None  # «31.02.2021..», or a year that no calendar has
        if days is None or days[1] < days[0]:
            self.fail(f"«{value}» – не период; {_EXAMPLE}", param, ctx)
        return days


PERIOD = PeriodType()


class SeasonType(click.ParamType):  # type: ignore[type-arg] # generic only in the stubs of newer clicks
    """`NAME: DAYS`, as a plan writes a season; the days of several years with semicolons between."""

    name = "ИМЯ: ДНИ"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> SeasonRule:
        """The season; wrong use if its days cannot be read."""
        name, _, days = str(value).partition(":")
        name = name.strip()
        if not name or not is_name(name):
            self.fail(f"«{name}» – не название; напишите «осенние каникулы: 25.10.2025 – 02.11.2025»")
        rule = season_rule(name, (each.strip() for each in days.split(";")))
        if not rule.stretches:
            self.fail(f"дни в «{value}» не прочитаны; напишите «осенние каникулы: 25.10.2025 – 02.11.2025»")
        return rule


SEASON = SeasonType()


@click.command("deadline")
@click.argument("phrases", nargs=-1, metavar="ФРАЗА…|-")
@click.option("--period", type=PERIOD, help="период плана, оба дня включительно")
@click.option("--order-date", type=DAY, metavar="ДАТА", help="дата приказа")
@click.option(
    "--convention",
    type=click.Choice([str(convention) for convention in BusinessDayConvention]),
    default=str(BusinessDayConvention.PRECEDING),
    help="куда уходит срок с выходного дня",
)
@click.option(
    "--season",
    "seasons",
    type=SEASON,
    multiple=True,
    help="название времени и его дни, как их пишет план; разные годы – через точку с запятой",
)
@click.option("--format", "form", type=click.Choice(("text", "json")), help="вид; для «-» всегда json")
def command(  # noqa: PLR0913 - an option each
    *,
    phrases: tuple[str, ...],
    period: tuple[date, date] | None,
    order_date: date | None,
    convention: str,
    seasons: tuple[SeasonRule, ...],
    form: str | None,
) -> None:
    """Показать, как понята фраза срока и какие даты из неё выходят.

    «-» читает фразы со стандартного ввода, по одной на строке; после табуляции строка может назвать
    свой период и дату приказа.
    """
    if not phrases:
        raise click.UsageError("назовите фразу или «-»")
    policy = Policy(convention=BusinessDayConvention(convention))
    common = Horizon(*period, order_date, policy) if period else None
    is_stream = phrases == ("-",)
    form = form or ("json" if is_stream else "text")
    lines: Iterable[str] = (_decoded(os.fsencode(phrase)) for phrase in phrases)
    if is_stream:
        lines = (_decoded(line).rstrip("\r\n") for line in sys.stdin.buffer)
    failed = False
    for line in lines:
        phrase, *fields = line.split("\t")
        horizon = _horizon(fields, common, policy)
        if horizon.value is None and not is_stream:  # a stream goes on past a line that cannot be read
            (problem,) = horizon.diagnostics
            raise click.UsageError(f"{problem.message}; {problem.hints[0]}")
        failed |= _show(phrase, horizon, (*lawful_seasons(), *seasons), form)
    sys.exit(int(failed))


def _decoded(line: bytes) -> str:
    """UTF-8, else as the window writes where it was typed; what is neither is marked."""
    for encoding in ("utf-8-sig", sys.stdin.encoding or "cp1251"):
        with suppress(UnicodeDecodeError, LookupError):
            return line.decode(encoding)
    return line.decode("utf-8", "replace")


def _horizon(fields: list[str], horizon: Horizon | None, policy: Policy) -> Outcome[Horizon]:
    """What stands behind a phrase, if anything does, in place of the options; or what is wrong with it."""
    period, ordered = ([field.strip() for field in fields] + ["", ""])[:2]
    if period:
        try:
            days = PERIOD.convert(period, None, None)
        except click.BadParameter:
            return failed(UNREADABLE_PERIOD, f"«{period}» – не период", _EXAMPLE)
        horizon = Horizon(*days, horizon.order_date if horizon else None, policy)
    if horizon is None:
        return failed(
            UNREADABLE_PERIOD, "период плана не назван", "назовите период плана: --period 2021-2025"
        )
    try:
        order_date = DAY.convert(ordered, None, None) if ordered else horizon.order_date
    except click.BadParameter:
        return failed(UNREADABLE_PERIOD, f"«{ordered}» – не дата приказа", "напишите, например, 2021-03-18")
    return Outcome(replace(horizon, order_date=order_date))


def _show(phrase: str, horizon: Outcome[Horizon], seasons: tuple[SeasonRule, ...], form: str) -> bool:
    """Print the reading of a phrase; whether it has errors."""
    outcome = read(phrase, seasons=tuple(rule.name for rule in seasons))
    deadline, days = outcome.value, horizon.value
    assert deadline is not None, "a phrase always has a reading"
    if days is None:
        expansion = Expansion((), UndatedReason.UNREADABLE, diagnostics=horizon.diagnostics)
    else:
        if any(seasons_of(clause.rule) for clause in deadline.clauses):
            days = replace(days, seasons=season_days(seasons, days, official()))
        expansion = expand(deadline, days, official())
    diagnostics = (*outcome.diagnostics, *expansion.diagnostics)
    if form == "json":
        click.echo(encoded(deadline_json(deadline, expansion, diagnostics)))
    else:
        click.echo(deadline_text(deadline, expansion, diagnostics))
    return exit_code(diagnostics) > 0
