"""Names that a plan gives to its seasons, found in a phrase in any of their case forms.

A name becomes one token of `Sense.NAMED`, so that what reads «сентябрь» reads «осенние каникулы» too.
A name with a number, «II четверть», is the second of those called by the rest. What several names end
with, «каникулы» of «осенние каникулы» and «зимние каникулы», is a name for all of them.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from roadmapc.deadline.words.lexicon import Sense, Word
from roadmapc.deadline.words.tokens import Token, TokenKind, token_of, tokenize
from roadmapc.source.span import Span
from roadmapc.text.regex import regex

_PLANS = 64
"""So many sets of names are remembered: those of a plan are asked for with each of its phrases."""
_ENDINGS = (
    *("ией", "ием", "иям", "иями", "иях", "ими", "ыми", "ами", "ями", "его", "ого", "ему", "ому"),
    *("ий", "ый", "ой", "ая", "яя", "ое", "ее", "ие", "ые", "им", "ым", "ем", "ом", "их", "ых", "ую", "юю"),
    *("ей", "ям", "ам", "ях", "ах", "ов", "ев", "ью", "ия", "ии", "ию"),
    *("а", "я", "о", "е", "и", "ы", "у", "ю", "ь"),
)
"""Endings of nouns and adjectives, the longest first."""
_SHORTEST_STEM = 3
_NUMERALS = (TokenKind.NUMBER, TokenKind.ROMAN)
_MARK = "*"
"""Stands before the text of a name's token, so that no list of words has it."""
_NOUNS = ("ение", "ения", "ению", "ением", "ении", "ание", "ания", "анию", "анием", "ании")
"""Endings of nouns that look like those of adjectives: «в течение каникул», «окончание четверти»."""
_EACH = "еже"
_PASSED = frozenset({TokenKind.DASH})
_TOLD_BY_SENSE = frozenset({Sense.UNIT, Sense.ORDINAL, Sense.WEEKDAY, Sense.MONTH})
"""Senses of which the lexicon has all forms: «день» and «дня»; «четвёртый» is no form of «четверть»."""
_FLEETING = regex(r"([^аеиоуыэюя])[ое]([кц])$")
"""The vowel that «паводок» has and «паводка» has not."""
_ADJECTIVAL = (
    *("ий", "ый", "ой", "ая", "яя", "ое", "ее", "ие", "ые", "го", "му", "им", "ым", "ем", "ом"),
    *("их", "ых", "ую", "юю"),
)
"""Endings of adjectives."""


class SeasonName(NamedTuple):
    """What a season is called by."""

    head: str
    """Without its number, lower case."""
    ordinal: int
    """Which of those of one head, from 1; 0 if the name has no number."""


class _Entry(NamedTuple):
    head: str
    stems: tuple[str, ...]


_Entries = dict[str, tuple[_Entry, ...]]


@lru_cache(_PLANS * 16)
def season_name(written: str) -> SeasonName:
    """The name that `seasons` gives: «II четверть» and «вторая четверть» are the second «четверть»."""
    words = " ".join(written.split())
    tokens = [token for token in tokenize(words) if token.kind not in _PASSED]
    first = tokens[0]
    ordinal = first.numbers[0] if first.kind in _NUMERALS else 0
    if first.sense is Sense.ORDINAL and first.word is not None:
        ordinal = first.word.number
    if not ordinal or len(tokens) == 2:
        return SeasonName(words.lower(), 0)
    return SeasonName(words[tokens[1].start :].lower(), ordinal)


def with_names(tokens: list[Token], names: tuple[str, ...]) -> list[Token]:
    """The tokens, those of each name in one; `names` as `seasons` writes them."""
    entries, letters = _entries(names)
    if not any(token.text[:1] in letters for token in tokens):
        return tokens
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        stem = _stem(tokens[at]) if tokens[at].text[:1] in letters else ""
        is_told_apart = bool(found) and _is_adjective(found[-1])
        for entry in entries.get(stem, ()) if stem and not is_told_apart else ():
            end = _end(entry.stems, tokens, at)
            if end is not None:
                span = Span(tokens[at].start, tokens[end - 1].end)
                _share_noun(found, entry, entries)
                found.append(_named(entry, span))
                at = end
                break
        else:
            found.extend(_each(tokens[at], entries))
            at += 1
    return found


