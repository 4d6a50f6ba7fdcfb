"""Names of actions, which take what is done in the genitive: «проведение мониторинга»."""

from functools import lru_cache

from roadmapc.language.morphology import word
from roadmapc.language.word_list import word_list

_STRICT = word_list("strict actions")
_KNOWN = _STRICT | word_list("actions")
_THINGS = word_list("things")
_ENDS = ("ание", "ение", "тие")


@lru_cache(maxsize=16_384)
def is_action(spelling: str) -> bool:
    """Whether a word names an action and no thing."""
    lemmas = word(spelling).lemmas
    return any(each in _KNOWN or (each.endswith(_ENDS) and each not in _THINGS) for each in lemmas)


def is_strict_action(spelling: str) -> bool:
    """Whether what the action is done to stands in the genitive only."""
    return not word(spelling).lemmas.isdisjoint(_STRICT)
