"""`python -m ktc`: the one door to everything the project can do."""

from ktc.cli.main import main

main()
