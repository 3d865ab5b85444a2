"""What the pages of one action show of the action itself."""

from functools import cache

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef


class ActionPage:
    """The part of the actions' queryset that the pages of one action read."""

    def for_action_page(self):
        """Load an action with its plan, priority and directorate: one query.

        Adds `contributor_names`, `aim_names` and `characteristic_names`.
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
            )
        )

    def for_report(self):
        """Load an action with what a page shows above its form: one query."""
        return self.select_related(
            "plan", "priority", "latest_update__made_by", "directorate"
        ).defer("search")

    def with_is_theirs(self, user, on):
        """Add `is_theirs`: whether `user` leads it on the day `on`, or is of the directorate that answers for it."""
        theirs = self.model._default_manager.of_person(user, on=on)
        return self.annotate(
            is_theirs=Exists(theirs.filter(pk=OuterRef("pk")).order_by())
        )


@cache
def _names(action, field, name):
    through = action._meta.get_field(field).remote_field.through
    rows = through.objects.filter(action=OuterRef("pk")).order_by("pk")
    return ArraySubquery(rows.values(f"{name}__name"))
