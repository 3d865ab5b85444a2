"""Entering a result by group: what is proposed, how a row is read, what is kept."""
