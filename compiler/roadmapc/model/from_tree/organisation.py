"""The organisation directory from its tree."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.codes import BROKEN_REFERENCE, IMPOSSIBLE_REQUISITE_DATE, RESERVED_NAME, UNKNOWN_NAME
from roadmapc.model.from_tree.dates import existing_day
from roadmapc.model.from_tree.fields import mapping, mappings, optional_scalar, scalar, text_of, texts_of
from roadmapc.model.from_tree.seasons import read_seasons
from roadmapc.model.from_tree.time_zone import read_time_zone
from roadmapc.model.organisation import (
    NO_LETTERHEAD,
    Body,
    BodyId,
    Former,
    Letterhead,
    Official,
    OfficialId,
    Organisation,
)
from roadmapc.model.part_codes import OTHER_FULL_NAME
from roadmapc.model.reserved import why_no_file
from roadmapc.source.file import SourceFile
from roadmapc.source.limits import Comparisons
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.shorten import shortened
from roadmapc.text.similar import did_you_mean


def read_organisation(file: SourceFile, node: MappingNode) -> Outcome[Organisation]:
    """The directory; no value if one of its records refers to a name that is not in it."""
    bodies = {BodyId(name): _body(name, record) for name, record in _records(node, "bodies")}
    officials = {OfficialId(name): _official(name, record) for name, record in _records(node, "officials")}
    former, untold = _former(file, node)
    heads = [optional_scalar(body.origin, "head") for body in bodies.values()]
    wholes = [optional_scalar(body.origin, "part_of") for body in bodies.values()]
    places = [optional_scalar(official.origin, "body") for official in officials.values()]
    seasons, time_zone = read_seasons(file, node), read_time_zone(file, node)
    bodies_then = [each.record.origin for each in former if isinstance(each.record, Body)]
    heads += [optional_scalar(origin, "head") for origin in bodies_then]
    refused = (
        *untold,
        *_unknown(file, heads, officials),
        *_unknown(file, [*wholes, *places], bodies),
        *_reserved(file, node),
        *seasons.diagnostics,
        *time_zone.diagnostics,
    )
    if refused:
        return Outcome(None, refused)
    braces = (_brace(file, *text) for text in texts_of(node) if "{" in text[1].text or "}" in text[1].text)
    kinds = node.get("second_kinds")
    full_names = (_other_person(file, official) for official in officials.values() if official.full_name)
    organisation = Organisation(
        name=text_of(node.get("name")),
        bodies=bodies,
        officials=officials,
        file=file,
        former=former,
        seasons=seasons.value or (),
        time_zone=time_zone.value or "",
        second_name=text_of(node.get("second_name")),
        second_kinds=_texts(kinds) if isinstance(kinds, MappingNode) else {},
        letterhead=_letterhead(node) or NO_LETTERHEAD,
    )
    return Outcome(organisation, (*braces, *filter(None, full_names)))


def _other_person(file: SourceFile, official: Official) -> Diagnostic | None:
    """A full name that the surname with initials does not shorten; `None` if it does."""
    surname, *others = official.full_name.replace("ё", "е").split()
    initials = [each[0] for each in others[:2]]
    written = re.findall(r"[^\W\d_]+", official.name.replace("ё", "е").removeprefix(surname))
    if official.name.replace("ё", "е").startswith(f"{surname} ") and written == initials:
        return None
    place = Place(file, official.origin.key_span("full_name"))
    message = f"полное имя «{official.full_name}» и «{official.name}» – разных людей"
    return Diagnostic(OTHER_FULL_NAME, message, place, ("исправьте то, которое устарело",))


def _letterhead(node: MappingNode) -> Letterhead | None:
    """What a blank says of a body; `None` if its record does not."""
    blank = node.get("blank")
    return Letterhead(**_texts(blank)) if isinstance(blank, MappingNode) else None


def _texts(node: MappingNode) -> dict[str, str]:
    return {name: text_of(value) for name, (_, value) in node.fields.items()}


def _brace(file: SourceFile, field: str, node: ScalarNode) -> Diagnostic:
    message = f"в поле «{field}» справочника скобка напечаталась бы как есть"
    hint = "напишите слова, которые нужны на бумаге: ссылок в справочнике не бывает"
    return Diagnostic(BROKEN_REFERENCE, message, Place(file, node.span), (hint,))


def _records(node: MappingNode, name: str) -> list[tuple[str, MappingNode]]:
    if name not in node.fields:
        return []
    fields = mapping(node, name).fields
    return [(key, record) for key, (_, record) in fields.items() if isinstance(record, MappingNode)]


def _reserved(file: SourceFile, node: MappingNode) -> Iterator[Diagnostic]:
    """Bodies of which the calendars could not be written."""
    for name, _ in _records(node, "bodies"):
        if reason := why_no_file(name):
            place = Place(file, mapping(node, "bodies").key_span(name))
            message = f"орган нельзя назвать «{name}»: {reason}"
            yield Diagnostic(RESERVED_NAME, message, place, hints=(f"дайте другое имя: {name}-office",))


def _body(name: str, node: MappingNode) -> Body:
    head, full_name = text_of(node.get("head")), text_of(node.get("name"))
    return Body(
        id=BodyId(name),
        name=full_name,
        short=text_of(node.get("short")) or full_name,
        head=OfficialId(head) if head else None,
        origin=node,
        second_name=text_of(node.get("second_name")),
        letterhead=_letterhead(node),
    )


def _official(name: str, node: MappingNode) -> Official:
    body = text_of(node.get("body"))
    return Official(
        id=OfficialId(name),
        name=text_of(node.get("name")),
        post=text_of(node.get("post")),
        body=BodyId(body) if body else None,
        origin=node,
        second_post=text_of(node.get("second_post")),
        full_name=text_of(node.get("full_name")),
    )


def _former(file: SourceFile, node: MappingNode) -> tuple[tuple[Former, ...], tuple[Diagnostic, ...]]:
    """Former records, with what is wrong with their days."""
    former, faults = list[Former](), list[Diagnostic]()
    kinds: tuple[tuple[str, Callable[[str, MappingNode], Body | Official]], ...] = (
        ("bodies", _body),
        ("officials", _official),
    )
    for field, read in kinds:
        for name, record in _records(node, field):
            for each in mappings(record, "former"):
                until = scalar(each, "until")
                day = existing_day(until.text)
                if day is not None:
                    former.append(Former(day, read(name, each)))
                    continue
                message = f"дня «{until.text}» не бывает"
                place = Place(file, until.span)
                faults.append(Diagnostic(IMPOSSIBLE_REQUISITE_DATE, message, place, ("проверьте дату",)))
    return tuple(former), tuple(faults)


def _unknown(
    file: SourceFile,
    named: Iterable[ScalarNode | None],
    known: Mapping[BodyId, Body] | Mapping[OfficialId, Official],
) -> Iterator[Diagnostic]:
    names, comparisons = dict.fromkeys(map(str, known)), Comparisons()
    for node in named:
        if node is not None and node.text not in names:
            alike = did_you_mean(node.text, names) if comparisons.allow(len(names)) else ()
            hints = alike or (f"добавьте запись «{shortened(node.text)}» в справочник",)
            message = f"имени «{shortened(node.text)}» в справочнике нет"
            yield Diagnostic(UNKNOWN_NAME, message, Place(file, node.span), hints=hints)
