"""The demonstration: an invented council whose year is told in days before and after today (`fixtures/`)."""

from .afresh import take_everything_away
from .loading import load
from .people import PASSWORD, people_in_words

__all__ = ["PASSWORD", "load", "people_in_words", "take_everything_away"]
