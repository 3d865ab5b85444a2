"""What one person is asked to do: the home page of an officer."""

import datetime
from functools import cache

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When, Window
from django.db.models.functions import RowNumber

from equality_tracker.organisation.models import Lead, Membership
from equality_tracker.prepared import Prepared

from . import conditions
from .plan import Plan
from .round import RoundPlan
from .status import RagStatus

# With no round running, an action that nobody has spoken of for this long asks for a word.
LONG_DAYS = 90


class Section(models.TextChoices):
    """Where an action stands on a person's own page, in the order of reading."""

    NEEDS_YOU = "1-needs-you", "Needs you"
    WAITING = "2-waiting", "Waiting for an event"
    COMING_UP = "3-coming-up", "Coming up"
    DONE = "4-done", "Done this round"


class YourActions:
    """The questions of an officer's own page."""

    def for_your_actions(self, user, on):
        """Live actions that `user` leads or whose directorate answers, each with its `section`, what they lead first, then by date.

        Adds `section` (of Section), `you_lead`, `is_asked` (a running round waits for it) and `is_stale` (no word for 90 days).
        What is achieved or withdrawn stays as long as the round counts it.
        """
        return self.of_places(**_asked(user, on))

    def of_places(self, leads, directorates, on, long_ago):
        """The same of the leads and directorates with these ids: as ids, PostgreSQL knows how few they are, and reads no other action."""
        led = self.model.leads.through.objects.filter(lead__among=leads)
        return (
            self.live()
            .filter(pk__in=self._of_directorates_or(directorates, led))
            .filter(conditions.is_open() | _is_done())
            .annotate(
                you_lead=Exists(led.filter(action=OuterRef("pk"))),
                is_asked=Case(
                    When(_has_round() & ~_is_done(), then=True), default=False
                ),
                is_stale=Case(When(_is_stale(long_ago), then=True), default=False),
                section=_section(on, long_ago),
            )
            .order_by("section", "-you_lead", F("due").asc(nulls_last=True), "pk")
        )

    def first_of_each_section(self, most):
        """Load the first `most` of each section of what `for_your_actions` gave, as its page shows them: one query.

        Each row knows of its section `how_many` there are, and how many of them a round asks for, `how_many_asked`.
        """
        place = Window(
            RowNumber(),
            partition_by=F("section"),
            order_by=[F("you_lead").desc(), F("due").asc(nulls_last=True), F("pk")],
        )
        return (
            self.annotate(
                place=place,
                how_many=_count_in_section(),
                how_many_asked=_count_in_section(filter=Q(is_asked=True)),
            )
            .filter(place__lte=most)
            .select_related("plan", "latest_update")
            .defer("search")
        )

    def _of_directorates_or(self, directorates, led):
        """A union of two index look-ups: an OR of them would read every action."""
        live = Plan.objects.live().order_by().values("pk")
        answered = self.model._base_manager.filter(
            directorate__among=directorates, plan__in=live
        )
        return answered.order_by().values("pk").union(led.order_by().values("action"))


def first_of_yours(user, on, most):
    """Return what `first_of_each_section` loads of `for_your_actions`: two queries, read once a connection."""
    return _first(most).rows(**_asked(user, on))


@cache
def _first(most):
    def first(leads, directorates, on, long_ago):
        actions = apps.get_model("plans", "Action").objects
        mine = actions.of_places(leads, directorates, on, long_ago)
        return mine.first_of_each_section(most)

    return Prepared(first)


def _asked(user, on):
    """What is asked with: the ids of the leads that `user` holds on the day `on` and of their directorates, that day, and the one before which
    a word is long ago. One query.
    """
    rows = _places.tuples(user=user.pk, on=on)
    return {
        "leads": [pk for pk, is_lead in rows if is_lead],
        "directorates": [pk for pk, is_lead in rows if not is_lead],
        "on": on,
        "long_ago": on - datetime.timedelta(days=LONG_DAYS),
    }


@Prepared
def _places(user, on):
    leads = Lead.objects.held_by(user, on).order_by()
    theirs = Membership.objects.filter(user=user).order_by()
    leads = leads.values_list("pk", Value(True))
    return leads.union(theirs.values_list("directorate", Value(False)), all=True)


def _count_in_section(**which):
    return Window(Count("pk", **which), partition_by=F("section"))


def _section(on, long_ago):
    """What was updated this round is done with, even where it is late: its officer has said so."""
    needs = (
        conditions.is_overdue(on)
        | Q(rag_status=RagStatus.SLIPPED)
        | (_is_stale(long_ago) & ~_is_waiting())
        | (_has_round() & ~_is_waiting())
    )
    return Case(
        When(_is_done(), then=Value(Section.DONE)),
        When(needs, then=Value(Section.NEEDS_YOU)),
        When(_is_waiting(), then=Value(Section.WAITING)),
        default=Value(Section.COMING_UP),
        output_field=models.CharField(),
    )


def _running():
    return RoundPlan.objects.filter(running=True)


def _has_round():
    return Q(plan__in=_running().values("plan"))


def _is_done():
    return Q(latest_update__round__in=_running().values("round"))


def _is_waiting():
    return Q(due__isnull=True) & ~Q(event="")


def _is_stale(long_ago):
    """No word since the day `long_ago`, in a plan whose officers no round is asking."""
    return conditions.is_not_updated_since(long_ago) & ~_has_round()
