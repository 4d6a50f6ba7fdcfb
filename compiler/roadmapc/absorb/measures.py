"""Rows of measure tables: cells changed, filled, emptied; whole rows that are new."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from roadmapc.absorb.changes import FileEdit, NotPlacedError, plan_edit
from roadmapc.absorb.codes import NO_PLACE
from roadmapc.absorb.executors import Executors, parted
from roadmapc.absorb.fields import Fields
from roadmapc.absorb.items import Items, in_brackets
from roadmapc.absorb.passages import is_empty
from roadmapc.absorb.sources import Path, Sources
from roadmapc.absorb.tables import typed
from roadmapc.model.plan import Plan
from roadmapc.recognition.ids import Ids
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode
from roadmapc.verify.meaning import meaning
from roadmapc.verify.passage import Unit

ORDER = ("id", "number", "measure", "deadline", "executors", "participants", "document", "result", "cells")
"""The fields of a measure as plans write them."""
_ENDED = ";"
_DASH = re.compile(r"^[–—] ", re.MULTILINE)
_LETTER = re.compile(r"[а-я]\)\s+")


class MeasureRows:
    """All measure tables of a plan."""

    def __init__(self, plan: Plan, sources: Sources, executors: Executors, ids: Ids) -> None:
        """`ids` gives names to new measures."""
        self._sources, self._executors, self._ids = sources, executors, ids
        self._columns = {
            measure.origin.start: tuple(column.key for column in table.columns)
            for table in plan.tables
            for section in table.walk()
            for measure in section.measures
        }
        terms = (term for _, measure in plan.walk() for term in measure.terms)
        self._audiences = {term.audience for term in terms}

    def columns(self, path: Path) -> tuple[str, ...]:
        """The keys of the columns of a measure's table; none if the path leads to no measure."""
        node = self._sources.node(path)
        return self._columns.get(node.start, ()) if isinstance(node, MappingNode) else ()

    def key(self, path: Path, unit: Unit, at: int) -> str:
        """The key of the column of a cell; empty outside of measure tables."""
        keys = self.columns(path)
        column = at if len(keys) == len(unit.cells) else unit.shape[at].column
        return keys[column] if column < len(keys) else ""

    def cell(self, path: Path, key: str, before: str, after: str) -> list[FileEdit] | None:
        """The edits of a cell that is written as a whole; `None` if words are changed within its text."""
        fields = Fields(self._sources, path)
        holder = fields if key in ORDER else self._cells(path)
        is_there = holder is not None and key in holder.node.fields
        if is_empty(after) and is_there and holder is not None:
            return [holder.without(key)]
        if not is_there or holder is None:
            return [self._filled(fields, holder, key, after)]
        if key in holder.node.fields and is_empty(before):
            return [holder.rewritten(key, self._value(key, after))]
        if key == "executors":
            return list(self._named((*path, key), before, after))
        if key == "deadline" and after.count("\n") != before.count("\n"):
            return [holder.rewritten(key, self._deadline(after))]
        return None

    def anew(self, path: Path, key: str, words: str) -> FileEdit | None:
        """The edit of a cell whose words are all written anew; `None` if some come from the directory."""
        holder = Fields(self._sources, path) if key in ORDER else self._cells(path)
        value = holder.node.get(key) if holder is not None else None
        if holder is None or value is None or "{" in self._sources.plan.text[value.start : value.end]:
            return None
        if isinstance(value, ScalarNode) and key not in ORDER:
            return plan_edit(value.span, in_brackets(typed(words, value)))
        return holder.rewritten(key, self._value(key, words))

    def _cells(self, path: Path) -> Fields | None:
        inner = (*path, "cells")
        return Fields(self._sources, inner) if self._sources.node(inner) is not None else None

    def _filled(self, fields: Fields, cells: Fields | None, key: str, after: str) -> FileEdit:
        value = self._value(key, after)
        if key in ORDER:
            return fields.with_field(key, value, ORDER)
        if cells is not None:
            return cells.with_field(key, value)
        return fields.with_field("cells", mapping({key: value}), ORDER)

    def _named(self, path: Path, before: str, after: str) -> Iterator[FileEdit]:
        """Executors: those that stay are not touched."""
        items, old, new = Items(self._sources, path), parted(before), parted(after)
        if len(items.nodes) != len(old):
            raise NotPlacedError(NO_PLACE, "исполнители этой строки записаны иначе, чем напечатаны")
        for kind, start, end, new_start, new_end in SequenceMatcher(
            None, old, new, autojunk=False
        ).get_opcodes():
            fresh = [in_brackets(self._executors.node(words)) for words in new[new_start:new_end]]
            if kind == "equal":
                continue
            for at, words in zip(range(start, end), fresh, strict=False):
                yield plan_edit(items.nodes[at].span, words)
            yield from (items.without(at) for at in range(start + len(fresh), end))
            for words in fresh[end - start :]:
                yield items.after(end - 1, words)

    def _value(self, key: str, cell: str) -> Node:
        match key:
            case "executors":
                return sequence(tuple(map(self._executors.node, parted(cell))))
            case "participants":
                return sequence(tuple(text(each.strip()) for each in cell.split(",")))
            case "deadline":
                return self._deadline(cell)
            case "result" if all(map(_LETTER.match, cell.split("\n"))):
                return sequence(tuple(text(_LETTER.sub("", each).rstrip(";.")) for each in cell.split("\n")))
            case _:
                return text(_DASH.sub("- ", cell))

    def _deadline(self, cell: str) -> Node:
        phrases = [self._phrase(each.strip().removesuffix(_ENDED)) for each in cell.split("\n")]
        return phrases[0] if len(phrases) == 1 else sequence(tuple(phrases))

    def _phrase(self, words: str) -> Node:
        """A deadline, after those whom it binds if the plan knows them as such."""
        audience, colon, phrase = words.partition(": ")
        if colon and audience in self._audiences:
            return mapping({"audience": text(audience), "phrase": text(phrase)})
        return text(words)

    def new_id(self, words: str, otherwise: str) -> ScalarNode:
        """A name that nothing in the plan has, made of words."""
        return text(self._ids.name(words, otherwise))._replace(is_plain=True)

    def row(self, path: Path, texts: tuple[str, ...], like: tuple[str, ...]) -> MappingNode:
        """A new measure beside another of its table; cells that are as there are written as there."""
        keys = self.columns(path)
        if len(keys) != len(texts):
            raise NotPlacedError(NO_PLACE, "в новой строке не столько ячеек, сколько граф в таблице")
        cells = {key: words for key, words in zip(keys, texts, strict=True) if not is_empty(words)}
        beside, own = dict(zip(keys, like, strict=False)), self._sources.node(path)
        same = own.fields if isinstance(own, MappingNode) else {}
        if "measure" not in cells:
            raise NotPlacedError(NO_PLACE, "в новой строке нет мероприятия")
        fields: dict[str, Node] = {"id": self.new_id(cells["measure"], "measure")}
        for key in ORDER:
            if key in cells and key != "number":
                is_same = key in same and meaning(cells[key]) == meaning(beside.get(key, ""))
                fields[key] = same[key][1] if is_same else self._value(key, cells[key])
        free = {key: text(words) for key, words in cells.items() if key not in ORDER}
        return mapping({**fields, **({"cells": mapping(dict(free))} if free else {})})
