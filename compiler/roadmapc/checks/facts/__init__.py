"""What a plan says and where: the table of facts that rules compare."""
