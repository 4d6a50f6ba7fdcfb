"""edition.html: the order as amended, for readers who ask which act says so."""
