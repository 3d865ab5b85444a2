"""The coverage matrix as a file: a line for each characteristic and aim."""

from django.conf import settings

from equality_tracker.templatetags.govuk import day

from .measures import MEASURES

HEADINGS = ["Characteristic", "Whose list", "Aim", *(one.heading for one in MEASURES), "Called out"]  # fmt: skip
WIDTHS = [30, 22, 34, 14, 14, 16, 16, 20]


def about(matrix, whose):
    """The lines above the table: what is covered, whose share, and what of the assessments `whose` reader may know."""
    return [
        f"Coverage of the equality duty, {settings.COUNCIL_NAME}",
        f"As at {day(matrix.scope.on)}",
        f"Directorate: {whose}",
        told_words(matrix.scope.user),
    ]


def told_words(user):
    """By which assessments harm is counted, in a sentence."""
    if user.may_update:
        return "EIAs are counted by their newest version, drafts too; confidential ones only for those who work on them."
    return "EIAs are counted by their newest published version."


def rows(matrix):
    """Yield the cells of each line; where an aim does not count for a characteristic, no number stands."""
    for row in matrix.rows:
        for cell in row.cells:
            numbers = [cell.counts[one.name] for one in MEASURES]
            yield [
                row.words,
                _whose_list(row),
                cell.column.words,
                *(numbers if cell.applies else [None] * len(numbers)),
                cell.called if cell.applies else "Does not count",
            ]


def _whose_list(row):
    if row.note:
        return row.note
    if not row.is_asked:
        return ""
    return "Equality Act 2010" if row.statutory else "The council’s own"
