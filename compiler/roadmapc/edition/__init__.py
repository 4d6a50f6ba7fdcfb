"""A plan as of a day: its first edition with the acts that are in force, carried out on its tree."""
