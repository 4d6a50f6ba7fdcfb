"""A question that has a name, or a query of the user, and its answer."""

from collections.abc import Mapping, Sequence
from typing import Any

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.portfolio.answer import Answer
from roadmapc.portfolio.database import Database, Rows
from roadmapc.portfolio.questions import ANYBODY, ASKED, HEADINGS, QUESTIONS, SAME

OF_OPTIONS = ("first_day", "last_day", "least", "measure")
"""Parameters of queries, by the options that give them."""
_WHO = "SELECT directory, executor, names FROM executors"


def ask(database: Database, name: str, options: Mapping[str, Any]) -> Outcome[Answer]:
    """The answer to a question of that name; `options` are those that it takes, and what they give."""
    question = QUESTIONS[name]
    whose = ASKED if options["executor"] is not None else ANYBODY
    query = question.select.format(whose=whose, same=SAME[options["same"]])
    parameters = {each: options[each] for each in OF_OPTIONS if f"${each}" in query}

    def answer(found: Rows) -> Outcome[Answer]:
        columns = tuple(each._replace(heading=HEADINGS[each.name]) for each in found[0])
        return Outcome(Answer(name, question.title, columns, found[1], question.drawings))

    return database.rows(query, parameters).then(answer)


def ask_sql(database: Database, query: str) -> Outcome[Answer]:
    """The answer to a query of the user's own."""
    return database.sql(query).then(lambda found: Outcome(Answer("sql", "Ответ на запрос", *found)))


def executors_called(database: Database, words: str, as_compared: str) -> Sequence[tuple[Any, ...]]:
    """Who of all directories has that id or name: a row each with the directory, id and names."""
    query = f"{_WHO} WHERE executor = $words OR list_contains(called, $compared) ORDER BY ALL"
    found = database.rows(query, {"words": words, "compared": as_compared}).value
    return found[1] if found else ()


def executors_known(database: Database) -> Sequence[tuple[Any, ...]]:
    """The same of everybody."""
    found = database.rows(f"{_WHO} ORDER BY ALL").value
    return found[1] if found else ()
