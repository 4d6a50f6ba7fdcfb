"""Values that are not as their schema has them: what each keyword of JSON Schema means to a methodologist."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic, Edit, Place
from roadmapc.schema.codes import EMPTY_VALUE, MISSING_FIELD, UNKNOWN_FIELD, WRONG_KIND, WRONG_VALUE
from roadmapc.schema.forms import FORMS
from roadmapc.schema.registry import Subschema, subschema_at
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.characters import clean
from roadmapc.text.letters import small
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened
from roadmapc.text.similar import did_you_mean, in_latin

_KINDS = {"string": "текст", "array": "список", "object": "набор полей", "integer": "целое число"}
_LIMITS = {
    "minLength": "«{written}» короче {limit} знаков",
    "maxLength": "«{written}» длиннее {limit} знаков",
    "minimum": "число «{written}» меньше {limit}",
    "maximum": "число «{written}» больше {limit}",
}
_LISTED = 20
"""Values that a hint lists, names that are told one by one; more are explained in the schema's words."""
_OTHERS = ("неизвестное поле", "неизвестных поля", "неизвестных полей")
_QUOTE_COLON = "если двоеточие – часть текста, возьмите весь текст в кавычки"
_QUOTE_BRACKET = "текст, который начинается со скобки, возьмите в кавычки"


Path = tuple[str | int, ...]
"""Names of fields and positions in lists, from the root."""


class Violation(NamedTuple):
    """One value, and the keyword of JSON Schema that it breaks."""

    keyword: str
    argument: Any
    """What the keyword demands; the unknown names for `additionalProperties`."""
    schema: str
    """The short name of the schema."""
    path: Path
    node: Node
    key: ScalarNode | None
    """The name of the field that holds the value or the list with it; `None` for the whole file."""
    file: SourceFile

    @property
    def subschema(self) -> Subschema:
        """Everything the schema says of the value."""
        return subschema_at(self.schema, self.path)

    def subschema_of(self, field: str) -> Subschema:
        """Everything the schema says of a field of the value."""
        return subschema_at(self.schema, (*self.path, field))

    @property
    def where(self) -> str:
        """The place in words."""
        if self.key is None:
            return "в файле"
        return f"{'в списке' if self.is_item else 'в поле'} «{self.key.text}»"

    @property
    def is_item(self) -> bool:
        """Whether the value stands in a list."""
        return bool(self.path) and isinstance(self.path[-1], int)

    @property
    def written(self) -> str:
        """The source of the value."""
        return self.file.text[self.node.start : self.node.end]

    @property
    def text(self) -> str:
        """The value as text; its source if it is a list or a set of fields."""
        return self.node.text if isinstance(self.node, ScalarNode) else self.written

    @property
    def is_empty(self) -> bool:
        """Whether there is no value, or nothing but white space."""
        return isinstance(self.node, ScalarNode) and (self.node.is_null or not self.node.text.strip())


def worded(violation: Violation) -> Iterator[Diagnostic]:
    """The findings of a violation: usually one, but one for each unknown field."""
    return _empty(violation) if violation.is_empty else _WORDINGS[violation.keyword](violation)


def _empty(violation: Violation) -> Iterator[Diagnostic]:
    # «null» and «~» are words of YAML, and other programs write them
    word = clean(violation.text).strip()
    written = f": «{word}» в YAML и есть «нет значения»" if word else ""
    quotes = (f'если это слово, возьмите его в кавычки: "{word}"',) if word else ()
    if violation.key is None or violation.is_item:
        message = f"{violation.where} пустое место{written}"
        yield _finding(EMPTY_VALUE, message, violation, _purpose(violation.subschema), *quotes)
        return
    message = f"у поля «{violation.key.text}» нет значения{written}"
    hints = (_purpose(violation.subschema), "если сказать нечего, поле не пишут", *quotes)
    yield _finding(EMPTY_VALUE, message, violation, *hints, span=violation.key.span)


