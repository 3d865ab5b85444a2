"""The indicators of the demonstration: five years of figures, typed as they were published and corrected as they are."""

from dataclasses import replace

from indicators.groups import recording, rows
from indicators.models import Baseline, Comment, Indicator, Result, Target
from indicators.performance.measures import Direction
from indicators.words import periods, values
from plans.models import Action, Priority

from .fixtures import read_fixture
from .saving import saved
from .story import ENDS, SAID, Moment

YEARS, QUARTERS = 5, 8
# How long after its period's end a result was entered, corrected and spoken of, in days.
ENTERED, CORRECTED, SPOKEN_OF = 45, 75, 60


def tell_indicators(calendar, cast, told):
    """Make every indicator under its plan's priority, then enter its figures, the oldest first; `told` is each plan by its key."""
    for each in read_fixture("indicators"):
        Teller(calendar, cast, told, each).tell()


class Teller:
    """Keeps one indicator as the equality lead and the directors would."""

    def __init__(self, calendar, cast, told, each):
        self.calendar, self.cast, self.each = calendar, cast, each
        self.plan = told[each.get("plan", "edi")].plan
        self.plans = {key: one.plan for key, one in told.items()}
        self.kind = {"quarter": periods.QUARTER}.get(each.get("every"), periods.FINANCIAL_YEAR)  # fmt: skip
        self.count = QUARTERS if self.kind == periods.QUARTER else YEARS
        self.indicator, self.results = None, {}

    def tell(self):
        """Play what happened to the indicator, the oldest first."""
        self.play(self.period(0).start, 0, self.make)
        for place, text in enumerate(self.each["results"]):
            self.play(self.period(place).end, ENTERED, self.enter_one(place, text))
        for place, _first, why in self.each.get("correct", []):
            end = self.period(place).end
            self.play(end, CORRECTED, self.correct_one(place, why), ENDS)
        for person, words in self.each.get("comments", []):
            by = self.cast.people[person]
            self.play(self.newest.end, SPOKEN_OF, self.comment(words, by), by=by)
        if "withdrawn" in self.each:
            self.play(self.newest.end, 0, self.withdraw)

    def play(self, day, after, do, part=SAID, by=None):
        """Do something so many days after a day, or yesterday where that has not come yet."""
        offset = min((day - self.calendar.today).days + after, -1)
        at = self.calendar.moment(offset, f"{self.each['code']} {after}")
        Moment(at.date(), part, at, by or self.cast.admin, do).play()

    def period(self, place):
        """The period of the result at `place`, of which the last is for the newest that has ended."""
        found = periods.last_ended(self.kind, self.calendar.today)
        for _back in range(self.count - 1 - place):
            found = periods.before(found)
        for _on in range(place - self.count + 1):
            found = periods.after(found)
        return found

    @property
    def newest(self):
        return self.period(max(len(self.each["results"]) - 1, 0))

    def make(self, moment):
        """The indicator with its baseline, its targets and what it belongs to."""
        each = self.each
        introduced = each.get("introduced")
        self.indicator = Indicator(
            code=each["code"], title=each["title"], unit=each["unit"], belongs_to=each.get("set", "local"),
            parent=Indicator.objects.filter(code=each.get("parent", "-")).first(), tolerance=each.get("tolerance"),
            tolerance_is_percent=each.get("percent", False), source=each.get("source", ""),
            frequency=each.get("frequency", ""), directorate=self.cast.directorates[each["directorate"]],
            lead=self.cast.leads.get(each.get("lead")),
            introduced=None if introduced is None else self.period(self.count - 1 - introduced).start,
        )  # fmt: skip
        saved(self.indicator)
        if each["better"]:
            self.indicator.confirm_direction(Direction(each["better"]), by=self.cast.admin, at=moment.at)  # fmt: skip
        self.link()
        self.set_out(moment.at)

    def link(self):
        """Put it under its priorities, and beside the actions that are meant to move it."""
        priority = Priority.objects.get(plan=self.plan, number=self.each["priority"])
        self.indicator.indicator_priorities.create(priority=priority)
        for key, number in self.each.get("also_under", []):
            also = Priority.objects.get(plan=self.plans[key], number=number)
            self.indicator.indicator_priorities.create(priority=also)
        for key, number, place in self.each.get("actions", []):
            under = Action.objects.filter(priority__plan=self.plans[key], priority__number=number)  # fmt: skip
            action = under.order_by("position")[place - 1]
            self.indicator.indicator_actions.create(action=action)

    def set_out(self, at):
        """Its baseline, for the period before the first result, and its targets."""
        if self.each["baseline"]:
            before = periods.before(self.period(0))
            baseline = Baseline(indicator=self.indicator, period_kind=before.kind, period=before.name, end=before.end)  # fmt: skip
            self.keep(baseline, self.each["baseline"], at)
        for place, text in enumerate(self.each["targets"]):
            kind, name, start, end = self.period(place)
            target = Target(indicator=self.indicator, period_kind=kind, period=name, start=start, end=end)  # fmt: skip
            self.keep(target, text, at, self.each.get("change_in", {}).get(str(place)))

    def keep(self, figure, text, at, change_in=None):
        """Save a baseline or target as it was published; whether a change is in points or per cent was answered, or not."""
        figure.read_from(values.read(text))
        figure.entered_by, figure.entered_at = self.cast.admin, at
        if change_in is not None or getattr(figure, "change", ""):
            figure.change_in = change_in or ""
        saved(figure)

    def enter_one(self, place, text):
        """One result with its groups; one that is corrected later begins with its first words."""
        first = {at: words for at, words, _why in self.each.get("correct", [])}

        def enter(moment):
            result = Result(indicator=self.indicator)
            result.enter(
                self.read(first.get(place, text), place), by=self.cast.admin, period=self.period(place),
                source=self.each.get("source", ""), at=moment.at,
            )  # fmt: skip
            self.results[place] = result
            self.break_down(result, self.count - 1 - place)

        return enter

    def read(self, text, place):
        """A result's words, with how many of how many where that is kept beside them."""
        people = self.each.get("people", {})
        if not (people and people[place]):
            return values.read(text)
        count, base = people[place]
        return replace(values.read(text), numerator=count, denominator=base)

    def break_down(self, result, back):
        """The groups of the result of so many periods ago, as its sheets have them."""
        for name, sheet in self.each.get("groups", {}).get(str(back), {}).items():
            figures = [
                rows.read(group, text, count, base, unit=self.indicator.unit, decimals=0)
                for group, text, count, base in sheet
            ]  # fmt: skip
            characteristic = self.cast.characteristics[name]
            recording.record(result, characteristic, figures, seen="")

    def correct_one(self, place, why):
        def correct(moment):
            right = values.read(self.each["results"][place])
            self.results[place].correct(right, by=self.cast.admin, why=why, at=moment.at)  # fmt: skip

        return correct

    def comment(self, words, by):
        """What a director says of the newest result."""

        def say(moment):
            Comment.objects.create(indicator=self.indicator, end=self.newest.end, text=words, made_by=by, made_at=moment.at)  # fmt: skip

        return say

    def withdraw(self, moment):
        self.indicator.withdraw(on=self.newest.end, why=self.each["withdrawn"])
