"""`roadmapc diff`."""

import sys
from pathlib import Path

import click

from roadmapc.cli.files import has_colours, put
from roadmapc.cli.folders import candidates, folder_parts
from roadmapc.cli.inputs import document_of, plan_at
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import leave
from roadmapc.diagnostics.outcome import errors
from roadmapc.diff.from_plans import compare
from roadmapc.diff.significance import review
from roadmapc.render.changes.from_review import changes_view, folder_view
from roadmapc.render.changes.to_json import folder_to_json, to_json
from roadmapc.render.changes.to_markdown import to_markdown
from roadmapc.render.changes.to_text import COLOURED, PLAIN, to_text
from roadmapc.render.changes.view import ReviewView
from roadmapc.render.formats import DOCX, HTML
from roadmapc.workspace.sources import build_day, is_file, is_folder

FORMS = ("text", "markdown", HTML.name, "json", DOCX.name)


@click.command("diff")
@click.argument("old", type=PATH, metavar="БЫЛО")
@click.argument("new", type=PATH, metavar="СТАЛО")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="вид")
@click.option("-o", "--output", type=PATH, metavar="ФАЙЛ", help="записать в файл; для .docx обязательно")
@click.option("--exit-code", "has_exit_code", is_flag=True, help="код возврата 1, если изменения есть")
def command(old: Path, new: Path, form: str, output: Path | None, has_exit_code: bool) -> None:
    """Показать, что изменилось по смыслу между двумя редакциями плана или всех планов папки.

    Редакция – файл, папка или имя в репозитории: HEAD~1:roadmaps/plan.yaml, HEAD~1:roadmaps.
    Вид «docx» – новый документ с исправлениями в режиме рецензирования.
    """
    if form == DOCX.name and output is None:
        raise click.UsageError("документ не для экрана: назовите файл, например -o changes.docx")
    if is_folder(old) or is_folder(new):
        differs = _of_folders(old, new, form, output)
    else:
        differs = _of_plans(old, new, form, output)
    sys.exit(int(has_exit_code and differs))


def _of_plans(old: Path, new: Path, form: str, output: Path | None) -> bool:
    """Whether they differ, once it is shown how."""
    before, after = plan_at(old), plan_at(new)
    reviewed = review(compare(before.calendar, after.calendar))
    if form == DOCX.name:
        from roadmapc.render.redline.document import redline  # noqa: PLC0415 - only a document needs it

        # dated as the new document
        day = build_day(after.plan.order.date, after.plan.period.first_day)
        put(redline(document_of(before), document_of(after), f"{day.isoformat()}T00:00:00Z"), output)
    elif form == "json":
        put(to_json(reviewed), output)
    else:
        put(_written(ReviewView("", (changes_view(reviewed),)), form, output), output)
    return not reviewed.diff.is_empty


def _of_folders(old: Path, new: Path, form: str, output: Path | None) -> bool:
    """Whether any plan differs, once it is shown how; leaves the program if one could not be read."""
    if form == DOCX.name:
        raise click.UsageError("документ с исправлениями – об одном плане: назовите файлы, а не папки")
    if is_file(old) or is_file(new):
        raise click.UsageError("сравнивают план с планом или папку с папкой")
    plans = candidates(old, new)
    if plans.value is None:
        leave(plans.diagnostics)
    parts, unread = folder_parts(plans.value)
    if form == "json":
        put(folder_to_json(str(old), str(new), parts), output)
    else:
        put(_written(folder_view(parts), form, output), output)
    if unread:
        leave(errors(unread))
    return bool(parts)


def _written(view: ReviewView, form: str, output: Path | None) -> str:
    if form == "markdown":
        return to_markdown(view)
    if form == HTML.name:
        from roadmapc.render.changes.to_html import to_html  # noqa: PLC0415 - only a page needs it

        return to_html(view)
    return to_text(view, COLOURED if has_colours(output) else PLAIN)
