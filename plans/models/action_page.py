"""What the pages of one action show of the action itself."""

from functools import cache

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef
from django.db.models.functions import Coalesce


class ActionPage:
    """The part of the actions' queryset that the pages of one action read."""

    def for_action_page(self):
        """Load an action with its plan, priority and directorate: one query.

        Adds `contributor_names`, `aim_names`, `characteristic_names`, `has_milestones` and `has_evidence`.
        """
        return (
            self.select_related("plan", "priority", "directorate")
            .defer("search")
            .annotate(
                contributor_names=_names(self.model, "contributing", "directorate"),
                aim_names=_names(self.model, "aims", "aim"),
                characteristic_names=_names(
                    self.model, "characteristics", "characteristic"
                ),
                has_milestones=Exists(_rows(self.model, "milestones")),
                has_evidence=Exists(_rows(self.model, "evidence")),
            )
        )

    def for_report(self):
        """Load an action with what a page shows above its form: one query."""
        return self.select_related(
            "plan", "priority", "latest_update__made_by", "directorate"
        ).defer("search")

    def for_sending(self):
        """Load an action with what a report on it is checked against; what only a page shows comes when it is asked for: one query."""
        return self.select_related("plan", "latest_update").defer("search")

    def with_is_theirs(self, user, on):
        """Add `is_theirs`: whether `user` leads it on the day `on`, or is of the directorate that answers for it."""
        theirs = ExpressionWrapper(self.is_of_person(user, on), BooleanField())
        return self.annotate(is_theirs=Coalesce(theirs, False))


def _rows(action, field):
    rows = action._meta.get_field(field).related_model.objects
    return rows.filter(action=OuterRef("pk")).order_by()


@cache
def _names(action, field, name):
    through = action._meta.get_field(field).remote_field.through
    rows = through.objects.filter(action=OuterRef("pk")).order_by("pk")
    return ArraySubquery(rows.values(f"{name}__name"))
