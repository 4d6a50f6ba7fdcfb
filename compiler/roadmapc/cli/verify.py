"""`roadmapc verify`."""

import os
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Unpack

import click

from roadmapc.cli.options import OrderFlags, as_of_option, order_options, registration
from roadmapc.cli.paths import PATH
from roadmapc.cli.read_again import ReadAgain, is_of_typing, left_out, read_again, unfound
from roadmapc.cli.report import exit_code, say
from roadmapc.cli.verified import diagnostic, not_compared
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, errors
from roadmapc.outputs import document
from roadmapc.pipeline import compile_edition, compile_unchecked
from roadmapc.render.document.digest import content_digest
from roadmapc.render.formats import DOCX
from roadmapc.revision.files import editions
from roadmapc.state.wanted import OutputOptions
from roadmapc.text.shorten import shortened
from roadmapc.verify import comparison
from roadmapc.verify.codes import NOT_COMPARED, OTHER_DOCUMENT, OTHER_EDITION
from roadmapc.verify.findings import Finding, Otherwise
from roadmapc.verify.from_docx import from_docx
from roadmapc.verify.passage import Document
from roadmapc.workspace.sources import read


@click.command("verify")
@click.argument("file", type=PATH, metavar=f"ФАЙЛ.{DOCX.name}")
@click.argument("plan", type=PATH, metavar="ПЛАН")
@click.option("--details", is_flag=True, help="показать каждое место, где набрано иначе, а смысл тот же")
@as_of_option
@order_options
def command(
    file: Path, plan: Path, *, details: bool, as_of: date | None, **flags: Unpack[OrderFlags]
) -> None:
    """Проверить, говорит ли документ ровно то, что план.

    Ответов три: слово в слово; набрано иначе, а смысл тот же; отличается. Оформление, пробелы и то,
    что меняет при сохранении сам редактор, не сравниваются.
    """
    returned = read(file).then(from_docx)
    options = OutputOptions((DOCX,), templates=flags["templates"])
    compiled = _compiled(plan, flags, as_of)
    planned = compiled.then(lambda compiled: document(compiled, options)).then(from_docx)
    diagnostics = [*returned.diagnostics, *planned.diagnostics]
    if returned.value is not None and planned.value is not None:
        if not comparison.are_of_one_order(planned.value, returned.value):
            message = "это документ другого плана: слова плана в нём почти не встречаются"
            hint = "назовите план, по которому он собран"
            diagnostics.append(Diagnostic(OTHER_DOCUMENT, message, None, hints=(hint,)))
        else:
            findings = comparison.findings(planned.value, returned.value)
            again = _again(file, compiled.value, planned.value, findings, options)
            if again is not None:
                diagnostics += unfound(planned.value, returned.value)
                findings = (*(each for each in findings if not is_of_typing(each)), *again.findings)
            if returned.value.digest and returned.value.digest != planned.value.digest:
                diagnostics.append(_of_other_edition(returned.value.digest, plan))
            diagnostics += not_compared(returned.value)
            diagnostics += [
                diagnostic(each) for each in findings if details or not isinstance(each, Otherwise)
            ]
            if not exit_code(diagnostics):
                click.echo(f"{file}: {_answer(findings, diagnostics, returned.value, again)}")
    say(diagnostics)
    sys.exit(exit_code(diagnostics))


def _compiled(path: Path, flags: OrderFlags, day: date | None) -> Outcome[Compiled]:
    """The plan, whose own document is built anew: which proves it against the plan."""
    compiled = compile_edition(path, registration(flags), day)
    return Outcome(compiled.value, () if compiled.value is not None else errors(compiled.diagnostics))


def _again(
    file: Path,
    compiled: Compiled | None,
    planned: Document,
    findings: tuple[Finding, ...],
    options: OutputOptions,
) -> ReadAgain | None:
    """A signed act in other type than ours is read as `import` reads it."""
    assert compiled is not None, "its document was built"
    content = read(file).value
    if content is None or not compiled.plan.order.is_as_signed or not any(map(is_of_typing, findings)):
        return None
    return read_again(file, content, compiled, planned, options)


def _answer(
    findings: tuple[Finding, ...], diagnostics: list[Diagnostic], returned: Document, again: ReadAgain | None
) -> str:
    """The first or the second of the three answers."""
    if again is not None:
        beside = left_out(again.residue)
        return f"смысл тот же, что в плане; набрано иначе{f', вне плана: {beside}' if beside else ''}"
    typed = [each for each in findings if isinstance(each, Otherwise)]
    if typed:
        kinds = Counter(manner for each in typed for manner in each.manners)
        listed = ", ".join(f"{manner} – {number}" for manner, number in kinds.most_common())
        return f"смысл тот же, что в плане; набрано иначе, мест: {len(typed)} ({listed}); показать: --details"
    if any(each.code is NOT_COMPARED for each in diagnostics):
        return "слова те же, что в плане"
    marks = [cell.signature for unit in returned.units for cell in unit.cells if cell.signature]
    stamp = "".join(f"; отметка о подписи: «{shortened(mark, 120)}»" for mark in marks)
    return f"слово в слово как в плане{stamp}"


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
