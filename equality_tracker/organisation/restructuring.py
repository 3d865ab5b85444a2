"""A directorate closes, and what follows it takes its place."""

from django.db import transaction

from .models import Membership, Succession


@transaction.atomic
def close(directorate, successors, *, along):
    """Save `directorate`, whose closing date is set, and say what follows it.

    `along`: its people belong to the successors too, and its leads go to the successor where there is one. Its past, and what its
    people may still change of it, stays.
    """
    directorate.save(update_fields=["closed"])
    Succession.objects.bulk_create(
        [
            Succession(predecessor=directorate, successor=each, on=directorate.closed)
            for each in successors
        ],
        ignore_conflicts=True,
    )
    if along:
        _bring_people(directorate, successors)
    if along and len(successors) == 1:
        directorate.leads.update(directorate=successors[0])


def _bring_people(directorate, successors):
    people = directorate.memberships.filter(user__is_active=True)
    Membership.objects.bulk_create(
        [
            Membership(user_id=user, directorate=successor)
            for user in people.values_list("user", flat=True)
            for successor in successors
        ],
        ignore_conflicts=True,
    )
