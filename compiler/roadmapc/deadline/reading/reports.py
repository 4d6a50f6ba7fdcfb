"""Reports and the periods that they are about: «за 9 месяцев», «по итогам квартала», «кв. отчёт»."""

from dataclasses import replace
from itertools import pairwise

from roadmapc.deadline.ast import Between, Current, NthOf, Stretch
from roadmapc.deadline.codes import UNCOVERED_TIME
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.reading.events import after_event, read_reference
from roadmapc.deadline.reading.moments import read_stretches
from roadmapc.deadline.reading.numbers import read_cardinal
from roadmapc.deadline.reading.periodicity import read_periodicity
from roadmapc.deadline.reading.tails import date_length, is_behind_time, starts_rule
from roadmapc.deadline.reading.years import read_month, read_year_of
from roadmapc.deadline.stretch import unit_of
from roadmapc.deadline.unit import MONTHS_IN_PART, SEVERAL_MONTHS, Unit
from roadmapc.deadline.words.idioms import Meaning, idiom_at, meaning_at
from roadmapc.deadline.words.lexicon import Sense, Word
from roadmapc.deadline.words.tokens import TokenKind

_LONGEST_REPORT = 30
"""Tokens in which a report before this one is looked for."""
_BEFORE = ("предыдущ", "предшеств", "прошл", "прошед", "минувш", "истекш")
"""Beginnings of words for the period before this one."""
_SOON = (1, 2)
_YEAR = "год"
_BEFORE_LABEL = (TokenKind.BREAK, TokenKind.COMMA, TokenKind.END)
"""What stands before the label of a report; the end of the phrase comes round before its first word."""
_EACH = (Sense.REPORTED, Sense.ADVERB, Sense.EACH, Sense.TIMES)
"""Words that make of a range of reported months a report on each of them."""
_REPORT, _SHORT_REPORTS = ("отчет", "отчеты"), ("мес", "кв", "кварт", "полуг", "п/г")
_OF_REPORTS = (Sense.PURPOSE, Sense.REPORT)
_DATIVES = ("кварталу", "полугодию")
_OF_SERIES = frozenset({Sense.REPORT, Sense.REPORTED})
"""Words that say of another report that it is about a period: «месяца, следующего за отчётным»."""
_MOST_PERIODS = 12
"""No report is about more periods of a year."""
_BEFORE_DAY = (TokenKind.DASH, TokenKind.COLON, TokenKind.COMMA)
"""Signs behind which the day of a report stands."""
_REPORTED = (Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)
"""Periods behind which a day of no month is one of the month behind them."""


def read_results(cursor: Cursor) -> Item | None:
    """«по итогам I квартала» before a date, else an event."""
    start = cursor.at
    periodicity = _read_after_each(cursor)
    if periodicity is not None:
        return periodicity
    periods = _read_reported_periods(cursor)
    if not periods:
        cursor.at = start
        return read_reference(cursor)
    is_label = is_behind_time(cursor, start)  # «15 декабря – по итогам года»
    if cursor.token.kind is TokenKind.END and not is_label:
        return cursor.item(ItemKind.RULE, start, rule=after_event(cursor.words_from(start)))
    return replace(cursor.item(ItemKind.REPORTED, start), reported=periods)


