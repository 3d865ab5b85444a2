"""The questions that are asked of versions."""

from django.db import models
from django.db.models import Exists, F, OuterRef

from .stages import IN_PUBLIC, SIGNED


class VersionQuerySet(models.QuerySet):
    def told_to(self, user):
        """The version of each assessment whose words `user` is told: the newest; those who read no drafts the newest published."""
        return self.newest() if user.may_update else self.newest_in_public()

    def newest(self):
        """The version of each assessment in which people write, or wrote last."""
        return self.filter(pk=F("assessment__current"))

    def newest_in_public(self):
        """The newest published version of each assessment that has any."""
        public = self.model.objects.filter(stage__in=IN_PUBLIC)
        later = public.filter(
            assessment=OuterRef("assessment"), number__gt=OuterRef("number")
        )
        return self.filter(stage__in=IN_PUBLIC).exclude(Exists(later))

    def signed(self):
        """Those that were signed, the newest first, without their content."""
        return self.filter(stage__in=SIGNED).order_by("-number").defer("content")
