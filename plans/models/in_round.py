"""How a round stands: which actions it asks for, and which have been updated in it."""

from django.db.models import Count, F, Q

from . import conditions


class InRound:
    """The part of the actions' queryset that the page of a round reads."""

    def standing_in_round(self, round):
        """Return a row for each plan and answering directorate of `round`, with `updated` and `waiting`: one query.

        Both are counted over what the round asks for: open actions, and those whose newest report was made in it. A closed round
        has no `waiting`: what was open when it closed is not known later.
        """
        counted = Q(latest_update__round=round)
        if not round.is_running:
            counted = Q(updates__round=round, updates__retracted_at=None)
            return self._by_directorate(
                self.filter(counted), updated=Count("pk", distinct=True)
            )
        asked = self.filter(plan__round_plans__round=round)
        return self._by_directorate(
            asked.filter(conditions.is_open() | counted),
            updated=Count("pk", filter=counted),
            waiting=Count("pk") - Count("pk", filter=counted),
        )

    def _by_directorate(self, actions, **figures):
        return (
            actions.order_by()
            .values(
                "plan_id",
                "directorate_id",
                plan_title=F("plan__title"),
                plan_reference=F("plan__reference"),
                directorate_name=F("directorate__name"),
            )
            .annotate(**figures)
            .order_by(
                "plan_title", "plan_id", F("directorate_name").asc(nulls_last=True)
            )
        )
