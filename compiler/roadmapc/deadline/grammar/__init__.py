"""The grammar: tokens of a phrase to items, items to clauses."""