def _each(token: Token, entries: _Entries) -> tuple[Token, ...]:
    """«ежечетвертно» as «каждую четверть»; another token as it is."""
    if not token.is_unknown or not token.text.startswith(_EACH):
        return (token,)
    rest = token.text[len(_EACH) :]
    alike = (
        entry for stem, listed in entries.items() for entry in listed if rest in (f"{stem}но", f"{stem}о")
    )
    entry = next((entry for entry in alike if len(entry.stems) == 1), None)
    if entry is None:
        return (token,)
    return (
        token_of(Word(Sense.EACH), _EACH, token.start, token.end),
        _named(entry, Span(token.end, token.end)),
    )


def _named(entry: _Entry, span: Span) -> Token:
    word = Word(Sense.NAMED, lemma=entry.head)
    return token_of(word, _MARK + entry.head, span.start, span.end)


def _share_noun(found: list[Token], entry: _Entry, entries: _Entries) -> None:
    """«осенние, зимние и весенние каникулы»: adjectives before a name that make names with its noun."""
    at = len(found) - 1
    while at > 0 and (found[at].kind is TokenKind.COMMA or found[at].sense is Sense.AND):
        stem = _stem(found[at - 1])
        alike = (other for other in entries.get(stem, ()) if other.stems[1:] == entry.stems[1:])
        other = next(alike, None) if len(entry.stems) > 1 else None
        if other is None:
            return
        found[at - 1] = _named(other, found[at - 1].span)
        at -= 2


def _is_adjective(token: Token) -> bool:
    """Whether a word tells what follows from its like: «каникулы» are not «осенние каникулы»."""
    if not token.is_unknown and token.sense is not Sense.SEASON:
        return False
    return token.text.endswith(_ADJECTIVAL) and not token.text.endswith(_NOUNS)


def is_distributive(words: str) -> bool:
    """Whether a name means each of several behind «по»: «по четвертям», «по сменам»."""
    return words.lower().endswith(("ам", "ям"))


def is_of_name(token: Token, names: tuple[str, ...]) -> bool:
    """Whether a word is one of a name: «осенние» of «осенние каникулы»."""
    entries, _ = _entries(names)
    return any(_stem(token) in entry.stems for listed in entries.values() for entry in listed)


def heads_of(names: tuple[str, ...], head: str) -> tuple[str, ...]:
    """The names, without their numbers, that a name found in a phrase stands for."""
    heads = dict.fromkeys(season_name(name).head for name in names)
    return (head,) if head in heads else tuple(name for name in heads if name.endswith(f" {head}"))


@lru_cache(_PLANS)
def _entries(names: tuple[str, ...]) -> tuple[_Entries, frozenset[str]]:
    """The names by the stems of their first words, the longest first; the letters that they begin with."""
    heads = dict.fromkeys(season_name(name).head for name in names)
    shared = Counter(tail for head in heads for tail in _tails(head))
    common = (tail for tail, count in shared.items() if count > 1 and tail not in heads)
    entries: dict[str, list[_Entry]] = {}
    for head in sorted((*heads, *common), key=lambda head: -len(head.split())):
        stems = tuple(_stem(token) for token in tokenize(head) if token.kind is TokenKind.WORD)
        if stems:
            entries.setdefault(stems[0], []).append(_Entry(head, stems))
    letters = {entry.head[0] for listed in entries.values() for entry in listed}
    return {stem: tuple(listed) for stem, listed in entries.items()}, frozenset({*letters, _EACH[0]})


def _tails(head: str) -> Iterator[str]:
    """What may be left of a name without its adjectives: «каникулы», but not «голосования»."""
    words = head.split()
    for at in range(1, len(words)):
        if not words[at - 1].endswith(_ADJECTIVAL):
            return
        yield " ".join(words[at:])


def _stem(token: Token) -> str:
    """What all forms of a word share: «каникул»; of «день» and «дня», what the lexicon says of both."""
    if token.kind is not TokenKind.WORD:
        return ""
    word, text = token.word, token.text
    if word is not None and word.sense in _TOLD_BY_SENSE:
        return f"{word.sense} {word.number} {word.unit}"
    stem = next((text[: -len(ending)] for ending in _ENDINGS if _has(text, ending)), text)
    return _FLEETING.sub(r"\1\2", stem)


def _has(text: str, ending: str) -> bool:
    return text.endswith(ending) and len(text) - len(ending) >= _SHORTEST_STEM


def _end(stems: tuple[str, ...], tokens: list[Token], at: int) -> int | None:
    """The index behind a name that stands at an index; `None` if it does not stand there."""
    for stem in stems:
        while tokens[at].kind in _PASSED:
            at += 1
        if _stem(tokens[at]) != stem:
            return None
        at += 1
    return at
