"""`roadmapc diff`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from roadmapc.cli.paths import PATH
from roadmapc.cli.report import exit_code, say
from roadmapc.diff.findings import Review
from roadmapc.diff.from_plans import compare
from roadmapc.diff.significance import review
from roadmapc.pipeline import compile_plan
from roadmapc.render.changes.from_review import changes_view
from roadmapc.render.changes.to_json import to_json
from roadmapc.render.changes.to_markdown import to_markdown
from roadmapc.render.changes.to_text import COLOURED, PLAIN, to_text


@click.command("diff")
@click.argument("old", type=PATH, metavar="БЫЛО")
@click.argument("new", type=PATH, metavar="СТАЛО")
@click.option(
    "--format", "form", type=click.Choice(("text", "markdown", "html", "json")), default="text", help="вид"
)
@click.option("--exit-code", "tells", is_flag=True, help="код возврата 1, если изменения есть")
def command(old: Path, new: Path, form: str, tells: bool) -> None:
    """Показать, что изменилось по смыслу между двумя редакциями плана.

    Редакция – файл или имя в репозитории: HEAD~1:roadmaps/plan.yaml.
    """
    found = compared(old, new)
    click.echo(_written(found, form), nl=False)
    sys.exit(int(tells and not found.diff.is_empty))


def compared(old: Path, new: Path) -> Review:
    """The difference of two plans with what it means; leaves the program if one cannot be read."""
    outcomes = [compile_plan(path) for path in (old, new)]
    before, after = (outcome.value for outcome in outcomes)
    if before is None or after is None:
        say(each for outcome in outcomes for each in outcome.diagnostics if exit_code((each,)))
        sys.exit(1)
    return review(compare(before.calendar, after.calendar))


def _written(found: Review, form: str) -> str:
    if form == "json":
        return to_json(found)
    view = changes_view(found)
    if form == "markdown":
        return to_markdown(view)
    if form == "html":
        from roadmapc.render.changes.to_html import to_html  # noqa: PLC0415 - only a page needs it

        return to_html(view)
    has_colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return to_text(view, COLOURED if has_colour else PLAIN)
