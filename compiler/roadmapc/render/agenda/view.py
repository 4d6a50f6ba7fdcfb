"""What calendars and registers show: every word decided, nothing laid out."""

import datetime as dt
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from roadmapc.calendar.occurrence import UndatedReason
from roadmapc.calendar.policy import BusinessDayConvention
from roadmapc.model.act import ActKind, Case
from roadmapc.text.hours import event_in_words, hours_in_words
from roadmapc.text.plural import counted

UNDATED: dict[UndatedReason | None, str] = {
    UndatedReason.CONTINUOUS: "постоянно: конца нет, контрольный срок не назначен",
    UndatedReason.EXTERNAL_SCHEDULE: "срок устанавливает другой документ",
    UndatedReason.ON_DEMAND: "исполняется по мере надобности",
    UndatedReason.EVENT: "срок считается от события, дата которого неизвестна",
    UndatedReason.UNREADABLE: "фраза не понята",
    None: "срок не указан",
}
"""`None` is a duty without a deadline."""

OTHER_CUSTOM: dict[BusinessDayConvention, str] = {
    BusinessDayConvention.PRECEDING: "по статье 193 ГК РФ",
    BusinessDayConvention.FOLLOWING: "по обычаю исполнения поручений",
    BusinessDayConvention.UNADJUSTED: "по статье 193 ГК РФ",
}
"""What leads to the other day, by the convention that a plan follows."""


class Assignee(NamedTuple):
    """Whoever has duties: a body, the official at its head, a person who acts himself."""

    key: str
    """Names its files: its id, after the name of its directory where several directories meet."""
    name: str
    """As tables print it; an official is called by the post, or by name where others hold it, too."""
    is_official: bool


NOBODY = Assignee("_unassigned", "Исполнитель не назван", is_official=False)
"""Has the duties for which no executor is named, so that none is lost; ids cannot begin like this."""


class PlanView(NamedTuple):
    """A plan as registers name it."""

    id: str
    kind: ActKind
    order: str
    """«Приказ от 18.03.2021 № 168», with blanks for what a draft lacks."""
    title: str
    """Title of the order."""
    name: str
    """«План повышения качества… 2021–2025»: short, for lists of calendars."""
    ordered: date | None
    """The day of the order, on which its duties are put under control; `None` for a draft."""
    controller: str
    """Post of the official who controls the execution; empty if no clause names one."""


@dataclass(frozen=True, slots=True)
class DutyView:
    """A measure or a clause."""

    plan: PlanView
    number: str
    """As printed."""
    text: str
    """Of a clause, without the sign that parts it from the next one."""
    brief: str
    """The text without the addressee of a clause and without the abbreviations that it introduces."""
    is_clause: bool
    """Whether it is a clause of the order."""
    section: str
    """Title with its number; empty for a clause and for a plan without sections."""
    color: str
    """A name of CSS, the same for all duties of a section."""
    lead: str
    """The first executor; empty if none is named."""
    others: str
    """The other executors; empty if there are none."""
    result: str
    """Empty if the plan names none."""
    assignees: tuple[Assignee, ...]
    """Executors and the officials at the heads of bodies, each once; `NOBODY` if no executor is named."""
    appendix: str = ""
    """Number of its appendix in a plan of several tables, where numbers of measures are ambiguous."""
    participants: str = ""
    """Who else takes part; empty if the plan names none."""
    since: date | None = None
    """The day on which an act brought it in; `None` for a duty of the order as it was signed."""
    heads: tuple[Assignee, ...] = ()
    """Officials among the assignees who only head a body that acts."""
    id: str = ""
    """Of the measure or the clause in its plan."""
    undated_term: str = ""
    """What of its deadlines has no date of its own, in canonical words, beside dates or alone."""
    holders: tuple[str, ...] = ()
    """Ids, in the directory, of all whose duty it is: those who act, and the heads of bodies."""

    @property
    def controlled_since(self) -> date | None:
        """The day on which it was put under control; `None` for a draft."""
        return self.since or self.plan.ordered

    @property
    def executors(self) -> tuple[Assignee, ...]:
        """The assignees whose load it is: all but the heads of bodies."""
        return tuple(assignee for assignee in self.assignees if assignee not in self.heads)

    @property
    def label(self) -> str:
        """By what it is told from all others of its plan: «1.2», «1.2 прил. 2», «п. 4.1 приказа».

        Where a signed act prints no number, its text alone tells it: nothing then, or the kind of its act.
        """
        if not self.number:
            return self.plan.kind if self.is_clause else ""
        if self.is_clause:
            return f"п. {self.number} {self.plan.kind.noun(Case.GENITIVE)}"
        return f"{self.number} прил. {self.appendix}" if self.appendix else self.number


