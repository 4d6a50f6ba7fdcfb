"""Documents that people have: read from any office format into one list of blocks."""
