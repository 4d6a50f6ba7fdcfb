"""What each body and person has to be told, in one line."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from operator import attrgetter

from roadmapc.diff.changes import DutyDates
from roadmapc.diff.dates import kind_of
from roadmapc.diff.notices import Notice
from roadmapc.diff.provision import Provision
from roadmapc.model.provision import ProvisionKind
from roadmapc.render.changes.view import NoticeRow
from roadmapc.render.changes.wording import CONCERNS, labels, numbered
from roadmapc.schedule.plan_calendar import Duty
from roadmapc.text.letters import capital

_HAPPENED_TO_DATES: dict[str, Callable[[DutyDates], Sized]] = {
    "новых дат": attrgetter("added"),
    "снято дат": attrgetter("removed"),
    "перенесено дат": attrgetter("shifted"),
}


def notice_rows(notices: Iterable[Notice]) -> tuple[NoticeRow, ...]:
    """One for each, or for several who have to be told the same."""
    alike: dict[str, list[str]] = defaultdict(list)
    for notice in notices:
        alike[_told(notice)].append(capital(notice.who))
    return tuple(NoticeRow("; ".join(names), what) for what, names in alike.items())


def _told(notice: Notice) -> str:
    """Duties by what happened to them, then dates of duties that are as they were."""
    by_concern: dict[str, list[Provision]] = defaultdict(list)
    for concern, unit in notice.lines:
        by_concern[CONCERNS[concern]].append(unit)
    told = [f"{concern} – {labels(units)}" for concern, units in by_concern.items()]
    return "; ".join((*told, *_counted(notice.dates)))


def _counted(dates: Sequence[DutyDates]) -> Iterator[str]:
    """Other dates of duties that are as they were."""
    for name, days in _HAPPENED_TO_DATES.items():
        having = [each for each in dates if days(each)]
        if having:
            where = _duties(each.duty for each in having)
            yield f"{name} – {sum(len(days(each)) for each in having)}: {where}"


def _duties(duties: Iterable[Duty]) -> str:
    by_kind: dict[ProvisionKind, dict[str, None]] = defaultdict(dict)
    for duty in duties:
        by_kind[kind_of(duty)][duty.number] = None
    return ", ".join(numbered(kind, tuple(numbers)) for kind, numbers in by_kind.items())
