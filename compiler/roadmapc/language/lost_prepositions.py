"""Prepositions that are not there: «по согласованию прокуратурой», «учёт школьных организациях»."""

from collections.abc import Iterator

from roadmapc.language.nominal import group
from roadmapc.language.ruling import ruling_words
from roadmapc.language.sentence import Sentence
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.word import IN_CASE, Part

_FOR_PREPOSITIONAL = frozenset(("в", "во", "на", "о", "об", "обо", "при", "по"))
_BEFORE_WITH = frozenset(("согласованию", "соответствии", "совместно", "наряду", "сравнению", "связи"))
_OPAQUE = frozenset('{«"|/')
"""Signs behind which a preposition may hide: a reference, a title, a cell, an abbreviation."""


def lost_prepositions(text: str, sentence: Sentence) -> Iterator[Slip]:
    """Cases that only a preposition can give, without one."""
    yield from _prepositional(sentence)
    for at, token in enumerate(sentence):
        if token.word.spelling in _BEFORE_WITH:
            yield from _with(text, sentence, at)
        elif token.word.parts == Part.INFINITIVE and "возложить" in token.word.lemmas:
            yield from _on_whom(sentence, at)


def _prepositional(sentence: Sentence) -> Iterator[Slip]:
    """A word that can only be a prepositional, before any preposition that takes one."""
    for at, token in enumerate(sentence):
        is_strange = token.text[0] in _OPAQUE or (token.text[0].isalpha() and not token.word.parts)
        if is_strange or token.word.spelling in _FOR_PREPOSITIONAL:
            return
        is_prepositional = token.word.is_noun and not token.word.nouns & ~IN_CASE["loct"]
        if at and is_prepositional and token.text[0].islower():
            message = f"перед «{token.text}» нет предлога"
            hint = "поставьте предлог или другой падеж"
            yield Slip(Kind.GOVERNMENT, token.start, token.end, message, hint)


def _with(text: str, sentence: Sentence, at: int) -> Iterator[Slip]:
    """«по согласованию прокуратурой»: an instrumental where «с» stands before it."""
    found = group(sentence, at + 1)
    if found is not None and found.shared and not found.shared & ~IN_CASE["ablt"]:
        start, end = sentence[at].start, sentence[found.last].end
        message = f"«{text[start:end]}»: потерян предлог «с»"
        yield Slip(Kind.GOVERNMENT, start, end, message, "поставьте «с»")


def _on_whom(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«возложить контроль заместителю»: a dative, and no preposition at all."""
    rest = sentence[at + 1 :]
    if any(token.word.spelling in ruling_words() for token in rest):
        return
    for token in rest:
        if token.word.is_noun and not token.word.nouns & ~IN_CASE["datv"]:
            message = f"«{sentence[at].text} … {token.text}»: потерян предлог «на»"
            hint = "возложить на кого: поставьте «на» и винительный падеж"
            yield Slip(Kind.GOVERNMENT, token.start, token.end, message, hint)
            return
