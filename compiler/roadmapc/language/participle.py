"""Clauses after a noun: «школ, показавшие», «школы которые», «школы показавшие низкие результаты»."""

from collections.abc import Iterator

from roadmapc.language.nominal import group, is_nominal
from roadmapc.language.sentence import (
    PREPOSITIONS,
    STOPS,
    Reader,
    Sentence,
    Token,
    until_stop,
)
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.word import IN_CASE, PLURAL, Part, Word
from roadmapc.language.word_list import word_list

_WHICH = frozenset(
    (
        *(
            "который",
            "которая",
            "которое",
            "которые",
            "которого",
            "которой",
            "которых",
            "которому",
            "которым",
        ),
        *("которую", "которыми", "котором"),
    )
)
_SURE_WHICH = frozenset(
    ("который", "которая", "которое", "которые", "которую", "которому", "которыми", "котором")
)
"""Forms that are no genitive: «…, цель которой» has its comma before «цель»."""
_PEOPLE = (
    "обучающ",
    "учащ",
    "трудящ",
    "служащ",
    "поступающ",
    "пострадавш",
    "нуждающ",
    "присутствующ",
    "верующ",
)
"""Participles that are people of themselves: «достижения обучающихся»."""
_OF_WHICH = frozenset(
    (
        *(
            "помощью",
            "ходе",
            "рамках",
            "результате",
            "процессе",
            "течение",
            "основании",
            "основе",
            "соответствии",
        ),
        *("случае", "счёт", "счет", "отношении", "целях", "качестве", "связи", "числе", "условиях"),
    )
)
"""Between the preposition and «которого»: «программа, с помощью которой»."""
_NO_CLAUSE = (
    *(
        "следующ",
        "соответствующ",
        "действующ",
        "настоящ",
        "ведущ",
        "данн",
        "нижеследующ",
        "будущ",
        "предстоящ",
    ),
    *("существующ", "вышестоящ", "заинтересованн", "определенн", "определённ"),
)
"""Participles that are adjectives as often as not."""
_WITH_CLAUSE = word_list("with clause")
_PAST = ("вш", "дш", "гш", "сш")
"""Letters of participles of the past, which have objects."""
_WITH_OBJECT = (
    *(
        "сдающ",
        "посещающ",
        "изучающ",
        "преподающ",
        "выполняющ",
        "организующ",
        "занимающ",
        "желающ",
        "планирующ",
    ),
    *(
        "имеющ",
        "реализующ",
        "осуществляющ",
        "показывающ",
        "демонстрирующ",
        "испытывающ",
        "использующ",
        "проводящ",
    ),
    *("оказывающ", "получающ", "находящ", "работающ", "обучающ", "участвующ"),
)


def _speaks_of(token: Token) -> bool:
    word = token.word
    is_with_clause = word.is_adjective and not word.lemmas.isdisjoint(_WITH_CLAUSE)
    return is_with_clause or word.parts == Part.PARTICIPLE or _is_done(word) or word.spelling in _WHICH


def _read(sentence: Sentence, at: int) -> Iterator[Slip]:
    """A participle that nothing before agrees with, or a clause without its comma."""
    if at == 0:
        return
    word, before = sentence[at].word, sentence[at - 1]
    if word.is_adjective and before.word.is_noun and not word.lemmas.isdisjoint(_WITH_CLAUSE):
        if at + 1 < len(sentence) and sentence[at + 1].word.spelling in PREPOSITIONS:
            yield from _unparted(sentence, at)
    elif word.parts == Part.PARTICIPLE or _is_done(word):
        if before.text == ",":
            yield from _lonely(sentence, at)
        elif before.word.is_noun:
            yield from _unparted(sentence, at)
    elif word.spelling in _WHICH:
        yield from _which(sentence, at)


def _is_done(word: Word) -> bool:
    """Whether an adjective is a participle of what was done, too: «указанный», but not «видимый»."""
    is_both = word.parts == Part.PARTICIPLE | Part.ADJECTIVE
    return is_both and ("нн" in word.spelling or any(past in word.spelling for past in _PAST))


