"""The security log: one line for each thing that whoever guards the site asks about. Who did it, from where, and when by UTC."""

from .lines import tell

__all__ = ["tell"]
