"""YAML text to a tree of nodes, straight from libyaml's events.

The one place that knows PyYAML. Building from events instead of composed nodes halves the time,
and an explicit stack instead of recursion leaves no way to exhaust the interpreter's.
"""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import yaml

from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.diagnostics.outcome import Outcome, has_errors
from roadmapc.source.file import SourceFile
from roadmapc.source.limits import FINDINGS, ITEMS, LEVELS, TEXT, VALUES, WORD, Limit
from roadmapc.source.span import Span
from roadmapc.syntax.amounts import listed, too_long
from roadmapc.syntax.codes import DUPLICATE_KEY, EMPTY, REFERENCE, SEVERAL_DOCUMENTS, TOO_DEEP, TOO_MANY
from roadmapc.syntax.from_bytes import invisible, unprintable
from roadmapc.syntax.leaks import leaks, other_indents, shifted_field
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.syntax.wording import broken, complex_key
from roadmapc.text.characters import FORBIDDEN, IGNORABLE, clean, composed, is_clean
from roadmapc.text.regex import regex

_BLANKS = 64
"""Characters among which the last of a block is sought first: all the text of all nested blocks is a lot."""
_LIMIT_OF_LIBYAML = "exceeded maximum nesting depth"
"""Said from 0.2.6 on at the 1,000th level by the scanner, which looks ahead of the events by up to a line.

What stands before that place is read once more: there our own limit is met, at the level that breaks it.
"""

_MARK = regex(r"[&*!][^\s,\[\]{}]*")
_MARK_NAMES = {"&": "якорь YAML", "*": "ссылка YAML", "!": "тег YAML"}


def from_yaml(file: SourceFile) -> Outcome[Node]:
    """The tree of the file's only document."""
    if indents := other_indents(file):
        return Outcome(None, indents)
    tree = _tree(file, file.text)
    if tree.value is None:
        return tree
    lost = tuple(listed(leaks(file, tree.value)))
    return Outcome(None if has_errors(lost) else tree.value, (*tree.diagnostics, *lost))


