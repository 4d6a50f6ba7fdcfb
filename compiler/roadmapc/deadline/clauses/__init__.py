"""Items to clauses: what they mean together."""
