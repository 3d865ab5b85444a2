"""What an assessment waits for: each question is asked here once, for the register, the board and every number of a dashboard."""

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.db.models.lookups import LessThanOrEqual

from equality_tracker.organisation.models import Lead
from plans.models.status import LATE

from .stages import OPEN, SIGNED, Stage

# The day by which a version that stands in public is to be looked at again. One expression, since PostgreSQL keeps of it, as an index is made of it,
# how many of those days have passed; of the stage and the day apart it would guess that thousands are due.
DAY_OF_REVIEW = Case(When(stage=Stage.PUBLISHED, then=F("review_by")))


class WaitingQuerySet(models.QuerySet):
    """Assessments by what they wait for on a day. A version that holds good is answerable while the next one is written."""

    def at(self, *stages):
        """Those whose current version stands at one of `stages`."""
        return self.filter(current__stage__in=stages)

    def overdue(self, on):
        """Those promised by a day before `on` whose current version is not yet signed."""
        return self.filter(is_overdue(on))

    def unpublished(self, on):
        """Those with an approved version whose month to publish was over before the day `on`."""
        return self.filter(is_unpublished(on))

    def review_due(self, on):
        """Those with a published version whose review of actual impact is due by the day `on`."""
        return self.filter(has_review_due(on))

    def slipping(self):
        """Those of which an action that stands for a mitigation has slipped, whichever version named it."""
        return self.filter(slips())

    def acting(self):
        """Those of which an action of a plan stands for a mitigation, whichever version named it."""
        return self.filter(_mitigated(action__isnull=False))

    def waiting_for(self, what, on):
        """Those that wait for `what`, a key of WAITS, on the day `on`."""
        return self.filter(WAITS[what](on))

    def calling(self, on):
        """Those that wait for anything of WAITS on the day `on`."""
        return self._among(each(on) for each in WAITS.values())

    def unfinished(self, on):
        """Those that are being written, and those that wait for anything on the day `on`."""
        # What is overdue or waits for signatures is not yet signed.
        drafts = _rows_of("AssessmentVersion").filter(stage__in=[*OPEN, Stage.SIGN_OFF])
        unsigned = Q(current__among=_ids(drafts))
        signed = (each(on) for what, each in WAITS.items() if what not in UNSIGNED)
        return self._among([unsigned, *signed])

    def _among(self, conditions):
        """Those for which any of `conditions` holds, each found by its own index: few of the register do."""
        rows = self.model.objects.order_by()
        first, *rest = (rows.filter(one).values("pk") for one in conditions)
        return self.filter(pk__among=_ids(first.union(*rest)))

    def with_slips(self):
        """Say of each whether a mitigation has slipped: `slips`."""
        return self.annotate(slips=Case(When(slips(), then=True), default=False))

    def most_pressing_first(self, on):
        """In the order of WAITS on the day `on`; what is only being written, signed or to be published by the day it is promised by."""
        first = (When(WAITS[one](on), then=place) for place, one in enumerate(PRESSING))
        place = Case(*first, default=len(PRESSING))
        return self.order_by(place, F("due").asc(nulls_last=True), "pk")

    def those_that_came_back_first(self):
        """Those that were submitted and are open again before all others, each part in the order that stands."""
        back = Q(current__submissions__gt=0, current__stage__in=OPEN)
        return self.order_by(Case(When(back, then=0), default=1), *self.query.order_by)

    def led_by(self, user, on):
        """Those that are for `user` to see through: they hold its lead on the day `on`, contribute to it, or began it where nobody holds its lead."""
        theirs = Lead.objects.held_by(user, on).values("pk")
        contributed = _rows_of("Contributor").filter(user=user)
        vacant = Q(lead__isnull=True) | Q(lead__in=Lead.objects.vacant(on).values("pk"))
        return self.filter(
            Q(lead__in=theirs)
            | Q(pk__in=contributed.values("assessment"))
            | vacant & Q(current__begun_by=user)
        )

    def to_be_signed_by(self, user):
        """Those whose current version waits for the signature of `user`."""
        asked = _rows_of("Signer").filter(user=user).pending().values("assessment_version")  # fmt: skip
        return self.filter(current__in=asked)


def is_promise():
    """The day that it is promised by is its current version's: one that had passed when a later version was begun was an earlier one's."""
    return Q(current__number=1) | Q(due__gte=F("current__begun_on"))


def is_overdue(on):
    unsigned = Q(due__lt=on, current__stage__in=[*OPEN, Stage.SIGN_OFF])
    return is_promise() & unsigned


def is_unpublished(on):
    return _holding(stage=Stage.APPROVED, publish_by__lt=on)


def is_to_publish(on):
    """Approved, and its month to publish not over; or it came in without a day."""
    in_time = Q(publish_by__gte=on) | Q(publish_by__isnull=True)
    return _holding(in_time, stage=Stage.APPROVED)


def has_review_due(on):
    return _holding(LessThanOrEqual(DAY_OF_REVIEW, on))


def slips():
    return _mitigated(action__isnull=False, action__rag_status__in=LATE)


def _mitigated(**asked):
    """A version of it named a mitigation that is as `asked`."""
    mitigations = _rows_of("Mitigation")
    return Q(Exists(mitigations.filter(assessment_version__assessment=OuterRef("pk"), **asked)))  # fmt: skip


def _holding(*more, **asked):
    """Its newest signed version is as `asked`: one that a later one has taken the place of waits for nothing."""
    versions = _rows_of("AssessmentVersion")
    # None is later than another but those after the first, of which an index holds all.
    later = versions.filter(number__gt=1, stage__in=SIGNED).filter(
        assessment=OuterRef("assessment"), number__gt=OuterRef("number")
    )
    found = versions.filter(*more, assessment=OuterRef("pk"), **asked)
    return Q(Exists(found.exclude(Exists(later))))


def _ids(rows):
    """The ids of `rows` as one value: found first, so that PostgreSQL looks those few up rather than go through the register with them."""
    return ArraySubquery(rows.order_by().values("pk"))


def _rows_of(model):
    return apps.get_model("assessments", model).objects


# What an assessment may wait for, the most pressing first.
WAITS = {
    "overdue": is_overdue,
    "unpublished": is_unpublished,
    "review_due": has_review_due,
    "awaiting": lambda on: Q(current__stage=Stage.SIGN_OFF),
    "slipping": lambda on: slips(),
    "to_publish": is_to_publish,
}
# Of these, a version that is not yet signed waits for.
UNSIGNED = ("overdue", "awaiting")
# Late already, whoever is to do it.
PRESSING = ("overdue", "unpublished", "review_due", "slipping")
