"""An incoming document understood as an act: a plan, a directory, and what is left of its words."""
