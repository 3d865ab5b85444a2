"""The plans of the demonstration: made as a council would make them, then followed through their year."""

import datetime

from plans.models import (
    Action,
    ActionLead,
    Contribution,
    Milestone,
    Plan,
    Priority,
    StatusWording,
)
from plans.recurrence import add_months

from .calendar import TIMESCALES
from .fixtures import actions_in
from .saving import saved
from .story import BEGINS, ENDS
from .updates import tell_updates

# Between the plan's first day and the day its actions are entered.
A_WEEK = 7


class PlanTeller:
    """Adds one plan's moments to the story; the rows come to stand in `plan` and `actions` as it is played."""

    def __init__(self, fixture, story, cast, told):
        self.fixture, self.story, self.cast, self.told = fixture, story, cast, told
        self.calendar = story.calendar
        self.plan, self.priorities, self.actions = None, {}, {}
        self.pending = []
        self.start = self._start()
        self.end = add_months(self.start, 12 * fixture["years"])
        self.end -= datetime.timedelta(days=1)

    def tell(self):
        """Tell the plan's whole life: adopted, added to, reported on, closed."""
        key = self.fixture["key"]
        opens = (self.start - self.calendar.today).days
        self.story.tell(opens, key, self.cast.admin, self.adopt, BEGINS)
        for place, (priority, action) in enumerate(actions_in(self.fixture), start=1):
            self._tell_action(place, priority, action, opens + A_WEEK)
        if "closes" in self.fixture:
            closes = self.fixture["closes"]
            self.story.tell(closes, key, self.cast.admin, self.close, ENDS)

    def adopt(self, moment):
        """Make the plan and its priorities."""
        each = self.fixture
        days = {"start": self.start, "end": self.end}
        self.plan = saved(
            Plan(
                reference=self.calendar.words(each["reference"], **days),
                title=self.calendar.words(each["title"], **days),
                owner=each["owner"],
                directorate=self.cast.directorates[each["directorate"]],
                start=self.start,
                end=self.end,
                summary=each["summary"],
                priority_word=each["priority_word"],
                succeeds=self._predecessor(),
                state=Plan.State.LIVE,
            )
        )
        for wording in each.get("wordings", []):
            saved(StatusWording(plan=self.plan, **wording))
        for place, priority in enumerate(each["priorities"], start=1):
            self.priorities[priority["number"]] = self._priority(place, priority)

    def close(self, moment):
        """Close the plan: nothing more is reported on it."""
        self.plan.state = Plan.State.CLOSED
        self.plan.save(update_fields=["state"])

    def add(self, place, priority, each, moment):
        """Make one action with all that hangs on it."""
        due = self.calendar.due(each.get("due"), each.get("precision"))
        start = self.calendar.date(each.get("start"))
        action = Action(
            plan=self.plan,
            priority=self.priorities[priority["number"]],
            position=place,
            reference=each.get("ref", ""),
            title=each["title"],
            outcome=each.get("outcome", ""),
            measures="\n".join(each.get("measures", [])),
            lead_as_written=self._lead_as_written(each),
            directorate=self.cast.directorates[each["dir"]],
            contributing_all=each.get("all", False),
            timescale=self._timescale(each, start, due),
            start=start,
            due=due,
            due_precision=each.get("precision", ""),
            recurrence=each.get("recurrence", ""),
            ongoing=each.get("ongoing", False),
            event=each.get("event", ""),
            created_at=moment.at,
        )
        self.actions[place] = saved(action)
        self._join(action, each)

    def _start(self):
        starts = dict(self.fixture["starts"])
        if "four_years_before" in starts:
            follower = self.told[starts["four_years_before"]]
            return add_months(follower.start, -48)
        return self.calendar.start_of_plan(starts)

    def _predecessor(self):
        key = self.fixture.get("succeeds")
        return self.told[key].plan if key else None

    def _priority(self, place, each):
        return saved(
            Priority(
                plan=self.plan,
                number=each["number"],
                position=place,
                title=each["title"],
                description=each.get("description", ""),
                outcomes="\n".join(each.get("outcomes", [])),
                heading_deadline=self.calendar.words(each.get("heading_deadline", "")),
            )
        )

    def _tell_action(self, place, priority, each, opens):
        key = f"{self.fixture['key']} {place}"

        def add(moment):
            self.add(place, priority, each, moment)

        self.story.tell(each.get("added", opens), key, self.cast.admin, add, BEGINS)
        tell_updates(self, key, place, each)

    def _lead_as_written(self, each):
        leads = [self.cast.leads[key].name for key in each["leads"]]
        return each.get("who") or " and ".join(leads)

    def _timescale(self, each, start, due):
        text = each.get("timescale") or TIMESCALES.get(each.get("precision"), "")
        return self.calendar.words(text, start=start, due=due)

    def _join(self, action, each):
        for place, key in enumerate(each["leads"]):
            lead = self.cast.leads[key]
            ActionLead.objects.create(action=action, lead=lead, position=place)
        for key in each.get("with", []):
            directorate = self.cast.directorates[key]
            Contribution.objects.create(action=action, directorate=directorate)
        for step in each.get("milestones", []):
            due = self.calendar.working_day(step["due"])
            saved(
                Milestone(action=action, label=step["label"], due=due, precision="day")
            )
        action.aims.set([self.cast.aims[number] for number in each.get("aims", [])])
        action.characteristics.set(
            [self.cast.characteristics[name] for name in each.get("for", [])]
        )
