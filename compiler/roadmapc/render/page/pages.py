"""The pages of several plans together: one, or so many that each of them opens at once."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from pathlib import PurePosixPath
from typing import NamedTuple

from roadmapc.render.agenda.joint import part_of
from roadmapc.render.agenda.view import AgendaView, Assignee, OccurrenceView, UndatedView
from roadmapc.render.page.contents import ContentsView, PageLink, contents_page
from roadmapc.render.page.html import html
from roadmapc.render.unchanged import Unchanged
from roadmapc.text.plural import counted

LARGEST = 5_000_000
"""Bytes of a page that a phone opens without waiting."""
_OF_ROW, _OF_LETTER = 600, 2
"""Bytes of a row besides its texts, and of a letter of these."""
_OFFICERS = "officers/"
_UNDATED = "undated"
"""In the name of the page of what has no date, where those of dates have their year."""

Page = tuple[str, tuple[bytes] | Unchanged]
"""Its name and its content."""
_NONE: Mapping[str, Mapping[str, Unchanged]] = {}


class Municipality(NamedTuple):
    """What the page of all municipalities says of one."""

    address: str
    """Of its own page, from that one."""
    title: str
    plans: int
    dated: int
    undated: int
    assignees: tuple[PageLink, ...]
    """Their pages, from that one."""


def pages(
    agenda: AgendaView, name: str, unchanged: Mapping[str, Mapping[str, Unchanged]] = _NONE
) -> Iterator[Page]:
    """The page under that name; if it were too large, one for each assignee, to which that one leads.

    Those of assignees who have not changed are not made.
    """
    if (whole := _page(agenda)) is not None:
        yield name, (whole,)
        return
    links: list[PageLink] = []
    for own, key in _parts(agenda):
        place = _Whereabouts(f"{_OFFICERS}{key}", PurePosixPath(name).suffix)
        made = unchanged[key].items() if key in unchanged else _of_assignee(own, place)
        names: list[str] = []
        for page in made:
            names.append(page[0])
            yield page
        links.append(_link(own, place, is_whole=place.whole in names))
    totals = _amount(len(agenda.occurrences), len(agenda.undated))
    yield name, (contents_page(ContentsView(agenda.name, totals, links)),)


def pages_of(key: str, name: str, files: Collection[str]) -> list[str]:
    """The names, among files of a build, of those of the assignee with that key."""
    place = _Whereabouts(f"{_OFFICERS}{key}", PurePosixPath(name).suffix)
    if place.whole in files:
        return [place.whole]
    of_part = re.compile(rf"{re.escape(place.stem)}-(\d{{4}}|{_UNDATED}){re.escape(place.suffix)}")
    return [each for each in files if of_part.fullmatch(each)]


def municipalities_page(municipalities: tuple[Municipality, ...]) -> bytes:
    """The page that leads to all of them, and to everybody there."""
    links = [
        PageLink(
            each.address,
            each.title,
            f"{counted(each.plans, 'план', 'плана', 'планов')}, {_amount(each.dated, each.undated)}",
            each.assignees,
        )
        for each in municipalities
    ]
    count = counted(sum(each.plans for each in municipalities), "план", "плана", "планов")
    amount = _amount(
        *(sum(counts) for counts in zip(*((m.dated, m.undated) for m in municipalities), strict=True))
    )
    return contents_page(ContentsView("Календари муниципалитетов", f"{count}, {amount}", links))


class _Whereabouts(NamedTuple):
    """Where the pages of an assignee are."""

    stem: str
    suffix: str

    @property
    def whole(self) -> str:
        """The name of the only one."""
        return self.stem + self.suffix

    def of(self, word: str) -> str:
        """The name of one of several."""
        return f"{self.stem}-{word}{self.suffix}"


def _parts(agenda: AgendaView) -> Iterator[tuple[AgendaView, str]]:
    """What each has, under the name of each, with the key."""
    dated: defaultdict[Assignee, list[OccurrenceView]] = defaultdict(list)
    undated: defaultdict[Assignee, list[UndatedView]] = defaultdict(list)
    for each in agenda.occurrences:
        for assignee in each.duty.assignees:
            dated[assignee].append(each)
    for one in agenda.undated:
        for assignee in one.duty.assignees:
            undated[assignee].append(one)
    for assignee in agenda.assignees:
        own = part_of(agenda, dated[assignee], undated[assignee])
        yield own._replace(title=assignee.name), assignee.key


def _of_assignee(own: AgendaView, place: _Whereabouts) -> Iterator[Page]:
    """The page of one, or those of the years and of what has no date."""
    if (whole := _page(own)) is not None:
        yield place.whole, (whole,)
        return
    for word, _, part in _years(own):
        yield place.of(word), (html(part),)


def _link(own: AgendaView, place: _Whereabouts, *, is_whole: bool) -> PageLink:
    """What leads to these pages."""
    amount = _amount(len(own.occurrences), len(own.undated))
    if is_whole:
        return PageLink(place.whole, own.title, amount)
    of_years = (
        PageLink(place.of(word), label, _amount(len(part.occurrences), len(part.undated)))
        for word, label, part in _years(own)
    )
    return PageLink("", own.title, amount, tuple(of_years))


def _years(own: AgendaView) -> Iterator[tuple[str, str, AgendaView]]:
    """What is due in each year, and what has no date; for names and for links."""
    for year, dated in groupby(own.occurrences, key=lambda each: str(each.due.year)):
        yield year, year, part_of(own, dated, ())
    if own.undated:
        yield _UNDATED, "без даты", part_of(own, (), own.undated)


def _page(agenda: AgendaView) -> bytes | None:
    """The page of all of it; `None` if it is too large, which is mostly seen beforehand."""
    duties = [each.duty for each in agenda.occurrences] + [each.duty for each in agenda.undated]
    least = sum(_OF_ROW + _OF_LETTER * len(duty.text) for duty in duties)
    whole = html(agenda) if least <= LARGEST else b""
    return whole if 0 < len(whole) <= LARGEST else None


def _amount(dated: int, undated: int) -> str:
    without = f", без даты: {undated}" if undated else ""
    return f"сроков: {dated}{without}"