def _unknown_fields(violation: Violation) -> Iterator[Diagnostic]:
    """«срок: …» is `deadline` by its title; a file of nothing but unknown names is told in a few of them."""
    node, known = violation.node, violation.subschema["properties"]
    assert isinstance(node, MappingNode)
    free, after_comma = known.keys() - node.fields.keys(), _after_comma(violation, node)
    listing = f"здесь можно писать: {', '.join(known)}"
    for name in violation.argument[:_LISTED]:
        span, meant = node.key_span(name), _titled(violation, name, free)
        titled = [f"поле «{violation.subschema_of(each)['title']}» называется «{each}»" for each in meant]
        hints = titled or after_comma.get(name) or did_you_mean(name, free)
        hints = hints or ((listing,) if name.isascii() else (_QUOTE_COLON, listing))
        said = _finding(UNKNOWN_FIELD, f"поля «{shortened(name)}» здесь нет", violation, *hints, span=span)
        yield replace(said, edit=Edit(span, meant[0])) if len(meant) == 1 else said
    if rest := violation.argument[_LISTED:]:
        message = f"и ещё {counted(len(rest), *_OTHERS)}"
        yield _finding(UNKNOWN_FIELD, message, violation, listing, span=node.key_span(rest[0]))


def _titled(violation: Violation, name: str, free: Iterable[str]) -> list[str]:
    """The fields whose title a Russian name is, or begins with."""
    titles = {each: violation.subschema_of(each).get("title", "").casefold() for each in sorted(free)}
    word = name.casefold().strip()
    if word.isascii():
        return []
    exact = [each for each, title in titles.items() if title == word]
    return exact or [each for each, title in titles.items() if _stems(word) <= _stems(title)]


def _stems(words: str) -> set[str]:
    """The words apart from their endings."""
    return {word[: max(4, len(word) - 2)] for word in words.split()}


def _after_comma(violation: Violation, node: MappingNode) -> dict[str, tuple[str, ...]]:
    """What to do with words that a comma inside braces has made a name: no colon follows them."""
    text, head = violation.file.text, ""
    found: dict[str, tuple[str, ...]] = {}
    if not text.startswith("{", node.start):
        return found
    advice = "внутри { } запятая кончает значение, поэтому возьмите его в кавычки"
    for name, (key, value) in node.fields.items():
        if text[key.end : value.end].strip():
            head = name
        else:
            found[name] = (f'{advice}: «{head}: "…, {shortened(name)}"»' if head else advice,)
    return found


def _missing_field(violation: Violation) -> Iterator[Diagnostic]:
    node, name, known = violation.node, violation.argument, violation.subschema
    assert isinstance(node, MappingNode)
    is_closed = known.get("additionalProperties") is False
    if is_closed and node.fields and not node.fields.keys() & known["properties"].keys():
        return  # a text with a colon in it: the unknown field says it all
    field = violation.subschema_of(name)
    message = f"нет поля «{name}»" + (f" – «{field['title']}»" if "title" in field else "")
    hints = (f"добавьте строку «{name}: …»", _purpose(field))
    # underlining the whole mapping would say nothing
    span = next((key.span for key, _ in node.fields.values()), node.span)
    yield _finding(MISSING_FIELD, message, violation, *hints, span=span)


def _wrong_kind(violation: Violation) -> Iterator[Diagnostic]:
    node, kinds = violation.node, set(violation.argument)
    if "string" in kinds:  # a number is a text, too
        kinds.discard("integer")
    wanted = [word for kind, word in _KINDS.items() if kind in kinds]
    written = "набор полей" if isinstance(node, MappingNode) else "список"
    if isinstance(node, ScalarNode):
        written = f"текст «{shortened(node.text)}»"
    message = f"{violation.where} ожидается {' или '.join(wanted)}, а записан {written}"
    yield _finding(WRONG_KIND, message, violation, _advice_on_kind(violation, wanted))


def _advice_on_kind(violation: Violation, wanted: list[str]) -> str:
    node, key = violation.node, violation.key
    if isinstance(node, ScalarNode):
        if key is not None and "список" in wanted:
            return f"запишите так: «{key.text}: [{shortened(node.text)}]»"
        return _purpose(violation.subschema)
    if violation.written[:1] in "{[":
        return _QUOTE_BRACKET
    if isinstance(node, MappingNode):
        return _QUOTE_COLON
    return "запишите одной строкой, без «-»" if "текст" in wanted else "уберите «-» перед именами полей"


