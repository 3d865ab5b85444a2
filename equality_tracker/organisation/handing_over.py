"""A leaver's posts go to others in one step: all of them, or none."""

from django.db import transaction

from .models import Holding


@transaction.atomic
def hand_over(person, successions, *, on, close):
    """End what `person` holds on the day `on`, let the successors hold it from then, and perhaps close the account.

    `successions` gives (holding, id of the successor or None to leave the post vacant). Raises IntegrityError where `person` is
    the last admin and the account is to be closed.
    """
    for holding, successor in successions:
        _end(holding, on)
        if successor:
            _begin(holding.lead_id, successor, on)
    if close:
        person.is_active = False
        person.save(update_fields=["is_active"])


def _end(holding, on):
    if holding.starts and holding.starts > on:
        holding.delete()
        return
    holding.ends = on
    holding.save(update_fields=["ends"])


def _begin(lead_id, user_id, on):
    held = Holding.objects.not_over(on).filter(lead=lead_id, user=user_id)
    if not held.exists():
        Holding.objects.create(lead_id=lead_id, user_id=user_id, starts=on)
