"""Названное в плане время не называет ни один срок.

Почему    Имя в seasons нужно срокам. Если ни один его не называет, то или срок написан другими словами
          и остался без дат, или имя – остаток прежней редакции.
Плохо     seasons: {осенние каникулы: 26 октября – 3 ноября 2021 года}
Хорошо    seasons: {отчётный период: май 2021 года}
Основание соглашение roadmapc
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.terms import deadlines
from roadmapc.deadline.stretch import seasons_of
from roadmapc.deadline.words.names import heads_of, season_name
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import mapping


def check(subject: CheckInput) -> Iterator[Finding]:
    """Names of the plan's own file that no deadline and no checkpoint uses."""
    plan = subject.plan
    names = tuple(rule.name for rule in plan.seasons)
    used: set[str] = set()
    for owned in deadlines(plan) if plan.own_seasons else ():
        for deadline in filter(None, (owned.term.deadline, owned.term.checkpoint)):
            for clause in deadline.clauses:
                used.update(head for season in seasons_of(clause.rule) for head in heads_of(names, season))
    for name in plan.own_seasons:
        if season_name(name).head not in used:
            where = mapping(plan.origin, "seasons").key_span(name)
            yield Finding(f"«{name}» не называет ни один срок", where, ("назовите его в сроке или уберите",))


RULE = Rule(Code("D365", "season-unused", Severity.NOTE, __doc__), check)
