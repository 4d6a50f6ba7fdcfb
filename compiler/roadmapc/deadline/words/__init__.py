"""The words of deadlines: their meanings, a phrase cut into them, sequences that mean one thing."""
