"""A plan's own look as a spreadsheet, and each time it went out as one."""

import datetime
import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse

from equality_tracker.audit.models import Versioned, tracked

from .plan import Plan

# Neither letters that look alike nor capitals, which some programs change.
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def new_token():
    """Return a mark that no other export has, to stand in the file and in the key of each of its rows."""
    return "".join(secrets.choice(LETTERS) for _ in range(12))


@tracked(exclude=["rows"])
class PlanLayout(Versioned):
    """How a plan's own spreadsheet looks: its sheets, headings, order, widths, colours, words, as it was last imported."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="layout")
    layout = models.JSONField(
        default=dict, help_text="Its sheets and their columns; see plans.exporting."
    )
    rows = models.JSONField(
        default=dict,
        blank=True,
        editable=False,
        help_text="By action: its cells as the council wrote them.",
    )
    learned_from = models.CharField(max_length=200, help_text="The file's name.")
    learned_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return f"{self.plan}, as {self.learned_from} looks"


class PlanExportQuerySet(models.QuerySet):
    def for_list(self):
        """All that the list of a plan's exports shows, newest first, without the files themselves."""
        return self.select_related("made_by").defer("workbook", "rows")

    def like(self, made):
        """The newest that the same person took of the same plan with the very same contents, or None; without its file."""
        same = self.filter(plan=made.plan, made_by=made.made_by, sha256=made.sha256)
        return same.defer("workbook", "rows").first()

    def of_the_day(self, by, until):
        """Those that a person took in the day before the moment `until`."""
        since = until - datetime.timedelta(days=1)
        return self.filter(made_by=by, made_at__gt=since)


class PlanExport(models.Model):
    """One spreadsheet of a plan that somebody took away to be filled in, with the plan's rows as they left."""

    token = models.CharField(max_length=12, unique=True, default=new_token)
    plan = models.ForeignKey(
        Plan, null=True, on_delete=models.SET_NULL, related_name="exports"
    )
    plan_title = models.CharField(max_length=300)
    name = models.CharField(max_length=200, help_text="The file's name.")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    as_at = models.DateField(help_text="The day whose statuses it holds.")
    action_count = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(
        "digest",
        max_length=64,
        blank=True,
        help_text="Of all that it says: the same where nothing has changed. Blank: kept before this was.",
    )
    workbook = models.BinaryField(help_text="The file as it left.")
    columns = models.JSONField(
        default=dict, help_text="What each heading holds, by its words."
    )
    rows = models.JSONField(
        default=list, help_text="Each row's action, as it stood when the file left."
    )

    objects = PlanExportQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(token__regex=r"^[0-9a-z]{12}$"),
                name="export_token_fits_a_key",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """The page that lists a plan's exports; the home page where the plan is gone."""
        if self.plan is None:
            return reverse("home")
        return reverse("plans:plan_spreadsheet", args=[self.plan.reference])

    def kept(self):
        """Insert it, unless it is there already; return it."""
        if self.pk is None:
            self.save(force_insert=True)
        return self
