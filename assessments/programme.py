"""How far the programme of a year has got: one rule for every percentage, beside what was published.

The rule: a percentage is completed out of promised, rounded half up to a whole number; out of nothing promised there is none.
To do is what is still promised, never below nothing: who did more than promised does not do another's.
"""

import datetime
from dataclasses import dataclass

from django.db.models import Count

from assessments.arithmetic import percentage
from assessments.models import Assessment, ProgrammeTarget
from assessments.models.programme import year_words


def days_of(year: int) -> tuple[datetime.date, datetime.date]:
    """The first and last day of the financial year that ends in `year`."""
    return datetime.date(year - 1, 4, 1), datetime.date(year, 3, 31)


def year_of(day: datetime.date) -> int:
    """The year in which the financial year of `day` ends."""
    return day.year + (day.month >= 4)


@dataclass(frozen=True)
class Line:
    """One directorate's year, or the total: counts, where they come from, and what was published beside the arithmetic."""

    name: str
    promised: int
    completed: int
    in_register: int = 0
    hidden: int = 0
    is_published: bool = False
    said_percentage: int | None = None
    directorate_id: int | None = None
    target_id: int | None = None

    @property
    def percentage(self):
        return percentage(self.completed, self.promised)

    @property
    def to_do(self):
        return max(self.promised - self.completed, 0)

    @property
    def printed_otherwise(self):
        """The percentage as published, where it is not what the arithmetic gives; None where they agree or none was published."""
        said = self.said_percentage
        return said if said is not None and said != self.percentage else None

    @property
    def bar(self):
        """The length of its bar in hundredths of the chart, where half stands for all that was promised."""
        share = self.percentage
        return 0 if share is None else min(share, 200) / 2


class Programme:
    """The programme of the financial year that ends in `year`, as those see it who may know of `known` assessments."""

    def __init__(self, year, known):
        self.year, self.known = year, known
        self.first, self.last = days_of(year)
        self.lines = list(self._lines())

    @property
    def name(self):
        return year_words(self.year)

    @property
    def total(self):
        """All directorates together. Its "to do" adds up theirs: one that did more than it promised takes nothing off another's."""
        return Line(
            "All directorates",
            sum(one.promised for one in self.lines),
            sum(one.completed for one in self.lines),
            sum(one.in_register for one in self.lines),
        )

    @property
    def total_to_do(self):
        return sum(one.to_do for one in self.lines)

    @property
    def stands_without_rows(self):
        """Whether a published count says more than the register holds."""
        return any(
            one.is_published and one.completed > one.in_register for one in self.lines
        )

    @property
    def timetable(self):
        """Those due within the year, the earliest first: one query."""
        due = self.known.filter(due__range=(self.first, self.last))
        return due.for_register().order_by("due", "pk")

    def _counts(self, assessments):
        """How many of `assessments` were completed in the year, by directorate: one query."""
        found = assessments.completed_between(self.first, self.last).order_by()
        return dict(found.values_list("directorate").annotate(Count("pk")))

    def _lines(self):
        """A count is the same for every reader; what of it stands in no list of theirs is said."""
        done, shown = self._counts(Assessment.objects.all()), self._counts(self.known)
        for one in ProgrammeTarget.objects.of_year(self.year):
            held = done.get(one.directorate_id, 0)
            published = one.completed is not None
            yield Line(
                str(one.directorate),
                one.target,
                one.completed if published else held,
                held,
                0 if published else held - shown.get(one.directorate_id, 0),
                published,
                one.percentage,
                one.directorate_id,
                one.pk,
            )
