"""What an indicator can be asked for, as conditions: the list of indicators filters by them, the dashboards count by them."""

from django.db.models import Exists, OuterRef, Q


def is_in_use(on):
    """Introduced by and not withdrawn before the day `on`."""
    begun = Q(introduced__isnull=True) | Q(introduced__lte=on)
    going = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on)
    return begun & going


def has_parts():
    """Another indicator is a part of it."""
    from .indicator import Indicator

    return Q(Exists(Indicator.objects.filter(parent=OuterRef("pk"))))


def is_measured():
    """Measured itself: not a parent without any result, of which only the parts are measured. Asks what `verdicts.keep_up` keeps."""
    return Q(measured_until__isnull=False) | ~has_parts()


def is_late(on):
    """Without a result for a time that was over before the day `on`. Asks what `verdicts.keep_up` keeps."""
    return is_measured() & Q(late_from__lte=on)


def is_unconfirmed():
    """Nobody has confirmed which way is better."""
    return Q(direction="")


def is_to_answer():
    """Has a target that is a change of which nobody has said whether points or per cent are meant."""
    from .series import Target

    asked = Target.objects.filter(indicator=OuterRef("pk"), change_in="")
    return Q(Exists(asked.exclude(change="")))
