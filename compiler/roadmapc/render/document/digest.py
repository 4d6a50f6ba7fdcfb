"""The digest of what a plan says: equal for plans that say the same, however they are written down."""

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from typing import Any, get_args

from roadmapc.deadline.ast import Deadline
from roadmapc.model.amendment import AmendingAct
from roadmapc.model.organisation import Body, Official, Organisation
from roadmapc.model.parts import Table
from roadmapc.model.plan import AppendixPart, Clause, Column, Measures, Period, Plan
from roadmapc.model.profile import Profile
from roadmapc.render.document import requisites
from roadmapc.render.document.requisites_view import BlankView
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, ScalarNode

_NOT_CONTENT = (MappingNode, ScalarNode, SourceFile, Profile, AmendingAct, Mapping)
"""Where the plan was read from, how its authority writes, what became of the plan (decision 0015), and the
whole directory: those who are named in the plan count where they are named."""
_UNSAID = {
    Period: {"text"},
    Body: {"head", "second_name", "letterhead"},
    Official: {"body", "second_post", "full_name"},
    Organisation: {"former", "seasons", "time_zone", "second_name", "letterhead"},
    Clause: {"key"},
    Column: {"kind", "is_summed", "term"},
    Measures: {"orientation"},
    Table: {"orientation"},
    Plan: {"seasons", "own_seasons", "time_zone"},
}
"""Fields that no document prints, or another record has: days of seasons stand in calendars, as those of the
work calendar do; how a column is set and how pages are turned says nothing; a full name stands where a member
bears it, and what a blank may print counts for the authors of the order alone."""
_OF_SIGNED = {"label": None, "as_signed": None, "is_as_signed": False, "written": ""}
"""Fields that say something of signed acts alone, with what they are in a draft: there they say nothing."""
_PARTS = get_args(AppendixPart)
_BEGIN, _END, _NEXT = "\x1d", "\x1e", "\x1f"


def content_digest(plan: Plan) -> str:
    """SHA-256, in hexadecimal, of everything the plan says and of the names that it takes from its directory.

    Every field of every record counts, so a new one does from the day it is added; what does not is named
    above. Their order is content, their names are not. Layout and comments of YAML do not count.
    """
    words = [requisites.issuer(plan)]
    _add(plan, words)
    if (blank := requisites.blank(plan)) != BlankView():
        _add(blank, words)
    return sha256(_NEXT.join(words).encode()).hexdigest()


def _add(value: Any, words: list[str]) -> None:
    """Append the texts of a value; those of a sequence between brackets, so that nothing moves in or out."""
    if isinstance(value, str):
        words.append(value)
    elif (names := _counted(value.__class__)) is not None:
        if type(value) in _PARTS:  # a heading and prose may be of the same words
            words.append(str(_PARTS.index(type(value))))
        for field in _said(value, names):
            _add(field, words)
    elif isinstance(value, bytes):
        words.append(sha256(value).hexdigest())
    elif isinstance(value, tuple):
        words.append(_BEGIN)
        for item in value:
            _add(item, words)
        words.append(_END)
    else:  # a day, a number, yes or no, or that there is nothing
        words.append(str(value))


def _said(value: Any, names: tuple[str, ...]) -> Iterator[Any]:
    for name in names:
        field = getattr(value, name)
        if name not in _OF_SIGNED or field != _OF_SIGNED[name]:
            yield field


@cache
def _counted(kind: type) -> tuple[str, ...] | None:
    """The fields of a record that count, none if it is no content; `None` for what is no record."""
    if issubclass(kind, _NOT_CONTENT):
        return ()
    if kind is Deadline:
        return ("text",)  # its words say what its reading does, and no more
    names = getattr(kind, "_fields", None) or getattr(kind, "__dataclass_fields__", None)
    return None if names is None else tuple(name for name in names if name not in _UNSAID.get(kind, ()))