def _wrong_value(violation: Violation) -> Iterator[Diagnostic]:
    """A text or a number that is not as its keyword has it."""
    argument, text = violation.argument, violation.text
    written = shortened(text)
    hints: tuple[str, ...] = (_purpose(violation.subschema),)
    match violation.keyword:
        case "pattern":
            message = f"«{written}»: {FORMS[argument].rule}"
            hints = in_latin(text) or (f"например: {FORMS[argument].example}",)
        case "enum":
            message = f"{violation.where} не бывает значения «{written}»"
            if len(argument) <= _LISTED:
                hints = (*did_you_mean(text, argument), f"можно написать: {', '.join(argument)}")
        case "const":  # of the version of the format alone
            message = f"версия формата «{written}» этой программе неизвестна"
            hints = (f"напишите «format: {argument}» или обновите roadmapc",)
        case _:
            message = _LIMITS[violation.keyword].format(written=written, limit=argument)
    yield _finding(WRONG_VALUE, message, violation, *hints)


def _too_few(violation: Violation) -> Iterator[Diagnostic]:
    limit, node = violation.argument, violation.node
    values = node.items if isinstance(node, SequenceNode) else ()
    is_empty = limit == 1 or (isinstance(node, SequenceNode) and not values)
    wanted = "пусто" if is_empty else f"слишком мало: нужно не меньше {limit}"
    hints = [_purpose(violation.subschema)]
    if "string" in violation.subschema["type"] and len(values) == 1 and isinstance(values[0], ScalarNode):
        hints.insert(0, f"одно значение пишут без скобок: «{shortened(values[0].text)}»")
    yield _finding(EMPTY_VALUE, f"{violation.where} {wanted}", violation, *hints)


def _too_many(violation: Violation) -> Iterator[Diagnostic]:
    """`maxProperties` is used for the parts of an appendix alone."""
    node = violation.node
    assert isinstance(node, MappingNode)
    extra = list(node.fields.values())[violation.argument][0]
    hints = (f"начните с него новую часть: «- {extra.text}: …»", _purpose(violation.subschema))
    yield _finding(WRONG_VALUE, f"поле «{extra.text}» здесь лишнее", violation, *hints, span=extra.span)


def _repeated(violation: Violation) -> Iterator[Diagnostic]:
    """The first value that stands in a list again."""
    assert isinstance(violation.node, SequenceNode)
    values = [value.text for value in violation.node.items if isinstance(value, ScalarNode)]
    again = next(value for at, value in enumerate(values) if value in values[:at])
    message = f"{violation.where} «{shortened(again)}» стоит дважды"
    yield _finding(WRONG_VALUE, message, violation, "оставьте одно")


def _purpose(field: Subschema) -> str:
    """What the field is for, as advice: «Дата приказа: дата подписания …»."""
    title, description = field.get("title", ""), field.get("description", "").rstrip(".")
    return f"{title}: {small(description)}" if description else ""


def _finding(
    code: Code, message: str, violation: Violation, *hints: str, span: Span | None = None
) -> Diagnostic:
    """At the first line of the value, if no place is given: underlining a whole list would say nothing."""
    line = violation.file.rest_of_line(violation.node.start)
    first_line = line._replace(end=max(min(line.end, violation.node.end), line.start + 1))
    place = Place(violation.file, span or first_line)
    return Diagnostic(code, message, place, hints=tuple(hint for hint in hints if hint))


_WORDINGS: dict[str, Callable[[Violation], Iterator[Diagnostic]]] = {
    "additionalProperties": _unknown_fields,
    "required": _missing_field,
    "dependentRequired": _missing_field,
    "type": _wrong_kind,
    "minItems": _too_few,
    "minProperties": _too_few,
    "maxProperties": _too_many,
    "uniqueItems": _repeated,
    **dict.fromkeys(("pattern", "enum", "const", *_LIMITS), _wrong_value),
}
KEYWORDS = frozenset({*_WORDINGS, "propertyNames"})
"""What a schema may demand: a test holds that none of ours demands more.

`propertyNames` holds the names of fields against the other keywords, and their words do for it.
"""
