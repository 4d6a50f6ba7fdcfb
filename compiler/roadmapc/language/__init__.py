"""Russian as a language: what forms words may have, and which of them cannot stand together.

Knows nothing of plans: texts come in, slips go out. The dictionary is pymorphy3's, read with the first text.
"""
