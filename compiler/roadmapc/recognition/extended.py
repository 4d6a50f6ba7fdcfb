"""A directory that exists with new records: its own text stays letter by letter."""

import re

from roadmapc.syntax.to_yaml import to_yaml
from roadmapc.syntax.tree import MappingNode

_TOP = re.compile(r"^[A-Za-z_]+:", re.MULTILINE)


def extended(text: str, added: MappingNode) -> str:
    """The text with the new records at the ends of its parts, one after another."""
    for part, (_, records) in added.fields.items():
        assert isinstance(records, MappingNode)
        lines = to_yaml(records).splitlines()
        block = "".join(f"\n  {line}\n" if line and line[0] != " " else f"  {line}\n" for line in lines)
        text = _appended(text if text.endswith("\n") else f"{text}\n", part, block)
    return text


def _appended(text: str, part: str, block: str) -> str:
    """A part with more at its end: before the next part of the file, comments over that one left to it."""
    head = re.search(rf"^{part}:", text, re.MULTILINE)
    if head is None:
        return f"{text}\n{part}:\n{block.lstrip()}" if block.startswith("\n") else f"{text}\n{part}:\n{block}"
    following = _TOP.search(text, head.end())
    end = following.start() if following else len(text)
    before = text[:end].rstrip("\n").split("\n")
    while following and before and (before[-1].startswith("#") or not before[-1].strip()):
        before.pop()
    kept = "\n".join(before) + "\n"
    return f"{kept}{block}{text[len(kept) :]}" if following else f"{kept}{block}"
