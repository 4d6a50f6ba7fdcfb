"""What commands answer on a terminal, or hand to other programs, of deadlines and calendars."""
