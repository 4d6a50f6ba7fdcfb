"""Reads the placeholders of a template before it is filled, so that all its mistakes are told at once.

A template part is taken as a text with a paragraph a line: Jinja's line numbers then name paragraphs.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias, get_args, get_type_hints

from jinja2 import Environment, TemplateSyntaxError, nodes

from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.render.docx import codes
from roadmapc.render.docx.grammar import FILTERS, ForbiddenActionError
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.text.shorten import shortened
from roadmapc.text.similar import did_you_mean

_PARAGRAPH_SIGN = re.compile(r"(?<=\{[{%#])(?:p|tr|tc|r)(?= )")
"""docxtpl's sign that a tag takes its whole paragraph, row, cell or run; Jinja does not know it."""
_CURLY_QUOTES = str.maketrans("“”‘’", "\"\"''")
"""Word sets them while a clerk types; docxtpl reads them as straight ones, and so must we."""
_TAG = re.compile(r"\{[{%].*?(?:[%}]\}|$)", re.MULTILINE)

_HOW_TO_WRITE = (
    "у «{{» должна быть пара «}}», у {%p for … %} – строка {%p endfor %}, у {%p if … %} – {%p endif %}",
    "внутри подстановки кавычки прямые, а не «ёлочки»",
)

WHAT_MAY_STAND = f"в скобках стоят имена полей, for, if и действия: {', '.join(FILTERS)}"

Shape: TypeAlias = Any
"""A record type, `tuple[…]` of one, `str`, or `object` of which nothing is known."""


_OWN = "своего поля"
"""What a template calls by a name that only the plan knows."""


class UnknownName(NamedTuple):
    """A name without a meaning."""

    line: int
    name: str
    valid: tuple[str, ...]
    """The names that may stand there."""
    noun: str = "поля"
    """What it should be the name of, in the genitive."""


def problems(
    part: SourceFile, fields: Mapping[str, Shape], environment: Environment
) -> tuple[Diagnostic, ...]:
    """A diagnostic for each placeholder of a template part that cannot be read or names no field."""
    try:
        unknown = sorted(set(_unknown_names(_tree(part.text, environment), fields)))
    except ForbiddenActionError as error:
        return (_faulty(part, error.lineno, codes.ACTION, error.message or "", (WHAT_MAY_STAND,)),)
    except TemplateSyntaxError as error:
        return (_faulty(part, error.lineno, codes.BROKEN, "записана с ошибкой", _HOW_TO_WRITE),)
    return tuple(_unknown(part, name) for name in unknown)


def unsaid(part: SourceFile, record: str, empty: Collection[str], environment: Environment) -> set[str]:
    """Which of the empty fields of a record a template prints without asking whether they are there."""
    return set(_unguarded(_tree(part.text, environment), record, frozenset(empty)))


@lru_cache(maxsize=16)  # orders of one template have its parts in common
def _tree(text: str, environment: Environment) -> nodes.Template:
    """The syntax of a template part that Jinja can compile, too."""
    source = _PARAGRAPH_SIGN.sub(lambda sign: " " * len(sign[0]), text).translate(_CURLY_QUOTES)
    environment.compile(source, raw=True)
    return environment.parse(source)


def _unguarded(node: nodes.Node, record: str, fields: frozenset[str]) -> Iterator[str]:
    """Fields of a record that are printed or repeated outside of a condition that they are there."""
    match node:
        case nodes.If(test=test, body=then, elif_=elif_, else_=else_):
            yield from _of_branches(test, then, (*elif_, *else_), record, fields)
            return
        case nodes.CondExpr(test=test, expr1=one, expr2=other):
            yield from _of_branches(test, (one,), filter(None, (other,)), record, fields)
            return
        case nodes.Getattr(node=nodes.Name(name=owner), attr=name) if owner == record and name in fields:
            yield name
    for child in node.iter_child_nodes():
        yield from _unguarded(child, record, fields)


def _of_branches(
    test: nodes.Node,
    then: Iterable[nodes.Node],
    otherwise: Iterable[nodes.Node],
    record: str,
    fields: frozenset[str],
) -> Iterator[str]:
    """Such fields in what is printed where a condition is true, and where it is false."""
    for branch, holds in ((then, test), (otherwise, nodes.Not(test))):
        asked = set(_required(holds, record))
        for child in branch:
            yield from _unguarded(child, record, fields - asked)