def _lonely(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«школ, показавшие»: nothing known before the comma may be what the participle speaks of."""
    token, before = sentence[at], sentence[: at - 1]
    if not before or not (before[-1].word.is_noun or before[-1].word.parts & Part.PARTICIPLE):
        return
    if any(_is_opaque(each.word, each.text) for each in before):
        return
    wanted = token.word.adjectives
    if any((each.word.nouns | each.word.adjectives) & wanted for each in before):
        return
    following = group(sentence, at + 1)
    is_before_noun = (
        following is not None and following.shared & wanted and not _takes_object(token.word.spelling)
    )
    if is_before_noun or token.word.spelling.startswith(_NO_CLAUSE):
        return
    is_joint = (
        wanted & PLURAL and sum(bool(each.word.nouns & _numberless_cases(wanted)) for each in before) > 1
    )
    if is_joint and any(each.text in ("и", ",", "или") for each in before):
        return
    message = f"причастие «{token.text}» не согласовано: слова в такой форме перед запятой нет"
    hint = f"поставьте его в падеж и число слова, о котором оно говорит: «{before[-1].text}»"
    yield Slip(Kind.AGREEMENT, *sentence.span(at - 2, at), message, hint)


def _takes_object(spelling: str) -> bool:
    """Whether a participle is one that has an object, and so does not stand before a noun of its own."""
    return spelling.startswith(_WITH_OBJECT) or any(past in spelling for past in _PAST)


def _is_before_its_noun(sentence: Sentence, start: int, end: int, places: int) -> bool:
    """Whether a noun after the participle may be the one that it stands before.

    No noun that a preposition rules is, nor the genitives that follow such a noun.
    """
    at, is_ruled = start, False
    while at < end:
        found = group(sentence, at)
        if found is None:
            at, is_ruled = at + 1, sentence[at].word.spelling in PREPOSITIONS
            continue
        is_ruled = is_ruled and bool(
            sentence[at - 1].word.spelling in PREPOSITIONS or found.shared & IN_CASE["gent"]
        )
        if not is_ruled and found.shared & places:
            return True
        at = found.last + 1
    return False


def _numberless_cases(wanted: int) -> int:
    return sum(places for places in IN_CASE.values() if places & wanted)


def _is_opaque(word: Word, text: str) -> bool:
    """Whether a token may be a noun of which nothing is known: an abbreviation, a number, a pronoun."""
    return (word.parts == Part.NONE and (text[0].isalnum() or text[0] in '{«»"')) or bool(
        word.parts & Part.PRONOUN
    )


def _unparted(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«школы показавшие низкие результаты»: a participle after its noun, with words of its own after it."""
    noun, token = sentence[at - 1], sentence[at]
    if not noun.word.nouns & token.word.adjectives or not sentence.are_neighbours(at - 1, at):
        return
    if (
        token.word.spelling.startswith(_NO_CLAUSE)
        or token.word.spelling.startswith(_PEOPLE)
        or at + 1 >= len(sentence)
    ):
        return
    rest = until_stop(sentence, at + 1)
    has_own_words = rest and (rest[0].word.spelling in PREPOSITIONS or is_nominal(rest[0].word))
    if not has_own_words or not sentence.are_neighbours(at, at + 1):
        return
    if any(_is_opaque(each.word, each.text) and not each.text[0].isdigit() for each in rest):
        return
    if _is_before_its_noun(sentence, at + 1, at + 1 + len(rest), token.word.adjectives):
        return
    message = f"перед оборотом «{token.text} {rest[0].text}…» нет запятой"
    replacement = f"{noun.text}, {token.text}"
    hint = f"напишите «{replacement}»"
    yield Slip(Kind.COMMA, *sentence.span(at - 1, at), message, hint)


def _which(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«школы которые», «школы в которых»: what the clause belongs to stands before it without a comma."""
    first = at - 1 if sentence[at - 1].word.spelling in PREPOSITIONS else at
    if first > 2 and sentence[first - 1].word.spelling in _OF_WHICH:
        first -= 2
    noun = sentence[first - 1] if first else sentence[0]
    if first < 1 or not noun.word.is_noun or not sentence.are_neighbours(first - 1, at):
        return
    is_first = not any(each.text in STOPS for each in sentence[:first])
    if not is_first and (first < at or sentence[at].word.spelling not in _SURE_WHICH):
        return
    if first == at and sentence[at].word.spelling not in _SURE_WHICH and at < 3:
        return
    clause = sentence.words(first, at)
    yield Slip(
        Kind.COMMA,
        *sentence.span(first - 1, at),
        f"перед «{clause}» нет запятой",
        f"напишите «{noun.text}, {clause}»",
        f"{noun.text}, {clause}",
    )


PARTICIPLE = Reader(_speaks_of, _read)
