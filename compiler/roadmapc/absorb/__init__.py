"""What people changed in a document comes back as a change of its sources."""
