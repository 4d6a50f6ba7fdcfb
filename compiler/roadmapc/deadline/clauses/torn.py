"""Words that nobody knows inside of a time: without them another time would stand there.

«с … 15 ноября по 15 марта», «за месяц … до 1 сентября», «октябрь … (6–10)»: what is left of a torn time reads
as a time of its own. So the phrase is read once more without such words, and a time that only stands there
because of them enters no calendar. What may only stand beside a time is told in `coverage.py`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from roadmapc.deadline.ast import Dated, DeadlineClause, Moment, Recurrence, Recurring
from roadmapc.deadline.clauses.contents import begins_clause, names_years
from roadmapc.deadline.clauses.runs import names_other_work
from roadmapc.deadline.reading.addresses import NAMED_BY_NUMBER
from roadmapc.deadline.reading.cursor import SIGNS, Item, ItemKind
from roadmapc.deadline.reading.periodicity import DAYS_OFF
from roadmapc.deadline.reading.references import REFERRING, REST, are_forms
from roadmapc.deadline.words.idioms import idiom_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.names import is_of_name
from roadmapc.deadline.words.tokens import Token, TokenKind
from roadmapc.deadline.words.verbs import is_infinitive

_WORD, _PLACE, _TEXT = TokenKind.WORD, Sense.PLACE, ItemKind.TEXT
_LEFT = (None, Sense.PLACE)
"""Senses of words that may be left unread: none, and of a place."""
_READ = frozenset({ItemKind.MOMENTS, ItemKind.PERIODICITY, ItemKind.WEEKDAY, ItemKind.EXCEPTION})
"""Items of which every word was read."""
_PASSED = _READ | frozenset(SIGNS)
"""Items that hold no word which nobody knows."""
_UNREAD = frozenset({ItemKind.TEXT, ItemKind.RULE, ItemKind.ASIDE, ItemKind.REPORTED})
"""Items that may hold words which nobody knows."""
_PARTING = frozenset(
    {TokenKind.DASH, TokenKind.COMMA, TokenKind.COLON, TokenKind.BREAK, TokenKind.OPEN, TokenKind.CLOSE}
    | {TokenKind.OTHER, TokenKind.END}
)
"""Signs between which words stand for themselves."""
_OF_TIME = frozenset(
    {
        Sense.HALF,
        Sense.MONTH,
        Sense.WEEKDAY,
        Sense.UNIT,
        Sense.DATE_OF_MONTH,
        Sense.NAMED,
        Sense.TERM,
        Sense.WORKING,
    }
    | {Sense.REPORTED, Sense.NEXT, Sense.PRECEDING, Sense.REPORT, Sense.TIMES, Sense.EACH, Sense.ADVERB}
)
_OF_EVENT = _OF_TIME | {Sense.ORDINAL, Sense.CARDINAL, Sense.EDGE, Sense.SEASON}
_LONGEST_IDIOM = 4
_DATIVE_PLURAL = ("ам", "ям")
_KNOWN = NAMED_BY_NUMBER | REFERRING | {*REST, "чем", "сезон", *DAYS_OFF}
"""Words that the lexicon does not have and readers know."""
_NUMBERS = frozenset({TokenKind.NUMBER, TokenKind.ROMAN, TokenKind.DATE, TokenKind.MONTH, TokenKind.CLOCK})

Time = tuple[Moment | None, Recurrence | None, Moment | None]
"""A moment, how often it comes, and within what."""


def places_unread(
    tokens: list[Token], items: Sequence[Item], seasons: tuple[str, ...]
) -> tuple[frozenset[int], ...]:
    """Where the unknown words begin that may tear what was read: those within idioms, and all of them.

    Words between signs stand for themselves.
    """
    kinds = [item.kind for item in items]
    may_tear = not (_UNREAD.isdisjoint(kinds) or _READ.isdisjoint(kinds))
    words = [token for token in tokens if token.kind is _WORD and token.sense in _LEFT] if may_tear else []
    if not any(map(_is_unread, words)):
        return ()
    unread: dict[int, bool] = {}
    at = 0
    for are_text, row in groupby(items, lambda item: item.kind is _TEXT):
        run = list(row)
        at += len(run)
        if are_text and names_other_work(items, at - len(run), at, tokens):
            continue  # without them the second day would be a last day as well
        if are_text and any(names_years(item, tokens) for item in run):
            continue  # without them «на 2027 год» would be a time of the work
        if are_text:
            unread.update(_unread_text(tokens, run))
            continue
        for item in run:
            if item.kind not in _PASSED:
                near = tokens[item.first : item.end + 1]
                names_time = any(token.sense in _OF_EVENT or token.kind in _NUMBERS for token in near)
                unread.update(_unread(tokens, item.first, item.end, only_torn=not names_time))
    places = {
        tokens[at].start: is_torn for at, is_torn in unread.items() if not is_of_name(tokens[at], seasons)
    }
    within = frozenset(place for place, is_torn in places.items() if is_torn)
    return tuple(filter(None, {within: None, frozenset(places): None}))


def _unread_text(tokens: list[Token], run: Sequence[Item]) -> Iterable[tuple[int, bool]]:
    """The unknown words of a run that may tear a time, and whether they tear an idiom."""
    first, end = run[0].first, run[-1].end
    before = tokens[first - 1].kind if first else TokenKind.END
    if len(run) == 1 and end - first > 1 and before is TokenKind.OPEN and tokens[first].is_unknown:
        return ()  # a remark with all that stands in it
    if first and tokens[first - 1].sense is Sense.THEN and tokens[end].kind is TokenKind.DASH:
        return ()  # «далее обслуживание – ежемесячно»: a label
    touches = before not in _PARTING or tokens[end].kind not in _PARTING
    only_torn = not touches and not _names_time(tokens, first, end)
    if only_torn and before is not TokenKind.OPEN:  # «(по внезапно заявкам – до 1 июня)»
        return ()
    return _unread(tokens, first, end, only_torn=only_torn)


def _names_time(tokens: list[Token], first: int, end: int) -> bool:
    """Whether some words hold a word of time, or a preposition that a number follows."""
    return any(
        token.sense in _OF_TIME or (token.kind in _NUMBERS and before.sense is Sense.PREPOSITION)
        for before, token in pairwise((tokens[-1], *tokens[first:end]))
    ) or any(idiom_at(tokens, at) for at in range(first, end))


def _unread(
    tokens: list[Token], first: int, end: int, *, only_torn: bool = False
) -> Iterator[tuple[int, bool]]:
    """Unknown words that are no part of an idiom, and whether they tear one."""
    known = first
    for at in range(first, end):
        token, behind = tokens[at], tokens[at + 1]
        idiom = idiom_at(tokens, at)
        known = max(known, idiom[1]) if idiom is not None else known
        is_glued = token.end == behind.start and behind.kind is not TokenKind.END
        if at < known or not _is_unread(token) or is_glued or _is_counted(tokens, at):
            continue
        # without it the time of its clause would be one of the work; «семинар …, после семинара»
        if begins_clause(tokens, at) or _is_repeated(tokens, at):
            continue
        behind_run, end_of_idiom = _torn_idiom(tokens, at)
        known = max(known, end_of_idiom)
        if end_of_idiom:
            yield from ((place, True) for place in range(at, behind_run))
        elif not only_torn:
            yield at, False


def _is_repeated(tokens: list[Token], at: int) -> bool:
    """Whether another form of a word stands in the phrase: what is counted from it depends on both."""
    word = tokens[at].text
    return any(other.text != word and are_forms(word, other.text) for other in tokens)


def _is_counted(tokens: list[Token], at: int) -> bool:
    """«по 6 предметам»: a word in the dative plural says what the number before it counts."""
    is_led = at > 1 and tokens[at - 1].kind is TokenKind.NUMBER and tokens[at - 2].text == "по"
    return is_led and tokens[at].text.endswith(_DATIVE_PLURAL)


def _torn_idiom(tokens: list[Token], at: int) -> tuple[int, int]:
    """The indices behind unknown words and behind the idiom that they tear; 0 if they tear none."""
    before = tokens[max(at - _LONGEST_IDIOM, 0) : at]
    for behind in range(at + 1, min(at + _LONGEST_IDIOM, len(tokens))):
        near = [*before, *tokens[behind : behind + _LONGEST_IDIOM], tokens[-1]]
        ends = [found[1] for place in range(len(before)) if (found := idiom_at(near, place)) is not None]
        length = max(ends, default=0) - len(before)
        if length > 0:
            return behind, behind + length
        if not _is_unread(tokens[behind]):
            break
    return 0, 0


def _is_unread(token: Token) -> bool:
    word = token.word
    is_left = token.kind is _WORD if word is None else word.sense is _PLACE
    return is_left and token.text not in _KNOWN and not is_infinitive(token)


def times_of(clauses: Iterable[DeadlineClause]) -> set[Time]:
    """All that a calendar would hold of them."""
    times: set[Time] = set()
    for clause in clauses:
        rule = clause.rule
        if isinstance(rule, Dated):
            times.update((moment, None, None) for moment in rule.moments)
        elif isinstance(rule, Recurring):
            times.update((moment, rule.recurrence, rule.within) for moment in rule.moments or (None,))
    return times
