"""Whether a finished document says what its view says, read by a program that knows no template."""
