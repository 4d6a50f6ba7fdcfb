"""A valid tree to the typed plan: names resolved, numbers given, deadlines read."""
