"""Subjects and what is said of them: «Отчёты представляется», «План рассмотрены», «должен проводится»."""

from collections.abc import Iterator

from roadmapc.language.morphology import infinitive_of, is_adverbial, third_person_of, word
from roadmapc.language.nominal import group, is_nominal
from roadmapc.language.sentence import Reader, Sentence, Token
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


def _speaks_of(token: Token) -> bool:
    word = token.word
    return _may_be_said(word) or word.spelling.endswith("тся") or _is_adverb(word)


def _may_be_said(word: Word) -> bool:
    """Whether a word may be what is said of a subject."""
    is_infinitive = word.parts == Part.INFINITIVE and word.spelling.endswith("ться")
    return is_infinitive or (word.predicates != 0 and not word.parts & ~_PREDICATES)


def _is_adverb(word: Word) -> bool:
    return word.spelling.endswith("нно") and is_adverbial(word.spelling)


def _read(sentence: Sentence, at: int) -> Iterator[Slip]:
    """A predicate in another number than the subject that begins its sentence; a verb with or without «ь»."""
    if _may_be_said(sentence[at].word):
        yield from _number(sentence, at)
    elif _is_adverb(sentence[at].word):
        yield from _adverb(sentence, at)
    if at and sentence[at].word.spelling.endswith("тся") and sentence[at - 1].word.spelling in _MODAL:
        yield from _infinitive(sentence, at)


def _infinitive(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«должен проводится»: a third person after a word that takes the infinitive."""
    token = sentence[at]
    infinitive = infinitive_of(token.word.spelling)
    if infinitive and sentence.are_neighbours(at - 1, at):
        message = f"«{token.text}» – форма третьего лица, а «{sentence[at - 1].text}» ждёт неопределённой"
        yield Slip(Kind.AGREEMENT, *sentence.span(at), message, f"напишите «{infinitive}»", infinitive)


def _adverb(sentence: Sentence, at: int) -> Iterator[Slip]:
    """«Дежурство организованно с первого июня»: an adverb where the only predicate should be."""
    found = group(sentence, 0)
    if found is None or not found.has_noun or not found.shared & places(("nomn",), ("neut",)):
        return
    others = (each.word for each in sentence if not each.word.spelling.endswith("нно"))
    if at <= found.last or any(each.parts & (_PREDICATES | Part.INFINITIVE) for each in others):
        return
    token = sentence[at]
    right = token.word.spelling.removesuffix("нно") + "но"
    if word(right).parts & Part.SHORT:
        message = f"«{token.text}» – наречие, а сказуемого в предложении нет"
        yield Slip(Kind.AGREEMENT, *sentence.span(at), message, f"напишите «{right}»", right)


def _number(sentence: Sentence, at: int) -> Iterator[Slip]:
    """What is said of the first words: adjectives and a noun with the genitives that belong to it."""
    found = group(sentence, 0)
    if found is None or not found.has_noun or not found.shared & IN_CASE["nomn"] or at <= found.last:
        return
    subject, said = sentence[found.last], sentence[at]
    is_next = all(_is_genitive(token.word) for token in sentence[found.last + 1 : at])
    is_plain = subject.word.is_noun and subject.word.lemmas.isdisjoint(_COUNTED)
    if not is_next or not is_plain or not sentence.are_neighbours(0, at):
        return
    if said.word.parts == Part.INFINITIVE and said.word.spelling.endswith("ться"):
        if subject.word.lemmas.isdisjoint(_WANTS_INFINITIVE):
            message = f"«{said.text}» – неопределённая форма, а «{subject.text}» ждёт третьего лица"
            third = third_person_of(
                said.word.spelling, is_plural=not found.shared & IN_CASE["nomn"] & SINGULAR
            )
            yield Slip(Kind.AGREEMENT, *sentence.span(at), message, f"напишите «{third}»", third)
    elif _is_of_another(said.word, found.shared):
        words = sentence.words(found.last, at)
        message = f"слова «{words}» не согласованы: подлежащее и сказуемое в разных формах"
        yield Slip(
            Kind.AGREEMENT, *sentence.span(found.last, at), message, "поставьте их в одно число и один род"
        )


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


PREDICATE = Reader(_speaks_of, _read)
