"""What one action's page shows of the action itself."""

from functools import cache

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, TextField, Value
from django.db.models.functions import Coalesce, NullIf

from equality_tracker.organisation.models import Holding


class ActionPage:
    """The part of the actions' queryset that the pages of one action read."""

    def for_action_page(self, user, on):
        """Load an action with its plan, priority and directorate: one query.

        Adds `is_editable` (may `user` update it?), `contributor_names`, `aim_names` and `characteristic_names`.
        """
        mine = self.model._default_manager.editable_by(user, on=on)
        return (
            self.select_related("plan", "priority", "directorate")
            .defer("search")
            .annotate(
                is_editable=Exists(mine.filter(pk=OuterRef("pk")).order_by()),
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


def leads_with_holders(action, on):
    """Load the leads of `action` as the plan orders them, each with the names of its `holders` on the day `on`: one query."""
    holdings = Holding.objects.running(on).filter(
        lead=OuterRef("lead"), user__is_active=True
    )
    names = holdings.order_by("user__name").values(
        called=Coalesce(
            NullIf("user__name", Value("")), "user__email", output_field=TextField()
        )
    )
    return action.action_leads.select_related("lead").annotate(
        holders=ArraySubquery(names)
    )


@cache
def _names(action, field, name):
    through = action._meta.get_field(field).remote_field.through
    rows = through.objects.filter(action=OuterRef("pk")).order_by("pk")
    return ArraySubquery(rows.values(f"{name}__name"))