def top_level(content: bytes, names: Collection[str]) -> dict[str, str]:
    """The texts of some fields of a record, which is read no further than they stand.

    What is not there is left out, and so is everything after the first mistake of the record.
    """
    found: dict[str, str] = {}
    depth, key = 0, ""
    with suppress(yaml.YAMLError):
        for event in yaml.parse(content, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                key = "" if depth == 1 else key
            elif depth == 1 and isinstance(event, yaml.ScalarEvent):
                if key in names:
                    found[key] = event.value
                key = "" if key else event.value
            if len(found) == len(names):
                break
    return found


def is_record(file: SourceFile) -> bool:
    """Whether YAML reads the file at all, whatever it may read otherwise than it was meant."""
    return _tree(file, file.text).value is not None


def _tree(file: SourceFile, text: str) -> Outcome[Node]:
    """The tree of a text that the file begins with."""
    builder = _Builder(file)
    loader = yaml.CSafeLoader(text)
    try:
        for event in iter(loader.get_event, None):
            builder.take(event)
            if builder.is_over:
                break
    except yaml.MarkedYAMLError as error:
        if error.problem == _LIMIT_OF_LIBYAML and error.problem_mark is not None:
            return _tree(file, text[: error.problem_mark.index])
        builder.problems.append(broken(file, error))
        return Outcome(None, tuple(builder.problems))
    finally:
        loader.dispose()
    return builder.outcome()


@dataclass(slots=True)
class _Open:
    """A list or a mapping whose end has not come yet."""

    start: int
    fields: dict[str, tuple[ScalarNode, Node]] | None
    """`None` for a list."""
    items: list[Node] = field(default_factory=list)
    key: ScalarNode | None = None
    """The name of the field whose value comes next."""


class _Builder:
    """Events in, one tree out."""

    def __init__(self, file: SourceFile) -> None:
        self.problems: list[Diagnostic] = []
        self.is_over = False
        self._file = file
        self._is_clean = is_clean(file.text)
        self._said: list[Diagnostic] = []
        """What leaves the tree as it is."""
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0
        self._values = 0

    def outcome(self) -> Outcome[Node]:
        """The tree, unless something was wrong with it."""
        # a comment alone, or nothing after the line «---»
        is_empty = self._root is None or (isinstance(self._root, ScalarNode) and not self._root.text.strip())
        if is_empty and not self.problems:
            self._report(EMPTY, "в файле нет данных", Span(0, 0), "начните файл со строки «format: 1»")
        said = (*listed(self.problems), *listed(self._said))
        return Outcome(None if self.problems else self._root, said)

    def take(self, event: Any) -> None:
        """Build on with the next event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._take_scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._start(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._start(event, None)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._end(event)
        elif kind is yaml.AliasEvent:
            self._report_reference(event.start_mark.index)
        elif kind is yaml.DocumentStartEvent:
            self._start_document(event)

    def _take_scalar(self, event: Any) -> None:
        """A name of a field if its mapping waits for one, else a value."""
        if event.anchor is not None or event.tag is not None:
            self._report_reference(event.start_mark.index)
        node = self._scalar(event)
        parent = self._open[-1] if self._open else None
        if parent is not None and parent.fields is not None and parent.key is None:
            parent.key = node = node if self._is_clean else node._replace(text=clean(node.text))
            if node.text in parent.fields:
                first = Label(Place(self._file, parent.fields[node.text][0].span), "первый раз – здесь")
                message, hint = f"поле «{node.text}» записано второй раз", "оставьте одно из двух значений"
                place = Place(self._file, node.span)
                self.problems.append(Diagnostic(DUPLICATE_KEY, message, place, (hint,), (first,)))
                self.is_over = len(self.problems) > FINDINGS.most
        else:
            self._place(node)

    def _scalar(self, event: Any) -> ScalarNode:
        start, end, style = event.start_mark.index, event.end_mark.index, event.style
        value = event.value
        if style == '"':
            value = self._unescaped(value, Place(self._file, Span(start, end)))
        elif style in ("|", ">"):
            end = self._without_blank_end(start, end)
        # in one line only a plain text is as long as what is written
        if end - start != len(value) and (shifted := shifted_field(self._file, Span(start, end))):
            self.problems.append(shifted)
        if len(value) > WORD.most and (
            said := tuple(too_long(Place(self._file, Span(start, end)), value, TEXT))
        ):
            self.problems += said
            self.is_over = True
        return ScalarNode(value if self._is_clean else composed(value), start, end, not style)

    def _unescaped(self, value: str, place: Place) -> str:
        """A text in double quotes: `"\0"` and `"\u00ad"` can be seen until they are read."""
        if character := FORBIDDEN.search(value):
            self.problems.append(unprintable(place, character[0]))
        elif self._is_clean and IGNORABLE.search(value):
            self._said.append(invisible(place, value, None))
        return composed(value)

    def _without_blank_end(self, start: int, end: int) -> int:
        """libyaml lets a block end where the next line begins."""
        near = max(start, end - _BLANKS)
        last = self._file.text[near:end].rstrip()
        return near + len(last) if last else start + len(self._file.text[start:end].rstrip())

    def _start(self, event: Any, fields: dict[str, tuple[ScalarNode, Node]] | None) -> None:
        if event.anchor is not None or event.tag is not None:
            self._report_reference(event.start_mark.index)
        start = event.start_mark.index
        parent = self._open[-1] if self._open else None
        if parent is not None and parent.fields is not None and parent.key is None:
            self.problems.append(complex_key(Place(self._file, Span(start, start + 1))))
            self.is_over = True
        if len(self._open) >= LEVELS.most:
            message = f"вложенность больше {LEVELS} уровней"
            self._report(TOO_DEEP, message, Span(start, start + 1), LEVELS.advice)
            self.is_over = True
        self._open.append(_Open(start, fields))

    def _end(self, event: Any) -> None:
        done = self._open.pop()
        end = self._without_blank_end(done.start, event.end_mark.index)
        if done.fields is None:
            self._place(SequenceNode(tuple(done.items), done.start, end))
        else:
            self._place(MappingNode(done.fields, done.start, end))

    def _place(self, node: Node) -> None:
        self._values += 1
        if self._values > VALUES.most:
            self._refuse(node, f"значений в файле больше {VALUES}", VALUES)
        if not self._open:
            self._root = self._root or node
            return
        parent = self._open[-1]
        if parent.fields is None:
            parent.items.append(node)
        elif parent.key is not None:
            parent.fields[parent.key.text] = (parent.key, node)
            parent.key = None
        if len(parent.items if parent.fields is None else parent.fields) > ITEMS.most:
            self._refuse(node, f"записей в одном списке или наборе полей больше {ITEMS}", ITEMS)

    def _refuse(self, node: Node, message: str, limit: Limit) -> None:
        self._report(TOO_MANY, message, Span(node.start, node.start + 1), limit.advice)
        self.is_over = True

    def _start_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents == 2:
            start = event.start_mark.index
            hint = "перенесите второй документ в отдельный файл"
            self._report(SEVERAL_DOCUMENTS, "второй документ в файле", Span(start, start + 3), hint)
            self.is_over = True

    def _report_reference(self, start: int) -> None:
        written = _MARK.match(self._file.text, start)
        assert written is not None
        message = f"{_MARK_NAMES[written[0][0]]} «{written[0]}» не поддерживается"
        hints = ("если это просто текст, возьмите его в кавычки", "если ссылка, запишите значение полностью")
        self._report(REFERENCE, message, Span(*written.span()), *hints)
        self.is_over = True

    def _report(self, code: Code, message: str, span: Span, *hints: str) -> None:
        self.problems.append(Diagnostic(code, message, Place(self._file, span), hints))
