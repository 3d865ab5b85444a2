"""What one action's page shows of the action itself."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Prefetch

from equality_tracker.organisation.models import Holding


class ActionPage:
    """The part of the actions' queryset that the pages of one action read."""

    def for_action_page(self, user, on):
        """Load an action with its plan, leads and their holders on the day `on`: three queries.

        Adds `is_editable` (may `user` update it?), `contributor_names`, `aim_names` and `characteristic_names`.
        """
        mine = self.model._default_manager.editable_by(user, on=on)
        return (
            self.select_related("plan", "priority", "directorate", "latest_update")
            .defer("search")
            .annotate(
                is_editable=Exists(mine.filter(pk=OuterRef("pk")).order_by()),
                contributor_names=_names(self.model, "contributing", "directorate"),
                aim_names=_names(self.model, "aims", "aim"),
                characteristic_names=_names(
                    self.model, "characteristics", "characteristic"
                ),
            )
            .prefetch_related(_leads(self.model), _holders(on))
        )

    def for_report(self):
        """Load an action with what a page shows above its form: one query."""
        return self.select_related(
            "plan", "priority", "latest_update__made_by", "directorate"
        ).defer("search")


def _leads(action):
    named = action.leads.through.objects.select_related("lead__directorate")
    return Prefetch("action_leads", queryset=named.order_by("position", "id"))


def _holders(on):
    holdings = Holding.objects.running(on).filter(user__is_active=True)
    return Prefetch(
        "action_leads__lead__holdings",
        queryset=holdings.select_related("user").order_by("user__name"),
        to_attr="running_holdings",
    )


def _names(action, field, name):
    through = action._meta.get_field(field).remote_field.through
    rows = through.objects.filter(action=OuterRef("pk")).order_by("pk")
    return ArraySubquery(rows.values(f"{name}__name"))
