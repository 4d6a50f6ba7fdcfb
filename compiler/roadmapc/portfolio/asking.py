"""A question that has a name, or a query of the user, and its answer."""

from collections.abc import Mapping, Sequence
from typing import Any

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.portfolio.answer import Answer, Condition
from roadmapc.portfolio.codes import UNKNOWN_MEASURE
from roadmapc.portfolio.database import Database, Rows
from roadmapc.portfolio.questions import ANYBODY, ASKED, CONDITIONS, HEADINGS, QUESTIONS, SAME
from roadmapc.portfolio.terms import HAS_MEASURE, NEAR
from roadmapc.text.shorten import shortened

OF_OPTIONS = ("first_day", "last_day", "least", "measure")
"""Parameters of queries, by the options that give them."""
_WHO = "SELECT directory, executor, names FROM executors"


def ask(database: Database, name: str, options: Mapping[str, Any]) -> Outcome[Answer]:
    """The answer to a question of that name; `options` are those that it takes, and what they give."""
    question = QUESTIONS[name]
    whose = ASKED if options["executor"] else ANYBODY
    query = question.select.replace("{whose}", whose).replace("{same}", SAME[options["same"]])
    first_day, last_day = options["days"]
    parameters = dict(options) | {"first_day": first_day, "last_day": last_day}
    parameters = {each: parameters[each] for each in OF_OPTIONS if f"${each}" in query}
    asked = tuple(
        Condition(option, label, options[flag])
        for flag, (option, label) in CONDITIONS.items()
        if flag in question.takes and options.get(flag)
    )

    def answer(found: Rows) -> Outcome[Answer]:
        columns = tuple(each._replace(heading=HEADINGS[each.name]) for each in found[0])
        made = Answer(name, question.title, columns, found[1], question.drawings, asked)
        return Outcome(made, _unknown(database, options["measure"]) if "measure" in parameters else ())

    return database.rows(query, parameters).then(answer)


def _unknown(database: Database, measure: str) -> tuple[Diagnostic, ...]:
    """A warning if no plan has the measure at all: what is lacking everywhere may be misspelt."""
    has_any = f"SELECT 1 FROM duties WHERE {HAS_MEASURE} LIMIT 1"
    found = database.rows(has_any, {"measure": measure}).value
    if not measure or (found and found[1]):
        return ()
    near = database.rows(NEAR, {"measure": measure}).value
    texts = "; ".join(f"«{shortened(text)}»" for (text,) in (near[1] if near else ()))
    hint = f"близкие: {texts}" if texts else "назовите начала слов, какие точно есть в мероприятии"
    return (Diagnostic(UNKNOWN_MEASURE, f"ни в одном плане нет мероприятия «{measure}»", None, (hint,)),)


def ask_sql(database: Database, query: str) -> Outcome[Answer]:
    """The answer to a query of the user's own."""
    asked = (Condition("sql", "запрос", query),)
    return database.sql(query).then(
        lambda found: Outcome(Answer("sql", "Ответ на запрос", *found, asked=asked))
    )


def executors_called(database: Database, words: str, as_compared: str) -> Sequence[tuple[Any, ...]]:
    """Who of all directories has that id or name: a row each with the directory, id and names."""
    query = f"{_WHO} WHERE executor = $words OR list_contains(called, $compared) ORDER BY ALL"
    found = database.rows(query, {"words": words, "compared": as_compared}).value
    return found[1] if found else ()


def executors_known(database: Database) -> Sequence[tuple[Any, ...]]:
    """The same of everybody."""
    found = database.rows(f"{_WHO} ORDER BY ALL").value
    return found[1] if found else ()
