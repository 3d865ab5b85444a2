"""One file's way into a plan, stage by stage, and what it changed there."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from equality_tracker.audit.models import Versioned, tracked
from equality_tracker.imports.models.packed import PackedField
from plans.models import Plan

# What a file may hold that belongs to the council and to no plan, by its name in what was understood.
OF_COUNCIL = {
    "indicators": "indicators",
    "assessments": "Equality Impact Assessments",
    "programme": "promises of an EIA programme",
}


def private_place(run, name):
    """Where an uploaded workbook is kept: beside the evidence, never under a name that came with it."""
    return f"imports/{uuid.uuid4().hex}"


class ImportRunQuerySet(models.QuerySet):
    def for_list(self):
        """All that one row of the list of imports shows, without what was read from the file."""
        return self.select_related("plan", "started_by", "ended_by").defer(
            "tables", "understood"
        )

    def on_their_way(self):
        """Those that wait for somebody, or are being read: nothing of them has been written."""
        return self.filter(state__in=[ImportRun.State.READING, *ImportRun.WAITING])


# What was read and chosen ends with the import: the history says who saved it when, and keeps none of it.
@tracked(exclude=["tables", "understood", "choices", "decisions"])
class ImportRun(Versioned):
    """One file that somebody brings into a plan: what was read, what was chosen, and what became of it."""

    class State(models.TextChoices):
        READING = "reading", "Being read"
        UPLOADED = "uploaded", "Columns to check"
        PREVIEWED = "previewed", "Waiting to be imported"
        APPLIED = "applied", "Imported"
        UNDONE = "undone", "Undone"
        REFUSED = "refused", "Refused"
        CANCELLED = "cancelled", "Cancelled"
        DISCARDED = "discarded", "Discarded"

    WAITING = (State.UPLOADED, State.PREVIEWED)

    file = models.FileField(upload_to=private_place, max_length=200, blank=True)
    name = models.CharField(max_length=200, help_text="The file's own name.")
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    sha256 = models.CharField(max_length=64)
    as_at = models.DateField(
        "as at", help_text="The date that the statuses in the file speak of."
    )
    plan = models.ForeignKey(
        Plan,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="import_runs",
        help_text="Blank until a new plan is made from the file.",
    )
    new_plan = models.BooleanField(
        default=False,
        help_text="Whether a new plan was asked for, even where the file was taken away from one.",
    )
    state = models.CharField(max_length=9, choices=State, default=State.UPLOADED)
    tables = PackedField(default=dict, help_text="The sheets as they were read.")
    understood = PackedField(
        default=dict, help_text="What the sheets were taken to mean."
    )
    choices = models.JSONField(
        default=dict, blank=True, help_text="What a person changed about the columns."
    )
    decisions = models.JSONField(
        default=dict, blank=True, help_text="What a person chose on the preview."
    )
    counts = models.JSONField(default=dict, blank=True)
    kept = models.JSONField(
        default=list, blank=True, help_text="What was left alone, and why."
    )
    error = models.TextField(blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField(auto_now_add=True)
    reading_since = models.DateTimeField(
        null=True, blank=True, help_text="When the reading of its file began last."
    )
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who cancelled its reading or discarded it.",
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at", "-id"]
        verbose_name = "import"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    state__in=[
                        "reading",
                        "uploaded",
                        "previewed",
                        "applied",
                        "undone",
                        "refused",
                        "cancelled",
                        "discarded",
                    ]
                ),
                name="import_state_is_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["applied", "undone"])
                | models.Q(applied_at__isnull=False, applied_by__isnull=False),
                name="import_names_who_applied_it",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="undone")
                | models.Q(undone_at__isnull=False, undone_by__isnull=False),
                name="import_names_who_undid_it",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="refused") | ~models.Q(error=""),
                name="refused_import_says_why",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["cancelled", "discarded"])
                | models.Q(ended_at__isnull=False, ended_by__isnull=False, file=""),
                name="ended_import_names_who_and_keeps_no_file",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="reading")
                | models.Q(reading_since__isnull=False),
                name="reading_says_since_when",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """The page where this import stands now."""
        stage = {
            self.State.UPLOADED: "imports:columns",
            self.State.PREVIEWED: "imports:preview",
        }.get(self.state, "imports:run_detail")
        return reverse(stage, args=[self.pk])

    @property
    def is_waiting(self):
        """Whether it has been read and waits for somebody: nothing of it has been written."""
        return self.state in self.WAITING

    @property
    def makes_plan(self):
        """Whether a new plan is made of it: what is the council's needs none."""
        has_actions = any(one["actions"] for one in self.understood["priorities"])
        return self.plan_id is None and (has_actions or not self.holds)

    @property
    def holds(self):
        """What it holds that is the council's, whatever plan the file goes into, in words."""
        return [
            words for name, words in OF_COUNCIL.items() if self.understood.get(name)
        ]

    @property
    def holds_answered(self):
        """What of it a directorate answers for that the row may not name, in words: each promise of a programme names its own."""
        return [words for words in self.holds if words != OF_COUNCIL["programme"]]

    def days_on_its_way(self, on):
        """For how many days it has been here, on the day `on`."""
        return (on - timezone.localtime(self.started_at).date()).days


class ImportedChange(models.Model):
    """One row that an import made or changed: as it was, as the import left it, and at which version."""

    class What(models.TextChoices):
        CREATED = "created", "Created"
        CHANGED = "changed", "Changed"

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="changes")
    model = models.CharField(max_length=60, help_text="Such as plans.action.")
    object_id = models.PositiveBigIntegerField()
    what = models.CharField(max_length=7, choices=What)
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    version_before = models.PositiveIntegerField(null=True, blank=True)
    version_after = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "model", "object_id"], name="import_changes_a_row_once"
            )
        ]

    def __str__(self):
        return f"{self.get_what_display()} {self.model} {self.object_id}"
