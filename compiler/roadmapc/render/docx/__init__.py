"""The order as one DOCX (ECMA-376)."""
