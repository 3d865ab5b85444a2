"""Which assessments a person may know of, for pages that ask it of the whole register several times."""

from django.db.models import Q

from assessments.models import Assessment
from assessments.models.assessment_queryset import is_open
from equality_tracker.organisation.models import Role
from equality_tracker.prepared import Prepared


def known_to(user, on):
    """What `readable_by` returns. The confidential ones among them are looked up first, in one prepared question: PostgreSQL then goes by
    indexes where it would weigh everybody's work for each assessment.
    """
    return Assessment.objects.readable_by(user, on, secret=secret_of(user, on))


def secret_of(user, on):
    """The ids of the assessments confidential on the day `on` that `user` works on; none for an admin, who is not asked about them."""
    if user.role == Role.ADMIN or not user.may_update:
        return []
    return [pk for (pk,) in _secret.tuples(user=user.pk, on=on)]


def known_by(is_admin, on, secret):
    """The same for a question that is prepared: `on` and `secret` are Givens."""
    rows = Assessment.objects.all()
    return rows if is_admin else rows.filter(is_open(on) | Q(pk__among=secret))


@Prepared
def _secret(user, on):
    rows = Assessment.objects.filter(confidential_until__gt=on).of(user, on)
    return rows.order_by("pk").values_list("pk")
