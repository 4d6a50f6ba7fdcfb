"""How words are written inside a text of YAML or of Markdown, whatever style it has."""

import re

from roadmapc.absorb.sources import Value

_BREAKS = re.compile(r" *\n+ *")
_UNSAFE = re.compile(r": |:$|(?:^| )#|^[-?:](?: |$)|^[,\[\]{}&*!|>'\"%@`]", re.MULTILINE)
"""What a text without quotes cannot have in it, or begin with."""
_OF_FLOW = re.compile(r"[,\[\]{}]")
"""Nor within brackets."""


def written(value: Value, words: str) -> str:
    """Words as the style of a text writes them."""
    if value.node is None:
        return words
    source = value.file.text
    if value.node.is_plain:
        return _folded(words, _margin(value))
    opening = source[value.node.start]
    if opening == '"':
        return words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    if opening == "'":
        return _folded(words.replace("'", "''"), _margin(value))
    return words.replace("\n", f"\n{_margin(value)}") if opening == "|" else _folded(words, _margin(value))


def _folded(words: str, margin: str) -> str:
    """A break inside a folded text is an empty line."""
    return _BREAKS.sub(lambda found: "\n" * (found[0].count("\n") + 1) + margin, words)


def _margin(value: Value) -> str:
    """The spaces before a line of a text: of its own second line, else a step more than its field has."""
    assert value.node is not None
    file, source = value.file, value.file.text
    if source[value.node.start] in "|>" and not value.node.is_plain:
        line = file.line(file.position(value.span.start).line)
        return line[: len(line) - len(line.lstrip())]
    following = source.find("\n", value.node.start, value.node.end)
    line = file.line(file.position(following + 1).line) if following >= 0 else ""
    if line.strip():
        return line[: len(line) - len(line.lstrip())]
    line = file.line(file.position(value.node.start).line)
    return " " * (len(line) - len(line.lstrip(" -")) + 2)


def quoted(value: Value, text: str) -> str | None:
    """A text without quotes put into some if its new words need them; `None` if they do not.

    Its lines stay where they are: in quotes they are folded as without.
    """
    if value.node is None or not value.node.is_plain:
        return None
    is_unsafe = _UNSAFE.search(text) or text != text.strip()
    if not is_unsafe and not (_is_within_brackets(value) and _OF_FLOW.search(text)):
        return None
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_within_brackets(value: Value) -> bool:
    """Whether a text is an item of a list or of a mapping in brackets, as far as its line shows."""
    source = value.file.text
    line = source[source.rfind("\n", 0, value.span.start) + 1 : value.span.start]
    return line.count("[") > line.count("]") or line.count("{") > line.count("}")
