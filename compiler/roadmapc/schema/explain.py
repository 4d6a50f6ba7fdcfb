"""Why a tree has not the shape of its schema: findings with places and Russian words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic, Place, in_order
from roadmapc.schema.codes import EMPTY_VALUE, MISSING_FIELD, UNKNOWN_FIELD, WRONG_KIND, WRONG_VALUE
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.similar import did_you_mean

_Rule = dict[str, Any]
"""A part of a schema."""

_KINDS = {"object": "набор полей", "array": "список", "string": "текст", "integer": "целое число"}
_FORMS = {
    r"^\d{1,2}\.\d{1,2}\.\d{4}$": ("дата пишется цифрами через точку", "например: 18.03.2021"),
    "^[a-z0-9]+(-[a-z0-9]+)*$": (
        "постоянное имя пишется строчными латинскими буквами, цифрами и дефисами",
        "например: summer-report",
    ),
    r"^[^@\s]+@[^@\s]+$": ("адрес электронной почты пишется через «@»", "например: office@example.org"),
    r"^\S+ \S\. ?\S\.$": ("имя пишется с фамилией впереди", "например: Образцова А. Б."),
    r"^\S+$": ("номер пишется без пробелов", "например: 2.3"),
}
"""What each pattern of the schemas means: message and example."""


def explain(file: SourceFile, root: Node, value: Any, schema: _Rule) -> tuple[Diagnostic, ...]:
    """Every finding, in order; at least one."""
    found: list[Diagnostic] = []
    for error in Draft202012Validator(schema).iter_errors(value):
        node = _node_at(root, error.absolute_path)
        found.extend(_finding(file, node, error))
    return in_order(tuple(found))


def _node_at(root: Node, path: Iterable[str | int]) -> Node:
    node = root
    for step in path:
        if isinstance(node, MappingNode):
            node = node.fields[str(step)][1]
        elif isinstance(node, SequenceNode):
            node = node.items[int(step)]
    return node


def _finding(file: SourceFile, node: Node, error: ValidationError) -> Iterable[Diagnostic]:
    if _is_empty(node):
        return (_diagnostic(EMPTY_VALUE, "значение не записано", file, node, _purpose(_rule(error))),)
    word = _WORDINGS.get(str(error.validator), _wrong_value)
    return word(file, node, error)


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.text.strip()


def _unknown_fields(file: SourceFile, node: Node, error: ValidationError) -> Iterable[Diagnostic]:
    assert isinstance(node, MappingNode)
    known = _rule(error).get("properties", {})
    for name, (key, _) in node.fields.items():
        if name not in known:
            hints = did_you_mean(name, known.keys() - node.fields.keys()) or (_listing(known),)
            yield _diagnostic(UNKNOWN_FIELD, f"поля «{name}» здесь нет", file, key, *hints)


def _listing(known: _Rule) -> str:
    return f"здесь можно писать: {', '.join(known)}"


def _missing_fields(file: SourceFile, node: Node, error: ValidationError) -> Iterable[Diagnostic]:
    assert isinstance(node, MappingNode)
    rule = _rule(error)
    owner = rule.get("title", "")
    for name in rule["required"]:
        if name not in node.fields:
            message = f"нет поля «{name}»" + (f" ({owner})" if owner else "")
            place = Place(file, _opening(node))
            purpose = _purpose(rule.get("properties", {}).get(name, {}))
            hints = (f"добавьте строку «{name}: …»", *((purpose,) if purpose else ()))
            yield Diagnostic(MISSING_FIELD, message, place, hints)


def _opening(node: MappingNode) -> Span:
    """The first field's name: underlining a whole mapping would say nothing."""
    first = next(iter(node.fields.values()), None)
    return first[0].span if first else Span(node.start, node.end)


def _wrong_kind(file: SourceFile, node: Node, error: ValidationError) -> Iterable[Diagnostic]:
    expected = _rule(error)["type"]
    kinds = [_KINDS[kind] for kind in ([expected] if isinstance(expected, str) else expected)]
    message = f"здесь нужен {' или '.join(kinds)}, а записан {_kind_of(node)}".replace(
        "нужен целое", "нужно целое"
    )
    hint = "начните каждую строку списка с «- »" if "список" in kinds else ""
    yield _diagnostic(WRONG_KIND, message, file, node, hint or _purpose(_rule(error)))


def _kind_of(node: Node) -> str:
    if isinstance(node, MappingNode):
        return "набор полей"
    return "список" if isinstance(node, SequenceNode) else "текст"


def _wrong_form(file: SourceFile, node: Node, error: ValidationError) -> Iterable[Diagnostic]:
    if isinstance(node, MappingNode):  # `propertyNames`: the instance is the name of a field
        node = node.fields[str(error.instance)][0]
    written = node.text if isinstance(node, ScalarNode) else str(error.instance)
    rule, example = _FORMS.get(_rule(error)["pattern"], ("значение записано не по форме", ""))
    yield _diagnostic(WRONG_VALUE, f"«{_shortened(written)}»: {rule}", file, node, example)


def _wrong_choice(file: SourceFile, node: Node, error: ValidationError) -> Iterable[Diagnostic]:
    choices = [str(choice) for choice in _rule(error).get("enum") or [_rule(error)["const"]]]
    written = _shortened(str(error.instance))
    hints = (*did_you_mean(written, choices), f"можно написать: {', '.join(choices)}")
    yield _diagnostic(WRONG_VALUE, f"значения «{written}» здесь нет", file, node, *hints)


def _wrong_value(file: SourceFile, node: Node, error: ValidationError) -> Iterable[Diagnostic]:
    yield _diagnostic(WRONG_VALUE, "значение не по правилам этого поля", file, node, _purpose(_rule(error)))


def _too_few(file: SourceFile, node: Node, error: ValidationError) -> Iterable[Diagnostic]:
    yield _diagnostic(EMPTY_VALUE, "список пуст", file, node, _purpose(_rule(error)))


def _rule(error: ValidationError) -> _Rule:
    """The part of the schema that was not kept."""
    assert isinstance(error.schema, dict)
    return error.schema


def _purpose(rule: _Rule) -> str:
    return str(rule.get("description", ""))


def _shortened(text: str) -> str:
    first_line = text.strip().partition("\n")[0]
    return first_line if len(first_line) <= 60 else first_line[:59] + "…"


def _diagnostic(code: Code, message: str, file: SourceFile, node: Node, *hints: str) -> Diagnostic:
    span = _first_line(file, node.span)
    return Diagnostic(code, message, Place(file, span), hints=tuple(hint for hint in hints if hint))


def _first_line(file: SourceFile, span: Span) -> Span:
    written = file.text[span.start : span.end].partition("\n")[0].rstrip()
    return Span(span.start, span.start + max(len(written), 1))


_Wording = Callable[[SourceFile, Node, ValidationError], Iterable[Diagnostic]]
_WORDINGS: dict[str, _Wording] = {
    "additionalProperties": _unknown_fields,
    "required": _missing_fields,
    "type": _wrong_kind,
    "pattern": _wrong_form,
    "enum": _wrong_choice,
    "const": _wrong_choice,
    "minItems": _too_few,
    "minProperties": _too_few,
}
