"""`roadmapc verify`."""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, Unpack

import click

from roadmapc.cli.options import OrderFlags, as_of_option, order_options, registration
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import exit_code, leave, say
from roadmapc.cli.verified import diagnostic, in_short, not_compared, of_another_plan, set_otherwise
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, errors
from roadmapc.incoming.look_alikes import TO_RUSSIAN
from roadmapc.model.from_tree.fields import scalar
from roadmapc.outputs import document
from roadmapc.pipeline import compile_edition, compile_unchecked
from roadmapc.render.document.digest import content_digest
from roadmapc.render.formats import DOCX
from roadmapc.revision.files import editions
from roadmapc.state.wanted import OutputOptions
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.text.listed import listed
from roadmapc.text.shorten import shortened
from roadmapc.verify import comparison
from roadmapc.verify.codes import BESIDE_PAPER, NOT_COMPARED, OTHER_EDITION, OTHER_WORDS
from roadmapc.verify.findings import Finding, Otherwise, is_of_setting, is_of_typing
from roadmapc.verify.from_docx import from_docx
from roadmapc.verify.passage import Document
from roadmapc.workspace.sources import read

_WORD = re.compile(r"[а-яе]{3,}")
"""Shorter ones are joined and parted by typists."""
_SET_APART = re.compile(r"\b[а-яе](?: [а-яе]\b){3,}")
"""«П Р И К А З Ы В А Ю»."""
_OF_OURS = frozenset({"разослать"})
"""Over a list of copies, which typists leave without a heading."""
_SHOWN = 8
"""Words that a message lists."""


class _ReadAgain(NamedTuple):
    """What an act says beside its plan."""

    findings: tuple[Finding, ...]
    reasons: tuple[str, ...]
    """Of words that no plan keeps."""

    @property
    def beside(self) -> str:
        """Reasons with how often each was met: «шапка таблицы повторена – 9»."""
        return ", ".join(f"{why} – {count}" for why, count in Counter(self.reasons).most_common())


@click.command("verify")
@click.argument("file", type=PATH, metavar=f"ФАЙЛ.{DOCX.name}")
@click.argument("plan", type=PATH, metavar="ПЛАН")
@click.option("--details", is_flag=True, help="показать все места, и те, где набрано иначе, а смысл тот же")
@as_of_option
@order_options
def command(
    file: Path, plan: Path, *, details: bool, as_of: date | None, **flags: Unpack[OrderFlags]
) -> None:
    """Проверить, говорит ли документ ровно то, что план.

    Ответов три: слово в слово; набрано иначе, а смысл тот же; отличается. Пробелы, то, что меняет при
    сохранении сам редактор, и оформление, при котором видно каждое слово, не сравниваются.
    """
    content = read(file)
    returned = content.then(from_docx)
    options = OutputOptions((DOCX,), templates=flags["templates"])
    compiled = _compiled(plan, flags, as_of)
    planned = compiled.then(lambda compiled: document(compiled, options)).then(from_docx)
    diagnostics = [*returned.diagnostics, *planned.diagnostics]
    if not (content.value and returned.value is not None and compiled.value and planned.value is not None):
        leave(diagnostics)
    if not comparison.are_of_one_order(planned.value, returned.value):
        leave((*diagnostics, of_another_plan()))
    findings = comparison.findings(planned.value, returned.value)
    again, is_of_others = None, compiled.value.plan.order.is_as_signed
    if is_of_others:
        diagnostics += set_otherwise(findings)
        findings = tuple(each for each in findings if not is_of_setting(each))
    if is_of_others and any(map(is_of_typing, findings)):
        again = _read_again(file, content.value, compiled.value, planned.value, options)
    if again is not None:
        diagnostics += _unfound(planned.value, returned.value)
        findings = (*(each for each in findings if not is_of_typing(each)), *again.findings)
    if returned.value.digest and returned.value.digest != planned.value.digest:
        diagnostics.append(_of_other_edition(returned.value.digest, plan))
    diagnostics += not_compared(returned.value)
    diagnostics += map(diagnostic, findings) if details else in_short(findings)
    if not exit_code(diagnostics):
        click.echo(f"{file}: {_answer(findings, diagnostics, returned.value, again)}")
    say(diagnostics)
    sys.exit(exit_code(diagnostics))


def _compiled(path: Path, flags: OrderFlags, day: date | None) -> Outcome[Compiled]:
    """The plan, whose own document is built anew: which proves it against the plan."""
    compiled = compile_edition(path, registration(flags), day)
    return Outcome(compiled.value, () if compiled.value is not None else errors(compiled.diagnostics))


def _answer(
    findings: tuple[Finding, ...],
    diagnostics: list[Diagnostic],
    returned: Document,
    again: _ReadAgain | None,
) -> str:
    """The first or the second of the three answers."""
    if again is not None:
        beside = f", вне плана: {again.beside}" if again.beside else ""
        return f"смысл тот же, что в плане; набрано иначе{beside}"
    typed = [each for each in findings if isinstance(each, Otherwise)]
    if typed:
        kinds = Counter(manner for each in typed for manner in each.manners)
        counts = ", ".join(f"{manner} – {number}" for manner, number in kinds.most_common())
        return f"смысл тот же, что в плане; набрано иначе, мест: {len(typed)} ({counts}); показать: --details"
    if any(each.code in (NOT_COMPARED, BESIDE_PAPER) for each in diagnostics):
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


# An act in other type than ours


def _read_again(
    file: Path, content: bytes, compiled: Compiled, planned: Document, options: OutputOptions
) -> _ReadAgain | None:
    """The same comparison with the document of the plan that `import` would make; nothing if it makes none.

    A row that a page has torn, a date in words, a number that Word counts: the plan says the same. Words that
    it cannot place would be blessed unseen: then it makes none, too.
    """
    # here, because recognition is loaded only where an act of other people differs
    from roadmapc.importing import Around, import_document  # noqa: PLC0415

    # the plan's own directory: what it calls bodies is not asked again
    path = Path(compiled.surroundings.file.name)
    reference = scalar(compiled.plan.origin, "organisation").text
    directory = path.parent / reference
    known = from_bytes(str(directory), compiled.surroundings.sources[directory]).value
    around = Around(path, reference, known, like=compiled.plan.origin)
    made = import_document(str(file), content, around).value
    if made is None or made.lost:
        return None
    built = made.compiled.then(lambda again: document(again, options)).then(from_docx)
    if built.value is None:
        return None
    return _ReadAgain(comparison.findings(planned, built.value), tuple(each.why for each in made.residue))


def _unfound(planned: Document, returned: Document) -> Iterator[Diagnostic]:
    """Words that the plan prints and the document does not have so often, wherever they stand.

    What an import proposes for a requisite that it misses, the directory's name of the body, would else pass
    for read.
    """
    wanted, there = (
        Counter(
            word
            for passage in (*document.passages, *(edge.passage for edge in document.edges))
            for word in _WORD.findall(_plain(passage.text))
        )
        for document in (planned, returned)
    )
    words = [f"«{word}»" for word in wanted - there if word not in _OF_OURS]
    if words:
        message = f"в документе нет слов, которые печатает план: {listed(words, _SHOWN)}"
        yield Diagnostic(OTHER_WORDS, message, None)


def _plain(text: str) -> str:
    """Letters as a reader takes them: no soft hyphens, Russian ones for Latin ones, words not set apart."""
    plain = text.replace("\u00ad", "").casefold().translate(TO_RUSSIAN).replace("ё", "е")
    return _SET_APART.sub(lambda letters: letters[0].replace(" ", ""), plain)
