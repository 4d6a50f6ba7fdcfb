"""Russian words and typography: agreement with numbers, dates in words, no-break spaces."""
