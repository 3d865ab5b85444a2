"""The questions that are asked of frameworks and their areas."""

from django.db import models
from django.db.models import Q

from equality_tracker.organisation.models import Lead, Role
from equality_tracker.organisation.models.user import Membership


class FrameworkQuerySet(models.QuerySet):
    def in_use(self):
        """Those that the council assesses itself by now."""
        return self.filter(used_from__isnull=False, closed_on__isnull=True)

    def ever_used(self):
        """Those in use and those closed."""
        return self.filter(used_from__isnull=False)


class FrameworkAreaQuerySet(models.QuerySet):
    def in_use(self):
        """Those of frameworks that the council assesses itself by now."""
        return self.filter(
            framework__used_from__isnull=False, framework__closed_on__isnull=True
        )

    def answered_for_by(self, user, on):
        """Those that `user` leads on the day `on` and, for a manager, those led from their directorates."""
        return self.led_by(user, on, as_manager=user.role == Role.MANAGER)

    def led_by(self, user, on, *, as_manager):
        """Those that a person leads on the day `on` and, where they do so as a manager, those led from their directorates."""
        led = Q(lead__in=Lead.objects.held_by(user, on).values("pk"))
        if as_manager:
            theirs = Membership.objects.filter(user=user).values("directorate")
            led |= Q(lead__directorate__in=theirs)
        return self.filter(led)
