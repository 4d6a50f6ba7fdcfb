"""`seasons` of a plan, a directory or a profile: names for spans and days, in the words of deadlines."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from roadmapc.calendar.known_seasons import BY_CUSTOM, KNOWN
from roadmapc.calendar.season_rule import SeasonRule
from roadmapc.deadline.ast import THIS_YEAR, AcademicYear, Bound, Dated, Stretch, Year
from roadmapc.deadline.from_text import read
from roadmapc.deadline.stretch import is_lagged, root
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.names import SeasonName, season_name
from roadmapc.deadline.words.tokens import TokenKind, tokenize
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.codes import UNREADABLE_SEASON
from roadmapc.model.from_tree.fields import scalars, text_of
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, ScalarNode

_EXAMPLES = "напишите дни, например «26 октября – 3 ноября 2025 года» или «второе воскресенье сентября»"
_MOST_DAYS = 500
"""Spans and days of a file: every deadline that names a season looks through them; a town has some thirty."""
_OF_DATES = frozenset(
    {
        *(Sense.MONTH, Sense.WEEKDAY, Sense.UNIT, Sense.ADVERB, Sense.YEAR_MARK),
        *(Sense.DATE_OF_MONTH, Sense.ACADEMIC),
    }
)
"""Words that deadlines already understand: a season called so would change what all of them mean."""


def read_seasons(file: SourceFile, node: MappingNode) -> Outcome[tuple[SeasonRule, ...]]:
    """The seasons of a file in the order of writing; what cannot be read is left out, with a finding."""
    field = node.get("seasons")
    if not isinstance(field, MappingNode):
        return Outcome(())
    if sum(len(_days(field, name)) for name in field.fields) > _MOST_DAYS:
        message = f"названных времён с их годами больше {_MOST_DAYS}"
        place, hint = Place(file, node.key_span("seasons")), "уберите те, которых сроки не называют"
        return Outcome((), (Diagnostic(UNREADABLE_SEASON, message, place, (hint,)),))
    rules: list[SeasonRule] = []
    problems: list[Diagnostic] = []
    first = dict[SeasonName, str]()
    for name in field.fields:
        named = [(node, _stretches(name, text_of(node))) for node in _days(field, name)]
        unread = [node for node, stretches in named if not stretches]
        said = [*_of_name(file, field, name), *(_not_days(file, name, node) for node in unread)]
        before = first.setdefault(season_name(name), name)
        if before != name:
            message = f"«{name}» – то же название, что «{before}»"
            place = Place(file, field.key_span(name))
            hint = "запишите дни одним списком под одним именем"
            said.append(Diagnostic(UNREADABLE_SEASON, message, place, (hint,)))
        problems += said
        if not said:
            rules.append(SeasonRule(name, tuple(chain.from_iterable(stretches for _, stretches in named))))
    return Outcome(tuple(rules), tuple(problems))


def is_name(name: str) -> bool:
    """Whether a season may be called so: deadlines do not understand the words by themselves."""
    words = [token for token in tokenize(season_name(name).head) if token.kind is not TokenKind.END]
    return any(token.kind is TokenKind.WORD and token.sense not in _OF_DATES for token in words)


def season_rule(name: str, phrases: Iterable[str]) -> SeasonRule:
    """A season by its name and the words for its days; words that name none are left out."""
    return SeasonRule(name, tuple(stretch for phrase in phrases for stretch in _stretches(name, phrase)))


@cache
def lawful_seasons() -> tuple[SeasonRule, ...]:
    """What a law dates by itself, so that every plan knows it."""
    return tuple(season_rule(season.name, season.days) for season in KNOWN if season.is_law)


def _days(field: MappingNode, name: str) -> tuple[ScalarNode, ...]:
    node = field.get(name)
    return (node,) if isinstance(node, ScalarNode) else tuple(scalars(field, name))


def _of_name(file: SourceFile, field: MappingNode, name: str) -> Iterator[Diagnostic]:
    """A name that deadlines understand by themselves."""
    if not is_name(name):
        message = f"«{name}» – не название: сроки понимают эти слова и без него"
        place = Place(file, field.key_span(name))
        yield Diagnostic(UNREADABLE_SEASON, message, place, ("дайте имя словами: «осенние каникулы»",))


def _not_days(file: SourceFile, name: str, node: ScalarNode) -> Diagnostic:
    """Words that name no day and no span."""
    words = text_of(node)
    hints: tuple[str, ...] = (*(said.message for said in read(words).diagnostics), _EXAMPLES)
    if words.lower() == BY_CUSTOM:
        hints = (f"по обычаю известны: {', '.join(season.name for season in KNOWN if season.is_custom)}",)
    message = f"«{words}»: дни, которые называет «{name}», не прочитаны"
    return Diagnostic(UNREADABLE_SEASON, message, Place(file, node.span), hints)


def _stretches(name: str, phrase: str) -> tuple[Stretch, ...]:
    if phrase.lower() == BY_CUSTOM:
        days = (season.days for season in KNOWN if season.is_custom and season.name == name.lower())
        return tuple(stretch for phrases in days for words in phrases for stretch in _stretches(name, words))
    return stretches_of(phrase)


def stretches_of(phrase: str) -> tuple[Stretch, ...]:
    """The days and spans that words name, each of a named year or of every year; empty if they do not."""
    outcome = read(phrase)
    if outcome.value is None or outcome.diagnostics:  # «до весны»: a season is nothing approximate
        return ()
    stretches: list[Stretch] = []
    for clause in outcome.value.clauses:
        if not isinstance(clause.rule, Dated) or clause.notes or clause.audience or clause.purpose:
            return ()
        for moment in clause.rule.moments:
            at_hand = root(moment.stretch)
            is_of_year = at_hand == THIS_YEAR != moment.stretch or isinstance(at_hand, Year | AcademicYear)
            if moment.bound is not Bound.WITHIN or not is_of_year or is_lagged(moment.stretch):
                return ()
            stretches.append(moment.stretch)
    return tuple(stretches)
