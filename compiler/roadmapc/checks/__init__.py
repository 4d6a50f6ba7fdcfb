"""What a careful clerk would query before the signature."""
