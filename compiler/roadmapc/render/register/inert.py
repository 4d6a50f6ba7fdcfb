"""Texts that a spreadsheet could take for formulas."""

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What programs take for the start of a formula, full-width forms for those set to Asian languages."""


def is_formula_like(text: str) -> bool:
    """Whether a program could run the text, when it is opened or edited."""
    return text.startswith(_STARTS)
