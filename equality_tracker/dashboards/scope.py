"""What a dashboard speaks of: whose actions, of which plans, as at when, and since when it compares."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils import timezone

from equality_tracker.addresses import address
from equality_tracker.organisation.models import Directorate
from plans.models import Plan, Round

from .figures import Figure

SETTLED_DAYS = 28
# Stands in an address for the name of a list.
ANY = "any-list"


class Kind(NamedTuple):
    """What two dashboards have in common whose questions are the same but for days and ids."""

    of_directorate: bool
    in_round: bool


@dataclass(frozen=True)
class Scope:
    """A directorate's actions, or the whole council's (`directorate` None), of its live plans or of the one `plan` chosen.

    `directorates` are the ids of the directorate and of those that passed into it. `plan_ids` are those plans: named one by one, so that the database sees how few of its actions are asked for. `on` is today, `since` the day at whose beginning the comparison starts, `rounds` the running round of each plan's id,
    `is_usual` whether it compares with the day that it does unless told otherwise.
    """

    on: datetime.date
    since: datetime.date
    directorate: Directorate | None = None
    directorates: tuple = ()
    plan: Plan | None = None
    plan_ids: tuple = ()
    rounds: dict = field(default_factory=dict)
    base: str = ""
    is_usual: bool = True

    @property
    def started(self):
        """The moment at which the day `since` began."""
        return timezone.make_aware(
            datetime.datetime.combine(self.since, datetime.time.min)
        )

    @property
    def who(self):
        return self.directorate.name if self.directorate else "The whole council"

    @property
    def round(self):
        """The running round that opened first, or None."""
        return min(self.rounds.values(), key=lambda one: one.opens, default=None)

    @property
    def kind(self):
        return Kind(self.directorate is not None, bool(self.rounds))

    @cached_property
    def given(self):
        """What a prepared question about the actions of this scope is asked with."""
        return {
            "on": self.on,
            "since": self.since,
            "started": self.started,
            "plans": list(self.plan_ids),
            "directorates": list(self.directorates),
        }

    @property
    def counted_by(self):
        """What the counts of one plan hang on, beside its rows."""
        return self.kind, self.on, self.started, self.directorates, self.is_usual

    def figure(self, label, count, **asked):
        """Return a Figure whose rows the action list shows when it is asked for `asked`."""
        return Figure(label, count, self.list_url(**asked))

    def list_url(self, **asked):
        """Return the address of the action list over this scope, narrowed by `asked`."""
        if not self._own:
            return f"{self.base}?{urlencode(asked)}"
        return f"{self.base}?{urlencode({**self._own, **asked})}"

    @cached_property
    def _own(self):
        own = {"plan": self.plan.reference} if self.plan else {}
        if self.directorate:
            own["directorate"] = self.directorate.pk
        return own

    @cached_property
    def address(self):
        """What this page's own links carry on: the plan chosen and the date compared with."""
        chosen = {"plan": self.plan.reference} if self.plan else {}
        return urlencode({**chosen, "since": self.since.isoformat()})

    @cached_property
    def page(self):
        own = self.directorate
        if own:
            return address("dashboards:directorate", own.pk)
        return address("dashboards:council")

    def page_of_plan(self, plan):
        """Return the address of this page narrowed to `plan`."""
        chosen = {"plan": plan.reference, "since": self.since.isoformat()}
        return f"{self.page}?{urlencode(chosen)}"

    def page_url(self, name):
        """Return the address of another page of the same scope: "chase" is the council's or the directorate's."""
        return f"{self._path(name)}?{self.address}"

    def rows_url(self, kind):
        """Return the address of the list behind a number that the action list has no words for."""
        return f"{self._rows.replace(ANY, kind)}?{self.address}"

    @cached_property
    def _rows(self):
        # One reverse for the dozens of such addresses that a page has.
        return self._path("rows", ANY)

    def _path(self, name, *args):
        if self.directorate:
            return address(f"dashboards:directorate_{name}", self.directorate.pk, *args)
        return address(f"dashboards:council_{name}", *args)


def running_rounds(plans, on):
    """Return {plan id: its round} of those of `plans` whose round runs on the day `on`; they come from `standing.plans_shown`."""
    found = {}
    for plan in plans:
        if plan.round_id and plan.round_opens <= on:
            found[plan.pk] = Round(
                pk=plan.round_id,
                title=plan.round_title,
                opens=plan.round_opens,
                closes=plan.round_closes,
            )
    return found


def usual_start(plans, on):
    """Return the day that a dashboard of `plans` compares with unless told otherwise: the opening of the newest round, else the beginning
    of the newest quarter that is at least four weeks old."""
    opened = [plan.opened for plan in plans if plan.opened]
    if opened:
        return max(opened)
    day = on - datetime.timedelta(days=SETTLED_DAYS)
    return day.replace(month=day.month - (day.month - 1) % 3, day=1)
