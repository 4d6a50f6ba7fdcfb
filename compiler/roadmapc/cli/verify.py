"""`roadmapc verify`."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Unpack

import click

from roadmapc.cli.options import OrderFlags, order_options, registration
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import exit_code, say
from roadmapc.cli.verified import diagnostic, lacking, not_compared
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, errors
from roadmapc.outputs import Wishes, document, order_template
from roadmapc.pipeline import compile_unchecked
from roadmapc.render.digest import content_digest
from roadmapc.render.from_plan import order_view
from roadmapc.render.proof.constants import constants
from roadmapc.render.proof.proof import proof
from roadmapc.revision import editions
from roadmapc.source.package import Refusal
from roadmapc.text.shorten import shortened
from roadmapc.verify import comparison
from roadmapc.verify.codes import NOT_COMPARED, OTHER_DOCUMENT, OTHER_EDITION
from roadmapc.verify.findings import Finding, Otherwise
from roadmapc.verify.from_docx import from_docx, from_reading
from roadmapc.verify.passage import Document
from roadmapc.wordprocessing.from_package import from_package
from roadmapc.workspace import read


@click.command("verify")
@click.argument("file", type=PATH, metavar="ФАЙЛ.docx")
@click.argument("plan", type=PATH, metavar="ПЛАН")
@click.option("--details", is_flag=True, help="показать каждое место, где набрано иначе, а смысл тот же")
@order_options
def command(file: Path, plan: Path, *, details: bool, **flags: Unpack[OrderFlags]) -> None:
    """Проверить, говорит ли документ ровно то, что план.

    Ответов три: слово в слово; набрано иначе, а смысл тот же; отличается. Оформление, пробелы и то,
    что меняет при сохранении сам редактор, не сравниваются.
    """
    content = read(file)
    returned = Outcome(None, content.diagnostics) if content.value is None else from_docx(content.value)
    planned = _planned(plan, flags)
    said = [*returned.diagnostics, *planned.diagnostics]
    if returned.value is not None and planned.value is not None:
        if not comparison.are_of_one_order(planned.value, returned.value):
            message = "это документ другого плана: слова плана в нём почти не встречаются"
            hint = "назовите план, по которому он собран"
            said.append(Diagnostic(OTHER_DOCUMENT, message, None, hints=(hint,)))
        else:
            found = comparison.findings(planned.value, returned.value)
            said += [*_editions(planned.value, returned.value, plan), *not_compared(returned.value)]
            said += [diagnostic(each) for each in found if details or not isinstance(each, Otherwise)]
            if not exit_code(said):
                click.echo(f"{file}: {_answer(found, said, returned.value)}")
    say(said)
    sys.exit(exit_code(said))


def _planned(path: Path, flags: OrderFlags) -> Outcome[Document]:
    """What the plan's own document says: it is built anew, and held against the plan itself."""
    compiled = compile_unchecked(path, registration(flags))
    if compiled.value is None:
        return Outcome(None, errors(compiled.diagnostics))
    wanted = Wishes(("docx",), templates=flags["templates"])
    built, template = document(compiled.value, wanted), order_template(compiled.value, wanted)
    if built.value is None or template.value is None:
        return Outcome(None, built.diagnostics)
    reading, form = from_package(built.value), from_package(template.value[1])
    assert not isinstance(reading, Refusal), reading.reason
    own = frozenset() if isinstance(form, Refusal) else constants(form)
    view = order_view(compiled.value.plan, compiled.value.calendar, compiled.value.plan.period.first_day)
    return Outcome(from_reading(reading), tuple(lacking(proof(view, reading, own), template.value[0])))


def _answer(found: tuple[Finding, ...], said: list[Diagnostic], returned: Document) -> str:
    """The first or the second of the three answers."""
    typed = [each for each in found if isinstance(each, Otherwise)]
    if typed:
        kinds = Counter(manner for each in typed for manner in each.manners)
        listed = ", ".join(f"{manner} – {number}" for manner, number in kinds.most_common())
        return f"смысл тот же, что в плане; набрано иначе, мест: {len(typed)} ({listed}); показать: --details"
    if any(each.code is NOT_COMPARED for each in said):
        return "слова те же, что в плане"
    marks = [cell.signature for unit in returned.units for cell in unit.cells if cell.signature]
    stamp = "".join(f"; отметка о подписи: «{shortened(mark, 120)}»" for mark in marks)
    return f"слово в слово как в плане{stamp}"


def _editions(planned: Document, returned: Document, plan: Path) -> Iterator[Diagnostic]:
    """From which edition the document was built, if not from this one."""
    if not returned.digest or returned.digest == planned.digest:
        return
    found = _edition(returned.digest, plan)
    if found is None:
        yield Diagnostic(OTHER_EDITION, "документ собран из другой редакции плана", None)
    else:
        message = f"документ собран из редакции {found}, а не из этой"
        hint = f"сравните с ней: roadmapc verify … {found}:{plan.as_posix()}"
        yield Diagnostic(OTHER_EDITION, message, None, hints=(hint,))


def _edition(digest: str, plan: Path) -> str | None:
    """The newest revision in which the plan says what a document was built from; `None` if there is none."""
    path = os.path.relpath(plan)
    for name in editions(path):
        compiled = compile_unchecked(Path(f"{name}:./{path}")).value
        if compiled is not None and content_digest(compiled.plan) == digest:
            return name
    return None
