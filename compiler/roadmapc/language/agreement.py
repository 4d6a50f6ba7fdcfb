"""Words that belong together in forms that do not: «муниципального методической службы»."""

from collections.abc import Iterator

from roadmapc.language.dictionary import entries
from roadmapc.language.nominal import is_capital
from roadmapc.language.sentence import PREPOSITIONS, Reader, Sentence, Token, until_stop
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.word import IN_CASE, PLURAL, Part, Word, cases_of, numberless, of_cases
from roadmapc.language.word_list import word_list

_OWN_CASE = word_list("own case")
_WITHOUT_NOUN = word_list("without noun")
_COPULAS = word_list("copulas")
_OF_PAPERS = word_list("of papers")
_NUMERALS = frozenset(("два", "две", "три", "четыре", "оба", "обе", "полтора", "полторы"))
_BETWEEN = frozenset(("и", "или", "либо", ","))


def _read(sentence: Sentence, at: int) -> Iterator[Slip]:
    """An adjective that does not agree with the word that it stands before."""
    if at + 1 == len(sentence) or not _differ(sentence[at], sentence[at + 1]):
        return
    if not _is_apart(sentence, at):
        yield Slip(
            Kind.AGREEMENT,
            *sentence.span(at, at + 1),
            f"слова «{sentence.words(at, at + 1)}» не согласованы",
            "поставьте оба слова в один падеж, одно число и один род",
        )


def _differ(one: Token, other: Token) -> bool:
    """Whether two words that should agree have no place in common."""
    first, second = one.word, other.word
    if not first.is_adjective and not _is_of_paper(first, second):
        return False
    if not second.is_adjective and not _is_noun_here(first, second):
        return False
    return not first.adjectives & (second.nouns or second.adjectives)


def _is_of_paper(first: Word, second: Word) -> bool:
    """Whether a participle can only be an adjective here: «прилагаемый плана» has no doer, no recipient."""
    if first.parts != Part.PARTICIPLE or first.lemmas.isdisjoint(_OF_PAPERS):
        return False
    if not second.is_noun or second.nouns & of_cases("ablt", "datv"):
        return False
    return all("pssv" in each.grammemes for each in entries(first.spelling))


def _is_noun_here(first: Word, second: Word) -> bool:
    """Whether a word is a noun after an adjective: «санитарных правила», where «правила» is no verb."""
    is_verb_too = second.parts == Part.NOUN | Part.VERB
    return second.is_noun or (is_verb_too and not first.adjectives & IN_CASE["nomn"])


def _is_apart(sentence: Sentence, at: int) -> bool:
    """Whether two neighbours may stand in different forms by right."""
    first, second = sentence[at].word, sentence[at + 1].word
    places = second.nouns or second.adjectives
    return (
        # a name or a title: «на новый Примерск»
        is_capital(sentence, at)
        or sentence[at + 1].text[0].isupper()
        # «подведомственных департаменту школ», «назначить ответственным директора»
        or not first.lemmas.isdisjoint(_OWN_CASE | _WITHOUT_NOUN)
        # «два новых дома»
        or any(_is_numeral(token) for token in sentence[max(at - 3, 0) : at])
        # «пометить как новый командой»
        or (at > 0 and sentence[at - 1].text == "как")
        or _is_one_of_several(sentence, at, places)
        or _stands_for_noun(sentence, at, places)
        or _is_called(sentence, at, places)
    )


def _is_numeral(token: Token) -> bool:
    is_numeral = token.word.spelling in _NUMERALS or bool(token.word.parts & Part.NUMERAL)
    return token.text.isdigit() or is_numeral


def _is_one_of_several(sentence: Sentence, at: int, places: int) -> bool:
    """«на муниципальном и региональном уровнях»: adjectives in a row for one noun in the plural."""
    is_joined = at > 0 and sentence[at - 1].text in _BETWEEN
    return is_joined and bool(places & PLURAL and numberless(sentence[at].word.adjectives) & places)


def _stands_for_noun(sentence: Sentence, at: int, places: int) -> bool:
    """«на книжном отметка сдвигается»: the adjective stands for its noun, another sentence goes on."""
    is_ruled = at > 0 and sentence[at - 1].word.spelling in PREPOSITIONS
    is_verb_next = any(token.word.parts & Part.VERB for token in until_stop(sentence, at + 2))
    return is_ruled and bool(places & IN_CASE["nomn"]) and is_verb_next


def _is_called(sentence: Sentence, at: int, places: int) -> bool:
    """«сделать доступными услуги»: a verb says what becomes of the noun."""
    may_be_called = bool(sentence[at].word.adjectives & IN_CASE["ablt"]) and "ablt" not in cases_of(places)
    return may_be_called and any(not token.word.lemmas.isdisjoint(_COPULAS) for token in sentence[:at])


AGREEMENT = Reader(
    lambda token: token.word.is_adjective or token.word.parts == Part.PARTICIPLE, _read, _differ
)
