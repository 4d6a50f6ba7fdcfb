"""A word with all that it may be: parts of speech, and the places that its forms have in a sentence.

What agrees is compared as sets of bits: an adjective and a noun agree if they share one. A bit is a case in a
number and gender, for the living or for things: «новые» and «школы» share the nominative plural.
"""

from functools import cache
from typing import Final, NamedTuple

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
"""As pymorphy3 calls them, in the order of school grammar."""
CASE_NAMES = dict(
    zip(
        CASES,
        ("именительного", "родительного", "дательного", "винительного", "творительного", "предложного"),
        strict=True,
    )
)
"""As advice asks for them."""
_SLOTS = ("masc", "femn", "neut", "plur")
_LIVING = ("anim", "inan")
_WIDTH = len(_SLOTS) * len(_LIVING)
_ONE_CASE = (1 << _WIDTH) - 1


class Part:
    """Parts of speech as bits of a number: plain numbers, for they are compared at every word."""

    NONE: Final = 0
    NOUN: Final = 1
    ADJECTIVE: Final = 2
    PARTICIPLE: Final = 4
    SHORT: Final = 8
    """Short participles and adjectives, which are predicates."""
    VERB: Final = 16
    INFINITIVE: Final = 32
    NUMERAL: Final = 64
    PRONOUN: Final = 128
    ADVERB: Final = 256
    GERUND: Final = 512
    COMPARATIVE: Final = 1024
    OTHER: Final = 2048
    ANY: Final = 4095


class Word(NamedTuple):
    """A spelling with its readings; a word that the dictionary lacks has none."""

    spelling: str
    """In small letters."""
    plain: str = ""
    """The same with «е» for «ё», as tables have it."""
    parts: int = Part.NONE
    """Of all readings."""
    nouns: int = 0
    """Places of the readings as nouns."""
    adjectives: int = 0
    """Of those as adjectives and participles."""
    predicates: int = 0
    """Of those as verbs and short participles: the nominative places of the subjects that they may have."""
    lemmas: frozenset[str] = frozenset()
    """Dictionary forms of all readings, with «е» for «ё»."""
    is_name: bool = False
    """Whether a reading is the name of a person, a place or an organisation."""
    is_pronominal: bool = False
    """«этот», «который», «свой»: adjectives that stand without a noun."""
    is_noun: bool = False
    """Whether every reading is a noun."""
    is_adjective: bool = False
    """Whether every reading is a full adjective that wants a noun."""


NOTHING = Word("")
"""A sign, a number, an abbreviation, a word in other letters: nothing is known of it."""


@cache
def places(cases: tuple[str, ...], slots: tuple[str, ...], living: tuple[str, ...] = _LIVING) -> int:
    """The set of places of these cases, genders and numbers, of the living, of things or of both."""
    of_one = sum(_BITS[slot, kind] for slot in slots for kind in living)
    return sum(of_one << CASES.index(case) * _WIDTH for case in cases)


_BITS = {
    (slot, kind): 1 << _SLOTS.index(slot) * len(_LIVING) + _LIVING.index(kind)
    for slot in _SLOTS
    for kind in _LIVING
}


@cache
def cases_of(taken: int) -> frozenset[str]:
    """The cases in which some place is taken."""
    return frozenset(case for at, case in enumerate(CASES) if taken >> at * _WIDTH & _ONE_CASE)


ANY = places(CASES, _SLOTS)
IN_CASE = {case: places((case,), _SLOTS) for case in CASES}
PLURAL = places(CASES, ("plur",))
SINGULAR = places(CASES, ("masc", "femn", "neut"))
OF_LIVING = {kind: places(CASES, _SLOTS, (kind,)) for kind in _LIVING}


@cache
def of_cases(*cases: str) -> int:
    """Every place of some cases."""
    return places(cases, _SLOTS)


@cache
def numberless(taken: int) -> int:
    """The places of the same cases in any number and gender."""
    return of_cases(*cases_of(taken))
