class Refused(Exception):
    """A file that cannot be read; its text is one sentence for the person who sent it."""
