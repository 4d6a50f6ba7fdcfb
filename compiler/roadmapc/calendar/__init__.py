"""Working days, and deadline rules expanded to dated occurrences within a horizon."""
