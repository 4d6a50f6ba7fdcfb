"""A phrase of a clerk to a deadline: the only way in.

    text → tokens → items → groups, their explanations made notes → clauses

Reading never fails: words in which no deadline is found make an `Unreadable` clause and a diagnostic.
"""

from dataclasses import replace

from roadmapc.deadline.ast import Deadline, DeadlineClause, Unreadable
from roadmapc.deadline.clauses.coverage import covered
from roadmapc.deadline.clauses.explanations import explained
from roadmapc.deadline.clauses.from_groups import clauses_of
from roadmapc.deadline.clauses.groups import Grouping
from roadmapc.deadline.codes import TOO_LONG
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.reading.items import read_items
from roadmapc.deadline.to_diagnostics import to_diagnostics
from roadmapc.deadline.words.names import with_names
from roadmapc.deadline.words.tokens import tokenize
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.source.file import SourceFile
from roadmapc.source.limits import PHRASE
from roadmapc.source.span import Span


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
    tokens = tokenize(text)
    cursor = Cursor(with_names(tokens, seasons) if seasons else tokens, problems)
    groups = Grouping(cursor, read_items(cursor)).run()
    groups = [covered(explained(group, cursor), cursor) for group in groups]
    deadline = Deadline(file, tuple(clauses_of(groups, problems, tuple(cursor.occasions))))
    return Outcome(addressed(deadline, audience), to_diagnostics(problems, file))


def addressed(deadline: Deadline, audience: str) -> Deadline:
    """The deadline with an audience for the clauses that name none."""
    if not audience:
        return deadline
    clauses = (
        clause if clause.audience else replace(clause, audience=audience) for clause in deadline.clauses
    )
    return Deadline(deadline.file, tuple(clauses))
