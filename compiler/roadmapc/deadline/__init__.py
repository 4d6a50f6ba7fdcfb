"""The deadline language: clerks' phrases to a syntax tree and back."""
