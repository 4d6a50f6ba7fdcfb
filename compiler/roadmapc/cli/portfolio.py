"""`roadmapc portfolio`."""

import sys
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import click

from roadmapc.cli.files import form_of, put
from roadmapc.cli.parameters import DAY
from roadmapc.cli.paths import PATH
from roadmapc.portfolio.questions import QUESTIONS, SAME
from roadmapc.render.formats import CSV, HTML

_FORMS = ("table", "json", CSV.name, HTML.name)
_FEW = 3
"""Dates of one day that are already many for one executor."""
_OPTIONS = {
    "executor": "--executor",
    "first_day": "--from",
    "last_day": "--to",
    "week": "--week",
    "least": "--least",
    "measure": "--measure",
    "same": "--same",
}
"""How options are called that only some questions take."""


class AskedFlags(TypedDict):
    """What questions take besides folders; `None` for what was not given."""

    executor: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    week: date | None
    least: int | None
    measure: str | None
    same: str | None


@click.command("portfolio")
@click.argument("paths", nargs=-1, type=PATH, metavar="[ПАПКА]…")
@click.option(
    "--question",
    "names",
    multiple=True,
    type=click.Choice([*QUESTIONS]),
    metavar="ВОПРОС",
    help="; ".join(f"{name} – {each.title[0].lower()}{each.title[1:]}" for name, each in QUESTIONS.items())
    + ". Без него – summary; можно назвать несколько",
)
@click.option(
    "--executor",
    multiple=True,
    metavar="ИМЯ",
    help="load, due, clashes: только этого исполнителя; можно назвать несколько",
)
@click.option("--from", "first_day", type=DAY, metavar="ДАТА", help="load, due, clashes: не раньше этого дня")
@click.option("--to", "last_day", type=DAY, metavar="ДАТА", help="load, due, clashes: не позже этого дня")
@click.option("--week", type=DAY, metavar="ДАТА", help="load, due, clashes: неделя, в которую входит день")
@click.option(
    "--least",
    type=click.IntRange(min=2),
    metavar="ЧИСЛО",
    help=f"clashes: сколько сроков в один день – уже много; без него {_FEW}",
)
@click.option("--measure", metavar="МЕРОПРИЯТИЕ", help="lacking, terms: его имя (id) или слова из него")
@click.option(
    "--same",
    type=click.Choice([*SAME]),
    help="terms: мероприятия одни и те же, если совпали слова (text) или имя (id); без него text",
)
@click.option(
    "--sql", "query", metavar="SELECT", help="свой запрос на чтение; что в нём есть, покажет --schema"
)
@click.option("--schema", "shows_schema", is_flag=True, help="показать, о чём можно спросить в SQL")
@click.option(
    "--format", "form", type=click.Choice(_FORMS), help="вид; без него – по имени файла, или таблица"
)
@click.option("-o", "--output", type=PATH, metavar="ФАЙЛ", help="записать в файл")
def command(  # noqa: PLR0913 - an option each
    *,
    paths: tuple[Path, ...],
    names: tuple[str, ...],
    query: str | None,
    shows_schema: bool,
    form: str | None,
    output: Path | None,
    **flags: Unpack[AskedFlags],
) -> None:
    """Спросить о многих планах сразу: по записям, которые оставила сборка.

    Папка – хранилище планов или папка с планами; их может быть несколько. Планы, которые не собраны или
    изменились после сборки, в ответ не входят: команда назовёт их.
    """
    if shows_schema:
        from roadmapc.portfolio.schema_text import schema_text  # noqa: PLC0415

        put(schema_text(), output)
        return
    form = form_of(form, output, _FORMS)
    names = tuple(dict.fromkeys(names)) or (() if query is not None else ("summary",))
    _demand_sense(names, query, form, flags)
    try:
        import duckdb  # noqa: F401, PLC0415 - few have it
    except ImportError:
        raise click.UsageError("нет DuckDB: pip install 'roadmapc[portfolio]'") from None
    from roadmapc.cli.portfolio_run import Asked, answered  # noqa: PLC0415 - help need not wait for it

    unasked = {"executor": (), "least": _FEW, "same": "text", "measure": ""}
    asked = Asked(names, query, form, output, unasked | _given(flags))
    sys.exit(answered(paths, asked))


def _given(flags: AskedFlags) -> dict[str, object]:
    return {name: value for name, value in flags.items() if value not in (None, ())}


def _demand_sense(names: tuple[str, ...], query: str | None, form: str, flags: AskedFlags) -> None:
    """Wrong use if an option is of no question that is asked, or lacks to one."""
    if query is not None and names:
        raise click.UsageError("или --question, или --sql")
    taken = {option for name in names for option in QUESTIONS[name].takes}
    for option in _given(flags):
        if option not in taken:
            those = ", ".join(name for name, each in QUESTIONS.items() if option in each.takes)
            raise click.UsageError(f"{_OPTIONS[option]} бывает у --question {those}")
    for name in names:
        needed = QUESTIONS[name].needs
        if needed and not str(_given(flags).get(needed, "")).strip():
            raise click.UsageError(f"назовите {_OPTIONS[needed]}: о чём спрашивает {name}")
    if flags["measure"] is not None and not any(map(str.isalpha, flags["measure"])):
        raise click.UsageError(
            "в --measure нет ни одной буквы: назовите мероприятие его словами или именем (id)"
        )
    if form == CSV.name and len(names) > 1:
        raise click.UsageError("в csv один вопрос: выберите его")
