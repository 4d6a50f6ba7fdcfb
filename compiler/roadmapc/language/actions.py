"""Names of actions, which take what is done in the genitive: «проведение мониторинга»."""

from roadmapc.language.word import Word
from roadmapc.language.word_list import word_list

_STRICT = word_list("strict actions")
_KNOWN = _STRICT | word_list("actions")
_THINGS = word_list("things")
_ENDS = ("ание", "ение", "тие")


def is_action(word: Word) -> bool:
    """Whether a word names an action and no thing."""
    return any(each in _KNOWN or (each.endswith(_ENDS) and each not in _THINGS) for each in word.lemmas)


def is_strict_action(word: Word) -> bool:
    """Whether what the action is done to stands in the genitive only."""
    return not word.lemmas.isdisjoint(_STRICT)
