"""The questions that are asked of the register of assessments."""

import re

from django.apps import apps
from django.db import connection, models
from django.db.models import Exists, ExpressionWrapper, Q
from django.db.models.functions import Coalesce

from equality_tracker.organisation.models import Lead, Role
from equality_tracker.organisation.models.user import Membership

from .stages import IN_PUBLIC, SIGNED, Stage
from .waiting import WaitingQuerySet


def is_open(on):
    """Not confidential on the day `on`."""
    return Q(confidential_until__isnull=True) | Q(confidential_until__lte=on)


class AssessmentQuerySet(WaitingQuerySet):
    def of(self, user, on):
        """Those that `user` works on: of a directorate of theirs, of a lead they hold on the day `on`, as contributor or signer."""
        return self.filter(self._works(user, on))

    def with_works(self, user, on):
        """Say of each whether `user` works on it on the day `on`: `works`."""
        works = ExpressionWrapper(self._works(user, on), models.BooleanField())
        return self.annotate(works=Coalesce(works, False))

    def _works(self, user, on):
        theirs = Membership.objects.filter(user=user).values("directorate")
        leads = Lead.objects.held_by(user, on).values("pk")
        # Looked up for each: a head of service may have signed thousands.
        contributed, signed = (
            apps.get_model("assessments", name).objects.filter(user=user)
            for name in ("Contributor", "Signer")
        )
        here = models.OuterRef("pk")
        return (
            Q(directorate__in=theirs)
            | Q(lead__in=leads)
            | Exists(contributed.filter(assessment=here))
            | Exists(signed.filter(assessment_version__assessment=here))
        )

    def readable_by(self, user, on, secret=None):
        """Those that `user` may know of on the day `on`: a confidential one is for those who work on it and for admins.

        `secret` are the ids of the confidential ones that they work on, where those were looked up before.
        """
        if user.role == Role.ADMIN:
            return self
        told = is_open(on)
        if user.may_update:
            if secret is None:
                confidential = self.model.objects.filter(confidential_until__gt=on)
                secret = confidential.of(user, on).values("pk")
            told |= Q(pk__in=secret)
        return self.filter(told)

    def editable_by(self, user, on):
        """Those in which `user` may write on the day `on`: an admin in all, others where they work on it."""
        if not user.may_update:
            return self.none()
        return self if user.role == Role.ADMIN else self.of(user, on)

    def of_directorate(self, directorate):
        """Those of `directorate` and of each that passed wholly into it: one query more."""
        return self.of_directorates(directorate.with_predecessors())

    def of_directorates(self, ids):
        """Those of the directorates with these ids."""
        return self.filter(directorate__in=ids)

    def under_plan(self, **plan):
        """Those that have to do with the plan that `plan` names (by `pk` or `reference`), or of which a mitigation is one of its actions."""
        named = {f"plan__{name}": value for name, value in plan.items()}
        linked = self.model.plans.through.objects.filter(**named).values("assessment")
        acted = {f"action__{name}": value for name, value in named.items()}
        mitigations = apps.get_model("assessments", "Mitigation").objects
        made = mitigations.filter(**acted).values("assessment_version__assessment")
        return self.filter(Q(pk__in=linked) | Q(pk__in=made))

    def completed_between(self, first, last):
        """Those of which a version was signed, in full or as needing none, from the day `first` to the day `last`.

        Of what a register recorded, the day of approval counts that the last one gives, whatever its stage; without one, and
        without a day since when it stands there, it counts for no year.
        """
        moves = apps.get_model("assessments", "StageMove").objects
        versions = apps.get_model("assessments", "AssessmentVersion").objects
        recorded = versions.filter(source="import", submissions=0)
        told = recorded.filter(approved_on__range=(first, last))
        by_no_move = recorded.filter(Q(undated=True) | Q(approved_on__isnull=False))
        signed = moves.filter(
            to_stage__in=[Stage.SCREENED_OUT, Stage.APPROVED], on__range=(first, last)
        ).exclude(assessment_version__in=by_no_move.values("pk"))
        every = signed.values("assessment_version__assessment").union(
            told.values("assessment")
        )
        return self.filter(pk__in=every)

    def in_public(self):
        """Those of which any version is published, be the current one a draft."""
        versions = apps.get_model("assessments", "AssessmentVersion").objects
        public = versions.filter(assessment=models.OuterRef("pk"), stage__in=IN_PUBLIC)
        return self.filter(Exists(public))

    def matching(self, words):
        """Those that hold all of `words` in their reference, title or service."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(reference__icontains=word)
                | Q(title__icontains=word)
                | Q(service__icontains=word)
            )
        return found

    def with_impact(self, user, aim="", **asked):
        """Those of which the version that `user` is told of names an impact as `asked` (its fields) on a characteristic that the
        screening found relevant under `aim` (its id; "none": under none); "" asks for any.
        """
        asked = {name: value for name, value in asked.items() if value}
        if not (asked or aim):
            return self
        named = apps.get_model("assessments", "Impact").objects.filter(**asked)
        found = named.under_aim(aim) if aim else named
        return self.filter(self._told(user, found))

    def without_impact(self, user):
        """Those of which the version that `user` is told of says nothing yet of what it means for anybody."""
        said = apps.get_model("assessments", "Impact").objects.all()
        return self.told_to(user).exclude(self._told(user, said))

    def told_to(self, user):
        """Those of which `user` is told what a version says: all that they may know of; who reads no drafts, those published."""
        return self if user.may_update else self.in_public()

    def _told(self, user, impacts):
        """Whether the version that `user` is told of names one of `impacts`."""
        if user.may_update:
            return Exists(impacts.filter(assessment_version=models.OuterRef("current")))
        versions = apps.get_model("assessments", "AssessmentVersion").objects
        named = impacts.filter(assessment_version__in=versions.told_to(user).values("pk"))  # fmt: skip
        return Q(pk__in=named.values("assessment_version__assessment"))

    def with_signed(self):
        """Load the versions that were signed, the newest first, as `signed`: one query."""
        versions = apps.get_model("assessments", "AssessmentVersion").objects
        return self.prefetch_related(
            models.Prefetch("versions", versions.signed(), to_attr="signed")
        )

    def for_assessment_page(self):
        """Load what heads an assessment's page, and say whether any version was signed: `has_signed`. One query."""
        versions = apps.get_model("assessments", "AssessmentVersion").objects
        signed = versions.filter(assessment=models.OuterRef("pk"), stage__in=SIGNED)
        whole = self.for_writing().select_related("directorate", "lead")
        return whole.annotate(has_signed=Exists(signed))

    def for_naming(self):
        """Load what another page names one by: one query."""
        said = ("reference", "title", "confidential_until", "current__assessment", "current__number", "current__stage")  # fmt: skip
        return self.select_related("current").only(*said)

    def for_writing(self):
        """Load what a page shows on which people write: one query."""
        short = self.select_related("current")
        return short.defer("current__content", "reference_order")

    def for_sending(self):
        """Load what `for_writing` does, the current version locked: who sends a page waits for who sent one before."""
        known = self.for_writing().filter(current__number__gte=1)
        return known.select_for_update(of=("current",), no_key=True)

    def in_order(self):
        """By reference as people count: EIA/2026/9 before EIA/2026/10."""
        return self.order_by("reference_order", "pk")

    def next_reference(self, year):
        """Return the first free reference of `year`, such as EIA/2026/015; two who ask inside transactions get two."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtext('assessment_reference'))"
            )
        begin = f"EIA/{year}/"
        taken = self.model.objects.filter(reference__istartswith=begin)
        numbers = [
            int(found.group())
            for reference in taken.values_list("reference", flat=True)
            if (found := re.fullmatch(r"[0-9]{1,6}", reference[len(begin) :]))
        ]
        return f"{begin}{max(numbers, default=0) + 1:03}"
