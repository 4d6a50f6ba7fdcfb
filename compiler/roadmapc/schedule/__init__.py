"""The dated calendar of a plan."""
