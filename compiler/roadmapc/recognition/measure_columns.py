"""The columns of a plan's table as a plan writes them: names, headings of several levels, kinds."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from roadmapc.model.columns import ColumnKind, printed_cells
from roadmapc.recognition.ids import Ids
from roadmapc.recognition.roles import ColumnRoles, Role
from roadmapc.syntax.to_yaml import mapping, text
from roadmapc.syntax.tree import MappingNode, Node
from roadmapc.text.numbers import blank, read_figure

_MOST_LEVELS = 3
_USUAL = {
    Role.NUMBER: "№ п/п",
    Role.MEASURE: "Мероприятие",
    Role.DEADLINE: "Срок",
    Role.EXECUTORS: "Исполнители",
    Role.FREE: "Графа",
}
"""Headings of columns over which the document has none."""


class Columns(NamedTuple):
    """The columns of a table."""

    keys: tuple[str, ...]
    """By columns, the names that a plan gives them."""
    node: MappingNode
    unnamed: tuple[int, ...]
    """Those to which the document gives no heading."""


class _Leaf(NamedTuple):
    """A column with the headings over it."""

    key: str
    path: tuple[str, ...]
    node: Node


def column_keys(paths: Sequence[tuple[str, ...]], roles: ColumnRoles) -> tuple[str, ...]:
    """The name of each column: that of its role, or letters of its heading."""
    ids = Ids(frozenset(role for role in Role if role))
    return tuple(
        str(role) if role is not Role.FREE else ids.name(" ".join(path[-1:]), "column")
        for path, role in zip(paths, roles.roles, strict=True)
    )


def columns_node(
    paths: Sequence[tuple[str, ...]],
    roles: ColumnRoles,
    texts: Sequence[Sequence[str]],
    summed: frozenset[int],
) -> Columns:
    """The columns with what stands over them; `texts` are their cells, `summed` those that totals add up."""
    keys = column_keys(paths, roles)
    unnamed = tuple(at for at, path in enumerate(paths) if not path)
    named = [
        _levels(path, 1 if roles.roles[at] is Role.MEASURE else _MOST_LEVELS)
        or (_USUAL.get(roles.roles[at], "Графа"),)
        for at, path in enumerate(paths)
    ]
    leaves = [
        _Leaf(
            key, named[at], _leaf(named[at], roles, at, kind_of(texts[at], named[at]), is_summed=at in summed)
        )
        for at, key in enumerate(keys)
    ]
    return Columns(keys, mapping(dict(_tree(leaves, 0, Ids(frozenset(keys))))), unnamed)


def kind_of(texts: Sequence[str], path: Sequence[str]) -> ColumnKind:
    """What the cells of a column are, if all of them are; words if in doubt."""
    figures = [figure for text in texts if blank(text) is None for figure in [read_figure(text)]]
    if not figures or any(figure is None for figure in figures):
        is_dated = bool(texts) and all(blank(each) is None for each in texts)
        is_dated = is_dated and not printed_cells(ColumnKind.DATE, texts).faults
        return ColumnKind.DATE if is_dated else ColumnKind.TEXT
    said = " ".join(path).casefold()
    is_money = any(
        word in said for word in ("руб", "финанс", "сумм", "стоимост", "затрат", "расход", "бюджет")
    )
    return ColumnKind.MONEY if is_money else ColumnKind.NUMBER


def _levels(path: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The headings over a column in as many levels as a plan may have; a measure stands under none."""
    if len(path) <= most:
        return path
    joint = len(path) - most + 1
    return (" / ".join(path[:joint]), *path[joint:])


def _leaf(path: tuple[str, ...], roles: ColumnRoles, at: int, kind: ColumnKind, *, is_summed: bool) -> Node:
    heading = text(path[-1])
    if roles.roles[at] is not Role.FREE:
        return heading
    fields: dict[str, Node] = {}
    if at in roles.marked:
        fields["term"] = text(_term(path))
    else:
        fields |= {"kind": text(kind)} if kind is not ColumnKind.TEXT else {}
        fields |= {"total": text("sum")} if is_summed else {}
    return mapping({"heading": heading, **fields}) if fields else heading


def _term(path: tuple[str, ...]) -> str:
    """What a mark means: the quarter or month of the year that a heading over it names."""
    years = re.findall(r"(?<!\d)20\d\d(?!\d)", " ".join(path))
    period = path[-1].lower() if path[-1].istitle() else path[-1]
    return period if not years or years[-1] in period else f"{period} {years[-1]} года"


def _tree(leaves: Sequence[_Leaf], level: int, ids: Ids) -> Iterable[tuple[str, Node]]:
    """Columns side by side under one heading, as a mapping of names."""

    def joint(leaf: _Leaf) -> tuple[str, str]:
        return ("", leaf.path[level]) if len(leaf.path) > level + 1 else (leaf.key, "")

    for (key, heading), group in groupby(leaves, joint):
        members = list(group)
        if key:
            yield key, members[0].node
        else:
            under = mapping(dict(_tree(members, level + 1, ids)))
            yield ids.name(heading, "columns"), mapping({"heading": text(heading), "columns": under})
