"""The rows of the action list and of its export, and the orders in which they can stand."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Exists, F, Func, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

LIST_FIELDS = (
    "pk",
    "version",
    "reference",
    "reference_is_ours",
    "title",
    "lead_as_written",
    "contributing_all",
    "due",
    "original_due",
    "recurrence",
    "ongoing",
    "event",
    "rag_status",
    "priority_monitoring",
    "reported_on",
    "plan__reference",
    "plan__state",
    "priority__number",
    "priority__title",
)
EXPORT_FIELDS = (
    *LIST_FIELDS,
    "outcome",
    "measures",
    "steps",
    "timescale",
    "start",
    "plan__title",
    "latest_update__progress",
    "latest_update__reason",
    "latest_update__due_reason",
)
LABELS = ("lead_names", "directorate_label")
SORTS = (
    "reference",
    "title",
    "due",
    "rag_status",
    "directorate",
    "lead",
    "reported_on",
)


class NaturalKey(Func):
    """A text whose alphabetical order is the order people count in: 1.2 comes before 1.10.

    Each run of digits becomes twelve digits long. The commonest kind, 1.2, goes a way of its own to the same key, thrice as fast.
    """

    template = (
        "CASE WHEN %(expressions)s ~ '^[0-9]{1,12}\\.[0-9]{1,12}$' "
        "THEN lpad(split_part(%(expressions)s, '.', 1), 12, '0') || '.' "
        "|| lpad(split_part(%(expressions)s, '.', 2), 12, '0') "
        "ELSE regexp_replace(regexp_replace(%(expressions)s, '[0-9]+', '000000000000\\&', 'g'), "
        "'[0-9]*([0-9]{12})', '\\1', 'g') END"
    )
    output_field = CharField()


class ActionRows:
    """The part of the actions' queryset that the action list and its exports read."""

    def for_action_list(self):
        """Load all that one row of the action list shows as plain values, in one query.

        Adds `lead_names`, in the plan's order, and `directorate_label`.
        """
        return self._with_labels().values(*LIST_FIELDS, *LABELS)

    def for_export(self):
        """Load all that one row of an export holds as plain values, in one query.

        Adds to the list's the `contributor_names`, `aim_names` and `characteristic_names`.
        """
        named = {
            "contributor_names": self._names_through("contributing", "directorate"),
            "aim_names": self._names_through("aims", "aim"),
            "characteristic_names": self._names_through(
                "characteristics", "characteristic"
            ),
        }
        rows = self._with_labels().annotate(**named)
        return rows.values(*EXPORT_FIELDS, *LABELS, *named)

    def for_contents(self):
        """Load what the contents of a plan show of each action, in the plan's order; adds `is_said`: somebody has reported on it."""
        said = self.model._meta.get_field("updates").related_model.objects
        return (
            self.only("plan", "priority", "reference", "title", "position")
            .annotate(is_said=Exists(said.filter(action=OuterRef("pk"))))
            .order_by("position", "pk")
        )

    def in_order(self, sort):
        """Sort by one of SORTS, "-" before it for the other way round; "" is the plans' own order."""
        name, falling = sort.removeprefix("-"), sort.startswith("-")
        if not name:
            return self.order_by("-plan_id", "position", "pk")
        if name == "rag_status":
            return self.by_urgency(descending=falling)
        key = self._sort_keys()[name]
        first = key.desc(nulls_last=True) if falling else key.asc(nulls_last=True)
        return self.order_by(first, "-plan_id", "position", "pk")

    def _sort_keys(self):
        return {
            "reference": NullIf(NaturalKey(F("reference")), Value("")),
            "title": F("title"),
            "due": F("due"),
            "directorate": F("directorate__name"),
            "lead": self._lead_names(first_only=True),
            "reported_on": F("reported_on"),
        }

    def _with_labels(self):
        short = NullIf(F("directorate__short_name"), Value(""))
        return self.annotate(
            lead_names=ArraySubquery(self._lead_names()),
            directorate_label=Coalesce(short, F("directorate__name")),
        )

    def _lead_names(self, first_only=False):
        through = self.model._meta.get_field("leads").remote_field.through
        names = (
            through.objects.filter(action=OuterRef("pk"))
            .order_by("position", "id")
            .values("lead__name")
        )
        return Subquery(names[:1]) if first_only else names

    def _names_through(self, field, name):
        through = self.model._meta.get_field(field).remote_field.through
        names = through.objects.filter(action=OuterRef("pk"))
        return ArraySubquery(names.order_by("pk").values(f"{name}__name"))
