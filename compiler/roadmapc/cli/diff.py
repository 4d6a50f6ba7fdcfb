"""`roadmapc diff`."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from roadmapc.cli.editions import reviewed
from roadmapc.cli.files import has_colours, put
from roadmapc.cli.folders import review_folders, unread_editions
from roadmapc.cli.inputs import document_of
from roadmapc.cli.parameters import DAY
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import encoded, leave, say
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import Outcome, errors
from roadmapc.diff.judgement import Review
from roadmapc.pipeline import compile_edition
from roadmapc.render.changes.from_review import changes_view, folder_view
from roadmapc.render.changes.to_json import folder_to_json, to_json, unread_to_json
from roadmapc.render.changes.to_markdown import to_markdown
from roadmapc.render.changes.to_text import COLOURED, PLAIN, to_text
from roadmapc.render.changes.view import ReviewView
from roadmapc.render.formats import DOCX, HTML
from roadmapc.workspace.sources import build_day, is_file, is_folder


class Days(NamedTuple):
    """Days that a comparison of two editions is asked for."""

    as_of: date | None
    """Of the old edition; `None` for its latest text."""
    since: date | None
    """From which dates lie ahead; `None` for the day of the act that is new."""


FORMS = ("text", "markdown", HTML.name, "json", DOCX.name)


@click.command("diff")
@click.argument("old", type=PATH, metavar="БЫЛО")
@click.argument("new", type=PATH, metavar="СТАЛО")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="вид")
@click.option("-o", "--output", type=PATH, metavar="ФАЙЛ", help="записать в файл; для .docx обязательно")
@click.option("--exit-code", "has_exit_code", is_flag=True, help="код возврата 1, если изменения есть")
@click.option("--since", type=DAY, metavar="ДАТА", help="сколько дат впереди, считать с этого дня")
@click.option("--as-of", "as_of", type=DAY, metavar="ДАТА", help="БЫЛО – в редакции этого дня")
def command(  # noqa: PLR0913 - an option each
    *,
    old: Path,
    new: Path,
    form: str,
    output: Path | None,
    has_exit_code: bool,
    since: date | None,
    as_of: date | None,
) -> None:
    """Показать, что изменилось по смыслу между двумя редакциями плана или всех планов папки.

    Редакция – файл, папка или имя в хранилище: HEAD~1:roadmaps/plan.yaml, HEAD~1:roadmaps.
    Вид «docx» – новый документ с исправлениями в режиме рецензирования.
    """
    if form == DOCX.name and output is None:
        raise click.UsageError("документ не для экрана: назовите файл, например -o changes.docx")
    if (as_of or since) and is_folder(old):
        raise click.UsageError("день называют для одного плана: назовите файлы, а не папки")
    if is_folder(old) or is_folder(new):
        differs = _of_folders(old, new, form, output)
    else:
        differs = _of_plans(old, new, form, output, Days(as_of, since))
    sys.exit(int(has_exit_code and differs))


def _of_plans(old: Path, new: Path, form: str, output: Path | None, days: Days) -> bool:
    """Whether they differ, once it is shown how; leaves the program if one of them cannot be read."""
    outcomes = [compile_edition(old, day=days.as_of), compile_edition(new)]
    before, after = (outcome.value for outcome in outcomes)
    if before is None or after is None:
        if form != DOCX.name:
            _show_unread(old, new, outcomes, form, output)
        leave(errors(each for outcome in outcomes for each in outcome.diagnostics))
    review = reviewed(before, after, days.since)
    if form == DOCX.name:
        from roadmapc.render.redline.document import redline  # noqa: PLC0415 - only a document needs it

        # dated as the new document
        day = build_day(after.plan.order.date, after.plan.period.first_day)
        put(redline(document_of(before), document_of(after), f"{day.isoformat()}T00:00:00Z"), output)
    elif form == "json":
        put(encoded(to_json(review)), output)
    else:
        put(_written(ReviewView("", (changes_view(review),)), form, output), output)
    return not review.is_empty


def _show_unread(
    old: Path, new: Path, outcomes: Sequence[Outcome[Compiled]], form: str, output: Path | None
) -> None:
    unread = unread_editions(old, new, outcomes)
    if form == "json":
        put(encoded(unread_to_json(str(old), str(new), unread)), output)
    else:
        put(_written(ReviewView("", (), unread), form, output), output)


def _of_folders(old: Path, new: Path, form: str, output: Path | None) -> bool:
    """Whether any plan differs, once it is shown how; leaves the program if one could not be compared."""
    if form == DOCX.name:
        raise click.UsageError("документ с исправлениями – об одном плане: назовите файлы, а не папки")
    if is_file(old) or is_file(new):
        raise click.UsageError("сравнивают план с планом или папку с папкой")
    found = review_folders(old, new)
    if form == "json":
        put(encoded(folder_to_json(str(old), str(new), found.pairs, found.not_compared)), output)
    else:
        put(_written(folder_view(found.pairs, found.compared, found.not_compared), form, output), output)
    if found.unread:
        say(found.unread)
    if found.not_compared:
        sys.exit(1)
    return any(not isinstance(each, Review) or not each.is_empty for each in found.pairs)


def _written(view: ReviewView, form: str, output: Path | None) -> str:
    if form == "markdown":
        return to_markdown(view)
    if form == HTML.name:
        from roadmapc.render.changes.to_html import to_html  # noqa: PLC0415 - only a page needs it

        return to_html(view)
    return to_text(view, COLOURED if has_colours(output) else PLAIN)
