"""What a register says of impacts, characteristics and the like, and comments: kept in its own words, for nobody assessed it here."""

from assessments.exporting import register
from assessments.models import RegisterWords
from assessments.models.stages import OPEN

MOST_WORDS = 1000
LONGEST_HEADING = 200
HEADING = dict(zip(register.NAMES, register.HEADINGS, strict=False))


class Telling:
    """The words of a file beside those that are kept here; `untold` counts rows whose words are not taken."""

    def __init__(self) -> None:
        self.kept, self.untold = {}, 0

    def look_up(self, existing) -> None:
        """Read what is kept of the current versions of the `existing` assessments: one query."""
        versions = [one.current_id for one in existing]
        rows = RegisterWords.objects.filter(assessment_version__in=versions)
        self.kept = {one.assessment_version_id: one for one in rows} if versions else {}

    def weigh(self, row, is_recorded: bool) -> None:
        """Say which words would be kept of a row. `is_recorded` is whether its version here is as a register recorded it.

        Where people write themselves, theirs count: the register's are left out.
        """
        words = words_of(row)
        if row.existing is None or row.begins_version:
            row.told = words
            return
        row.kept_words = self.kept.get(row.existing.current_id)
        if not words or row.kept_words and row.kept_words.words == words:
            return
        if is_recorded and (row.to_stage or row.existing.current.stage in OPEN):
            row.told = words
        elif not is_recorded:
            self.untold += 1


def words_of(row) -> list[list[str]]:
    """[[heading, words]] of what the row tells; what left from here is this site's own, and nobody's register says it."""
    told = row.said.get("told") or ()
    if row.left and row.left.is_untouched("impact"):
        told = [pair for pair in told if pair[0] != HEADING["impact"]]
    return [[heading[:LONGEST_HEADING], text[:MOST_WORDS]] for heading, text in told]
