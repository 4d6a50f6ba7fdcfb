"""Whom the directory means by words: «Отдел общего образования», «Примерову В. Г.», «заместитель»."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from roadmapc.model.organisation import Body, Official, Organisation
from roadmapc.syntax.tree import ScalarNode
from roadmapc.text.regex import regex

_WORD = regex(r"\w+")
_SHORTEST = 4
"""Letters of a word that tell it from others whatever its ending."""
_ENDING = 3
"""Letters that a case changes."""
_NO_NAMES = frozenset(("email", "head", "part_of", "body"))
"""Fields of a record that do not name it."""


class Named(NamedTuple):
    """The records that words name."""

    ids: tuple[str, ...]
    is_exact: bool
    """Whether the words stand in the directory as they are."""


def named(words: str, records: Iterable[Body | Official]) -> Named:
    """Those that have the words among their names; else those that have them in another case, or longer."""
    wanted = _words(words)
    if not wanted:
        return Named((), is_exact=False)
    names = [(str(record.id), _words(name)) for record in records for name in _names(record)]
    for is_exact, is_named in _WAYS:
        ids = tuple(dict.fromkeys(each for each, name in names if is_named(wanted, name)))
        if ids:
            return Named(ids, is_exact)
    return Named((), is_exact=False)


def everyone(organisation: Organisation) -> tuple[Body | Official, ...]:
    """All records of the directory."""
    return (*organisation.officials.values(), *organisation.bodies.values())


def _names(record: Body | Official) -> list[str]:
    fields = record.origin.fields.items()
    return [
        value.text for name, (_, value) in fields if isinstance(value, ScalarNode) and name not in _NO_NAMES
    ]


def _words(text: str) -> tuple[str, ...]:
    """The words in any order: initials stand before the surname or behind it."""
    return tuple(sorted(_WORD.findall(text.casefold().replace("ё", "е"))))


def _is_form(word: str, whole: str) -> bool:
    """Whether both are one word in two cases."""
    letters = max(_SHORTEST, min(len(word), len(whole)) - _ENDING)
    return word == whole or (len(word) >= _SHORTEST and word[:letters] == whole[:letters])


def _all_in(words: Iterable[str], name: Iterable[str], is_like: Callable[[str, str], bool]) -> bool:
    return all(any(is_like(word, each) for each in name) for word in words)


_WAYS: tuple[tuple[bool, Callable[[tuple[str, ...], tuple[str, ...]], bool]], ...] = (
    (True, lambda wanted, name: wanted == name),
    (False, lambda wanted, name: len(wanted) == len(name) and _all_in(wanted, name, _is_form)),
    (False, lambda wanted, name: _all_in(wanted, name, _is_form)),
    (
        False,
        lambda wanted, name: _all_in(
            wanted, name, lambda word, whole: len(word) > 2 and whole.startswith(word)
        ),
    ),
)
"""From the surest to the least sure."""
