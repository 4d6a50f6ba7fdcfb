"""Fields of a plan's file as instructions change them: printed words back into how they are written."""

from collections.abc import Callable, Mapping, Sequence
from typing import Never

from roadmapc.amend.instructions import NotApplicableError
from roadmapc.diagnostics.diagnostic import Place
from roadmapc.edition.units import Unit, own_fields
from roadmapc.model.amendment import ChangeKind, Edit, ProvisionName
from roadmapc.model.plan import Measure
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode

_NOWHERE, _START = SourceFile("изменяющий акт", ""), Span(0, 0)
Change = Callable[[str], str | None]
"""A text after a change; `None` if the change does not fit it."""


def refuse(reason: str) -> Never:
    """That nobody can tell how it should be written."""
    raise NotApplicableError(reason)


def said(words: str | None) -> str:
    """Words that a change gives; refused if it fits none."""
    return refuse("слова не стоят в тексте ровно один раз") if words is None else words


def terms(lines: Sequence[str], measure: Measure | None) -> Node:
    """Deadlines, each for those who stood before it: a checkpoint is nothing that a page can tell."""
    old = measure.terms if measure else ()
    if any(term.checkpoint for term in old):
        refuse("у срока есть контрольный срок, которого на бумаге нет: исправьте поле deadline в плане")
    audiences = {term.audience for term in old if term.audience}
    terms: list[Node] = []
    for line in lines:
        audience, colon, phrase = line.partition(": ")
        if colon and audience in audiences:
            terms.append(mapping({"phrase": text(phrase), "audience": text(audience)}))
        else:
            terms.append(text(line))
    return terms[0] if len(terms) == 1 else sequence(tuple(terms))


def clause(number: str, words: str) -> MappingNode:
    """A new clause: lines after the first are its paragraphs."""
    first, *others = words.split("\n")
    fields: dict[str, Node] = {"number": text(number), "text": text(first)}
    return mapping({**fields, **({"paragraphs": sequence(tuple(map(text, others)))} if others else {})})


def changed(value: Node | None, change: Change) -> Node:
    """A value of which one text is changed; refused if the change fits none of them, or several."""
    new = None if value is None else changed_once(value, change)
    return new or refuse("слова не стоят в тексте ровно один раз, или на их месте ссылка на справочник")


def changed_once(value: Node, change: Change) -> Node | None:
    """A text, or the one text of a list, after a change; `None` if it fits none or several."""
    if isinstance(value, ScalarNode):
        new = change(" ".join(value.text.split()))
        return None if new is None else text(new)
    if isinstance(value, SequenceNode):
        items = [changed_once(item, change) for item in value.items]
        fitting = [at for at, item in enumerate(items) if item is not None]
        if len(fitting) == 1:
            both = zip(items, value.items, strict=True)
            return sequence(tuple(new if new is not None else old for new, old in both))
    if isinstance(value, MappingNode) and isinstance(value.get("phrase"), ScalarNode):
        phrase = changed_once(value.fields["phrase"][1], change)
        return None if phrase is None else value.with_value("phrase", phrase)
    return None


def changed_last(value: Node, change: Change) -> Node:
    """A text, or the last text of a list, after a change."""
    if isinstance(value, SequenceNode):
        return sequence((*value.items[:-1], changed_last(value.items[-1], change)))
    return changed(value, change)


def rewritten(value: Node, change: Callable[[str], str]) -> Node:
    """A value with all its texts rewritten; itself if nothing is."""
    match value:
        case ScalarNode():
            new = change(value.text)
            return value if new == value.text else value._replace(text=new, is_plain=False)
        case SequenceNode():
            return value._replace(items=tuple(rewritten(item, change) for item in value.items))
        case MappingNode():
            fields = {name: (key, rewritten(inner, change)) for name, (key, inner) in value.fields.items()}
            return value._replace(fields=fields)


def edit(
    name: ProvisionName,
    kind: ChangeKind,
    *,
    fields: Mapping[str, Node] | None = None,
    content: MappingNode | None = None,
) -> Edit:
    """An edit that no file has: its place is never shown."""
    return Edit(name, kind, "", {}, fields or {}, (), content, "", "", Place(_NOWHERE, _START))


def as_quoted(unit: Unit, quoted: MappingNode) -> Edit:
    """A row that becomes what is quoted, but for its name and its number."""
    new = {field: value for field, value in own_fields(quoted).items() if field not in ("id", "number")}
    gone = tuple(field for field in own_fields(unit.node) if field not in (*new, "id", "number"))
    return edit(unit.name, ChangeKind.CHANGED, fields=new)._replace(dropped=gone)


def is_blank(value: Node) -> bool:
    """Whether nothing is left of a value."""
    match value:
        case ScalarNode():
            return not value.text
        case MappingNode():
            return not value.fields
        case SequenceNode():
            return not value.items
