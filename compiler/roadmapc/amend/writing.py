"""Additions to the text of a plan, each an edit of its own, so that comments and layout stay."""

from textwrap import dedent, indent

from roadmapc.diagnostics.diagnostic import Edit
from roadmapc.model.plan import Plan
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode, ScalarNode

STEP = 2
"""Spaces by which a value is set in under its key."""


def with_number(file: SourceFile, provision: MappingNode | ScalarNode, number: str) -> Edit:
    """A provision with a printed number of its own; a clause that is one text becomes a set of fields."""
    field, margin = f'number: "{number}"', " " * file.depth(provision.start)
    start, end = provision.start, provision.end
    if isinstance(provision, ScalarNode):
        text = file.text[start:end].replace("\r\n", "\n").replace("\n", "\n" + " " * STEP)
        return _edit(file, provision.span, f"{field}\n{margin}text: {text}")
    value, name = provision.get("number"), provision.get("id")
    if value is not None:
        return _edit(file, value.span, f'"{number}"')
    if file.text[start] == "{":
        return _inserted(file, start + 1, f"{field}, ")
    if name is None:
        return _inserted(file, start, f"{field}\n{margin}")
    line = file.position(name.end).line  # a comment may stand after the name
    return _inserted(file, file.offset(line, 1) + len(file.line(line)), f"\n{margin}{field}")


def with_act(plan: Plan, amendments: str) -> Edit:
    """A plan with one more act in its history; `amendments` is the field with this act alone."""
    history = plan.origin.get("amendments")
    if history is None:
        return _inserted(plan.file, plan.origin.end, f"\n\n{amendments.rstrip()}")
    _, item = amendments.rstrip().split("\n", 1)
    margin = " " * plan.file.depth(history.start)
    return _inserted(plan.file, history.end, "\n" + indent(dedent(item), margin))


def with_folder(plan: Plan, folder: str) -> Edit:
    """A plan that names the folder of its acts, above its period: away from where rows are added."""
    return _inserted(plan.file, plan.origin.key_span("period").start, f"acts: {folder}\n")


def without_list(plan: Plan, folder: str) -> tuple[Edit, ...]:
    """A plan that names the folder of its acts instead of listing them."""
    key, listed = plan.origin.fields["amendments"]
    start = plan.file.offset(plan.file.position(key.start).line, 1)
    return with_folder(plan, folder), _edit(plan.file, Span(start, listed.end), "")


def _inserted(file: SourceFile, at: int, text: str) -> Edit:
    return _edit(file, Span(at, at), text)


def _edit(file: SourceFile, span: Span, text: str) -> Edit:
    return Edit(span, file.with_own_breaks(text))
