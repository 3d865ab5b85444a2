"""The questions that are asked of indicators."""

from django.db import models
from django.db.models import F, Q

from equality_tracker.organisation.models import Lead, Role
from equality_tracker.organisation.models.user import Membership
from plans.models import Action, Priority
from plans.models.action_rows import NaturalKey

# Those without a code last; an index holds the indicators in this order.
BY_CODE = (
    models.Case(models.When(code="", then=1), default=0),
    NaturalKey(F("code")),
    F("title"),
    F("id"),
)


class IndicatorQuerySet(models.QuerySet):
    def in_use(self, on):
        """Those introduced by and not withdrawn before the day `on`."""
        begun = Q(introduced__isnull=True) | Q(introduced__lte=on)
        going = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on)
        return self.filter(begun & going)

    def withdrawn(self, on):
        """Those that ended on or before the day `on`: their history stays."""
        return self.filter(withdrawn_on__lte=on)

    def without_direction(self):
        """Those of which nobody has confirmed which way is better."""
        return self.filter(direction="")

    def not_judged(self, by):
        """Those whose verdict is not kept, or was kept under another rule than `by`: see `verdicts.keep_up`."""
        return self.exclude(~Q(verdict=""), judged_by=by)

    def editable_by(self, user, on):
        """Those whose figures `user` may enter on the day `on`: an admin all, others those of their directorates or leads."""
        if not user.may_update:
            return self.none()
        if user.role == Role.ADMIN:
            return self
        theirs = Membership.objects.filter(user=user).values("directorate")
        leads = Lead.objects.held_by(user, on).values("pk")
        return self.filter(Q(directorate__in=theirs) | Q(lead__in=leads))

    def with_may_edit(self, user, on):
        """Say of each whether `user` may enter its figures on the day `on`, as `may_edit`: no query more."""
        theirs = self.model.objects.editable_by(user, on).filter(pk=models.OuterRef("pk"))  # fmt: skip
        return self.annotate(may_edit=models.Exists(theirs))

    def matching(self, words):
        """Those that hold all of `words` in their code or title."""
        found = self
        for word in words.split():
            found = found.filter(Q(code__icontains=word) | Q(title__icontains=word))
        return found

    def with_figures(self):
        """Load baselines, targets and results, each with the unit it takes: three queries more."""
        return self.prefetch_related("baselines", "targets", "results")

    def for_indicator_list(self):
        """Load all that a row of the list of indicators shows: four queries."""
        return self.select_related("directorate", "parent").with_figures().by_code()

    def for_indicator_page(self):
        """Load all that an indicator's page shows but its breakdowns: eight queries."""
        comments = self.model.comments.field.model.objects.select_related("made_by")
        return (
            self.select_related(
                "directorate", "lead", "parent", "direction_confirmed_by"
            )
            .with_figures()
            .prefetch_related(
                models.Prefetch("parts", self.model.objects.by_code()),
                models.Prefetch("comments", comments),
                models.Prefetch(
                    "actions", Action.objects.select_related("plan").defer("search")
                ),
                models.Prefetch("priorities", Priority.objects.select_related("plan")),
            )
        )

    def by_code(self):
        """In the order of their codes as people count: NI 2 before NI 10, those without a code last."""
        return self.order_by(*BY_CODE)
