"""What a build remembers of plans, so that the next one makes only what has changed: decision 0043."""
