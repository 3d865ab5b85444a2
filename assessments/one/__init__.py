"""One assessment's page: its life, the ways on from its stage, its rows and the people on it."""
