"""Items to clauses: what they mean together.

`groups` puts under one label what belongs together, `explanations` makes notes of what only explains,
`year_lists` and `recurrences` give each moment its year, month and period, `rules` decides what they make,
`exceptions` and `continuation` what is left and what goes on; `from_groups` leads the way.
"""
