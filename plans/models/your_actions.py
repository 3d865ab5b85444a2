"""What one person is asked to do: the home page of an officer."""

import datetime

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When, Window
from django.db.models.functions import RowNumber

from equality_tracker.organisation.models import Lead

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
        leads = Lead.objects.held_by(user, on=on).order_by().values("pk")
        through = self.model.leads.through.objects
        return (
            self.live()
            .filter(pk__in=self._ids_of_person(user, leads, through))
            .filter(conditions.is_open() | _is_done())
            .annotate(
                you_lead=Exists(through.filter(action=OuterRef("pk"), lead__in=leads)),
                is_asked=Case(
                    When(_has_round() & ~_is_done(), then=True), default=False
                ),
                is_stale=Case(When(_is_stale(on), then=True), default=False),
                section=_section(on),
            )
            .order_by("section", "-you_lead", F("due").asc(nulls_last=True), "pk")
        )

    def count_by_section(self):
        """Return {section: (how many, of them asked by a round)} of what `for_your_actions` gave, without the empty ones."""
        counted = (
            self.order_by()
            .values("section")
            .annotate(how_many=Count("pk"), asked=Count("pk", filter=Q(is_asked=True)))
        )
        return {row["section"]: (row["how_many"], row["asked"]) for row in counted}

    def first_of_each_section(self, most):
        """Load the first `most` of each section of what `for_your_actions` gave, as its page shows them: one query."""
        place = Window(
            RowNumber(),
            partition_by=F("section"),
            order_by=[F("you_lead").desc(), F("due").asc(nulls_last=True), F("pk")],
        )
        return (
            self.annotate(place=place)
            .filter(place__lte=most)
            .select_related("plan", "latest_update")
            .defer("search")
        )

    def _ids_of_person(self, user, leads, through):
        """A union of two index look-ups: an OR of them would read every action."""
        live = Plan.objects.live().order_by().values("pk")
        of_directorates = self.model._base_manager.filter(
            directorate__in=user.memberships.values("directorate"), plan__in=live
        )
        led = through.filter(lead__in=leads)
        return (
            of_directorates.order_by()
            .values("pk")
            .union(led.order_by().values("action"))
        )


def _section(on):
    """What was updated this round is done with, even where it is late: its officer has said so."""
    needs = (
        conditions.is_overdue(on)
        | Q(rag_status=RagStatus.SLIPPED)
        | (_is_stale(on) & ~_is_waiting())
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


def _is_stale(on):
    """No word for long, in a plan whose officers no round is asking."""
    long_ago = on - datetime.timedelta(days=LONG_DAYS)
    return conditions.is_not_updated_since(long_ago) & ~_has_round()
