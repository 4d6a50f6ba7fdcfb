"""Whether the words of an event name the act that the plan belongs to."""

from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind, tokenize

_ACTS = ("приказ", "постановлен", "распоряжен")
_CALLED_OWN = ("решени", "план")
"""What must be called its own: a decision may be of any commission, a plan of any body."""
_SIGNING = ("подпис", "издани", "утвержден", "принят", "регистрац")
"""What happens to an act on its date."""
_OWN = ("настоящ", "данн", "этого", "сего")
_DAYS = ("начиная", "дня", "день", "дате", "даты", "момента", "времени", "дней")


def names_own_act(event: str) -> bool:
    """Whether an event is the signing of this act: «подписания приказа», «издания настоящего приказа».

    «издания приказа об отчислении», «подписания приказа министерства» are of somebody else's act: any word
    that the name of the own act has no need of makes it another.
    """
    words = [token for token in tokenize(event) if token.kind is not TokenKind.END]
    acts = [token for token in words if token.text.startswith((*_ACTS, *_CALLED_OWN))]
    if len(acts) != 1 or not any(token.text.startswith(_SIGNING) for token in words):
        return False
    if acts[0].text.startswith(_CALLED_OWN) and not any(token.text.startswith(_OWN) for token in words):
        return False
    others = (token for token in words if token not in acts and not token.text.startswith((*_SIGNING, *_OWN)))
    return all(token.text in _DAYS or token.sense is Sense.PREPOSITION for token in others)
