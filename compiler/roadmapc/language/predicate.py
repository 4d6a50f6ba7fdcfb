"""Subjects and what is said of them: «Отчёты представляется», «План рассмотрены», «должен проводится»."""

from collections.abc import Iterator

from roadmapc.language.morphology import infinitive_of, is_adverbial, third_person_of, word
from roadmapc.language.nominal import group, is_nominal
from roadmapc.language.sentence import Sentence, are_neighbours
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.word import IN_CASE, SINGULAR, Part, Word, places
from roadmapc.language.word_list import word_list

_MODAL = frozenset(
    (
        *("должен", "должна", "должно", "должны", "может", "могут", "следует", "необходимо", "надо", "нужно"),
        *("можно", "нельзя", "будет", "будут", "обязан", "обязана", "обязаны", "вправе", "подлежит"),
    )
)
_COUNTED = word_list("counted")
_PREDICATES = Part.VERB | Part.SHORT
_WANTS_INFINITIVE = word_list("wants infinitive")


def predicate(text: str, sentence: Sentence) -> Iterator[Slip]:
    """A subject at the head of a sentence with a predicate in another number; a verb with or without «ь»."""
    yield from _number(text, sentence)
    yield from _adverb(sentence)
    for at in range(1, len(sentence)):
        token = sentence[at]
        spelling = token.word.spelling
        if spelling.endswith("тся") and sentence[at - 1].word.spelling in _MODAL:
            infinitive = infinitive_of(spelling)
            if infinitive and are_neighbours(text, sentence, at - 1, at):
                message = (
                    f"«{token.text}» – форма третьего лица, а «{sentence[at - 1].text}» ждёт неопределённой"
                )
                yield Slip(
                    Kind.AGREEMENT, token.start, token.end, message, f"напишите «{infinitive}»", infinitive
                )


def _adverb(sentence: Sentence) -> Iterator[Slip]:
    """«Дежурство организованно с первого июня»: an adverb where the only predicate should be."""
    found = group(sentence, 0)
    if found is None or not found.has_noun or not found.shared & places(("nomn",), ("neut",)):
        return
    others = (each.word for each in sentence if not each.word.spelling.endswith("нно"))
    if any(each.parts & (_PREDICATES | Part.INFINITIVE) for each in others):
        return
    for token in sentence[found.last + 1 :]:
        right = token.word.spelling.removesuffix("нно") + "но"
        is_adverb = token.word.spelling.endswith("нно") and is_adverbial(token.word.spelling)
        if is_adverb and word(right).parts & Part.SHORT:
            message = f"«{token.text}» – наречие, а сказуемого в предложении нет"
            yield Slip(Kind.AGREEMENT, token.start, token.end, message, f"напишите «{right}»", right)


def _number(text: str, sentence: Sentence) -> Iterator[Slip]:
    """The first words: adjectives and a noun, genitives that belong to it, then what is said of it."""
    found = group(sentence, 0)
    if found is None or not found.has_noun or not found.shared & IN_CASE["nomn"]:
        return
    subject, at = sentence[found.last], found.last + 1
    while at < len(sentence) and _is_genitive(sentence[at].word):
        at += 1
    is_plain = subject.word.is_noun and subject.word.lemmas.isdisjoint(_COUNTED)
    if not is_plain or at >= len(sentence) or not are_neighbours(text, sentence, 0, at):
        return
    said = sentence[at]
    if said.word.parts == Part.INFINITIVE and said.word.spelling.endswith("ться"):
        if subject.word.lemmas.isdisjoint(_WANTS_INFINITIVE):
            message = f"«{said.text}» – неопределённая форма, а «{subject.text}» ждёт третьего лица"
            third = third_person_of(
                said.word.spelling, is_plural=not found.shared & IN_CASE["nomn"] & SINGULAR
            )
            yield Slip(Kind.AGREEMENT, said.start, said.end, message, f"напишите «{third}»", third)
    elif _is_of_another(said.word, found.shared):
        words = text[subject.start : said.end]
        message = f"слова «{words}» не согласованы: подлежащее и сказуемое в разных формах"
        yield Slip(Kind.AGREEMENT, subject.start, said.end, message, "поставьте их в одно число и один род")


def _is_of_another(said: Word, shared: int) -> bool:
    """Whether a predicate cannot be that of a noun in these places.

    «Отчёты представляет директор»: a noun that may be an accusative is surely the subject only of what is
    done to it. «Школы не открыто»: one that may be a genitive has no say over the neuter.
    """
    is_predicate = said.predicates != 0 and not said.parts & ~_PREDICATES
    is_passive = said.spelling.endswith(("ся", "сь")) or said.parts == Part.SHORT
    is_subject = is_passive or not shared & ~IN_CASE["nomn"]
    is_impersonal = bool(shared & IN_CASE["gent"]) and said.spelling.endswith(("о", "лось", "ется", "ится"))
    return is_predicate and is_subject and not is_impersonal and not said.predicates & shared


def _is_genitive(word: Word) -> bool:
    """Whether a word may belong to the noun before it."""
    return is_nominal(word) and bool((word.nouns | word.adjectives) & IN_CASE["gent"])
