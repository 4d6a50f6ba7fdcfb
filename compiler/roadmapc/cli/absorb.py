"""`roadmapc absorb`."""

import os
import sys
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Unpack

import click

from roadmapc.absorb import codes
from roadmapc.absorb.absorbed import Absorbed, Print, absorbed
from roadmapc.absorb.changes import Left
from roadmapc.cli.files import put, rewrite_text
from roadmapc.cli.options import OrderFlags, order_options, registration
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import encoded, exit_code, leave, say
from roadmapc.cli.verified import diagnostic, of_another_plan
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, errors
from roadmapc.outputs import document
from roadmapc.pipeline import compile_edition, compile_unchecked
from roadmapc.render.formats import DOCX
from roadmapc.source.file import SourceFile
from roadmapc.state.wanted import OutputOptions
from roadmapc.surroundings import Sources
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened
from roadmapc.verify import comparison
from roadmapc.verify.findings import Beside, Blemish, Merger, OtherPicture, Unread
from roadmapc.verify.from_docx import from_docx
from roadmapc.verify.passage import Document
from roadmapc.workspace.sources import read

_WIDTH = 90
"""Characters of a passage that a report shows."""


@click.command("absorb")
@click.argument("file", type=PATH, metavar=f"ФАЙЛ.{DOCX.name}")
@click.argument("plan", type=PATH, metavar="ПЛАН")
@click.option("-o", "--output", type=PATH, metavar="ФАЙЛ", help="записать изменения в файл")
@click.option("--write", is_flag=True, help="записать правки в исходные файлы")
@order_options
def command(file: Path, plan: Path, *, output: Path | None, write: bool, **flags: Unpack[OrderFlags]) -> None:
    """Вернуть в план правки, сделанные в документе Word.

    Печатает, что изменится в исходных файлах, строками «было – стало»; записывает, только если попросить.
    Каждое изменение проверено сборкой: документ плана говорит с ним то же, что исправленный. Чего вернуть
    нельзя, перечислено с местом и причиной; код возврата тогда 1.
    """
    if write and not plan.exists():
        raise click.UsageError(
            "в прежнюю редакцию не записать: соедините правки с нынешней через git apply --3way"
        )
    printer = _Printer(plan, flags)
    returned = read(file).then(from_docx)
    planned = printer.first()
    if returned.value is None or planned.value is None:
        leave((*returned.diagnostics, *errors(planned.diagnostics)))
    refused = _refused(planned.value, returned.value)
    if refused is not None:
        leave((refused,))
    files = printer.files
    found = absorbed(files, returned.value, printer.printed)
    pairs = [(old, new) for old, new in zip(files, found.files, strict=True) if old.text != new.text]
    put(encoded("".join(line for pair in pairs for line in _difference(*pair))), output)
    if write:
        for old, new in pairs:
            rewrite_text(Path(old.name), new.text)
            click.echo(f"{old.name}: записано", err=True)
    told = (*_told(returned.value, found), *map(_left, found.left), *_unsaid(found, returned.value))
    say((*told, *printer.findings(found.files)))
    left = sum(each.severity is Severity.ERROR for each in told)
    made = counted(len(found.changes), "правка", "правки", "правок")
    click.echo(f"{file}: {made} из документа; не вернулось: {left}", err=True)
    sys.exit(exit_code(told))


