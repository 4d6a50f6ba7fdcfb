"""How a sentence begins and ends."""


def capital(words: str) -> str:
    """The words as a sentence begins with them."""
    return words[:1].upper() + words[1:]


def ended(sentence: str) -> str:
    """A sentence with its capital letter and one full stop: initials and what was cut have theirs."""
    return capital(sentence) if sentence.endswith((".", "…")) else f"{capital(sentence)}."
