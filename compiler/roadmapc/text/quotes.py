"""Quotation marks of Russian texts."""

from roadmapc.text.regex import regex

_NO_QUOTE = regex("[^«»]")


def is_balanced(text: str) -> bool:
    """Whether every quotation mark has its other half."""
    quotes = _NO_QUOTE.sub("", text)
    while "«»" in quotes:
        quotes = quotes.replace("«»", "")
    return not quotes
