"""Cases that actions, tasks and verbs do not take: «проведение мониторинг», «обеспечить организация»."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.language.actions import is_action, is_strict_action
from roadmapc.language.nominal import Group, group, ruled
from roadmapc.language.ruling import ruling_words
from roadmapc.language.sentence import Reader, Sentence, Token, until_stop
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.word import CASE_NAMES, CASES, IN_CASE, Part, Word, of_cases, places
from roadmapc.language.word_list import word_list

_NOMINATIVE = IN_CASE["nomn"]
_UNRULED = _NOMINATIVE | IN_CASE["accs"]
_ALL = ("masc", "femn", "neut", "plur")
_DATIVE_OF_PEOPLE = places(("datv",), _ALL, ("anim",))
_PEOPLE = places(CASES, _ALL, ("anim",))
_THINGS = places(CASES, _ALL, ("inan",))
_DATIVE_OF_THINGS = IN_CASE["datv"] & _THINGS
_OBLIQUE = of_cases("datv", "loct") & _THINGS
_TAKEN = of_cases("gent", "ablt")
"""What may stand after every noun."""
_PREDICATES = Part.VERB | Part.SHORT
_VERBAL = Part.VERB | Part.INFINITIVE
_VERB_FORMS = Part.VERB | Part.INFINITIVE | Part.GERUND
_VERB_CASES = {
    **dict.fromkeys(("руководствоваться", "заниматься", "пользоваться", "располагать"), "ablt"),
    **dict.fromkeys(("способствовать", "соответствовать", "содействовать", "препятствовать"), "datv"),
    **dict.fromkeys(("подлежать", "принадлежать"), "datv"),
}
"""Verbs that take one case only."""
_TASKS = word_list("tasks")
_WITHOUT_RECIPIENT = word_list("without recipient")
_ASKING = word_list("asking")
_WITHOUT_DATIVE = word_list("without dative")
_ABOUT = frozenset(("о", "об"))
_MANAGER = "заведующ"


def _speaks_of(token: Token) -> bool:
    """Whether a word rules what stands after it."""
    word = token.word
    if word.is_noun:
        return any(_claims(word))
    return word.spelling.startswith(_MANAGER) or _is_verb(word)


def _speaks_before(token: Token, following: Token) -> bool:
    """Whether what begins next may be in a wrong case; a noun right after is all that another noun rules."""
    found = ruled((following,), 0)
    if found is None or following.word.parts == Part.ADJECTIVE or not token.word.is_noun:
        return found is not None
    return found.has_noun and not found.shared & _TAKEN


def _is_verb(word: Word) -> bool:
    return word.parts != Part.NONE and not word.parts & ~_VERB_FORMS


def _read(sentence: Sentence, at: int) -> Iterator[Slip]:
    """What stands right after a word that rules it, in a case that the word does not take."""
    word = sentence[at].word
    if word.is_noun:
        yield from _after_noun(sentence, at)
    elif word.spelling.startswith(_MANAGER):
        yield from _after_manager(sentence, at)
    elif _is_verb(word):
        yield from _after_verb(sentence, at)
        if word.parts == Part.INFINITIVE:
            yield from _after_task(sentence, at)


class _Claims(NamedTuple):
    """What a noun may claim of the words after it."""

    is_dative: bool
    """Of people: a second dative is none of theirs."""
    is_of_action: bool
    has_no_dative: bool
    is_prepositional: bool


def _claims(noun: Word) -> _Claims:
    return _Claims(
        not noun.nouns & ~_DATIVE_OF_PEOPLE,
        is_action(noun.spelling),
        not noun.lemmas.isdisjoint(_WITHOUT_DATIVE),
        not noun.nouns & ~IN_CASE["loct"],
    )


def _after_noun(sentence: Sentence, at: int) -> Iterator[Slip]:
    """What an action is done to; two datives in a row, of which the second should be a genitive."""
    word = sentence[at].word
    found = group(sentence, at + 1)
    if found is None or not found.shared or not found.has_noun or found.shared & _TAKEN:
        return
    cases = found.shared
    is_dative, is_of_action, has_no_dative, is_prepositional = _claims(word)
    is_unruled = is_of_action and not cases & ~_UNRULED and not _is_of_others(sentence, found)
    is_oblique = (
        is_strict_action(word.spelling) and not cases & ~_OBLIQUE and not _is_genitive_later(sentence, found)
    )
    is_dative_of_none = has_no_dative and not cases & ~IN_CASE["datv"]
    is_locative = is_prepositional and sentence[at + 1].word.is_noun and not cases & ~IN_CASE["loct"]
    is_second = is_dative and not cases & ~_DATIVE_OF_THINGS and not _is_ruled(sentence, at)
    is_wrong = is_unruled or is_oblique or is_dative_of_none or is_locative or is_second
    if is_wrong and not _is_title(sentence, found) and sentence.are_neighbours(at, at + 1):
        start, end = sentence.span(at, found.last)
        message = f"слова «{sentence.text[start:end]}» не согласованы: второе ждёт родительного падежа"
        yield Slip(Kind.GOVERNMENT, start, end, message, "поставьте его в родительный падеж")


def _is_title(sentence: Sentence, found: Group) -> bool:
    """Whether a title without quotation marks begins here, or a pair of words: «пост/пре»."""
    return sentence[found.first].text[0].isupper() or sentence.sign_after(found.last) == "/"


def _is_of_others(sentence: Sentence, found: Group) -> bool:
    """Whether the group may belong to other words: to a verb after it, or to one before a preposition.

    «их содержание министерство определило», «открыть для чтения файл», «доступные для выделения ресурсы»,
    «представить в отдел гражданской защиты справку».
    """
    at = _begin(sentence, found.first - 1)
    if at and sentence[at - 1].word.is_noun:
        holder = _begin(sentence, at - 1)
        if _is_ruled(sentence, holder) and any(token.word.parts & _VERBAL for token in sentence[:holder]):
            return True
    if _is_ruled(sentence, at):
        before = sentence[: at - 1]
        if not before and sentence[0].word.spelling in _ABOUT:  # a title: «О внесении изменение»
            return False
        if not before or not before[-1].word.is_noun or any(token.word.parts & _VERBAL for token in before):
            return True
    return any(token.word.parts & _PREDICATES for token in until_stop(sentence, found.last + 1))


def _begin(sentence: Sentence, at: int) -> int:
    """Where the adjectives of a noun begin, or the noun itself."""
    while at and sentence[at - 1].word.is_adjective:
        at -= 1
    return at


def _is_ruled(sentence: Sentence, at: int) -> bool:
    """Whether a preposition stands before a word."""
    return at > 0 and sentence[at - 1].word.spelling in ruling_words()


def _is_genitive_later(sentence: Sentence, found: Group) -> bool:
    """Whether a genitive follows that the action may have: «организация школам помощи»."""
    return any(token.word.nouns & IN_CASE["gent"] for token in sentence[found.last + 1 :])


def _after_task(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«Обеспечить организация питания», «провести анализа»: what a task is done to is an accusative.

    «поручить руководителей … подготовить»: who is told to do something stands in the dative.
    """
    task, found = sentence[at], group(sentence, at + 1)
    if found is None or not found.has_noun or not found.shared or _is_title(sentence, found):
        return
    cases, lemmas = found.shared, task.word.lemmas
    is_negated = any(token.word.spelling == "не" for token in sentence[:at])
    is_of_being = task.word.spelling.endswith(("ся", "сь", "быть", "стать"))
    is_nominative = at == 0 and not is_of_being and not cases & ~_NOMINATIVE
    is_genitive = not lemmas.isdisjoint(_TASKS) and not cases & ~IN_CASE["gent"] and not is_negated
    is_dative = not lemmas.isdisjoint(_WITHOUT_RECIPIENT) and not cases & ~IN_CASE["datv"]
    is_told = not lemmas.isdisjoint(_ASKING) and not cases & IN_CASE["datv"] and cases & _PEOPLE
    is_told = bool(is_told) and any(
        token.word.parts == Part.INFINITIVE for token in sentence[found.last + 1 :]
    )
    if (is_nominative or is_genitive or is_dative or is_told) and sentence.are_neighbours(at, at + 1):
        start, end = sentence.span(found.first, found.last)
        wanted = "дательный" if is_told else "винительный"
        message = f"после «{task.text}» слово «{sentence.text[start:end]}» стоит не в том падеже"
        yield Slip(Kind.GOVERNMENT, start, end, message, f"поставьте его в {wanted} падеж")


