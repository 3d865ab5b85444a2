"""How many assessments were promised for a year, and when the budget is decided."""

import datetime

from assessments.models import ProgrammeTarget
from assessments.programme.progress import year_of

from .saving import saved
from .story import BEGINS

# The day of the year on which the budget is decided.
BUDGET_MEETING = (2, 24)
# From the first day of a year to the report on it.
REPORTED = 366 + 28


def tell_programme(story, cast, each):
    """What each directorate promised for this financial year, or one before it, and the counts that were published."""
    year = year_of(story.calendar.today) + each["year"]
    agreed = (datetime.date(year - 1, 4, 1) - story.calendar.today).days
    later = min(agreed + REPORTED, -1)
    for one in each["targets"]:

        def keep(moment, one=one):
            row = ProgrammeTarget(
                directorate=cast.directorates[one["dir"]],
                year=year,
                target=one["promised"],
                completed=one.get("completed"),
                percentage=one.get("percentage"),
                source=one.get("source", ""),
            )
            saved(row)

        day = later if "completed" in one else min(agreed, -1)
        story.tell(day, f"programme {one['dir']}", cast.admin, keep, BEGINS)


def days_to_budget(year, today):
    """How many days after today the budget meeting of a year is."""
    return (datetime.date(year, *BUDGET_MEETING) - today).days


def next_budget(today):
    """The year in which the budget meeting comes that is next after a day."""
    return today.year + (today >= datetime.date(today.year, *BUDGET_MEETING))