def read_after_period(cursor: Cursor) -> Item | None:
    """«по окончании квартала до 15 числа»: after each of them."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    cursor.at = idiom[1] if idiom is not None else start
    unit = cursor.token.unit
    cursor.advance()
    behind = [cursor.peek(ahead).sense for ahead in (1, 2)]
    # «… до 15 числа», «… – ежеквартально, до 15 числа»
    is_due = Sense.DATE_OF_MONTH in behind or (cursor.token.kind is TokenKind.DASH and Sense.ADVERB in behind)
    if unit not in _REPORTED or not is_due:
        cursor.at = start
        return None
    return replace(cursor.item(ItemKind.REPORTED, start), reported=(Current(unit),))


def read_after(cursor: Cursor) -> Item | None:
    """«по окончании каждого квартала» before a date is how often, else an event."""
    start = cursor.at
    periodicity = _read_after_each(cursor)
    if periodicity is not None:
        return periodicity
    cursor.at = start
    return read_reference(cursor)


def _read_after_each(cursor: Cursor) -> Item | None:
    """«по итогам каждого полугодия», if the day of the report follows; `None` behind «по итогам»."""
    start = cursor.at
    idiom = idiom_at(cursor.tokens, start)
    cursor.at = before = idiom[1] if idiom is not None else start
    periodicity = read_periodicity(cursor) if cursor.token.sense is Sense.EACH else None
    is_season = periodicity is not None and periodicity.recurrence.season is not None
    is_dated = cursor.token.kind in _BEFORE_DAY or starts_rule(cursor, 0)
    if periodicity is None or is_season or periodicity.moments or not is_dated:
        cursor.at = before
        return None
    recurrence = periodicity.recurrence
    periods = (Current(recurrence.unit),)
    return replace(cursor.item(ItemKind.PERIODICITY, start, recurrence=recurrence), reported=periods)


def read_reported_by_dative(cursor: Cursor) -> Item | None:
    """«до 10 апреля – по I кварталу»: what the report is about; «по I квартал» is up to it."""
    start = cursor.at
    if cursor.peek(2).text not in _DATIVES:
        return None
    cursor.advance()
    periods = _read_reported_periods(cursor)
    if not periods:
        cursor.at = start
        return None
    return replace(cursor.item(ItemKind.REPORTED, start), reported=periods)


def read_reported(cursor: Cursor) -> Item | None:
    """«за полугодие», «за 9 месяцев», «за I квартал, полугодие, 9 месяцев и год»."""
    start, found = cursor.at, len(cursor.problems.found)
    periods = _read_reported_periods(cursor) if cursor.take_lemma("за") else ()
    # «за неделю» alone: before what?
    is_length = start == 0 and cursor.is_at_end and len(periods) == 1 and isinstance(periods[0], Current)
    if not periods or is_length or (cursor.token.text == "до" and _is_lead(cursor, start, periods[0])):
        cursor.at = start
        del cursor.problems.found[found:]
        return None
    # «за IV квартал прошлого года – до 20 января», «за предыдущий год – …»: of this year, as it stands
    near = pairwise(cursor.tokens[start : cursor.at + 2])
    is_before = any(word.text.startswith(_BEFORE) and year.unit is Unit.YEAR for word, year in near)
    periods = () if is_before else periods
    return replace(cursor.item(ItemKind.REPORTED, start), reported=periods)


def read_reported_label(cursor: Cursor) -> Item | None:
    """«I квартал – до 20 апреля; 9 месяцев – до 20 октября; год – до 20 января»: reports by their periods."""
    start = cursor.at
    token, behind, before = cursor.token, cursor.peek(), cursor.tokens[start - 1]
    is_old = token.text == _YEAR or behind.unit is Unit.MONTH
    # «за 3 месяца до 10.04, 6 месяцев до 10.07»: the first of them says what they are
    is_led = before.end < token.start and any(lead.text == "за" for lead in cursor.tokens[:start])
    is_listed = before.kind in _BEFORE_LABEL and (is_old or is_led)
    is_period = is_old or token.unit is Unit.HALF_YEAR or behind.unit is Unit.QUARTER
    periods = _read_reported_period(cursor) if is_listed and is_period else ()
    has_dash = cursor.token.kind is TokenKind.DASH
    is_due = cursor.peek(has_dash).text == "до" and date_length(cursor, has_dash + 1) > 0
    if not periods or not is_due or not (is_led or (is_old and has_dash)):
        cursor.at = start
        return None
    return replace(cursor.item(ItemKind.REPORTED, start), reported=periods)


def _is_lead(cursor: Cursor, start: int, period: Stretch) -> bool:
    """Whether «до» counts back: «за месяц до 1 сентября», but not «за 9 месяцев до 15 октября»."""
    length = date_length(cursor, 1)
    is_weeks = "нед" in [token.text for token in cursor.tokens[start : cursor.at]]
    if not length or is_weeks:  # «за 2 нед. до 1 сентября»
        return True
    end = cursor.peek(length)
    month = end.numbers[1] if end.kind is TokenKind.DATE else end.word.number if end.word else 0
    if isinstance(period, Current):
        months = MONTHS_IN_PART.get(period.unit, 0) if period.unit in SEVERAL_MONTHS else 0
        is_long = months > 0 and month % months not in _SOON  # «за квартал до 1 сентября»
        return month > 0 and (is_long or period.unit in (Unit.WEEK, Unit.MONTH))
    if isinstance(period, NthOf) and period.unit is Unit.WEEK and cursor.tokens[start + 1].text.isdigit():
        return True  # «за 1 неделю до 1 сентября»
    is_counted = (
        cursor.tokens[start + 1].sense is Sense.CARDINAL or cursor.tokens[start + 2].unit is Unit.MONTH
    )
    is_months = isinstance(period, NthOf) and period.unit is Unit.MONTH and is_counted
    # a report is due soon after its period
    return is_months and isinstance(period, NthOf) and (month - period.ordinal) % 12 not in _SOON


def read_report(cursor: Cursor) -> Item | None:
    """«квартальный отчёт», «годовая – до 25 января»: a report called by the period that it is about."""
    start = cursor.at
    word = cursor.take(Sense.REPORT) or _take_short_report(cursor)
    if word is None or word.unit is None:
        return None
    has_name = cursor.take(Sense.PURPOSE) is not None
    among = cursor.tokens[max(start - _LONGEST_REPORT, 0) : start]
    if has_name and word.unit is Unit.YEAR and _OF_SERIES.isdisjoint([token.sense for token in among]):
        cursor.at = start  # «годовой отчёт – до 1 марта» may be that of the year before
        return None
    if not has_name and cursor.token.kind not in (TokenKind.DASH, TokenKind.COLON):
        cursor.at = start
        return None
    return replace(cursor.item(ItemKind.REPORTED, start), reported=(Current(word.unit),))


def _take_short_report(cursor: Cursor) -> Word | None:
    """«кв. отчёт», «мес. отчёт»: the adjective written short."""
    has_dot = cursor.peek().kind is TokenKind.DOT
    if cursor.token.text not in _SHORT_REPORTS or cursor.peek(1 + has_dot).text not in _REPORT:
        return None
    cursor.advance(1 + has_dot)
    return cursor.tokens[cursor.at - 1 - has_dot].word


def _read_reported_periods(cursor: Cursor) -> tuple[Stretch, ...]:
    """The periods that a report is about, one or a list of them; empty if there is none."""
    periods: list[Stretch] = []
    end = cursor.at
    while len(periods) < _MOST_PERIODS:
        is_month = cursor.token.sense is Sense.MONTH
        if is_month and periods and unit_of(periods[-1]) is not Unit.MONTH:
            break  # «по итогам полугодия, июль»: when it is due
        read = _read_reported_period(cursor)
        # «по итогам года, I квартал»: when it is due
        is_quarter = bool(read) and unit_of(read[0]) is Unit.QUARTER
        is_shorter = is_quarter and bool(periods) and unit_of(periods[-1]) is Unit.YEAR
        if not read or is_shorter or (periods and _heads_another(cursor)):
            break
        periods.extend(_with_end(cursor, read))
        end = cursor.at
        cursor.skip(TokenKind.COMMA)
        cursor.take(Sense.AND)
        cursor.take_lemma("за")
        if idiom_at(cursor.tokens, cursor.at):  # «…, по итогам года»: another report
            break
    cursor.at = end
    return tuple(periods)


def _heads_another(cursor: Cursor) -> bool:
    """«апрель – за I квартал, июль – за полугодие»: a period before a dash is the time of another report."""
    before = [token.kind for token in cursor.tokens[: cursor.at]]
    if cursor.token.kind is not TokenKind.DASH or TokenKind.DASH not in before:
        return False
    behind, meaning = cursor.peek(), meaning_at(cursor.tokens, cursor.at + 1)
    if meaning is not None:  # «…, года – не позднее 20 числа»
        return meaning is Meaning.RESULTS
    return behind.text == "за" or behind.is_unknown or behind.sense in _OF_REPORTS


def _with_end(cursor: Cursor, periods: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """«за май – октябрь»: every part if each is reported, «ежемесячно»; else the whole range."""
    start, period = cursor.at, periods[-1]
    # «за II–III кварталы» has its end already
    first, last = (period.first, period.last) if isinstance(period, Between) else (period, None)
    is_counted = cursor.tokens[start - 1].unit is Unit.MONTH  # «за 9 месяцев – октябрь»
    if unit_of(first) is Unit.MONTH and last is None and not is_counted and cursor.skip(TokenKind.DASH):
        last = read_month(cursor)
        if cursor.token.is_unknown and cursor.peek().sense is Sense.MONTH:  # «за май – … июль»
            span = cursor.span_from(start)
            message = f"«{cursor.problems.words(span)}»: где кончается отчётное время, прочитать нельзя"
            cursor.problems.add(UNCOVERED_TIME, span, message, "назовите первый и последний месяц")
    cursor.at = start if last is None else cursor.at
    if not isinstance(first, NthOf) or not isinstance(last, NthOf):
        return periods
    if not any(token.sense in _EACH for token in cursor.tokens):
        return (*periods[:-1], Between(first, last))
    parts = (NthOf(last.unit, number, last.of) for number in range(first.ordinal, last.ordinal))
    return (*periods[:-1], *parts, last)


def _read_reported_period(cursor: Cursor) -> tuple[Stretch, ...]:
    """Periods that share a unit; none for days, which no report is about."""
    start = cursor.at
    months = read_cardinal(cursor)
    if months and cursor.token.unit is Unit.MONTH:  # «9 месяцев» end with September
        cursor.advance()
        cursor.skip_dot()
        return (NthOf(Unit.MONTH, min(months, 12), read_year_of(cursor)),)
    cursor.at = start
    cursor.take_any(Sense.REPORTED, Sense.PRECEDING)
    stretches = [stretch_at.stretch for stretch_at in read_stretches(cursor)]
    if stretches and not any(unit_of(stretch) in (Unit.DAY, Unit.WORKING_DAY) for stretch in stretches):
        return tuple(stretches)
    cursor.at = start
    return ()
