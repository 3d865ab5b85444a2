"""Why there is no number: the one list of reasons, and the wordings that say each.

Pure: no model, no database.
"""

import re

from django.db.models import TextChoices


class Reason(TextChoices):
    """What a council states in the place of a number."""

    BASELINE_TO_BE_SET = "baseline_to_be_set", "Baseline to be set"
    NO_TARGET = "no_target_baseline_year", "No target or baseline year"
    NEW_INDICATOR = "new_indicator", "New indicator"
    NO_SURVEY = "no_survey", "No survey"
    NOT_REPORTED = "not_reported", "Not reported"
    NOT_APPLICABLE = "not_applicable", "Not applicable"
    TO_BE_ESTABLISHED = "to_be_established", "To be established"
    TO_BE_CONFIRMED = "to_be_confirmed", "To be confirmed"
    WITHDRAWN = "withdrawn", "Withdrawn"
    IN_WORDS = "in_words", "In words"


# A cell that says this and nothing else, in small letters without spaces and full stops.
WHOLE = {
    "na": Reason.NOT_APPLICABLE, "n/a": Reason.NOT_APPLICABLE, "[z]": Reason.NOT_APPLICABLE,
    "tbc": Reason.TO_BE_CONFIRMED, "tbd": Reason.TO_BE_ESTABLISHED, "tbe": Reason.TO_BE_ESTABLISHED,
    "tba": Reason.TO_BE_ESTABLISHED, "new": Reason.NEW_INDICATOR, "-": Reason.NOT_REPORTED,
    "--": Reason.NOT_REPORTED, "": Reason.NOT_REPORTED, ":": Reason.NOT_REPORTED,
    "*": Reason.NOT_REPORTED, "[x]": Reason.NOT_REPORTED, "[c]": Reason.NOT_REPORTED,
    "nd": Reason.NOT_REPORTED, "nodata": Reason.NOT_REPORTED,
}  # fmt: skip

# Phrases that stand in a longer wording; the first that is there decides.
PHRASES = (
    (Reason.NO_TARGET, (
        "no target", "no targets", "target not set", "targets not set", "target not yet set",
        "baseline year", "base year", "baseline data year", "new data return", "year of baseline",
    )),
    (Reason.BASELINE_TO_BE_SET, (
        "baseline to be", "baseline being", "baseline tbc", "establish baseline", "establish a baseline",
        "establishing baseline", "set baseline", "set a baseline", "setting baseline", "no baseline",
        "baseline not", "to be baselined", "awaiting baseline", "baseline awaited",
    )),
    (Reason.WITHDRAWN, (
        "withdrawn", "deleted", "discontinued", "ceased", "no longer collected", "no longer reported",
        "no longer measured", "no longer monitored", "no longer a", "abolished", "removed",
    )),
    (Reason.NOT_APPLICABLE, ("not applicable", "does not apply", "n/a")),
    (Reason.NO_SURVEY, (
        "no survey", "survey not", "not surveyed", "no place survey", "no staff survey",
        "no residents survey", "survey was not", "survey cancelled",
    )),
    (Reason.NEW_INDICATOR, (
        "new indicator", "new measure", "new pi", "new kpi", "new ni", "new performance indicator",
        "new local indicator", "newly introduced", "new definition", "indicator introduced",
    )),
    (Reason.TO_BE_CONFIRMED, ("to be confirmed", "tbc", "awaiting confirmation", "not yet confirmed")),
    (Reason.TO_BE_ESTABLISHED, (
        "target to be", "targets to be", "to be established", "to be determined", "to be agreed", "to be developed",
        "to be decided", "to be defined", "to be finalised", "to be negotiated", "to be announced",
        "to be reported", "to be provided", "to be calculated", "to be published", "to be identified",
        "tbd", "pending", "awaiting", "awaited", "under development", "in development", "under review",
        "being developed", "being established", "not yet set", "not yet agreed", "not yet determined",
    )),
    (Reason.BASELINE_TO_BE_SET, ("to be set",)),
    (Reason.NOT_REPORTED, (
        "not reported", "not available", "not yet available", "not collected", "not measured", "not published",
        "not yet published", "not yet reported", "not recorded", "not known", "not provided", "not supplied", "not monitored",
        "not due", "not yet due", "no data", "no figure", "no figures", "no result", "no results", "no return",
        "no information", "data not", "unavailable", "data unavailable", "suppressed", "unknown",
    )),
)  # fmt: skip
MOST_WORDS = 16
_STOPS = re.compile(r"[.\s]")
_MARKS = re.compile(r"[^a-z0-9/]+")


def whole(text: str) -> Reason | None:
    """The reason that a cell's whole text is an abbreviation or a sign of, or None."""
    return WHOLE.get(_STOPS.sub("", text.casefold())) if text else None


def within(text: str) -> Reason | None:
    """The reason that stands in a wording of a few words, or None."""
    words = _MARKS.sub(" ", text.casefold()).strip()
    if len(words.split()) > MOST_WORDS:
        return None
    padded = f" {words} "
    for reason, phrases in PHRASES:
        if any(f" {phrase} " in padded for phrase in phrases):
            return reason
    return None
