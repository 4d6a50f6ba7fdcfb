"""Words of the dictionary, read once and only when asked; pymorphy3 puts them into other forms."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.language.dictionary import entries, grammemes_of
from roadmapc.language.word import CASES, NOTHING, Part, Word, places

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_PARTS = {
    "NOUN": Part.NOUN,
    "ADJF": Part.ADJECTIVE,
    "PRTF": Part.PARTICIPLE,
    "PRTS": Part.SHORT,
    "ADJS": Part.SHORT,
    "VERB": Part.VERB,
    "INFN": Part.INFINITIVE,
    "NUMR": Part.NUMERAL,
    "NPRO": Part.PRONOUN,
    "ADVB": Part.ADVERB,
    "GRND": Part.GERUND,
    "COMP": Part.COMPARATIVE,
}
_GENDERS = ("masc", "femn", "neut")
_CASES = {
    **{case: case for case in CASES},
    "gen1": "gent",
    "gen2": "gent",
    "acc2": "accs",
    "loc1": "loct",
    "loc2": "loct",
    "voct": "nomn",
}
"""The second genitive, accusative and prepositional stand after the same words as the first ones."""
_NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Init"))
_DOUBTFUL = frozenset(("Erro", "Dist", "Arch", "Infr", "Slng", "Abbr", "V-ej", "impr", "1per", "2per"))
"""Readings that no document means: mistakes, archaic and free talk, letters as their own names, address."""


@cache
def analyser() -> "MorphAnalyzer":
    """What puts words of the dictionary into other forms; what it lacks is never guessed by endings.

    Loading takes as long as reading a hundred measures, and few plans ask for other forms.
    """
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 - the reason stands above
    from pymorphy3.units import DictionaryAnalyzer  # noqa: PLC0415
    from pymorphy3_dicts_ru import get_path  # noqa: PLC0415

    # the path, or the library would look through all packages that are installed, and obey the environment
    return MorphAnalyzer(path=get_path(), units=[DictionaryAnalyzer()], probability_estimator_cls=None)


class _Reading(NamedTuple):
    """What one tag adds to a word; the fields are those of `Word`."""

    part: int
    nouns: int
    adjectives: int
    predicates: int
    is_name: bool
    is_pronominal: bool
    is_doubtful: bool


@cache
def _reading(tag: str) -> _Reading:
    grammemes = grammemes_of(tag)
    part = _PARTS.get(tag[:4], Part.OTHER)
    slots = _slots(grammemes)
    living = tuple(kind for kind in ("anim", "inan") if kind in grammemes) or ("anim", "inan")
    cases = tuple({_CASES[each] for each in grammemes & _CASES.keys()})
    taken = places(cases, slots, living)
    is_adverbial = tag.startswith("ADJS") and "neut" in grammemes  # «аварийно» is an adverb, too
    is_third = part == Part.VERB and not grammemes & {"impr", "1per", "2per"}
    is_predicate = (part == Part.SHORT and not is_adverbial) or is_third
    return _Reading(
        part,
        taken if part == Part.NOUN else 0,
        taken if part in (Part.ADJECTIVE, Part.PARTICIPLE) else 0,
        places(("nomn",), slots) if is_predicate else 0,
        bool(grammemes & _NAMES),
        "Apro" in grammemes,
        bool(grammemes & _DOUBTFUL),
    )


def _slots(grammemes: frozenset[str]) -> tuple[str, ...]:
    """The plural, or the genders that a form may have: all three, if the tag does not tell."""
    if "plur" in grammemes:
        return ("plur",)
    if "ms-f" in grammemes:
        return ("masc", "femn")
    return tuple(each for each in _GENDERS if each in grammemes) or _GENDERS


@lru_cache(maxsize=65_536)
def word(written: str) -> Word:
    """A word as a text writes it; `NOTHING` for capitals throughout, no readings if the dictionary lacks it.

    «е» is read as «ё», too. In small letters no reading is a name.
    """
    small = written.lower()
    if len(written) > 1 and written.isupper():
        return NOTHING
    parses = entries(small)
    readings = [_reading(each.tag) for each in parses]
    if any(each.part == Part.PARTICIPLE for each in readings):
        # «прошедшее» as a noun is not what a document means
        parses = [
            each for each in parses if "NOUN" not in each.grammemes or not each.normal_form.endswith("ее")
        ]
        readings = [_reading(each.tag) for each in parses]
    readings = [each for each in readings if not each.is_doubtful] or readings
    if written == small:
        readings = [each for each in readings if not each.is_name] or readings
    parts = nouns = adjectives = predicates = 0
    for each in readings:
        parts |= each.part
        nouns |= each.nouns
        adjectives |= each.adjectives
        predicates |= each.predicates
    is_pronominal = any(each.is_pronominal for each in readings)
    return Word(
        small,
        small.replace("ё", "е"),
        parts,
        nouns,
        adjectives,
        predicates,
        frozenset(each.normal_form.replace("ё", "е") for each in parses),
        is_name=any(each.is_name for each in readings),
        is_pronominal=is_pronominal,
        is_noun=parts == Part.NOUN,
        is_adjective=parts == Part.ADJECTIVE and not is_pronominal,
    )


def is_known(spelling: str) -> bool:
    """Whether the dictionary has a word in small letters, «е» read as «ё» too."""
    return word(spelling).parts != Part.NONE


def is_adverbial(spelling: str) -> bool:
    """Whether a word may be an adverb and, but for short forms in «-о», nothing else."""
    parts = word(spelling).parts
    return bool(parts & Part.ADVERB) and not parts & ~(Part.ADVERB | Part.SHORT)


def infinitive_of(spelling: str) -> str:
    """«представляться» of «представляется»; empty for what is no verb."""
    return next((each.normal_form for each in entries(spelling) if "VERB" in each.grammemes), "")


def third_person_of(spelling: str, *, is_plural: bool) -> str:
    """«утверждается» of «утверждаться»: the present, or the future of what is done once."""
    number = "plur" if is_plural else "sing"
    for each in analyser().parse(spelling):
        form = each.inflect({"3per", number}) if "INFN" in each.tag else None
        if form is not None:
            return str(form.word)
    return spelling
