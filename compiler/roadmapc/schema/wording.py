"""What each keyword of JSON Schema means to a methodologist."""

from collections.abc import Callable, Iterator

from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.schema.codes import EMPTY_VALUE, MISSING_FIELD, UNKNOWN_FIELD, WRONG_KIND, WRONG_VALUE
from roadmapc.schema.forms import FORMS
from roadmapc.schema.registry import Rule
from roadmapc.schema.violation import Violation
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.shorten import shortened
from roadmapc.text.similar import did_you_mean, in_latin

_KINDS = {"string": "текст", "array": "список", "object": "набор полей", "integer": "целое число"}
_LISTED = 20
"""Values that a hint lists; more are explained in the schema's words."""
_QUOTE_COLON = "если двоеточие – часть текста, возьмите весь текст в кавычки"
_QUOTE_BRACKET = "текст, который начинается со скобки, возьмите в кавычки"


def worded(violation: Violation) -> Iterator[Diagnostic]:
    """The findings of a violation: usually one, but one for each unknown field."""
    if violation.is_empty:
        return _empty(violation)
    return _WORDINGS[violation.keyword](violation)


def _empty(violation: Violation) -> Iterator[Diagnostic]:
    if violation.key is None or violation.is_item:
        yield _finding(EMPTY_VALUE, f"{violation.where} пустое место", violation, _purpose(violation.rule))
        return
    message = f"у поля «{violation.key.text}» нет значения"
    hints = (_purpose(violation.rule), "если сказать нечего, поле не пишут")
    yield _finding(EMPTY_VALUE, message, violation, *hints, span=violation.key.span)


def _unknown_fields(violation: Violation) -> Iterator[Diagnostic]:
    node, known = violation.node, violation.rule["properties"]
    assert isinstance(node, MappingNode)
    for name in violation.argument:
        message = f"поля «{shortened(name)}» здесь нет"
        hints = _advice_on_comma(violation, node, name)
        hints = hints or did_you_mean(name, known.keys() - node.fields.keys()) or _advice_on_name(name, known)
        yield _finding(UNKNOWN_FIELD, message, violation, *hints, span=node.key_span(name))


def _advice_on_comma(violation: Violation, node: MappingNode, name: str) -> tuple[str, ...]:
    """What to do with words that a comma inside braces has made a name: no colon follows them."""
    if not violation.written.startswith("{") or not _is_bare(violation, name):
        return ()
    before = list(node.fields)[: list(node.fields).index(name)]
    head = next((each for each in reversed(before) if not _is_bare(violation, each)), None)
    advice = "внутри { } запятая кончает значение, поэтому возьмите его в кавычки"
    return (f'{advice}: «{head}: "…, {shortened(name)}"»' if head else advice,)


def _is_bare(violation: Violation, name: str) -> bool:
    """Whether a name is all that is written of the field."""
    node = violation.node
    assert isinstance(node, MappingNode)
    key, value = node.fields[name]
    return not violation.file.text[key.end : value.end].strip()


def _advice_on_name(name: str, known: Rule) -> tuple[str, ...]:
    listing = f"здесь можно писать: {', '.join(known)}"
    return (listing,) if name.isascii() else (_QUOTE_COLON, listing)


def _missing_field(violation: Violation) -> Iterator[Diagnostic]:
    node, name = violation.node, violation.argument
    assert isinstance(node, MappingNode)
    if _is_text_with_colon(node, violation.rule):
        return  # the unknown field says it all
    rule = violation.rule_of(name)
    message = f"нет поля «{name}»" + (f" – «{rule['title']}»" if "title" in rule else "")
    hints = (f"добавьте строку «{name}: …»", _purpose(rule))
    yield _finding(MISSING_FIELD, message, violation, *hints, span=_opening(node))


def _is_text_with_colon(node: MappingNode, rule: Rule) -> bool:
    """Whether none of the fields is known where no other is allowed."""
    is_closed = rule.get("additionalProperties") is False
    return is_closed and bool(node.fields) and not node.fields.keys() & rule["properties"].keys()


def _opening(node: MappingNode) -> Span:
    """The first field's name: underlining a whole mapping would say nothing."""
    first = next(iter(node.fields.values()), None)
    return first[0].span if first else node.span


def _wrong_kind(violation: Violation) -> Iterator[Diagnostic]:
    kinds = set(violation.argument)
    wanted = [word for kind, word in _KINDS.items() if kind in kinds]
    if "string" in kinds:  # a number is a text, too
        wanted = [word for word in wanted if word != _KINDS["integer"]]
    message = f"{violation.where} ожидается {' или '.join(wanted)}, а записан {_kind_of(violation.node)}"
    yield _finding(WRONG_KIND, message, violation, *_advice_on_kind(violation, wanted))


def _kind_of(node: Node) -> str:
    if isinstance(node, MappingNode):
        return "набор полей"
    return "список" if isinstance(node, SequenceNode) else f"текст «{shortened(node.text)}»"


