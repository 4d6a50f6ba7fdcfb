"""A phrase of a clerk to a deadline: the only way in.

    text → tokens → items → groups, their explanations made notes → clauses

Reading never fails: words in which no deadline is found make an `Unreadable` clause and a diagnostic.
"""

from dataclasses import replace

from roadmapc.deadline.ast import Deadline, DeadlineClause, Unreadable
from roadmapc.deadline.clauses.coverage import covered
from roadmapc.deadline.clauses.elided_periods import with_elided_periods
from roadmapc.deadline.clauses.explanations import explained
from roadmapc.deadline.clauses.from_groups import clauses_of
from roadmapc.deadline.clauses.groups import Grouping
from roadmapc.deadline.clauses.labelled_times import with_labelled_times
from roadmapc.deadline.clauses.lost_series import say_lost_series
from roadmapc.deadline.clauses.own_days import with_own_terms_apart
from roadmapc.deadline.clauses.own_years import with_changes, with_own_years_apart
from roadmapc.deadline.clauses.pairs import with_pairs
from roadmapc.deadline.clauses.remarks import with_remarks
from roadmapc.deadline.clauses.shared_ordinals import with_shared_ordinals
from roadmapc.deadline.clauses.torn import places_unread, times_of
from roadmapc.deadline.clauses.undated import say_undated
from roadmapc.deadline.codes import TOO_LONG, UNCOVERED_TIME, UNREADABLE
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import Cursor, Item
from roadmapc.deadline.reading.items import read_items
from roadmapc.deadline.to_diagnostics import to_diagnostics
from roadmapc.deadline.words.layout import plain_tokens
from roadmapc.deadline.words.names import with_names
from roadmapc.deadline.words.tokens import Token
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.source.file import SourceFile
from roadmapc.source.limits import PHRASE
from roadmapc.source.span import Span

_PAIR = 2
"""Items of a time and its rhythm, «до 1 мая ежегодно»: more of them may share what one of them names."""


def read(text: str, *, audience: str = "", seasons: tuple[str, ...] = ()) -> Outcome[Deadline]:
    """The deadline that a phrase names, never `None`; diagnostics are placed in the phrase.

    `audience` is that of every clause which names none itself; `seasons` are the names that the plan
    gives to spans and days, which the phrase may use in any case form.
    """
    file = SourceFile("срок", text)
    problems = Problems(text)
    if len(text) > PHRASE.most:
        problems.add(TOO_LONG, Span(0, len(text)), f"фраза срока длиннее {PHRASE} знаков", PHRASE.advice)
        unread = Deadline(file, (DeadlineClause(Unreadable(text), span=Span(0, len(text))),))
        return Outcome(addressed(unread, audience), to_diagnostics(problems, file))
    tokens = plain_tokens(text)
    named = with_names(tokens, seasons) if seasons else tokens
    clauses, items = _read(named, problems)
    for places in places_unread(named, items, seasons):
        known = [token for token in tokens if token.start not in places]
        clauses = _untorn(clauses, with_names(known, seasons) if seasons else known, problems)
    say_undated(clauses, named, problems)
    say_lost_series(clauses, items, problems)
    deadline = Deadline(file, tuple(clauses))
    return Outcome(addressed(deadline, audience), to_diagnostics(problems, file))


def _read(tokens: list[Token], problems: Problems) -> tuple[list[DeadlineClause], list[Item]]:
    cursor = Cursor(tokens, problems)
    items = with_remarks(read_items(cursor), cursor)
    if len(items) > _PAIR:
        items = with_shared_ordinals(items, cursor)
        items = with_pairs(with_labelled_times(with_elided_periods(items, cursor), cursor), cursor)
    groups = Grouping(cursor, items).run()
    if len(groups) > 1:
        groups = with_own_years_apart(with_own_terms_apart(groups, cursor), cursor)
    groups = [part for group in groups for part in with_changes(group)]
    groups = [covered(explained(group, cursor), cursor) for group in groups]
    return clauses_of(groups, problems, tuple(cursor.occasions)), items


def _untorn(clauses: list[DeadlineClause], known: list[Token], problems: Problems) -> list[DeadlineClause]:
    """The clauses, or one without dates if a time of theirs only stands there because of unknown words."""
    bare = Problems(problems.text)
    without, _ = _read(known, bare)
    is_unlike = any(problem.code is UNREADABLE for problem in bare.found)
    if is_unlike or times_of(clauses) <= times_of(without):
        return clauses
    span = Span(0, len(problems.text))
    message = f"«{problems.quote(span)}»: непонятые слова стоят внутри срока, он мог значить другое"
    hint = "назовите день, месяц или квартал, а пояснение поставьте в скобки"
    problems.add(UNCOVERED_TIME, span, message, hint)
    marks = tuple(dict.fromkeys(mark for clause in clauses for mark in clause.marks))
    return [DeadlineClause(Unreadable(problems.text.strip()), span=span, marks=marks)]


def addressed(deadline: Deadline, audience: str) -> Deadline:
    """The deadline with an audience for the clauses that name none."""
    if not audience:
        return deadline
    clauses = (
        clause if clause.audience else replace(clause, audience=audience) for clause in deadline.clauses
    )
    return Deadline(deadline.file, tuple(clauses))
