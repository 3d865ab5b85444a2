"""What an assessment waits for: each question is asked here once, for the register, the board and every number of a dashboard."""

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When

from equality_tracker.organisation.models import Lead
from plans.models.status import LATE

from .stages import OPEN, SIGNED, Stage


def _versions():
    return apps.get_model("assessments", "AssessmentVersion").objects


class WaitingQuerySet(models.QuerySet):
    """Assessments by what they wait for on a day. A version that holds good is answerable while the next one is written."""

    def at(self, *stages):
        """Those whose current version stands at one of `stages`."""
        return self.filter(current__stage__in=stages)

    def overdue(self, on):
        """Those promised by a day before `on` whose current version is not yet signed.

        A promise whose day had passed when a later version was begun was an earlier version's.
        """
        own = Q(current__number=1) | Q(due__gte=F("current__begun_on"))
        return self.at(*OPEN, Stage.SIGN_OFF).filter(own, due__lt=on)

    def awaiting_sign_off(self):
        """Those whose current version waits for signatures."""
        return self.at(Stage.SIGN_OFF)

    def to_publish(self, on):
        """Those with an approved version whose month to publish is not over on the day `on`, or that came in without a day."""
        in_time = Q(publish_by__gte=on) | Q(publish_by__isnull=True)
        return self._holding(in_time, stage=Stage.APPROVED)

    def unpublished(self, on):
        """Those with an approved version whose month to publish was over before the day `on`."""
        return self._holding(stage=Stage.APPROVED, publish_by__lt=on)

    def review_due(self, on):
        """Those with a published version whose review of actual impact is due by the day `on`."""
        return self._holding(stage=Stage.PUBLISHED, review_by__lte=on)

    def slipping(self):
        """Those of which an action that stands for a mitigation has slipped, whichever version named it."""
        mitigations = apps.get_model("assessments", "Mitigation").objects
        late = mitigations.filter(
            assessment_version__assessment=OuterRef("pk"),
            action__isnull=False,
            action__rag_status__in=LATE,
        )
        return self.filter(Exists(late))

    def acting(self):
        """Those of which an action of a plan stands for a mitigation, whichever version named it."""
        mitigations = apps.get_model("assessments", "Mitigation").objects
        made = mitigations.filter(
            assessment_version__assessment=OuterRef("pk"), action__isnull=False
        )
        return self.filter(Exists(made))

    def waiting_for(self, what, on):
        """Those that wait for `what`, a key of WAITS, on the day `on`."""
        return WAITS[what](self, on)

    def calling(self, on):
        """Those that wait for anything of WAITS on the day `on`."""
        return self._any(each(self.model.objects, on) for each in WAITS.values())

    def unfinished(self, on):
        """Those that are being written, and those that wait for anything on the day `on`."""
        written = self.model.objects.at(*OPEN)
        return self._any([written, self.model.objects.calling(on)])

    def with_slips(self):
        """Say of each whether a mitigation has slipped: `slips`."""
        late = self.model.objects.filter(pk=OuterRef("pk")).slipping()
        return self.annotate(slips=Exists(late))

    def most_pressing_first(self, on):
        """In the order of WAITS on the day `on`; what is only being written, signed or to be published by the day it is promised by."""
        first = (
            When(Exists(WAITS[what](self.model.objects.filter(pk=OuterRef("pk")), on)), then=place)
            for place, what in enumerate(PRESSING)
        )  # fmt: skip
        place = Case(*first, default=len(PRESSING))
        return self.order_by(place, F("due").asc(nulls_last=True), "pk")

    def led_by(self, user, on):
        """Those that are for `user` to see through: they hold its lead on the day `on`, contribute to it, or began it where nobody holds its lead."""
        theirs = Lead.objects.held_by(user, on).values("pk")
        vacant = Q(lead__isnull=True) | Q(lead__in=Lead.objects.vacant(on).values("pk"))
        return self.filter(
            Q(lead__in=theirs)
            | Q(pk__in=user.contributions.values("assessment"))
            | vacant & Q(current__begun_by=user)
        )

    def to_be_signed_by(self, user):
        """Those whose current version waits for the signature of `user`."""
        asked = user.signings.pending().values("assessment_version")
        return self.filter(current__in=asked)

    def _any(self, found):
        first, *rest = (each.order_by().values("pk") for each in found)
        return self.filter(pk__in=first.union(*rest, all=True))

    def _holding(self, *more, **asked):
        """Those whose newest signed version is as `asked`: one that a later one has taken the place of waits for nothing."""
        later = _versions().filter(
            assessment=OuterRef("assessment"), number__gt=OuterRef("number"), stage__in=SIGNED
        )  # fmt: skip
        found = _versions().filter(*more, assessment=OuterRef("pk"), **asked)
        return self.filter(Exists(found.exclude(Exists(later))))


# What an assessment may wait for, the most pressing first.
WAITS = {
    "overdue": lambda rows, on: rows.overdue(on),
    "unpublished": lambda rows, on: rows.unpublished(on),
    "review_due": lambda rows, on: rows.review_due(on),
    "awaiting": lambda rows, on: rows.awaiting_sign_off(),
    "slipping": lambda rows, on: rows.slipping(),
    "to_publish": lambda rows, on: rows.to_publish(on),
}
# Late already, whoever is to do it.
PRESSING = ("overdue", "unpublished", "review_due", "slipping")
