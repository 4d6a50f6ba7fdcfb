"""Texts and places in them: files, offsets, lines and columns."""
