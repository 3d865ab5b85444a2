"""How far the programme of a year has got: one rule for every percentage, beside what was published.

The rule: a percentage is completed out of promised, rounded half up to a whole number; out of nothing promised there is none.
To do is what is still promised, never below nothing: who did more than promised does not do another's.

What a directorate completed stands on its own line, or on the line of the one that it passed into where it has none of its own.
A confidential assessment is counted only for those who may know of it (decision 2201).
"""

import datetime
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Q

from assessments.models import ProgrammeTarget
from assessments.models.programme import year_words
from assessments.programme.arithmetic import percentage
from equality_tracker.organisation.models import Succession


def days_of(year: int) -> tuple[datetime.date, datetime.date]:
    """The first and last day of the financial year that ends in `year`."""
    return datetime.date(year - 1, 4, 1), datetime.date(year, 3, 31)


def year_of(day: datetime.date) -> int:
    """The year in which the financial year of `day` ends."""
    return day.year + (day.month >= 4)


def on_lines(directorates, counts, passed):
    """Return a Counter of `counts` ({directorate: how many}) by the line of the programme that each stands on, of those that `directorates` have.

    `passed` is {a directorate: the one that it passed wholly into}. What finds no line is left out: nobody promised it.
    """
    found = Counter()
    for directorate, count in counts.items():
        seen = set()
        while directorate not in directorates and directorate not in seen:
            seen.add(directorate)
            directorate = passed.get(directorate)
        if directorate in directorates:
            found[directorate] += count
    return found


@dataclass(frozen=True)
class Line:
    """One directorate's year, or the total: counts, where they come from, and what was published beside the arithmetic.

    `is_listed` where the register, narrowed to the directorate and the year, shows exactly those that were completed.
    """

    name: str
    promised: int
    completed: int
    in_register: int = 0
    is_published: bool = False
    said_percentage: int | None = None
    directorate_id: int | None = None
    target_id: int | None = None
    is_listed: bool = False

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
    """The programme of the financial year that ends in `year`, as those see it on the day `on` who may know of `known` assessments."""

    def __init__(self, year, known, on):
        self.year, self.known, self.on = year, known, on
        self.first, self.last = days_of(year)
        self.lines = list(self._lines())

    @cached_property
    def counted(self):
        """(directorate, how many were completed in the year, how many of them are confidential) of each: one query."""
        found = self.known.completed_between(self.first, self.last).order_by()
        secret = Count("pk", filter=Q(confidential_until__gt=self.on))
        return list(
            found.values_list("directorate").annotate(Count("pk"), secret=secret)
        )

    @property
    def confidential(self):
        """How many of those counted are confidential: others see smaller numbers."""
        return sum(secret for _directorate, _count, secret in self.counted)

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
        return due.order_by("due", "pk")

    def _lines(self):
        targets = list(ProgrammeTarget.objects.of_year(self.year))
        own = {directorate: count for directorate, count, _secret in self.counted}
        passed = Succession.objects.passed_wholly()
        held = on_lines({one.directorate_id for one in targets}, own, passed)
        for one in targets:
            here = one.directorate_id
            published = one.completed is not None
            yield Line(
                str(one.directorate),
                one.target,
                one.completed if published else held[here],
                held[here],
                published,
                one.percentage,
                here,
                one.pk,
                held[here] == on_lines({here}, own, passed)[here],
            )
