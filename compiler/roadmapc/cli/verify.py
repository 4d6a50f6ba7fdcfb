"""`roadmapc verify`."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Unpack

import click

from roadmapc.cli.options import OrderFlags, order_options, registration
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import exit_code, say
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, errors
from roadmapc.outputs import OutputOptions, document
from roadmapc.pipeline import compile_unchecked
from roadmapc.render.changes.to_text import PLAIN, marked
from roadmapc.render.document.digest import content_digest
from roadmapc.render.document.requisites import NUMBER_BLANK
from roadmapc.render.formats import DOCX
from roadmapc.revision import editions
from roadmapc.verify.codes import OTHER_DOCUMENT, OTHER_EDITION, OTHER_WORDS
from roadmapc.verify.comparison import Discrepancy, are_of_one_order, discrepancies
from roadmapc.verify.from_docx import from_docx
from roadmapc.verify.passage import Document
from roadmapc.workspace.sources import read

_REGISTERED = "если приказ уже зарегистрирован, повторите проверку с --number и --date"


@click.command("verify")
@click.argument("file", type=PATH, metavar=f"ФАЙЛ.{DOCX.name}")
@click.argument("plan", type=PATH, metavar="ПЛАН")
@order_options
def command(file: Path, plan: Path, **flags: Unpack[OrderFlags]) -> None:
    """Проверить, говорит ли документ ровно то, что план.

    Оформление, пробелы и то, что меняет при сохранении сам редактор, не сравниваются.
    """
    returned, planned = read(file).then(from_docx), _planned(plan, flags)
    diagnostics = [*returned.diagnostics, *planned.diagnostics]
    if returned.value is not None and planned.value is not None:
        diagnostics = list(_compared(planned.value, returned.value, plan))
        if all(each.code is OTHER_EDITION for each in diagnostics):
            click.echo(f"{file}: слово в слово как в плане")
    say(diagnostics)
    sys.exit(exit_code(diagnostics))


def _compared(planned: Document, returned: Document, plan: Path) -> Iterator[Diagnostic]:
    """What is to be said of a document that was read."""
    if not are_of_one_order(planned, returned):
        message = "это документ другого плана: слова плана в нём почти не встречаются"
        yield Diagnostic(OTHER_DOCUMENT, message, None, hints=("назовите план, по которому он собран",))
        return
    if returned.digest and returned.digest != planned.digest:
        yield _of_other_edition(returned.digest, plan)
    yield from map(_reported, discrepancies(planned, returned))


def _planned(path: Path, flags: OrderFlags) -> Outcome[Document]:
    """What the plan's own document says: it is built anew."""
    compiled = compile_unchecked(path, registration(flags))
    if compiled.value is None:
        return Outcome(None, errors(compiled.diagnostics))
    built = document(compiled.value, OutputOptions((DOCX,), templates=flags["templates"]))
    return Outcome(None, built.diagnostics) if built.value is None else from_docx(built.value)


def _of_other_edition(digest: str, plan: Path) -> Diagnostic:
    """That a document was not built from this edition, and from which: the newest of the same contents."""
    path = os.path.relpath(plan)
    for name in editions(path):
        compiled = compile_unchecked(Path(f"{name}:./{path}")).value
        if compiled is not None and content_digest(compiled.plan) == digest:
            message = f"документ собран из редакции {name}, а не из этой"
            hint = f"сравните с ней: roadmapc verify … {name}:{plan.as_posix()}"
            return Diagnostic(OTHER_EDITION, message, None, hints=(hint,))
    return Diagnostic(OTHER_EDITION, "документ собран из другой редакции плана", None)


def _reported(discrepancy: Discrepancy) -> Diagnostic:
    if discrepancy.missing_from is not None:
        message = f"{discrepancy.place}: в {discrepancy.missing_from} такой строки нет"
        return Diagnostic(OTHER_WORDS, message, None)
    words = "".join(marked(word, PLAIN) for word in discrepancy.words)
    is_blank = any(NUMBER_BLANK in word.before and not word.is_same for word in discrepancy.words)
    hints = (_REGISTERED,) if is_blank else ()
    return Diagnostic(OTHER_WORDS, f"{discrepancy.place}: {' '.join(words.split())}", None, hints)
