"""What changed in meaning between two editions of a plan."""
