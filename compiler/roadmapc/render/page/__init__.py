"""calendar.html: one page for people who look rather than read."""
