"""The chain behind a date, for a terminal."""

from collections.abc import Iterator
from datetime import date

from roadmapc.calendar.occurrence import Occurrence
from roadmapc.calendar.policy import BusinessDayConvention
from roadmapc.deadline.to_text import rule_in_words
from roadmapc.model.act import Case
from roadmapc.model.amendment import ChangeKind, in_edition, last_change, listed
from roadmapc.model.plan import Measures, Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import holders, of_clause, of_measure
from roadmapc.render.agenda.view import OTHER_CUSTOM, UNDATED
from roadmapc.schedule.plan_calendar import Duty
from roadmapc.schedule.why import DateChain, TermChain
from roadmapc.text.dates import WEEKDAYS, digits
from roadmapc.text.hours import hours_in_words

_CONVENTIONS = {
    BusinessDayConvention.PRECEDING: "срок на нерабочем дне переходит на предыдущий рабочий день",
    BusinessDayConvention.FOLLOWING: "срок на нерабочем дне переходит на следующий рабочий день",
    BusinessDayConvention.UNADJUSTED: "срок на нерабочем дне не переносится",
}

_ADDED = {ProvisionKind.MEASURE: "мероприятие введено", ProvisionKind.CLAUSE: "пункт введён"}
_WHOLE = {ProvisionKind.MEASURE: "мероприятие", ProvisionKind.CLAUSE: "пункт"}
_FIELDS = {
    "measure": "содержание",
    "deadline": "срок",
    "executors": "исполнители",
    "participants": "участники",
    "document": "вид документа",
    "result": "результат",
}
"""What readers call the fields of a measure; free cells have the headings of their columns."""


def why_text(plan: Plan, duty: Duty, chains: tuple[TermChain, ...], day: date | None) -> str:
    """The report of `why`; with a day, only the dates printed for it or due on it."""
    lines = [f"{duty.reference} {duty.text}", *_ground(plan), *_history(plan, duty)]
    if not chains:
        lines.append("  даты нет: срок не указан")
    for chain in chains:
        lines += ["", *_term(plan, chain, day)]
    return "\n".join(lines) + "\n"


def _ground(plan: Plan) -> Iterator[str]:
    order = plan.order
    order_day = f"{order.kind} от {digits(order.date)}" if order.date else f"{order.kind} без даты"
    first_day, last_day = digits(plan.period.first_day), digits(plan.period.last_day)
    yield f"  период   с {first_day} по {last_day} («{plan.period.text}»), {order_day}"
    yield f"  профиль  {plan.profile.name}: {_CONVENTIONS[plan.profile.policy.convention]}"


def _history(plan: Plan, duty: Duty) -> Iterator[str]:
    """The act that made the duty what it is; nothing if it is as it was signed."""
    provision = of_measure(duty.id)
    if duty.kind is ProvisionKind.CLAUSE:
        clauses = (clause for clause in plan.order.walk() if clause.name == duty.id)
        provision = of_clause(next(clauses))
    last = last_change(plan.amendments, provision, holders(plan, provision))
    if last is None:
        return
    act, change = last
    if change.kind is ChangeKind.ADDED:
        yield f"  история  {_ADDED[provision.kind]} {listed([act], Case.INSTRUMENTAL)}"
    else:
        fields = (_FIELDS.get(field) or _heading(plan, field) for field in change.fields)
        yield f"  история  {', '.join(fields) or _WHOLE[provision.kind]} {in_edition([act])}"


def _heading(plan: Plan, key: str) -> str:
    """What readers call a free cell."""
    tables = [part for each in plan.appendices for part in each.parts if isinstance(part, Measures)]
    columns = (column for table in tables for column in table.columns if column.key == key)
    return next((f"«{column.heading}»" for column in columns), key)


def _term(plan: Plan, chain: TermChain, day: date | None) -> Iterator[str]:
    line, column = plan.file.position(chain.term.node.start)
    audience = f" ({chain.term.audience})" if chain.term.audience else ""
    yield f"  «{chain.term.deadline.text}»{audience} – {plan.file.name}:{line}:{column}"
    if chain.term.checkpoint is not None:
        yield f"  в календаре по контрольному сроку: «{chain.deadline.text}»"
    for each in chain.dates:
        if day is None or day in (each.occurrence.nominal, each.occurrence.due):
            yield from _date(each, plan)
    if chain.expansion.undated is not None:
        yield f"    даты нет: {UNDATED[chain.expansion.undated]}"
    for said in chain.assumptions:
        yield f"    {said.code.id}  {said.message}"


def _date(chain: DateChain, plan: Plan) -> Iterator[str]:
    """A day, the words and the rule behind it, and what moved it: a line for each link that there is."""
    occurrence = chain.occurrence
    window = (
        f"с {_day(occurrence.first_day)} " if occurrence.first_day not in (None, occurrence.nominal) else ""
    )
    due = f" → исполнить {_day(occurrence.due)}" if occurrence.due != occurrence.nominal else ""
    yield f"    {window}по {_day(occurrence.nominal)}{due}"
    yield f"      слова       «{chain.words}»"
    yield f"      прочитано   {rule_in_words(chain.clause.rule)}"
    if chain.counted_from is not None:
        yield f"      отсчёт      от подписания этого документа – {_day(chain.counted_from)}"
    if chain.recurrence is not None:
        yield f"      повторение  {chain.recurrence}"
    for day_off in chain.days_off:
        yield f"      перенос     {digits(day_off.day)} – {day_off.reason}"
    if chain.due_day:
        yield f"      день        {digits(occurrence.due)} – {chain.due_day}"
    if occurrence.other_due is not None:
        custom = OTHER_CUSTOM[plan.profile.policy.convention]
        yield f"      иначе       {custom} – {_day(occurrence.other_due)}"
    yield from _event(occurrence, plan.time_zone)
    if occurrence.after_plan:
        yield "      после плана отчёт за последний период"


def _event(occurrence: Occurrence, time_zone: str) -> Iterator[str]:
    """When and where something happens, and why its day stands."""
    hours = hours_in_words(occurrence.time, occurrence.end_time)
    if hours:
        yield f"      время       {hours}, {time_zone or 'по местному времени'}"
    if occurrence.place:
        yield f"      место       {occurrence.place}"
    if occurrence.is_event:
        yield "      событие     день не переносится: ст. 193 ГК РФ – о последнем дне срока"


def _day(day: date | None) -> str:
    return f"{digits(day)} ({WEEKDAYS[day.weekday()]})" if day else ""
