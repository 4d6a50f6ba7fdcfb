"""A plan's own text with what an act has changed: all other characters stay, comments and layout too."""

from collections.abc import Iterator, Mapping
from textwrap import indent

from roadmapc.diagnostics.diagnostic import Edit
from roadmapc.edition.differences import Difference, differences
from roadmapc.edition.units import HISTORY, LISTS, THE_PLAN, Unit, inlined, units
from roadmapc.model.amendment import ChangeKind
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.locate import dash
from roadmapc.syntax.to_yaml import mapping, to_yaml
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode


def rewritten(
    file: SourceFile, old: MappingNode, new: MappingNode, texts: Mapping[str, SourceFile]
) -> str | None:
    """The text of `old` made to say what `new` says; `None` if its layout does not let it be done safely.

    Both have the texts of other files in them. The result is read again: unless it says exactly what it
    should, there is none.
    """
    try:
        edits = sorted(_edits(file, old, new), key=lambda edit: edit.span)
    except _UnfitLayoutError:
        return None
    text = file.text
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    tree = from_yaml(SourceFile(file.name, text)).value
    if not isinstance(tree, MappingNode) or any(differences(inlined(tree, texts), new)):
        return None
    return text


class _UnfitLayoutError(Exception):
    """A place where lines cannot be put in or taken out: a record in one line, a list that is not there."""


def _edits(file: SourceFile, old: MappingNode, new: MappingNode) -> Iterator[Edit]:
    """The edits of a text; what is put in one after another at one place is one of them."""
    inserted: dict[str, Edit] = {}
    for each in differences(old, new):
        if each.new is not None and each.kind is ChangeKind.ADDED:
            former = inserted.pop(each.new.after, None)
            edit = _inserted(file, old, each.new)
            inserted[each.new.name.id] = former._replace(text=former.text + edit.text) if former else edit
        elif each.old is not None and each.kind is ChangeKind.REMOVED:
            yield _without_lines(file, Span(_dash(file, each.old.node), each.old.node.end))
        elif each.old is not None and each.new is not None and each.is_whole:
            yield Edit(each.old.node.span, _rendered(each.new.node, file.depth(each.old.node.start)))
        else:
            yield from _fields(file, old, each)
    yield from inserted.values()


def _fields(file: SourceFile, root: MappingNode, each: Difference) -> Iterator[Edit]:
    """The fields of a unit, of the order or of the plan itself."""
    node: Node | None = root if each.name == THE_PLAN else root.get("order")
    if each.old is not None:
        node = each.old.node
    if isinstance(node, ScalarNode):
        content = each.fields["text"] if each.fields.keys() == {"text"} else None
        content = content or mapping({"text": node, **each.fields})
        yield Edit(node.span, _rendered(content, file.depth(node.start)))
    elif isinstance(node, MappingNode) and file.text[node.start] != "{":
        yield from _of_mapping(file, node, each)
    else:
        raise _UnfitLayoutError


def _of_mapping(file: SourceFile, node: MappingNode, each: Difference) -> Iterator[Edit]:
    """Fields replaced from their names to their ends; new ones under the last that is no list of units."""
    column = file.depth(node.start)
    for name in each.names:
        if name not in node.fields:
            continue
        key, former = node.fields[name]
        span = Span(key.start, former.end)
        if name in each.fields:
            yield Edit(span, _rendered(mapping({name: each.fields[name]}), column))
        else:
            yield _without_lines(file, span)
    fresh = {name: value for name, value in each.fields.items() if name not in node.fields}
    own = [value.end for name, (_, value) in node.fields.items() if name not in (*LISTS, *HISTORY, "order")]
    if fresh and not own:
        raise _UnfitLayoutError
    if fresh:
        words = _rendered(mapping(fresh), column)
        yield Edit(Span(max(own), max(own)), f"\n{' ' * column}{words}")


def _inserted(file: SourceFile, root: MappingNode, unit: Unit) -> Edit:
    """A unit under the neighbour that it stands after, or over the first of its list."""
    siblings = _siblings(root, unit)
    names = [name for name, _ in siblings]
    if not siblings:
        raise _UnfitLayoutError
    after = names.index(unit.after) if unit.after in names else None
    if after is None and unit.after:  # it stands after another new one
        after = len(names) - 1
    node = siblings[after or 0][1]
    mark = _dash(file, node)
    column = file.depth(mark)
    item = f"- {_rendered(unit.node, column + 2)}"
    if after is None:
        return Edit(Span(mark, mark), f"{item}\n{' ' * column}")
    return Edit(Span(node.end, node.end), f"\n{' ' * column}{item}")


def _siblings(root: MappingNode, unit: Unit) -> list[tuple[str, Node]]:
    """The list of the old tree that the unit goes into, by names."""
    return [
        (each.name.id, each.node)
        for each in units(root).values()
        if each.name.kind is unit.name.kind and each.holder == unit.holder
    ]


def _dash(file: SourceFile, node: Node) -> int:
    """Where the mark of a list item stands."""
    found = dash(file, node)
    if found is None:
        raise _UnfitLayoutError
    return found


def _without_lines(file: SourceFile, span: Span) -> Edit:
    """Whole lines taken out, with the break after them."""
    start = file.offset(file.position(span.start).line, 1)
    if file.text[start : span.start].strip(" "):
        raise _UnfitLayoutError
    last = file.position(max(span.end - 1, span.start)).line
    return Edit(Span(start, file.offset(last + 1, 1)), "")


def _rendered(node: Node, column: int) -> str:
    """A value as lines, all but the first set in by so many characters."""
    if isinstance(node, MappingNode):
        lines = to_yaml(node).rstrip("\n")
    else:
        lines = to_yaml(mapping({"x": node})).rstrip("\n").removeprefix("x:").lstrip(" ")
    first, *others = lines.split("\n")
    return "\n".join((first, *(indent(line, " " * column) for line in others)))
