"""Words and phrases that are written otherwise: «не смотря на», «нормативно правовой», «5-ых классов»."""

from collections.abc import Iterator
from functools import lru_cache

from roadmapc.language.actions import is_action
from roadmapc.language.morphology import is_adverbial, is_known
from roadmapc.language.nominal import group
from roadmapc.language.phrase_table import ANY_END, HEAD, HYPHENATED, MISSPELT, Phrase, is_meant, phrase_table
from roadmapc.language.sentence import Reader, Sentence, Token, Tokens
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.word import IN_CASE, NOTHING, Part, Word

_TIME = (
    "год",
    "лет",
    "полугод",
    "квартал",
    "месяц",
    "недел",
    "сут",
    "дн",
    "дней",
    "час",
    "врем",
    "период",
    "срок",
)
_KINDS = {
    "nominal": Part.NOUN | Part.ADJECTIVE | Part.PARTICIPLE,
    "verb": Part.VERB | Part.INFINITIVE,
    "infinitive": Part.INFINITIVE,
}
"""Parts of speech that conditions name."""
_SHORTEST = 4
"""Letters of a word that was cut off another; fewer are letters spaced out."""
_ADVERBIAL = Part.ADVERB | Part.SHORT
"""«квартально» may be both."""
_BEFORE_TIME = Part.ADJECTIVE | Part.PARTICIPLE | Part.NUMERAL | Part.PRONOUN


def _begins_phrase(token: Token) -> bool:
    """Whether a line of the table begins with a word, or may be all of it."""
    table, word = phrase_table(), token.word
    first_words = table.begun_by.get(word.plain[:HEAD], ())
    is_first = word.plain in table.single or any(is_meant(each, word.plain) for each in first_words)
    return word is not NOTHING and (is_first or not word.parts)


def _read_phrase(sentence: Sentence, at: int) -> Iterator[Slip]:
    """The longest phrase of the table at a place; of those that overlap the first is told."""
    following = sentence[at + 1].word if at + 1 < len(sentence) else NOTHING
    for phrase in _lines(sentence[at].word, following):
        last = at + len(phrase.words) - 1
        if _stands(sentence, at, last, phrase) and _holds(sentence, at, last, phrase):
            slip = _slip(sentence, at, last, phrase)
            if slip is not None:
                yield slip
                break


def _lines(word: Word, following: Word) -> tuple[Phrase, ...]:
    """Lines of the table that may stand at a word before another."""
    table = phrase_table()
    lines = table.several.get((word.plain[:HEAD], following.plain[:HEAD]), ())
    if word.plain in table.single or not (word.parts or lines):
        lines = (*lines, *_of_one_word(word.plain))
    return lines


