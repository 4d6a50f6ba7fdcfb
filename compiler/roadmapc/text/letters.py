"""How a sentence or a phrase begins and ends."""


def capital(words: str) -> str:
    """«Приказ» from «приказ», as a sentence begins; the other letters stay, an empty text stays empty."""
    return words[:1].upper() + words[1:]


def small(words: str) -> str:
    """«приказ» from «Приказ», for words inside a sentence."""
    return words[:1].lower() + words[1:]


def small_unless_name(words: str) -> str:
    """«начальник» from «Начальник»; an abbreviation keeps its letters."""
    return small(words) if words[1:2].islower() or words[1:2] == "." else words


def without_brackets(words: str) -> str:
    """«подпись» from «(подпись)», where brackets are put around anyway; «подпись (при наличии)» is whole."""
    inner = words[1:-1]
    are_around = words.startswith("(") and words.endswith(")") and inner.find(")") >= inner.find("(")
    return inner if are_around and inner.count("(") == inner.count(")") else words


def ended(sentence: str) -> str:
    """A sentence with its capital letter and one full stop: initials and what was cut have theirs."""
    return capital(sentence) if sentence.endswith((".", "…")) else f"{capital(sentence)}."
