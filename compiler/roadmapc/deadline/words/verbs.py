"""Verbs: what is to be done by a day, «до 1 сентября обеспечить готовность»."""

from roadmapc.deadline.words.tokens import Token

_ENDINGS = ("ать", "ять", "еть", "ить", "уть", "ыть", "оть", "ться", "тись", "вести", "нести", "везти")
"""Of infinitives."""
_NOUNS = frozenset({"печать", "память", "кровать", "пять", "десять", "совести", "повести"})
_SHORTEST = 5


def is_infinitive(token: Token) -> bool:
    """Whether a word that the lexicon does not have names an action."""
    text = token.text
    return token.word is None and text.endswith(_ENDINGS) and len(text) >= _SHORTEST and text not in _NOUNS
