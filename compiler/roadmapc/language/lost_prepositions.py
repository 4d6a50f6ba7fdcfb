"""Prepositions that are not there: «по согласованию прокуратурой», «учёт школьных организациях»."""

from collections.abc import Iterator

from roadmapc.language.nominal import group
from roadmapc.language.ruling import ruling_words
from roadmapc.language.sentence import Reader, Sentence, Token
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.word import IN_CASE, Part

_FOR_PREPOSITIONAL = frozenset(("в", "во", "на", "о", "об", "обо", "при", "по"))
_BEFORE_WITH = frozenset(("согласованию", "соответствии", "совместно", "наряду", "сравнению", "связи"))
_OPAQUE = frozenset('{«"|/')
"""Signs behind which a preposition may hide: a reference, a title, a cell, an abbreviation."""


def _speaks_of(token: Token) -> bool:
    word = token.word
    is_duty = word.parts == Part.INFINITIVE and "возложить" in word.lemmas
    return word.spelling in _BEFORE_WITH or is_duty or _is_prepositional(token)


def _is_prepositional(token: Token) -> bool:
    is_one_case = token.word.is_noun and not token.word.nouns & ~IN_CASE["loct"]
    return is_one_case and token.text[0].islower()


def _read(sentence: Sentence, at: int) -> Iterator[Slip]:
    """A case that only a preposition can give, without one."""
    token = sentence[at]
    if at and _is_prepositional(token) and not any(map(_may_be_preposition, reversed(sentence[:at]))):
        message = f"перед «{token.text}» нет предлога"
        hint = "поставьте предлог или другой падеж"
        yield Slip(Kind.GOVERNMENT, *sentence.span(at), message, hint)
    if token.word.spelling in _BEFORE_WITH:
        yield from _with(sentence, at)
    elif token.word.parts == Part.INFINITIVE:
        yield from _on_whom(sentence, at)


def _may_be_preposition(token: Token) -> bool:
    """Whether a token takes a prepositional, or may hide what does."""
    is_strange = token.text[0] in _OPAQUE or (token.text[0].isalpha() and not token.word.parts)
    return is_strange or token.word.spelling in _FOR_PREPOSITIONAL


def _with(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«по согласованию прокуратурой»: an instrumental where «с» stands before it."""
    found = group(sentence, at + 1)
    if found is not None and found.shared and not found.shared & ~IN_CASE["ablt"]:
        start, end = sentence.span(at, found.last)
        message = f"«{sentence.text[start:end]}»: потерян предлог «с»"
        yield Slip(Kind.GOVERNMENT, start, end, message, "поставьте «с»")


def _on_whom(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«возложить контроль заместителю»: a dative, and no preposition at all."""
    rest = sentence[at + 1 :]
    if any(token.word.spelling in ruling_words() for token in rest):
        return
    for whom, token in enumerate(rest, at + 1):
        if token.word.is_noun and not token.word.nouns & ~IN_CASE["datv"]:
            message = f"«{sentence[at].text} … {token.text}»: потерян предлог «на»"
            hint = "возложить на кого: поставьте «на» и винительный падеж"
            yield Slip(Kind.GOVERNMENT, *sentence.span(whom), message, hint)
            return


LOST_PREPOSITIONS = Reader(_speaks_of, _read)
