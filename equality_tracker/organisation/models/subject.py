"""What equality is about: the characteristics and the aims of the general duty."""

from django.db import models

from equality_tracker.audit.models import tracked


class CharacteristicQuerySet(models.QuerySet):
    def used_on(self, day):
        """The list that the council goes by on the date `day`."""
        return self.exclude(used_from__gt=day).exclude(used_to__lte=day)


@tracked()
class Characteristic(models.Model):
    """A protected characteristic, or a group that the council adds (carers, care experience, low income)."""

    name = models.CharField(max_length=100, unique=True)
    statutory = models.BooleanField(
        default=False, help_text="One of the nine of the Equality Act 2010."
    )
    position = models.PositiveSmallIntegerField(default=0)
    used_from = models.DateField(null=True, blank=True)
    used_to = models.DateField(null=True, blank=True)

    objects = CharacteristicQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]

    def __str__(self):
        return self.name

    @property
    def counts_for_first_aim_alone(self):
        """Whether only the first aim asks about it: marriage and civil partnership (section 149(7) of the Equality Act 2010)."""
        return self.statutory and self.name.startswith("Marriage")


@tracked()
class Aim(models.Model):
    """One of the three aims of the general duty (section 149 of the Equality Act 2010)."""

    name = models.CharField(max_length=100, unique=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self):
        return self.name
