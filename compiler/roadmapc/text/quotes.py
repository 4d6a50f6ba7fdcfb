"""Quotation marks of Russian texts."""

import re

_NO_QUOTE = re.compile("[^«»]")


def is_balanced(text: str) -> bool:
    """Whether every quotation mark has its other half."""
    quotes = _NO_QUOTE.sub("", text)
    while "«»" in quotes:
        quotes = quotes.replace("«»", "")
    return not quotes
