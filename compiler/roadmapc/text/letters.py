"""The first letter of a sentence or of a phrase."""


def capital(words: str) -> str:
    """«Приказ» from «приказ», as a sentence begins; the other letters stay, an empty text stays empty."""
    return words[:1].upper() + words[1:]


def small(words: str) -> str:
    """«приказ» from «Приказ», for words inside a sentence."""
    return words[:1].lower() + words[1:]
