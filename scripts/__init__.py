"""Sets the project up, runs it and tests it: what the Makefile calls. Standard library only."""
