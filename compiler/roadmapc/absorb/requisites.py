"""The date and the number that registration gives an order, and who signs it, changed in its document."""

import re
from collections.abc import Iterator

from roadmapc.absorb.changes import FileEdit, plan_edit
from roadmapc.absorb.fields import Fields
from roadmapc.absorb.sources import Sources
from roadmapc.model.organisation import OfficialId, Organisation
from roadmapc.syntax.to_yaml import text
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.dates import ANY_MONTH_GENITIVE, MONTHS_GENITIVE
from roadmapc.text.names import initials_first

_BLANK = r"_{3,}"
_DAY = rf"[«\"]?\d{{1,2}}[»\"]? {ANY_MONTH_GENITIVE} \d{{4}}(?: г\.| года)?"
_DATE = re.compile(rf"(?:от )?(?P<date>{_BLANK}|\d\d\.\d\d\.\d{{4}}|{_DAY})")
_NUMBER = re.compile(r"№ ?(?P<number>\S+)")
_WORDS = re.compile(rf"[«\"]?(?P<day>\d{{1,2}})[»\"]? (?P<month>{ANY_MONTH_GENITIVE}) (?P<year>\d{{4}})")
_ORDER = ("kind", "date", "number", "place", "author")
"""How the fields of an order begin."""


def edits(sources: Sources, before: str, after: str) -> list[FileEdit]:
    """The edits that a line of date and number takes; none for any other line."""
    return list(_edits(sources, before, after)) if _is_line(before) and _is_line(after) else []


def _is_line(words: str) -> bool:
    rest = _NUMBER.sub("", _DATE.sub("", words, count=1), count=1)
    return bool(words.strip()) and not rest.strip()


def _edits(sources: Sources, before: str, after: str) -> Iterator[FileEdit]:
    order = Fields(sources, ("order",))
    assert isinstance(order.node, MappingNode), "the schema requires it"
    for name, pattern in (("date", _DATE), ("number", _NUMBER)):
        old, new = pattern.search(before), pattern.search(after)
        if old is None or new is None or old[name] == new[name] or new[name].startswith("___"):
            continue
        value = text(_digits(new[name]) if name == "date" else new[name])
        if name in order.node.fields:
            yield order.rewritten(name, value)
        else:
            yield order.with_field(name, value, _ORDER)


def _digits(words: str) -> str:
    """A day as plans write it."""
    if found := _WORDS.match(words):
        month = MONTHS_GENITIVE.index(found["month"]) + 1
        return f"{int(found['day']):02}.{month:02}.{found['year']}"
    return words


def signatory(sources: Sources, directory: Organisation, before: str, after: str) -> FileEdit | None:
    """The edit that lets another official of the directory sign; `None` if it is no change of that kind."""
    written = sources.node(("order", "signatory"))
    if not isinstance(written, ScalarNode) or "".join(before.split()) == "".join(after.split()):
        return None
    printed = {
        official.id: "".join(initials_first(official.name).split())
        for official in directory.officials.values()
    }
    found = [name for name, words in printed.items() if "".join(after.split()).endswith(words)]
    is_signed = "".join(before.split()).endswith(printed.get(OfficialId(written.text), "\0"))
    if not is_signed or len(found) != 1 or found[0] == written.text:
        return None
    return plan_edit(written.span, found[0])
