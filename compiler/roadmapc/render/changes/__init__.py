"""What a change of a plan means, as people and programs read it."""
