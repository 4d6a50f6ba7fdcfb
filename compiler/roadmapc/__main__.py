"""`python -m roadmapc`."""

from roadmapc.cli.main import main

main()
