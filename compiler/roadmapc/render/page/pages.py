"""The pages of several plans together: one, or so many that each of them opens at once."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePosixPath
from typing import NamedTuple

from roadmapc.render.agenda.joint import part_of
from roadmapc.render.agenda.view import AgendaView, Assignee, DutyView
from roadmapc.render.page.contents import ContentsView, PageLink, contents_page
from roadmapc.render.page.html import html
from roadmapc.text.plural import counted

LARGEST = 5_000_000
"""Bytes of a page that a phone opens without waiting."""
_OF_ROW, _OF_LETTER = 600, 2
"""Bytes of a row besides its texts, and of a letter of these."""

Page = tuple[str, tuple[bytes]]
"""Its name and its content."""


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


def pages(agenda: AgendaView, name: str) -> Iterator[Page]:
    """The page under that name; if it were too large, one for each assignee, to which that one leads."""
    if (whole := _page(agenda)) is not None:
        yield name, (whole,)
        return
    links: list[PageLink] = []
    for assignee in agenda.assignees:
        yield from _of_assignee(agenda, assignee, PurePosixPath(name).suffix, links)
    totals = _amount(len(agenda.occurrences), len(agenda.undated))
    yield name, (contents_page(ContentsView(agenda.name, totals, links)),)


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


def _of_assignee(
    agenda: AgendaView, assignee: Assignee, suffix: str, links: list[PageLink]
) -> Iterator[Page]:
    """The page of one, or those of the years; the links are added to what leads to them."""

    def has(duty: DutyView) -> bool:
        return assignee in duty.assignees

    dated = [each for each in agenda.occurrences if has(each.duty)]
    undated = [each for each in agenda.undated if has(each.duty)]
    own = part_of(agenda, dated, undated)._replace(title=assignee.name)
    name, amount = f"officers/{assignee.key}", _amount(len(dated), len(undated))
    if (whole := _page(own)) is not None:
        yield name + suffix, (whole,)
        links.append(PageLink(name + suffix, assignee.name, amount))
        return
    of_years: list[PageLink] = []
    yield from _of_years(own, name, suffix, of_years)
    links.append(PageLink("", assignee.name, amount, tuple(of_years)))


def _of_years(own: AgendaView, name: str, suffix: str, links: list[PageLink]) -> Iterator[Page]:
    """A page a year, and one of what has no date."""
    years = groupby(own.occurrences, key=lambda each: str(each.due.year))
    parts = [(year, year, part_of(own, dated, ())) for year, dated in years]
    if own.undated:
        parts.append(("undated", "без даты", part_of(own, (), own.undated)))
    for word, label, part in parts:
        address = f"{name}-{word}{suffix}"
        yield address, (html(part),)
        links.append(PageLink(address, label, _amount(len(part.occurrences), len(part.undated))))


def _page(agenda: AgendaView) -> bytes | None:
    """The page of all of it; `None` if it is too large, which is mostly seen beforehand."""
    duties = [each.duty for each in agenda.occurrences] + [each.duty for each in agenda.undated]
    least = sum(_OF_ROW + _OF_LETTER * len(duty.text) for duty in duties)
    whole = html(agenda) if least <= LARGEST else b""
    return whole if 0 < len(whole) <= LARGEST else None


def _amount(dated: int, undated: int) -> str:
    without = f", без даты: {undated}" if undated else ""
    return f"сроков: {dated}{without}"
