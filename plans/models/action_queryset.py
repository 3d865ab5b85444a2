"""The questions pages ask of many actions."""

from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Case, F, Q, Value, When

from equality_tracker.organisation.models import Holding, Membership, Role

from . import conditions
from .action_page import ActionPage
from .action_rows import ActionRows
from .in_round import InRound
from .plan import Plan
from .status import URGENCY, RagStatus
from .your_actions import YourActions


class ActionQuerySet(ActionRows, ActionPage, InRound, YourActions, models.QuerySet):
    def live(self):
        """Actions of live plans: what the council is working on now."""
        return self.filter(plan__state=Plan.State.LIVE)

    def open(self):
        """Neither achieved nor withdrawn; no status given counts as open."""
        return self.filter(conditions.is_open())

    def slipped(self):
        return self.filter(rag_status=RagStatus.SLIPPED)

    def overdue(self, on):
        """Open, with a due date before the day `on`."""
        return self.filter(conditions.is_overdue(on))

    def due_within(self, on, days):
        """Open and due from the day `on` up to and with the day `days` later."""
        return self.filter(conditions.is_due_within(on, days))

    def not_updated_since(self, day):
        """Open, with no update that speaks of `day` or later."""
        return self.filter(conditions.is_not_updated_since(day))

    def in_running_round(self):
        """Open actions of plans that have a running round: those it asks for an update."""
        return self.open().filter(plan__round_plans__running=True)

    def updated_this_round(self):
        """Those whose newest update was made in their plan's running round."""
        return self.filter(
            plan__round_plans__running=True,
            latest_update__round=F("plan__round_plans__round"),
        )

    def not_updated_this_round(self):
        """Open actions that a running round still waits for."""
        return self.filter(conditions.is_not_updated_this_round())

    def without_lead(self):
        """Open, with no lead named that the product knows."""
        return self.filter(conditions.has_no_lead())

    def waiting(self):
        """Open, without a date, waiting for an event."""
        return self.open().filter(due__isnull=True).exclude(event="")

    def of_directorate(self, directorate):
        """All that stand on a directorate's dashboard: those it answers for, and those it contributes to.

        What passed wholly into it in a restructure counts as its own. Each action comes once.
        """
        return self.of_directorates(directorate.with_predecessors())

    def of_directorates(self, ids):
        """Those that one of the directorates with these ids answers for or contributes to, each once."""
        through = self.model._meta.get_field("contributing").remote_field.through
        contributed = through.objects.filter(directorate__among=ids)
        return self.filter(
            Q(directorate__among=ids)
            | Q(contributing_all=True)
            | Q(pk__in=contributed.values("action"))
        )

    def answered_by(self, directorate):
        """Those that `directorate` answers for, with what passed wholly into it in a restructure."""
        return self.filter(directorate__in=directorate.with_predecessors())

    def led_by(self, user, on):
        """Those with a lead that `user` holds on the day `on`."""
        return self.filter(pk__in=self._with_leads_of(user, on))

    def _with_leads_of(self, user, on):
        through = self.model._meta.get_field("leads").remote_field.through
        held = Holding.objects.running(on).filter(user=user).values("lead")
        return through.objects.filter(lead__in=held).values("action")

    def editable_by(self, user, on):
        """Those that `user` may update on the day `on` (design §5): an officer those whose lead they hold or of their directorates, a
        manager all of their directorates, an admin all; nobody anything outside a live plan.
        """
        if not user.may_update:
            return self.none()
        return self.live().answered_for_by(user, on=on)

    def answered_for_by(self, user, on):
        """What `editable_by` gives, of plans in any state: whoever wrote while a plan was closed is told so rather than "not found"."""
        if not user.may_update:
            return self.none()
        if user.role == Role.ADMIN:
            return self
        return self.of_person(user, on=on)

    def of_person(self, user, on):
        """Those with a lead that `user` holds on the day `on`, and those for which one of their directorates answers."""
        return self.filter(self.is_of_person(user, on))

    def is_of_person(self, user, on):
        """The condition of `of_person`."""
        theirs = Membership.objects.filter(user=user).values("directorate")
        return Q(directorate__in=theirs) | Q(pk__in=self._with_leads_of(user, on))

    def matching(self, words):
        """Those that hold all of `words` in their reference, title, outcome, measures, steps, leads or timescale."""
        return self.filter(
            search=SearchQuery(words, config="english", search_type="websearch")
        )

    def by_urgency(self, descending=False):
        """Worst status first, then the earliest due."""
        order = Case(
            *[
                When(_has_status(status), then=Value(place))
                for place, status in enumerate(URGENCY)
            ],
            output_field=models.SmallIntegerField(),
        )
        ranked = self.annotate(urgency=order)
        place = F("urgency").desc() if descending else F("urgency").asc()
        return ranked.order_by(place, F("due").asc(nulls_last=True), "position", "pk")

    def due_first(self):
        """The earliest due first; what has no date last."""
        return self.order_by(F("due").asc(nulls_last=True), "position", "pk")

    def for_list(self):
        """Load all that one row of an action list shows: two queries, one for the actions and one for their leads."""
        return (
            self.select_related("plan", "priority", "directorate", "latest_update")
            .prefetch_related("leads")
            .defer("search")
        )


def _has_status(status):
    return Q(rag_status__isnull=True) if status is None else Q(rag_status=status)
