"""The stages as the statements of triggers name them."""

from assessments.models.stages import IN_PUBLIC, OPEN


def listed(names):
    """Return `names` as SQL lists them."""
    return ", ".join(f"'{one}'" for one in names)


OPEN_STAGES = listed(OPEN)
STAGES_IN_PUBLIC = listed(IN_PUBLIC)
