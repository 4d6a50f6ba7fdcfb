"""«Не» apart from a word that it is written with: «не обоснованный отказ», «за не исполнение»."""

from collections.abc import Iterator

from roadmapc.language.dictionary import entries
from roadmapc.language.morphology import is_known, word
from roadmapc.language.sentence import PREPOSITIONS, Reader, Sentence, Token
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.word import IN_CASE, NOTHING, Part, Word

_CONTRAST = frozenset(("а", "но", "однако", "или", "либо"))
_VERBS = Part.INFINITIVE | Part.VERB
_NAMING = frozenset(("признать", "признавать", "признаться", "считать", "назвать", "объявить"))
_OF_QUALITY = frozenset(("целевой", "надлежащий", "должный", "законный", "правомерный", "регламентированный"))
"""Adjectives that the dictionary does not call qualities, but that have their opposite with «не»."""


def _read(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«Не» that is written together, and «не» that is not, where no contrast keeps it apart."""
    if sentence[at].word.spelling == "не":
        yield from _apart(sentence, at)
    elif at and sentence[at - 1].text == ",":
        yield from _together(sentence, at)


def _apart(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«не обоснованный отказ», «за не исполнение», «признать не благополучными»."""
    if at + 1 == len(sentence) or any(each.word.spelling in _CONTRAST for each in sentence[at:]):
        return
    named = sentence[at + 1].word
    before = sentence[at - 1].word if at else NOTHING
    following = sentence[at + 2].word if at + 2 < len(sentence) else NOTHING
    whole = f"не{named.spelling}"
    is_one = _is_joined(before, named, following, is_first=at == 0) and is_known(whole)
    if is_one and sentence.are_neighbours(at, at + 1):
        start, end = sentence.span(at, at + 1)
        right = whole.capitalize() if sentence.text[start].isupper() else whole
        message = f"«{sentence.text[start:end]}»: без противопоставления пишут слитно"
        yield Slip(Kind.SET_PHRASE, start, end, message, f"напишите «{right}»", right)


def _is_joined(before: Word, named: Word, following: Word, *, is_first: bool) -> bool:
    """Whether «не» before a word has nothing to be apart for.

    Words of its own keep it apart («в срок не представленный отчёт»), and so do «вовсе», «далеко», «никем»:
    a participle may only begin, or follow a preposition or a verb.
    """
    if named.is_noun:
        return is_first or before.spelling in PREPOSITIONS
    if named.parts & ~(Part.ADJECTIVE | Part.PARTICIPLE) or named.is_pronominal or not named.parts:
        return False
    is_quality = (
        bool(named.parts & Part.PARTICIPLE) or not named.lemmas.isdisjoint(_OF_QUALITY) or _is_quality(named)
    )
    if named.adjectives & following.nouns:
        is_free = is_first or before.spelling in PREPOSITIONS or bool(before.parts & _VERBS)
        return is_quality and (is_free or (_is_of_action(before) and not named.parts & Part.PARTICIPLE))
    is_named = not before.lemmas.isdisjoint(_NAMING)
    return is_quality and is_named and bool(named.adjectives & IN_CASE["ablt"]) and not following.nouns


def _is_of_action(before: Word) -> bool:
    return before.is_noun and any(each.endswith("ние") for each in before.lemmas)


def _is_quality(named: Word) -> bool:
    return any("Qual" in each.grammemes for each in entries(named.spelling))


def _together(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«обращения, нерассмотренные в срок»: a participle with words of its own."""
    token: Token = sentence[at]
    rest = token.word.spelling.removeprefix("не")
    has_own_words = at + 1 < len(sentence) and (
        sentence[at + 1].word.spelling in PREPOSITIONS or bool(sentence[at + 1].word.nouns & IN_CASE["ablt"])
    )
    if has_own_words and word(rest).parts == Part.PARTICIPLE and _is_done(rest):
        message = f"«{token.text}»: причастие с зависимыми словами пишут с «не» раздельно"
        yield Slip(Kind.SET_PHRASE, *sentence.span(at), message, f"напишите «не {rest}»", f"не {rest}")


def _is_done(participle: str) -> bool:
    """Whether it tells what was done to something: «рассмотренный», not «обходимый»."""
    return all({"past", "pssv"} <= each.grammemes for each in entries(participle))


NEGATION = Reader(lambda token: token.word.spelling.startswith("не"), _read)
