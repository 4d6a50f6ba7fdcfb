"""A profile from its file: the values of another profile with those of the file put over them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from roadmapc.assets import table
from roadmapc.calendar.policy import BusinessDayConvention, HalfYears, MonthDay, Policy, Unnamed, Until
from roadmapc.calendar.season_rule import SeasonRule
from roadmapc.model.from_tree.fields import one_line, text_of
from roadmapc.model.profile import (
    Amendments,
    Checks,
    DateForm,
    Initials,
    Insertion,
    Layout,
    Margins,
    NumberSign,
    Profile,
    Removal,
    Verb,
    Wording,
)
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode

Record = TypeVar("Record", Policy, Layout, Margins, Wording, Amendments, Checks)
Readers = Mapping[str, tuple[str, Callable[[str], object]]]
"""By the field of a file: the field of a record and how its text is read."""

DEFAULT_PROFILE = "gost-2025"
SHIPPED = (DEFAULT_PROFILE, "gost-2016")

_MARGINS: Readers = {name: (name, float) for name in ("left", "right", "top", "bottom", "header")}
_LAYOUT: Readers = {
    "font": ("font", str),
    "size": ("size", float),
    "line_spacing": ("line_spacing", float),
    "indent": ("indent", float),
    "table_size": ("table_size", float),
    "verb": ("verb", Verb),
    "hyphenation": ("hyphenation", lambda text: text == "yes"),
    "hyphenation_zone": ("hyphenation_zone", float),
}
_WIDTH: Readers = {"width": ("requisite_width", float)}
_WORDING: Readers = {
    "date": ("date", DateForm),
    "appendix_sign": ("appendix_sign", NumberSign),
    "initials": ("initials", Initials),
    "number_stop": ("has_number_stop", lambda text: text == "yes"),
}
_POLICY: Readers = {
    "convention": ("convention", BusinessDayConvention),
    "until": ("until", Until),
    "half_years": ("half_years", HalfYears),
    "unnamed": ("unnamed", Unnamed),
    "school_year_end": ("school_year_end", lambda text: MonthDay(*map(int, reversed(text.split("."))))),
}
_AMENDMENTS: Readers = {
    "removal": ("removal", Removal),
    "insertion": ("insertion", Insertion),
    "names_order": ("names_order", lambda text: text == "yes"),
    "preamble": ("preamble", one_line),
    "control": ("control", one_line),
}
_CHECKS: Readers = {
    name: (name, int)
    for name in ("duties_per_day", "duties_per_week", "notice", "uncontrolled", "similarity")
}


@cache
def shipped_profile(name: str) -> Profile:
    """A profile that comes with the compiler; a test, not each start, holds it against the schema."""
    text = table("roadmapc.model", f"profiles/{name}.yaml")
    root = from_yaml(SourceFile(f"{name}.yaml", text)).value
    assert isinstance(root, MappingNode)
    return read_profile(root)


def read_profile(node: MappingNode, seasons: tuple[SeasonRule, ...] = ()) -> Profile:
    """The profile of a valid file, with the seasons that it names."""
    based_on = text_of(node.get("based_on"))
    base = shipped_profile(based_on) if based_on else Profile("", Policy())
    requisites, checks = node.get("requisites"), node.get("checks")
    without = _listed(checks.get("without")) if isinstance(checks, MappingNode) else None
    reminders = _listed(node.get("reminders"))
    return Profile(
        name=text_of(node.get("name")),
        policy=_over(base.policy, node.get("deadlines"), _POLICY),
        layout=_layout(_over(base.layout, requisites, _WIDTH), node.get("layout")),
        wording=_wording(_over(base.wording, requisites, _WORDING), requisites),
        amendments=_over(base.amendments, node.get("amendments"), _AMENDMENTS),
        checks=replace(
            _over(base.checks, checks, _CHECKS),
            without=base.checks.without if without is None else frozenset(without),
        ),
        words=(*base.words, *(_listed(node.get("words")) or ())),
        reminders=base.reminders if reminders is None else tuple(map(int, reminders)),
        seasons=seasons,
    )


def _wording(base: Wording, node: Node | None) -> Wording:
    words = node.get("operative") if isinstance(node, MappingNode) else None
    if not isinstance(words, MappingNode):
        return base
    own = {kind: text_of(word) for kind, (_, word) in words.fields.items()}
    return replace(base, operative={**base.operative, **own})


def _layout(base: Layout, node: Node | None) -> Layout:
    if not isinstance(node, MappingNode):
        return base
    page, wide_page = (
        _over(margins, node.get(name), _MARGINS)
        for name, margins in (("page", base.page), ("wide_page", base.wide_page))
    )
    return replace(_over(base, node, _LAYOUT), page=page, wide_page=wide_page)


def _listed(node: Node | None) -> tuple[str, ...] | None:
    """The texts of a list, which may be empty; `None` without a list."""
    if not isinstance(node, SequenceNode):
        return None
    return tuple(item.text for item in node.items if isinstance(item, ScalarNode))


def _over(record: Record, node: Node | None, readers: Readers) -> Record:
    """The record with the fields that a node has; the record itself without a node."""
    if not isinstance(node, MappingNode):
        return record
    known = {name: value for name, (_, value) in node.fields.items() if name in readers}
    changes: dict[str, Any] = {
        readers[name][0]: readers[name][1](value.text)
        for name, value in known.items()
        if isinstance(value, ScalarNode)
    }
    return replace(record, **changes)