def _advice_on_kind(violation: Violation, wanted: list[str]) -> tuple[str, ...]:
    node, key = violation.node, violation.key
    if isinstance(node, ScalarNode):
        if key is not None and "список" in wanted:
            return (f"запишите так: «{key.text}: [{shortened(node.text)}]»",)
        return (_purpose(violation.rule),)
    if violation.written[:1] in "{[":
        return (_QUOTE_BRACKET,)
    if isinstance(node, MappingNode):
        return (_QUOTE_COLON,)
    return ("запишите одной строкой, без «-»" if "текст" in wanted else "уберите «-» перед именами полей",)


def _wrong_form(violation: Violation) -> Iterator[Diagnostic]:
    text, form = _text(violation), FORMS[violation.argument]
    hints = in_latin(text) or (f"например: {form.example}",)
    yield _finding(WRONG_VALUE, f"«{shortened(text)}»: {form.rule}", violation, *hints)


def _wrong_choice(violation: Violation) -> Iterator[Diagnostic]:
    choices, written = violation.argument, _text(violation)
    listing = f"можно написать: {', '.join(choices)}"
    few = (*did_you_mean(written, choices), listing)
    hints = few if len(choices) <= _LISTED else (_purpose(violation.rule),)
    message = f"{violation.where} не бывает значения «{shortened(written)}»"
    yield _finding(WRONG_VALUE, message, violation, *hints)


def _wrong_version(violation: Violation) -> Iterator[Diagnostic]:
    """`const` is used for the version of the format alone."""
    message = f"версия формата «{shortened(_text(violation))}» этой программе неизвестна"
    hint = f"напишите «format: {violation.argument}» или обновите roadmapc"
    yield _finding(WRONG_VALUE, message, violation, hint)


def _beyond_limit(violation: Violation) -> Iterator[Diagnostic]:
    limit, written = violation.argument, shortened(_text(violation))
    message = _LIMITS[violation.keyword].format(written=written, limit=limit)
    yield _finding(WRONG_VALUE, message, violation, _purpose(violation.rule))


_LIMITS = {
    "minLength": "«{written}» короче {limit} знаков",
    "maxLength": "«{written}» длиннее {limit} знаков",
    "minimum": "число «{written}» меньше {limit}",
    "maximum": "число «{written}» больше {limit}",
}


def _too_few(violation: Violation) -> Iterator[Diagnostic]:
    limit = violation.argument
    wanted = "пусто" if limit == 1 else f"слишком мало: нужно не меньше {limit}"
    yield _finding(EMPTY_VALUE, f"{violation.where} {wanted}", violation, _purpose(violation.rule))


def _too_many(violation: Violation) -> Iterator[Diagnostic]:
    """`maxProperties` is used for the parts of an appendix alone."""
    node = violation.node
    assert isinstance(node, MappingNode)
    extra = list(node.fields.values())[violation.argument][0]
    hints = (f"начните с него новую часть: «- {extra.text}: …»", _purpose(violation.rule))
    yield _finding(WRONG_VALUE, f"поле «{extra.text}» здесь лишнее", violation, *hints, span=extra.span)


def _text(violation: Violation) -> str:
    node = violation.node
    return node.text if isinstance(node, ScalarNode) else violation.written


def _purpose(rule: Rule) -> str:
    """What the field is for, as advice: «Дата приказа: дата подписания …»."""
    title, description = rule.get("title", ""), rule.get("description", "").rstrip(".")
    return f"{title}: {description[:1].lower()}{description[1:]}" if description else ""


def _finding(
    code: Code, message: str, violation: Violation, *hints: str, span: Span | None = None
) -> Diagnostic:
    place = Place(violation.file, span or _first_line(violation))
    return Diagnostic(code, message, place, hints=tuple(hint for hint in hints if hint))


def _first_line(violation: Violation) -> Span:
    """As far as one line goes: underlining a whole list would say nothing."""
    line = violation.file.rest_of_line(violation.node.start)
    return line._replace(end=max(min(line.end, violation.node.end), line.start + 1))


_WORDINGS: dict[str, Callable[[Violation], Iterator[Diagnostic]]] = {
    "additionalProperties": _unknown_fields,
    "required": _missing_field,
    "dependentRequired": _missing_field,
    "type": _wrong_kind,
    "pattern": _wrong_form,
    "enum": _wrong_choice,
    "const": _wrong_version,
    "minItems": _too_few,
    "minProperties": _too_few,
    "maxProperties": _too_many,
    **dict.fromkeys(_LIMITS, _beyond_limit),
}
KEYWORDS = frozenset({*_WORDINGS, "propertyNames"})
"""What a schema may demand: a test holds that none of ours demands more.

`propertyNames` holds the names of fields against the other keywords, and their words do for it.
"""
