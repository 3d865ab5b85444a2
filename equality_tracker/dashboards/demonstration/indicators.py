"""The indicators of the demonstration: five years of results, typed as they were published."""

from indicators import values
from indicators.measures import Direction
from indicators.models import Baseline, Comment, Indicator, Result, Target
from plans.models import Priority

from .fixtures import read_fixture
from .story import SAID, Moment

YEARS = 5
# How long after a year's end its results were entered, in days.
ENTERED_AFTER = 45


def tell_indicators(calendar, cast, plan):
    """Make every indicator under the priorities of `plan`, then enter its years, the oldest first."""
    teller = Teller(calendar, cast, plan)
    fixture = read_fixture("indicators")
    teller.at(YEARS, lambda moment: teller.make_all(fixture, moment.at))
    for back in range(YEARS - 1, -1, -1):
        teller.at(back, lambda moment, back=back: teller.enter_all(fixture, back))


class Teller:
    """Enters the fixture's indicators as the equality lead would."""

    def __init__(self, calendar, cast, plan):
        self.calendar, self.cast, self.plan = calendar, cast, plan
        self.made = {}
        last = calendar.start_of_plan({"year_of": 0})
        self.year_now = last.year - 1

    def at(self, back, do):
        """Do something some weeks after the end of the year that lies `back` years before the last one."""
        end = self.year(back)["end"]
        offset = (end - self.calendar.today).days + ENTERED_AFTER
        at = self.calendar.moment(min(offset, -1), f"indicators {back}")
        Moment(at.date(), SAID, at, self.cast.admin, do).play()

    def year(self, back):
        """The financial year that lies `back` years before the last one that ended, as the fields of a figure."""
        first = self.year_now - back
        begins = self.calendar.today.replace(year=first, month=4, day=1)
        return {
            "period_kind": "financial_year",
            "period": f"{first}/{(first + 1) % 100:02}",
            "start": begins,
            "end": begins.replace(year=first + 1, month=3, day=31),
        }

    def make_all(self, fixture, at):
        for each in fixture:
            self.made[each["code"]] = self.make(each, at)

    def make(self, each, at):
        """One indicator with its baseline, its targets and its priority; who said which way is better is the equality lead."""
        indicator = Indicator(
            code=each["code"],
            title=each["title"],
            unit=each["unit"],
            belongs_to="local",
            tolerance=each.get("tolerance"),
            tolerance_is_percent=each.get("percent", False),
            source=each.get("source", ""),
            frequency=each.get("frequency", ""),
            directorate=self.cast.directorates[each["directorate"]],
            lead=self.cast.leads.get(each.get("lead")),
        )
        indicator.full_clean()
        indicator.save()
        if each["better"]:
            better = Direction(each["better"])
            indicator.confirm_direction(better, by=self.cast.admin, at=at)
        priority = Priority.objects.get(plan=self.plan, number=each["priority"])
        indicator.indicator_priorities.create(priority=priority)
        self.enter(self.baseline(indicator), each["baseline"])
        for place, text in enumerate(each["targets"]):
            year = self.year(YEARS - 1 - place)
            self.enter(Target(indicator=indicator, **year), text)
        return indicator

    def baseline(self, indicator):
        """A baseline for the year before the first result."""
        year = self.year(YEARS)
        year.pop("start")
        return Baseline(indicator=indicator, **year)

    def enter_all(self, fixture, back):
        """The results of one year."""
        for each in fixture:
            place = YEARS - 1 - back
            indicator = self.made[each["code"]]
            if place < len(each["results"]):
                result = Result(indicator=indicator, **self.year(back))
                self.enter(result, each["results"][place], each.get("source", ""))
                if back == 0:
                    self.add_groups(result, each.get("groups", {}))
            if back == each.get("withdrawn_after"):
                indicator.withdraw(on=self.year(back)["end"], why=each["withdrawn"])
            if back == 0 and "comment" in each:
                Comment.objects.create(
                    indicator=indicator,
                    end=self.year(0)["end"],
                    text=each["comment"],
                    made_by=self.cast.admin,
                )

    def enter(self, figure, text, source=""):
        figure.read_from(values.read(text))
        figure.entered_by, figure.source = self.cast.admin, source
        figure.full_clean()
        figure.save()

    def add_groups(self, result, groups):
        for name, rows in groups.items():
            for place, (group, text, count, base) in enumerate(rows):
                result.breakdowns.create(
                    characteristic=self.cast.characteristics[name],
                    group=group,
                    position=place,
                    text=text,
                    value=values.read(text).value,
                    count=count,
                    base=base,
                )
