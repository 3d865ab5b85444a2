"""The words that councils use for what is assessed and for what followed, read as one of the site's own."""

import re

from equality_tracker.workbooks.vocabulary import normal

KINDS = {
    "policy": r"(?:policy|strategy|policies)(?: (?:or|and) (?:policy|strategy))?",
    "function": r"functions?",
    "service": r"services?",
    "budget": r"budget(?: proposal| saving| savings| reduction)?|savings?(?: proposal)?",
    "project": r"projects?",
}
# The four findings that councils write, by how their words begin.
OUTCOMES = {
    "no_change": r"no (?:major |significant )?(?:change|changes|adverse impact)\b.*|(?:proceed|continue) (?:with no|without) (?:major )?changes?\b.*",
    "adjust": r"(?:adjust|amend|adjustments?|changes? (?:required|needed|made))\b.*",
    "continue": r"(?:continue|justify|justified|proceed with justification)\b.*",
    "stop": r"(?:stop|rethink)\b.*",
}


def read_kind(text: str) -> str | None:
    """What is assessed, None where the words name none of the site's kinds."""
    return _read(text, KINDS)


def read_outcome(text: str) -> str | None:
    """What followed from an assessment, None where the words say none of the four."""
    return _read(text, OUTCOMES)


def _read(text, patterns):
    words = normal(text)
    found = [key for key, words_of in patterns.items() if re.fullmatch(words_of, words)]
    return found[0] if found else None
