"""Duties and their days in words, for every calendar and register."""
