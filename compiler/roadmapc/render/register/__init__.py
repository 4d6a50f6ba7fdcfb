"""The control register: a row for every occurrence, with room for the marks of the control."""
