"""Bytes for people: documents and calendars."""