def _required(test: nodes.Node, record: str) -> Iterator[str]:
    """Fields without which a condition is false: of «a and b» both, of «a or b» neither."""
    match test:
        case nodes.Getattr(node=nodes.Name(name=owner), attr=name) if owner == record:
            yield name
        case nodes.Not(node=nodes.Not(node=inner)):
            yield from _required(inner, record)
        case nodes.And(left=left, right=right):
            yield from _required(left, record)
            yield from _required(right, record)


def _faulty(part: SourceFile, line: int, code: Code, fault: str, hints: tuple[str, ...]) -> Diagnostic:
    """About a tag without closing brackets; else the first from where Jinja stopped, or the last of all."""
    tags, start = list(_TAG.finditer(part.text)), part.offset(line, 1)
    unclosed = (tag for tag in tags if not tag[0].endswith("}"))
    near = (tag for tag in tags if tag.start() >= start)
    tag = next(unclosed, None) or next(near, tags[-1])
    message = f"подстановка «{shortened(tag[0].strip())}» в шаблоне «{part.name}» {fault}"
    return Diagnostic(code, message, Place(part, Span(*tag.span())), hints)


def _unknown(part: SourceFile, unknown: UnknownName) -> Diagnostic:
    start = part.offset(unknown.line, 1)
    name = re.compile(rf"\b{re.escape(unknown.name)}\b").search(part.text, start)
    span = Span(*name.span()) if name else Span(start, start + len(part.line(unknown.line)))
    message = f"{unknown.noun} «{unknown.name}» в шаблоне «{part.name}» нет"
    known = f"здесь есть: {', '.join(sorted(unknown.valid))}"
    if unknown.noun == _OWN:
        message = f"шаблон «{part.name}» печатает своё поле «{unknown.name}», а в плане его нет"
        known = f"добавьте его в план: order: fields: {unknown.name}: …"
    hints = did_you_mean(unknown.name, unknown.valid) or (known,)
    return Diagnostic(codes.UNKNOWN, message, Place(part, span), hints)


def _unknown_names(node: nodes.Node, scope: Mapping[str, Shape]) -> Iterator[UnknownName]:
    """Names in a syntax tree that stand for nothing where those of `scope` are known with their shapes."""
    below = scope
    match node:
        case nodes.For():
            below = {**scope, **_looped(node, scope)}
            yield from _unknown_names(node.iter, scope)
        case nodes.Name(name=name, ctx="load") if name not in scope:
            yield UnknownName(node.lineno, name, tuple(key for key in scope if scope[key] is not object))
        case nodes.Getattr(attr=name, node=owner):
            valid = _attributes(_shape(owner, scope))
            if is_dataclass(_shape(owner, scope)) and name not in valid:
                is_own = owner == nodes.Name("fields", "load")
                yield UnknownName(node.lineno, name, tuple(valid), _OWN if is_own else "поля")
        case nodes.Compare():
            yield from _unknown_words(node, scope)
    for child in node.iter_child_nodes():
        yield from _unknown_names(child, below)


def _unknown_words(node: nodes.Compare, scope: Mapping[str, Shape]) -> Iterator[UnknownName]:
    """«clause.kind == 'clauze'» is true of no clause, and would print none in silence."""
    valid = _words(_shape(node.expr, scope))
    for word in node.find_all(nodes.Const) if valid else ():
        if word.value not in valid:
            yield UnknownName(word.lineno, str(word.value), valid, "вида")


def _looped(loop: nodes.For, scope: Mapping[str, Shape]) -> dict[str, Shape]:
    """The names that stand inside a loop only."""
    if not isinstance(loop.target, nodes.Name):  # «for a, b in …»: of pairs nothing is known
        return {"loop": object, **{name.name: object for name in loop.target.find_all(nodes.Name)}}
    item = next(iter(get_args(_shape(loop.iter, scope))), object)
    return {"loop": object, loop.target.name: item}


def _shape(node: nodes.Node, scope: Mapping[str, Shape]) -> Shape:
    match node:
        case nodes.Name(name=name):
            return scope.get(name, object)
        case nodes.Getattr(attr=name, node=owner):
            return _attributes(_shape(owner, scope)).get(name, object)
        case _:
            return object


def _words(shape: Shape) -> tuple[str, ...]:
    """The only words that a text may be, by the annotation of its field; empty if it may be any."""
    return tuple(map(str, next(iter(getattr(shape, "__metadata__", ())), ())))


def _attributes(shape: Shape) -> dict[str, Shape]:
    """The fields of a record; empty if `shape` is none."""
    return get_type_hints(shape, include_extras=True) if is_dataclass(shape) else {}
