"""Registers and programmes as bodies never met before keep them, each a text file that says what it holds and what it says."""
