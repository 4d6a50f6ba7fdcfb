"""The order that makes a change of a plan law: drafted, read back, and only then written."""