class _Printer:
    """Prints a plan of files that may say something else than those on the disk."""

    def __init__(self, plan: Path, flags: OrderFlags) -> None:
        self._plan, self._flags = plan, flags
        self.files: tuple[SourceFile, ...] = ()
        """The plan, its directory, its files of prose, once the plan was printed."""
        self._known: frozenset[tuple[str, str]] = frozenset()

    def first(self) -> Outcome[Document]:
        """What the document of the plan says as it is."""
        compiled = compile_edition(self._plan, registration(self._flags))
        if compiled.value is None:
            return Outcome(None, compiled.diagnostics)
        self._known = frozenset(map(_words, compiled.diagnostics))
        around = compiled.value.surroundings
        names = (str(self._plan), compiled.value.plan.organisation.file.name)
        texts = (file.name for file in around.texts.values())
        read_texts = (from_bytes(name, around.sources[Path(name)]).value for name in (*names, *texts))
        self.files = tuple(file for file in read_texts if file is not None)
        return self._document(compiled.value)

    def printed(self, files: Sequence[SourceFile]) -> Print | str:
        """The plan with these files, or the first error that keeps it from being printed."""
        compiled = self._compiled(files)
        made = compiled.then(self._document)
        if compiled.value is None or made.value is None:
            said = errors((*compiled.diagnostics, *made.diagnostics))
            return f"с этой правкой план не собирается: {said[0].message}"
        return Print(compiled.value.plan, made.value)

    def findings(self, files: Sequence[SourceFile]) -> Iterator[Diagnostic]:
        """What is asked of the plan with these files and was not asked of it before."""
        said = self._compiled(files).diagnostics
        return (
            each for each in said if each.severity is not Severity.NOTE and _words(each) not in self._known
        )

    def _compiled(self, files: Sequence[SourceFile]) -> Outcome[Compiled]:
        given = Sources(given={Path(file.name): file.text.encode() for file in files})
        return compile_unchecked(self._plan, registration(self._flags), sources=given)

    def _document(self, compiled: Compiled) -> Outcome[Document]:
        built = document(compiled, OutputOptions((DOCX,), templates=self._flags["templates"]))
        return built.then(from_docx)


def _words(said: Diagnostic) -> tuple[str, str]:
    return said.code.id, said.message


def _refused(planned: Document, returned: Document) -> Diagnostic | None:
    """Why a document cannot come home to this plan; `None` if it can."""
    if not comparison.are_of_one_order(planned, returned):
        return of_another_plan()
    if returned.digest and returned.digest != planned.digest:
        message = "исправлен документ другой редакции плана: после его сборки план изменили"
        hints = (
            "назовите редакцию, из которой он собран: roadmapc absorb ФАЙЛ РЕДАКЦИЯ:ПЛАН -o правки.diff",
            "затем соедините правки с нынешним планом: git apply --3way правки.diff",
        )
        return Diagnostic(codes.OTHER_EDITION, message, None, hints)
    return None


def _difference(old: SourceFile, new: SourceFile) -> Iterator[str]:
    """A unified diff that `git apply` takes."""
    path = Path(os.path.relpath(old.name.rpartition(":")[2] if not Path(old.name).exists() else old.name))
    before, after = (file.text.splitlines(keepends=True) for file in (old, new))
    for line in unified_diff(before, after, f"a/{path.as_posix()}", f"b/{path.as_posix()}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _told(returned: Document, found: Absorbed) -> Iterator[Diagnostic]:
    """What an author has to know besides."""
    for comment in returned.comments:
        message = f"примечание в документе: «{shortened(comment, _WIDTH)}»"
        yield Diagnostic(codes.REVIEWERS_COMMENT, message, None, ("ответьте на него сами",))
    if returned.revisions:
        message = f"исправления документа ({returned.revisions}) прочитаны как принятые"
        yield Diagnostic(codes.TRACKED, message, None)
    if found.kept:
        first = found.kept[0]
        message = (
            f"{first.place}: план напечатает «{shortened(first.before, 40)}», в документе"
            f" «{shortened(first.after, 40)}»; всего таких мест: {len(found.kept)}"
        )
        yield Diagnostic(codes.PRINTED_BY_PLAN, message, None)


def _unsaid(found: Absorbed, returned: Document) -> Iterator[Diagnostic]:
    """What is seen in the document and is no text of the plan."""
    for each in comparison.findings(found.document, returned):
        if isinstance(each, Blemish | Merger | Unread | OtherPicture):
            message = diagnostic(each).message
            yield Diagnostic(
                codes.NOT_COME_HOME, message, None, ("внесите это в план сами или уберите из документа",)
            )
        elif isinstance(each, Beside):
            yield diagnostic(each)


def _left(left: Left) -> Diagnostic:
    words = f" «{shortened(left.words, _WIDTH)}»" if left.words else ""
    return Diagnostic(
        left.code, f"{left.place}:{words} – {left.why}", None, (left.advice,) if left.advice else ()
    )
