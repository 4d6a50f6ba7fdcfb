"""A run of adjectives with its noun: «муниципальной методической службы»."""

from typing import NamedTuple

from roadmapc.language.sentence import Tokens
from roadmapc.language.word import ANY, NOTHING, Part, Word

_NOMINAL = Part.NOUN | Part.ADJECTIVE | Part.PARTICIPLE | Part.PRONOUN


class Group(NamedTuple):
    """Adjectives in a row and the noun after them; without a noun, `last` is the last adjective."""

    first: int
    last: int
    shared: int
    """The places that all of them may have; 0 if they do not agree."""
    has_noun: bool


def is_nominal(word: Word) -> bool:
    """Whether every reading is a noun or an adjective."""
    return word.parts != Part.NONE and not word.parts & ~_NOMINAL and not word.parts & Part.PRONOUN


def group(sentence: Tokens, first: int) -> Group | None:
    """The run that begins at a token; `None` if the token is neither an adjective nor a noun, or a name.

    A word that may be either ends the run as its noun. Participles rule words of their own: they end it, too.
    """
    shared, at = ANY, first
    while at < len(sentence):
        token = sentence[at]
        word = token.word
        if word is NOTHING or not is_nominal(word) or word.is_pronominal or is_capital(sentence, at):
            break
        if word.parts == Part.ADJECTIVE:
            shared &= word.adjectives
            at += 1
            continue
        if word.parts & Part.PARTICIPLE and not word.parts & Part.NOUN:
            return Group(first, at, shared & word.adjectives, False)
        return Group(first, at, shared & (word.nouns | word.adjectives), True)
    return Group(first, at - 1, shared, False) if at > first else None


def ruled(sentence: Tokens, at: int) -> Group | None:
    """What a ruling word stands before: a group, or a pronoun like «этого»; `None` if it is neither."""
    if at >= len(sentence):
        return None
    word = sentence[at].word
    if word.is_pronominal and word.parts == Part.ADJECTIVE:
        return Group(at, at, word.adjectives, False)
    return group(sentence, at)


def is_capital(sentence: Tokens, at: int) -> bool:
    """Whether a word inside a sentence is a name: the dictionary says so, or initials stand beside it."""
    if at == 0 or not sentence[at].text[0].isupper():
        return False
    beside = [token.text for token in (*sentence[max(at - 2, 0) : at], *sentence[at + 1 : at + 2])]
    return sentence[at].word.is_name or any(len(text) == 1 and text.isupper() for text in beside)
