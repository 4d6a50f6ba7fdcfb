"""The cases of a name: what a form of the directory should be, and what is wrong with one that is written."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from roadmapc.language.morphology import analyser, word
from roadmapc.language.nominal import Group, group
from roadmapc.language.sentence import Sentence, sentences
from roadmapc.language.word import IN_CASE, NOTHING, OF_LIVING, PLURAL, Word, of_cases

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

CASES = {
    "genitive": "gent",
    "dative": "datv",
    "accusative": "accs",
    "instrumental": "ablt",
    "prepositional": "loct",
}
"""The fields of the directory, and the cases of `word.py`."""
RUSSIAN = {
    "genitive": "родительный",
    "dative": "дательный",
    "accusative": "винительный",
    "instrumental": "творительный",
    "prepositional": "предложный",
}
_POSTS = frozenset(("заведующий", "заведующая", "управляющий", "управляющая"))
"""Posts of people, which the dictionary has as participles alone."""
_STEM = 4
"""Letters that a word keeps in every case, if the dictionary does not know it."""


def inflected(name: str, form: str) -> str:
    """«управлению образования» for «управление образования» in the dative.

    Only the first words change: adjectives and their noun. Empty where that is not sure: a word that the
    dictionary lacks, several names joined by «и», a name that is no nominative.
    """
    head = _head(name)
    if head is None:
        return ""
    sentence, found = head
    nominative, last = found.shared, found.last
    words = [
        _form_of(
            sentence[at].word.spelling,
            nominative,
            CASES[form],
            is_noun=at == last and sentence[at].word.plain not in _POSTS,
        )
        for at in range(last + 1)
    ]
    if not all(words) or not _is_genitive_tail(sentence, found.last + 1):
        return ""
    changed = name
    for at in range(found.last, -1, -1):
        start, end = sentence.span(at)
        written = words[at].capitalize() if name[start].isupper() else words[at]
        changed = changed[:start] + written + changed[end:]
    return changed


def is_nominative(name: str) -> bool:
    """Whether the first words of a name may stand in the nominative."""
    return _head(name) is not None


def _head(name: str) -> tuple[Sentence, Group] | None:
    """The first words of a name, which change; `None` if they are unknown or no nominative.

    «Детская» is a noun, too, but not before «школа».
    """
    row = next(iter(sentences(name)), None)
    if row is None:
        return None
    shared = IN_CASE["nomn"]
    for at, token in enumerate(row):
        following = _last_part(row[at + 1].word) if at + 1 < len(row) else NOTHING
        joint = shared & _last_part(token.word).adjectives
        if joint & (following.nouns | following.adjectives):
            shared = joint
        elif joint and token.word.plain in _POSTS:
            return row, Group(0, at, joint & OF_LIVING["anim"], True)
        elif shared & token.word.nouns:
            return row, Group(0, at, shared & token.word.nouns, True)
        else:
            break
    return None


def _last_part(read: Word) -> Word:
    """A word; of a compound that the dictionary lacks, the part that declines: «контрольно-счётная»."""
    return read if read.parts or "-" not in read.spelling else word(read.spelling.rpartition("-")[2])


def _is_genitive_tail(sentence: Sentence, start: int) -> bool:
    """Whether what stays may stay: after a joint there is no second nominative.

    «Школы и лицея», «по культуре и спорту» stay; of «отдел и сектор» both would change.
    """
    joints = [at for at in range(start, len(sentence)) if sentence[at].text in ("и", ",")]
    following = filter(None, (group(sentence, at + 1) for at in joints))
    return all(
        found.shared & IN_CASE["gent"] or (found.shared and not found.shared & IN_CASE["nomn"])
        for found in following
    )


def _form_of(spelling: str, nominative: int, case: str, *, is_noun: bool) -> str:
    """A word in another case, in the number and gender that it has as a nominative; empty if none is sure.

    The accusative of an adjective is that of its noun: «детский сад», «детского врача».
    """
    number = "plur" if nominative & PLURAL else "sing"
    forms: set[str] = set()
    stays, readings = dictionary_readings(spelling)
    for reading in readings:
        if not {"nomn", number} <= reading.tag.grammemes or ("NOUN" in reading.tag) != is_noun:
            continue
        gender = "" if is_noun or number == "plur" else str(reading.tag.gender or "")
        kinds: Iterable[str] = ("",)
        if case == "accs" and not is_noun and gender in ("", "masc"):
            kinds = (kind for kind, living in OF_LIVING.items() if nominative & living)
        for kind in kinds:
            form = reading.inflect({case, number, gender, kind} - {""})
            if form is not None:
                forms.add(stays + form.word)
    return forms.pop() if len(forms) == 1 else ""


def dictionary_readings(spelling: str) -> tuple[str, Sequence["Parse"]]:
    """What of a word stays in every case, as «контрольно-» does, and the readings of the rest."""
    readings = analyser().parse(spelling)
    stem, hyphen, last = spelling.rpartition("-")
    return ("", readings) if readings or not hyphen else (stem + hyphen, analyser().parse(last))


def wrong_case(form: str, case: str) -> bool:
    """Whether the first words of a form cannot stand in the case of their field."""
    rows = sentences(form)
    found = group(rows[0], 0) if rows else None
    return found is not None and bool(found.shared) and not found.shared & of_cases(CASES[case])


def other_words(name: str, form: str) -> tuple[str, str] | None:
    """A word of the name, and the word at its place that is no form of it; `None` if all are.

    A form may go on where the name ends: «управление спорта», «управления спорта города Примерска».
    """
    names, forms = (
        [token for row in sentences(text) for token in row if token.text[0].isalnum()]
        for text in (name, form)
    )
    pairs = ((one.text, other.text) for one, other in zip(names, forms, strict=False))
    return next(((one, other) for one, other in pairs if not _are_one(one, other)), None)


def _are_one(first: str, second: str) -> bool:
    """Whether two spellings may be forms of one word; unknown ones, by their beginning."""
    one, other = first.lower().replace("ё", "е"), second.lower().replace("ё", "е")
    if one == other:
        return True
    known, others = word(first.lower()).lemmas, word(second.lower()).lemmas
    if known and others:
        return bool(known & others)
    if known or others:
        return False
    return one[:_STEM] == other[:_STEM]
