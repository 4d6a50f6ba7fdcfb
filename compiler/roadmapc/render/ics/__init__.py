"""iCalendar files (RFC 5545) for subscription in any calendar program; decisions 0003 and 0011."""
