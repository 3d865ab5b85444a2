"""A council's plan and the words it uses."""

import re

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Coalesce, JSONObject, Lower

from equality_tracker.addresses import address
from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.organisation.models import Directorate
from equality_tracker.prepared import Prepared

from .status import RagStatus

# Words that stand in a reference's place in an address: plans/new/, actions/?plan=all.
NOT_REFERENCES = r"^(new|all|live|draft|closed)$"
# What is read of a status's wording along with its plan.
WORDING = ("id", "version", "plan_id", "status", "word", "definition", "colour")


class PlanQuerySet(models.QuerySet):
    def live(self):
        return self.filter(state=Plan.State.LIVE)

    def with_wordings(self):
        """Read the wordings of statuses along with each plan: `StatusWording.objects.for_plan` asks for them no more."""
        return self.annotate(wordings_read=ArraySubquery(
            StatusWording.objects.of_plan(models.OuterRef("pk")).values_list(JSONObject(**{name: name for name in WORDING}))
        ))  # fmt: skip

    def for_plan_list(self):
        """Load what the list of plans shows: live ones first, then drafts, then closed ones; one query.

        Adds `action_count`, `achieved_count` and `priority_count`, which a closed plan goes without.
        """
        actions = apps.get_model("plans", "Action").objects
        priorities = apps.get_model("plans", "Priority").objects
        achieved = actions.filter(rag_status=RagStatus.ACHIEVED)
        return (
            self.select_related("directorate")
            .annotate(
                rank=models.Case(
                    *[
                        models.When(state=state, then=models.Value(place))
                        for place, state in enumerate(Plan.State.values[1::-1])
                    ],
                    default=models.Value(2),
                ),
                action_count=_count_unless_closed(actions),
                achieved_count=_count_unless_closed(achieved),
                priority_count=_count_unless_closed(priorities),
            )
            .order_by("rank", "-start", "title")
        )


def _count_unless_closed(rows):
    counted = (
        rows.filter(plan=models.OuterRef("pk"))
        .order_by()
        .values("plan")
        .annotate(count=models.Count("pk"))
        .values("count")
    )
    return models.Case(
        models.When(state="closed", then=models.Value(None)),
        default=Coalesce(models.Subquery(counted), 0),
        output_field=models.IntegerField(),
    )


@tracked()
class Plan(Versioned):
    """What the council promised for equality, over what years, and who answers for it."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        LIVE = "live", "Live"
        CLOSED = "closed", "Closed"

    reference = models.CharField(
        max_length=40,
        validators=[
            RegexValidator(
                r"^[A-Za-z0-9][A-Za-z0-9-]*$",
                "Use letters, digits and hyphens only, such as EQ-2026.",
            ),
            RegexValidator(
                NOT_REFERENCES,
                "That is a word of this site. Choose another, such as EQ-2026.",
                inverse_match=True,
                flags=re.IGNORECASE,
            ),
        ],
        help_text="Short, for its address and its exports: EQ-2026.",
    )
    title = models.CharField(max_length=300)
    owner = models.CharField(
        max_length=200, blank=True, help_text="Who owns the plan, as it says itself."
    )
    directorate = models.ForeignKey(
        Directorate,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="plans",
        verbose_name="answering directorate",
        help_text="Which directorate answers for the plan as a whole.",
    )
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    summary = models.TextField(blank=True)
    priority_word = models.CharField(
        max_length=40,
        default="Priority",
        help_text="What the plan calls its upper level: Priority, Objective, Outcome, Theme.",
    )
    succeeds = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successors",
        help_text="The plan that this one follows.",
    )
    state = models.CharField(
        max_length=6, choices=State, default=State.DRAFT, db_default="draft"
    )

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["-start", "title"]
        constraints = [
            models.UniqueConstraint(
                Lower("reference"),
                name="plan_reference_is_unique",
                violation_error_message="A plan with this reference is there already.",
            ),
            models.CheckConstraint(
                condition=models.Q(reference__regex=r"^[A-Za-z0-9][A-Za-z0-9-]*$"),
                name="plan_reference_fits_an_address",
            ),
            models.CheckConstraint(
                condition=~models.Q(reference__iregex=NOT_REFERENCES),
                name="plan_reference_is_no_word_of_an_address",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "live", "closed"]),
                name="plan_state_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(end__gte=models.F("start")),
                name="plan_ends_after_it_starts",
                violation_error_message="The plan must end after it starts.",
            ),
            models.CheckConstraint(
                condition=~models.Q(title=""), name="plan_has_a_title"
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return address("plans:plan_detail", self.reference)

    @property
    def is_live(self):
        return self.state == self.State.LIVE

    @property
    def is_closed(self):
        return self.state == self.State.CLOSED

    def move_to(self, state):
        """Open a draft, close a live plan, or reopen a closed one; raise ValueError for any other move.

        Run it over the locked row: an update under way ends first, or sees the plan closed.
        """
        if (self.state, state) not in MOVES:
            raise ValueError(f"A {self.state} plan cannot become {state}.")
        self.state = state
        self.save(update_fields=["state"])


MOVES = [("draft", "live"), ("live", "closed"), ("closed", "live")]


class StatusWordingManager(models.Manager):
    def of_plan(self, plan):
        """The council's wordings, then the plan's own."""
        rows = self.filter(models.Q(plan=plan) | models.Q(plan=None))
        return rows.order_by(models.F("plan").asc(nulls_first=True))

    def for_plan(self, plan):
        """Return {status key: wording}: the plan's own where it has one, else the council's (`plan` None: the council's alone)."""
        read = getattr(plan, "wordings_read", None)
        if read is None:
            rows = _wordings.rows(plan=plan and plan.pk)
        else:
            rows = [StatusWording(**one) for one in read]
        return {row.status: row for row in rows}


@Prepared
def _wordings(plan):
    return StatusWording.objects.of_plan(plan)


@tracked()
class StatusWording(Versioned):
    """What the council, or one plan, calls a status, and how it defines it. The six keys themselves are fixed."""

    plan = models.ForeignKey(
        Plan,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="status_wordings",
        help_text="Blank: the council's own wording, for every plan without another.",
    )
    status = models.CharField(max_length=13, choices=RagStatus)
    word = models.CharField(max_length=40)
    definition = models.CharField(max_length=200)
    colour = models.CharField(
        max_length=7,
        validators=[RegexValidator(r"^#[0-9A-Fa-f]{6}$", "Write it as #RRGGBB.")],
        help_text="For exports: #RRGGBB. Pages use the site's own accessible colours.",
    )

    objects = StatusWordingManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "status"],
                nulls_distinct=False,
                name="status_wording_stands_once",
                violation_error_message="This status has its wording here already.",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=RagStatus.values),
                name="status_wording_is_for_a_known_status",
            ),
        ]

    def __str__(self):
        return self.word
