import datetime

import factory
import pgtrigger
from django.utils import timezone

from assessments.models import Assessment, Relevance
from assessments.writing.questions import QUESTIONS
from equality_tracker.organisation.models import Aim

from .organisation import DirectorateFactory, UserFactory

BEGUN_ON = datetime.date(2026, 4, 6)
# A day after any on which something is submitted, whenever the tests run.
REVIEW_BY = datetime.date(timezone.localdate().year + 2, 4, 6)


class AssessmentFactory(factory.django.DjangoModelFactory):
    """An assessment with its first version at `stage`, moved there by the verbs, each on the day `on`.

    `author` writes and submits it, `signer` signs it; from the full assessment on it holds all that a submission asks for. One that is
    published and confidential stands as a register may bring it: nobody here makes it so.
    """

    class Meta:
        model = Assessment
        skip_postgeneration_save = True

    reference = factory.Sequence("EIA/2026/{:03}".format)
    title = "Closing a contact point"
    directorate = factory.SubFactory(DirectorateFactory)

    @classmethod
    def _create(cls, model, *args, stage="planned", on=BEGUN_ON, **fields):
        author = fields.pop("author", None) or UserFactory(role="officer")
        signer = fields.pop("signer", None) or UserFactory(role="manager")
        until = fields.pop("confidential_until", None)
        assessment = super()._create(model, *args, **fields)
        version = assessment.begin_version(by=author, on=on)
        for step in steps_to(stage):
            version = step(version, author, signer, on) or version
        if until:
            with pgtrigger.ignore("assessments.Assessment:published_stays_in_sight"):
                model.objects.filter(pk=assessment.pk).update(confidential_until=until)
        assessment.refresh_from_db()
        return assessment


def screened(version, level="none"):
    """Say of each characteristic, under each aim that asks about it, how relevant it is."""
    aims = list(Aim.objects.all())
    version.relevances.bulk_create(
        Relevance(assessment_version=version, characteristic=one, aim=aim, level=level)
        for one in version.characteristics()
        for aim in (aims[:1] if one.counts_for_first_aim_alone else aims)
    )
    return version


def complete(version, author, signer):
    """Write all that a submission asks for: no negative impact, signed by `signer`."""
    for question in QUESTIONS:
        version.answers.create(question=question, text="As agreed.", written_by=author)
    for characteristic in version.characteristics():
        version.impacts.create(characteristic=characteristic, kind="neutral")
    version.signers.create(user=signer)
    version.outcome, version.review_by = "no_change", REVIEW_BY
    version.save()
    version.refresh_from_db()
    return version


def dated(assessment, **days):
    """Give the versions of `assessment` days that their moves did not write: the database keeps those of a signed one as they are."""
    with pgtrigger.ignore("assessments.AssessmentVersion:signed_days_stay"):
        assessment.versions.update(**days)
    return assessment


def steps_to(stage):
    """The verbs that bring a planned version to `stage`, in order."""
    begin = ("screening", lambda v, a, s, on: v.start_screening(by=a, on=on))
    if stage == "screened_out":
        return [begin[1], _screen_out]
    steps = [
        begin,
        ("full", lambda v, a, s, on: screened(v).go_to_full(by=a, on=on)),
        ("complete", lambda v, a, s, on: complete(v, a, s)),
        ("sign_off", lambda v, a, s, on: v.submit(by=a, on=on)),
        ("approved", lambda v, a, s, on: v.sign(by=s, on=on, content_hash=v.content_hash)),
        ("published", lambda v, a, s, on: v.publish(by=s, on=on)),
        ("reviewed", lambda v, a, s, on: _review(v, a, on)),
    ]  # fmt: skip
    if stage == "planned":
        return []
    if stage == "consultation":
        asked = lambda v, a, s, on: v.begin_consultation(by=a, on=on, starts=on)  # noqa: E731
        return [step for _name, step in steps[:3]] + [asked]
    names = [name for name, _step in steps]
    return [step for _name, step in steps[: names.index(stage) + 1]]


def _screen_out(version, author, signer, on):
    screened(version)
    version.signers.create(user=signer)
    version = version.submit_screening_out(why="It touches nobody.", by=author, on=on)
    return version.sign(by=signer, on=on, content_hash=version.content_hash)


def _review(version, author, on):
    return version.review_impact(
        expected="Fewer visits.", happened="As expected.", changed="Nothing.",
        by=author, on=on,
    )  # fmt: skip
