"""The composition of a commission: names and posts, in a table without lines or in paragraphs."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.recognition.grid import TableLine, in_one_line
from roadmapc.recognition.named_people import people_of
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node

_ROLE = re.compile(r"председател|заместител[ьи]|секретар|член|руководител|координатор", re.IGNORECASE)
_NOTE = re.compile(r"[\s,]*\((?P<note>по согласованию|вакансия|без права голоса)\)\s*[;.,]?$", re.IGNORECASE)
_PAIR = re.compile(r"(?P<name>[^–—-]+?)\s*(?:\s[-–—]|[–—])\s*(?P<post>.+)", re.DOTALL)


class Seat(NamedTuple):
    """A line of a composition."""

    name: str
    """Empty for a seat of a post, and for the head of a group."""
    post: str
    is_head: bool


def seats_of_table(lines: Sequence[TableLine]) -> tuple[Seat, ...] | None:
    """The seats of a table of names and posts; `None` if some row is neither a seat nor a head."""
    seats: list[Seat] = []
    for line in lines:
        texts = [in_one_line(each) for each in line.texts if each and not re.fullmatch(r"[-–—]", each)]
        if not texts:
            continue
        if len(texts) == 1:  # under names a line alone is the seat of a post: «представитель школ»
            seat = _seat(texts[0]) or (Seat("", texts[0], is_head=False) if seats else None)
        elif len(texts) == 2 and _is_name(texts[0]):
            seat = Seat(texts[0].rstrip(" -–—"), texts[1].lstrip("-–— "), is_head=False)
        else:
            return None
        if seat is None:
            return None
        seats.append(seat)
    return tuple(seats) if _is_composed(seats) else None


def seats_of_words(lines: Sequence[str]) -> tuple[Seat, ...] | None:
    """The seats that paragraphs name; `None` if some line is neither a seat nor a head."""
    seats = [_seat(line) for line in lines if line]
    found = tuple(seat for seat in seats if seat is not None)
    return found if len(found) == len(seats) and _is_composed(found) else None


def _is_composed(seats: Sequence[Seat]) -> bool:
    """Whether somebody is named, and nobody is missing under a head."""
    following = (*(seat.is_head for seat in seats[1:]), True)
    is_empty = any(seat.is_head and is_last for seat, is_last in zip(seats, following, strict=True))
    return any(seat.name for seat in seats) and not is_empty


def composition_node(seats: Sequence[Seat]) -> Node:
    """The groups with their members."""
    groups: list[tuple[str, list[Node]]] = []
    for seat in seats:
        if seat.is_head:
            groups.append((seat.post, []))
        else:
            if not groups:
                groups.append(("", []))
            groups[-1][1].append(_member(seat))
    return sequence(
        tuple(
            mapping({**({"title": text(title)} if title else {}), "members": sequence(tuple(members))})
            for title, members in groups
        )
    )


def _member(seat: Seat) -> MappingNode:
    found = _NOTE.search(seat.post)
    post = (seat.post[: found.start()] if found else seat.post).rstrip(" ;.,")
    fields: dict[str, Node] = {"name": text(seat.name)} if seat.name else {}
    fields |= {"post": text(post)} if post else {}
    return mapping(fields | ({"note": text(found["note"])} if found else {}))


def _seat(line: str) -> Seat | None:
    """A head «Члены комиссии:», «Образцова А. Б. – начальник отдела», or the post of a seat."""
    words = line.strip()
    if words.endswith(":") and (_ROLE.search(words) or len(words.split()) <= 4):
        return Seat("", words, is_head=True)
    pair = _PAIR.fullmatch(words)
    if pair and _is_name(pair["name"]):
        return Seat(pair["name"].strip(), pair["post"].strip(), is_head=False)
    return None


def _is_name(words: str) -> bool:
    """Whether words are the name of one person and nothing else."""
    people = people_of(words)
    return (
        len(people) == 1
        and not words[: people[0].start].strip()
        and not words[people[0].end :].strip(" -–—,")
    )
