"""The cases of a name: what a form of the directory should be, and what is wrong with one that is written."""

from roadmapc.language.morphology import analyser, word
from roadmapc.language.nominal import Group, group
from roadmapc.language.sentence import Sentence, sentences
from roadmapc.language.word import IN_CASE, NOTHING, PLURAL, cases_of, of_cases

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
        _form_of(sentence[at].word.spelling, nominative, CASES[form], is_noun=at == last)
        for at in range(last + 1)
    ]
    if not all(words) or not _is_genitive_tail(sentence, found.last + 1):
        return ""
    changed = name
    for at in range(found.last, -1, -1):
        token = sentence[at]
        written = words[at].capitalize() if token.text[0].isupper() else words[at]
        changed = changed[: token.start] + written + changed[token.end :]
    return changed


def nominative(name: str) -> str:
    """«управление образования» for «управлением образования»: the first words, where that is sure.

    A name that may be a nominative already stays; empty where a word is unknown or has several nominatives.
    """
    if _head(name) is not None:
        return name
    row = next(iter(sentences(name)), ())
    found = group(row, 0) if row else None
    if found is None or not found.has_noun or not found.shared:
        return ""
    noun, following = row[found.last].word, row[found.last + 1].word if found.last + 1 < len(row) else NOTHING
    if noun.adjectives & following.nouns & found.shared:  # «детской школой»: the noun is the next word
        return ""
    grammemes = {"nomn", "plur"} if found.shared & PLURAL else {"nomn", "sing"}
    changed, gender = name, ""
    for at in range(found.last, -1, -1):
        token = row[at]
        is_noun = at == found.last
        of_gender = set() if is_noun or "plur" in grammemes else {gender}
        forms = {
            (form.word, form.tag.gender)
            for reading in analyser().parse(token.text.lower())
            if cases_of(found.shared) & reading.tag.grammemes and ("NOUN" in reading.tag) == is_noun
            for form in [reading.inflect(grammemes | of_gender)]
            if form is not None
        }
        if len({word for word, _ in forms}) != 1:
            return ""
        spelling, gender = forms.pop()
        written = spelling.capitalize() if token.text[0].isupper() else spelling
        changed = changed[: token.start] + written + changed[token.end :]
    return changed


def _head(name: str) -> tuple[Sentence, Group] | None:
    """The first words of a name, which change; `None` if they are unknown or no nominative.

    «Детская» is a noun, too, but not before «школа».
    """
    row = next(iter(sentences(name)), ())
    shared = IN_CASE["nomn"]
    for at, token in enumerate(row):
        following = row[at + 1].word if at + 1 < len(row) else NOTHING
        joint = shared & token.word.adjectives
        if joint & (following.nouns | following.adjectives):
            shared = joint
        elif shared & token.word.nouns:
            return row, Group(0, at, shared & token.word.nouns, True)
        else:
            break
    return None


def _is_genitive_tail(sentence: Sentence, start: int) -> bool:
    """Whether what stays may stay: after a joint there is no second nominative."""
    joints = [at for at in range(start, len(sentence)) if sentence[at].text in ("и", ",")]
    return all(
        (found := group(sentence, at + 1)) is None or bool(found.shared & IN_CASE["gent"]) for at in joints
    )


def _form_of(spelling: str, nominative: int, case: str, *, is_noun: bool) -> str:
    """A word in another case, in the number and gender that it has as a nominative; empty if none is sure."""
    number = "plur" if nominative & PLURAL else "sing"
    forms: set[str] = set()
    for reading in analyser().parse(spelling):
        if not {"nomn", number} <= reading.tag.grammemes or ("NOUN" in reading.tag) != is_noun:
            continue
        gender = set() if is_noun or number == "plur" else {reading.tag.gender}
        form = reading.inflect({case, number} | gender)
        if form is not None:
            forms.add(form.word)
    return forms.pop() if len(forms) == 1 else ""


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
