"""What the compiler says, and the ways of showing it."""