def _after_verb(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«способствовать развитие», «руководствуясь приказа»; but «будет принадлежать школа»."""
    token = sentence[at]
    case = next((case for lemma, case in _VERB_CASES.items() if lemma in token.word.lemmas), "")
    found = ruled(sentence, at + 1) if case else None
    if found is None or not found.shared or found.shared & IN_CASE[case]:
        return
    is_subject = found.shared & _NOMINATIVE and at and not token.word.parts & Part.GERUND
    if not is_subject and sentence.are_neighbours(at, at + 1):
        start, end = sentence.span(found.first, found.last)
        message = f"после «{token.text}» слово «{sentence.text[start:end]}» стоит не в том падеже"
        yield Slip(Kind.GOVERNMENT, start, end, message, f"нужна форма {CASE_NAMES[case]} падежа")


def _after_manager(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«заведующий отделом», not «заведующий отдела»."""
    found = group(sentence, at + 1)
    if found is None or not found.has_noun or found.shared & IN_CASE["ablt"]:
        return
    if found.shared & IN_CASE["gent"] and sentence.are_neighbours(at, at + 1):
        start, end = sentence.span(found.first, found.last)
        message = f"«{sentence[at].text}» требует творительного падежа: «заведующий чем»"
        yield Slip(Kind.GOVERNMENT, start, end, message, "поставьте название в творительный падеж")


COMPLEMENTS = Reader(_speaks_of, _read, _speaks_before)
