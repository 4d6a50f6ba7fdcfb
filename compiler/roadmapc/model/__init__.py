"""The typed plan: references resolved, deadlines read."""
