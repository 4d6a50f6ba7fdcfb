"""`roadmapc apply`."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from os.path import relpath
from pathlib import Path

import click

from roadmapc.amend.application import NOTHING_ATTACHED, Application, Attached, Step, Words, application
from roadmapc.amend.from_order import sentences
from roadmapc.amend.from_paper import page
from roadmapc.amend.numbers import own_numbers
from roadmapc.amend.printed_order import printed_order
from roadmapc.amend.renaming import declensions
from roadmapc.amend.reread import reread
from roadmapc.cli.files import put
from roadmapc.cli.inputs import plan_at
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import encoded, leave
from roadmapc.compiled import Compiled
from roadmapc.diff.from_plan import provisions
from roadmapc.edition.carry_out import carried_out
from roadmapc.edition.proof import called, not_carried_out
from roadmapc.edition.rewriting import rewritten
from roadmapc.edition.to_file import read_act_text
from roadmapc.edition.units import inlined, units
from roadmapc.model.plan import Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.source.file import SourceFile
from roadmapc.source.package import Refusal
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.to_yaml import text, to_yaml
from roadmapc.syntax.tree import MappingNode
from roadmapc.text.shorten import shortened
from roadmapc.wordprocessing.from_package import from_package
from roadmapc.workspace.sources import read

_WIDTH = 90
"""Characters of a sentence that a report shows."""


@click.command("apply")
@click.argument("plan", type=PATH, metavar="ПЛАН")
@click.argument("act", type=PATH, metavar="АКТ")
@click.option("-o", "--output", type=PATH, metavar="ФАЙЛ", help="записать план, каким он станет")
def command(plan: Path, act: Path, *, output: Path | None) -> None:
    """Выполнить изменяющий акт на плане и сказать, что выполнено, а что нет и почему.

    Акт – файл из папки актов, приказ о внесении изменений (.yaml), текст или документ Word. План печатается
    только тогда, когда выполнено всё: комментарии и разметка остаются.
    """
    compiled = plan_at(plan)
    made = _applied(compiled, plan, act)
    for step in made.steps:
        words = shortened(step.words, _WIDTH)
        outcome = f"не выполнено: {words} – {step.refusal}" if step.refusal else f"выполнено: {words}"
        click.echo(outcome, err=True)
    if not made.steps:
        click.echo(f"в «{act}» нет ни одного изменения", err=True)
    if not made.steps or made.is_partial:
        sys.exit(1)
    texts = compiled.surroundings.texts
    old = inlined(compiled.plan.origin, texts)
    new = rewritten(compiled.plan.file, old, made.root, texts)
    if new is None:
        click.echo("записать это, не тронув остального, нельзя: исправьте план сами", err=True)
        sys.exit(1)
    put(encoded(new), output)


def _applied(compiled: Compiled, path: Path, act: Path) -> Application:
    """The plan after the act, whatever it is written as; leaves the program if it cannot be read."""
    content = read(act)
    if content.value is None:
        leave(content.diagnostics)
    plan, root = compiled.plan, inlined(compiled.plan.origin, compiled.surroundings.texts)
    if act.suffix in (".yaml", ".yml"):
        file = from_bytes(str(act), content.value)
        tree = file.then(from_yaml).value
        if file.value is not None and isinstance(tree, MappingNode) and "order" not in tree.fields:
            return _of_file(root, plan, file.value.text)
        return _of_order(compiled, root, path, act)
    found = page(_paragraphs(act, content.value))
    for words in found.others:
        click.echo(f"не изменение: {shortened(words, _WIDTH)}", err=True)
    return application(plan, root, found.sentences, NOTHING_ATTACHED, Words(plan, {}))


def _of_order(compiled: Compiled, root: MappingNode, path: Path, act: Path) -> Application:
    """An act that is written as a plan: with its appendices and pictures, and the directory of its day.

    The directory that the act names is taken only where the plan's own does not do.
    """
    order = plan_at(act)
    printed = printed_order(order.plan, own_numbers(provisions(order.plan))).appendices
    nodes = units(inlined(order.plan.origin, order.surroundings.texts)).values()
    appendices = {unit.number: unit.node for unit in nodes if unit.name.kind is ProvisionKind.APPENDIX}
    attached = Attached(
        printed, {number: node for number, node in appendices.items() if isinstance(node, MappingNode)}
    )
    plan = compiled.plan
    if act.resolve().parent == path.resolve().parent:  # elsewhere its pictures would not be found
        pictures = {**order.plan.files.pictures, **plan.files.pictures}
        plan = replace(plan, files=plan.files._replace(pictures=pictures))
    done = application(plan, root, sentences(order.plan), attached, Words(plan, {}))
    directory = order.surroundings.directory
    if directory == compiled.surroundings.directory or not done.is_partial:
        return done
    reference = text(Path(relpath(directory, path.resolve().parent)).as_posix())
    root = root.with_value("organisation", reference)
    renamed = reread(
        SourceFile(plan.file.name, to_yaml(root)), replace(plan, organisation=order.plan.organisation)
    )
    if renamed.value is None:
        return done
    words = Words(plan, declensions(plan.organisation, order.plan.organisation))
    again = application(renamed.value, renamed.value.origin, sentences(order.plan), attached, words)
    return done if again.is_partial else again


def _of_file(root: MappingNode, plan: Plan, words: str) -> Application:
    """A file of the folder of acts: its edits as they are."""
    act = read_act_text(words, plan.organisation)
    if act.value is None:
        leave(act.diagnostics)
    done = carried_out(root, act.value)
    refused = {id(failure.edit): not_carried_out(failure).message for failure in done.failures}
    steps = (
        Step(called(edit.name), refused.get(id(edit), "")) for edit in (*act.value.edits, *act.value.unmarked)
    )
    return Application(done.root, tuple(steps))


def _paragraphs(act: Path, content: bytes) -> Iterator[str]:
    """The lines of a text, or the paragraphs of a document."""
    if content.startswith(b"PK"):
        reading = from_package(content)
        if isinstance(reading, Refusal):
            raise click.UsageError(f"«{act}»: это не документ Word, или он повреждён")
        yield from (each.text for each in reading.paragraphs)
        return
    text = from_bytes(str(act), content)
    if text.value is None:
        leave(text.diagnostics)
    yield from text.value.text.splitlines()
