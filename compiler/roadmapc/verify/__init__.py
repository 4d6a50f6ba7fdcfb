"""Whether a document that came back still says what the plan says."""
