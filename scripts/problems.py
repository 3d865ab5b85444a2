"""What stops a command: one plain sentence with its remedy, never a traceback."""


class Problem(Exception):
    """Says in one sentence what is wrong and what to do about it."""