class OccurrenceView(NamedTuple):
    """One time that a duty is due."""

    uid: str
    duty: DutyView
    phrase: str
    """The deadline as printed."""
    rule: str
    """The deadline as it was understood: the phrase in canonical words, or that of the checkpoint."""
    audience: str
    """Those whom this day binds; empty for all executors."""
    first_day: date
    """Of the window; the due day itself if there is no window."""
    nominal: date
    """The last day as printed."""
    due: date
    """`nominal`, moved off a day off."""
    moved: str
    """Why the day was moved: words with the norm; empty if it was not."""
    other_due: date | None
    """Where the opposite custom moves the day; `None` if to the same."""
    other_custom: str
    """What moves it there, in words; empty if nothing does."""
    reminders: tuple[date, ...]
    """Days to remind on, earliest first; empty if nobody asked for reminders."""
    time: dt.time | None = None
    """When it begins, local time; `None` for the whole day."""
    end_time: dt.time | None = None
    """When it ends, or by when it is due; `None` if nobody says."""
    time_zone: str = ""
    """Of the hours, by its IANA name; empty for the local time of wherever it is read."""
    place: str = ""
    """Where it happens; empty if nobody says."""
    series: str = ""
    """The `uid` of the first occurrence of its series; empty if it belongs to none."""
    is_event: bool = False
    """Whether it happens on its days, rather than being due by the last of them."""
    amended: str = ""
    """«срок продлён приказом от … № …, прежний – 01.09.2022»; empty for a day that no act has moved."""
    recurrence: str = ""
    """The series as an RRULE of its nominal days; empty if it belongs to none."""

    @property
    def hours(self) -> str:
        """«в 10:00», «с 10:00 до 14:00», «до 12:00»; empty for the whole day."""
        return hours_in_words(self.time, self.end_time)

    @property
    def when_and_where(self) -> str:
        """The hours and the place in one line; empty if there is nothing to say."""
        return event_in_words(self.time, self.end_time, self.place)

    @property
    def window_start(self) -> date | None:
        """The first day of a window that ends on the due day; `None` if there is no window."""
        return self.first_day if self.first_day < self.due else None


class UndatedView(NamedTuple):
    """A duty that no calendar can hold."""

    duty: DutyView
    phrase: str
    """As printed; empty if the duty has no deadline."""
    reason: str
    """Why, in words."""
    uid: str
    """Names it for ever, as `OccurrenceView.uid`."""

    @property
    def why(self) -> str:
        """The phrase, if there is one, with the reason."""
        return f"«{self.phrase}» – {self.reason}" if self.phrase else self.reason


def joint_title(count: int) -> str:
    """What a calendar of several plans is called."""
    return f"Календарь: {counted(count, 'план', 'плана', 'планов')}"


class AgendaView(NamedTuple):
    """The dates of a plan, or of several together."""

    title: str
    plans: tuple[PlanView, ...]
    occurrences: tuple[OccurrenceView, ...]
    """By due day."""
    undated: tuple[UndatedView, ...]
    assignees: tuple[Assignee, ...]
    """All who have duties, by name: bodies, then officials, then `NOBODY`."""

    @property
    def duties(self) -> tuple[DutyView, ...]:
        """Each once, as they come first; dates share them."""
        dated = (each.duty for each in self.occurrences)
        return tuple({id(duty): duty for duty in (*dated, *(each.duty for each in self.undated))}.values())

    @property
    def name(self) -> str:
        """For lists and tabs: the short name of the only plan, else the title."""
        return self.plans[0].name if len(self.plans) == 1 else self.title
