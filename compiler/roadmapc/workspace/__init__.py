"""The only door to the disk: sources are read, outputs are put, and nothing of others is touched."""
