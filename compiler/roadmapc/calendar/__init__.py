"""Working days, and rules expanded to dated occurrences."""
