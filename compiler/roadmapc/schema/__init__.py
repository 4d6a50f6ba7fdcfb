"""The published JSON Schemas, and the tree held against them."""
