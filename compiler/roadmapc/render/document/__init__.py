"""A document: what it says, every word decided, before any renderer lays it out."""