def _read_cut(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«по квартально», «все мирный»: the second word is none, or no adverb without «по», and both are one."""
    first, second = sentence[at - 1].word if at else NOTHING, sentence[at].word
    is_cut = second.parts == Part.NONE or first.spelling == "по"
    if not is_cut or not first.parts:
        return
    whole = first.spelling + second.spelling
    is_one = is_known(whole) if second.parts == Part.NONE else is_adverbial(whole)
    if is_one and sentence.are_neighbours(at - 1, at):
        start, end = sentence.span(at - 1, at)
        right = _like(sentence.text[start:end], whole)
        message = f"«{sentence.text[start:end]}»: пишется слитно"
        yield Slip(Kind.SET_PHRASE, start, end, message, f"напишите «{right}»", right)


def _read_half(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«дорожно транспортный»: the first word is no adverb, and both with a hyphen are one adjective."""
    if at + 1 == len(sentence) or not sentence[at + 1].word.is_adjective:
        return
    whole = f"{sentence[at].word.spelling}-{sentence[at + 1].word.spelling}"
    if is_known(whole) and sentence.are_neighbours(at, at + 1):
        start, end = sentence.span(at, at + 1)
        right = _like(sentence.text[start:end], whole)
        message = f"«{sentence.text[start:end]}»: {HYPHENATED}"
        yield Slip(Kind.SET_PHRASE, start, end, message, f"напишите «{right}»", right)


def _read_degree(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«более эффективнее»: a comparative wants no second one."""
    if at + 1 == len(sentence) or not sentence.are_neighbours(at, at + 1):
        return
    more, token = sentence[at], sentence[at + 1]
    if token.word.parts == Part.COMPARATIVE:
        right = _like(more.text, token.text)
        message = f"«{sentence.words(at, at + 1)}»: сравнительная степень дважды"
        yield Slip(Kind.SET_PHRASE, *sentence.span(at, at + 1), message, f"напишите «{right}»", right)


@lru_cache(maxsize=16_384)
def _of_one_word(spelling: str) -> tuple[Phrase, ...]:
    """Lines of the table that a word is all of."""
    table = phrase_table()
    begun = (one for one in table.begun.get(spelling[:HEAD], ()) if is_meant(one.words[0], spelling))
    return (*table.single.get(spelling, ()), *begun)


def _stands(sentence: Sentence, first: int, last: int, phrase: Phrase) -> bool:
    """Whether the words at a place are those of a line, with nothing but spaces between."""
    if last >= len(sentence):
        return False
    words = (token.word.plain for token in sentence[first : last + 1])
    return all(map(is_meant, phrase.words, words)) and sentence.are_neighbours(first, last)


def _holds(sentence: Sentence, first: int, last: int, phrase: Phrase) -> bool:
    """Whether all conditions of a line are met."""
    for condition in phrase.conditions:
        side, _, wanted = condition.partition("=")
        if side.startswith("later"):
            is_met = any(token.text.lower() in wanted.split("|") for token in sentence[last + 1 :])
        else:
            is_before = side.startswith("before")
            is_met = _is_before(sentence, first, wanted) if is_before else _is_after(sentence, last, wanted)
        if is_met == side.endswith("!"):
            return False
    return True


def _is_before(sentence: Sentence, first: int, wanted: str) -> bool:
    if wanted == "noun":
        return first > 0 and bool(sentence[first - 1].word.parts & (Part.NOUN | Part.PARTICIPLE))
    beginnings = tuple(wanted.split("|"))
    return any(token.text.lower().startswith(beginnings) for token in sentence[:first])


def _is_after(sentence: Sentence, last: int, wanted: str) -> bool:
    """What a condition says of the words that follow: their kind, or how the first of them begins."""
    following = sentence[last + 1 :]
    if not following:
        return False
    first = following[0]
    if wanted in ("gent", "action"):
        return _is_group_after(sentence, last + 1, wanted)
    if wanted == "time":
        return _is_time(following)
    if wanted == "number":
        return first.text[0].isdigit()
    if wanted in _KINDS:
        return bool(first.word.parts & _KINDS[wanted])
    return first.text.lower().startswith(tuple(wanted.split("|")))


def _is_group_after(sentence: Sentence, at: int, wanted: str) -> bool:
    """Whether the next words may be a genitive, or end with the name of an action."""
    found = group(sentence, at)
    if wanted == "action":
        return found is not None and found.has_noun and is_action(sentence[found.last].word.spelling)
    pronoun = sentence[at].word if sentence[at].word.is_pronominal else NOTHING
    return bool((found.shared if found else pronoun.adjectives) & IN_CASE["gent"])


def _is_time(following: Tokens) -> bool:
    """Whether a length of time is named next, whatever numbers and adjectives stand before it."""
    for token in following:
        if token.text.lower().startswith(_TIME):
            return True
        if not (token.text[0].isdigit() or token.word.parts & _BEFORE_TIME):
            return False
    return False


def _slip(sentence: Sentence, first: int, last: int, phrase: Phrase) -> Slip | None:
    """What is said of a phrase; nothing if a misspelling is a word, or its correction is none."""
    start, end = sentence.span(first, last)
    written = sentence.text[start:end]
    if phrase.right.startswith("!"):
        return Slip(Kind.SET_PHRASE, start, end, f"«{written}»: {phrase.reason}", phrase.right[1:])
    right = phrase.right
    pairs = zip(phrase.words, sentence[first : last + 1], strict=True)
    tails = [token.text.lower()[len(one) - 1 :] for one, token in pairs if one.endswith(ANY_END)]
    for tail in tails[len(tails) - right.count(ANY_END) :]:  # words that are left out stand first
        right = right.replace(ANY_END, tail, 1)
    if phrase.reason == MISSPELT and (
        is_known(written.lower()) or not all(is_known(word) for word in right.split())
    ):
        return None
    right = _like(written, right)
    if right == written:
        return None
    return Slip(Kind.SET_PHRASE, start, end, f"«{written}»: {phrase.reason}", f"напишите «{right}»", right)


def _like(written: str, right: str) -> str:
    """The correction with the first letter as large as the one that is written."""
    return right[:1].upper() + right[1:] if written[:1].isupper() else right


PHRASES = Reader(
    _begins_phrase, _read_phrase, lambda token, following: bool(_lines(token.word, following.word))
)
CUT_WORDS = Reader(
    lambda token: len(token.word.spelling) >= _SHORTEST and not token.word.parts & ~_ADVERBIAL, _read_cut
)
HALF_WORDS = Reader(
    lambda token: (
        len(token.text) >= _SHORTEST
        and token.word.spelling.endswith("о")
        and not token.word.parts & ~Part.SHORT
    ),
    _read_half,
)
DEGREES = Reader(lambda token: token.word.spelling in ("более", "наиболее"), _read_degree)
