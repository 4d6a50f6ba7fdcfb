"""Reads the placeholders of a template before it is filled, so that all its mistakes are told at once.

A template part is taken as a text with a paragraph a line: Jinja's line numbers then name paragraphs.
"""

import re

from jinja2 import Environment, TemplateSyntaxError

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.render.docx import codes
from roadmapc.render.docx.grammar import FILTERS, ForbiddenActionError
from roadmapc.render.docx.scope import UnknownName, unknown_names
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


def problems(part: SourceFile, fields: type, environment: Environment) -> tuple[Diagnostic, ...]:
    """A diagnostic for each placeholder of a template part that cannot be read or names no field."""
    source = _PARAGRAPH_SIGN.sub(lambda sign: " " * len(sign[0]), part.text).translate(_CURLY_QUOTES)
    try:
        tree = environment.parse(source)
        unknown = unknown_names(tree, fields)
        environment.compile(tree, raw=True)
    except ForbiddenActionError as error:
        return (_forbidden(part, error),)
    except TemplateSyntaxError as error:
        return (_broken(part, error.lineno),)
    return tuple(_unknown(part, name) for name in unknown)


def _forbidden(part: SourceFile, action: ForbiddenActionError) -> Diagnostic:
    tag = _suspect(part, action.lineno)
    message = f"подстановка «{shortened(tag[0].strip())}» в шаблоне «{part.name}» {action.message}"
    return Diagnostic(codes.ACTION, message, Place(part, Span(*tag.span())), (WHAT_MAY_STAND,))


def _broken(part: SourceFile, line: int) -> Diagnostic:
    tag = _suspect(part, line)
    message = f"подстановка «{shortened(tag[0].strip())}» в шаблоне «{part.name}» записана с ошибкой"
    return Diagnostic(codes.BROKEN, message, Place(part, Span(*tag.span())), _HOW_TO_WRITE)


def _suspect(part: SourceFile, line: int) -> re.Match[str]:
    """A tag without closing brackets; else the first from where Jinja stopped, or the last of all."""
    tags, start = list(_TAG.finditer(part.text)), part.offset(line, 1)
    unclosed = (tag for tag in tags if not tag[0].endswith("}"))
    near = (tag for tag in tags if tag.start() >= start)
    return next(unclosed, None) or next(near, tags[-1])


def _unknown(part: SourceFile, unknown: UnknownName) -> Diagnostic:
    message = f"поля «{unknown.name}» в шаблоне «{part.name}» нет"
    place = Place(part, _span(part, unknown))
    hints = did_you_mean(unknown.name, unknown.valid) or (_listed(unknown.valid),)
    return Diagnostic(codes.UNKNOWN, message, place, hints)


def _span(part: SourceFile, unknown: UnknownName) -> Span:
    start = part.offset(unknown.line, 1)
    found = re.compile(rf"\b{re.escape(unknown.name)}\b").search(part.text, start)
    return Span(*found.span()) if found else Span(start, start + len(part.line(unknown.line)))


def _listed(names: tuple[str, ...]) -> str:
    return f"здесь есть поля: {', '.join(sorted(names))}"
