"""A council whose assessments wait for everything that one can wait for: what the tests of dashboards count."""

import datetime

from django.utils import timezone

from assessments.models import ProgrammeTarget
from assessments.programme.progress import year_of
from equality_tracker.organisation.models import Succession
from tests.factories import ActionFactory, AssessmentFactory, DirectorateFactory
from tests.factories.assessments import dated

DAY = datetime.timedelta(days=1)
SECRET = datetime.date(2099, 1, 1)


def assess(body, on, **said):
    """Assessments of `body` on each edge of what they may wait for on the day `on`; return one that acts on a slipped action."""
    for days in (-1, 0):
        AssessmentFactory(directorate=body, stage="full", due=on + days * DAY, **said)
    AssessmentFactory(directorate=body, stage="sign_off", due=on - DAY, **said)
    for days in (-1, 0, 1):
        one = AssessmentFactory(directorate=body, stage="approved", on=on, **said)
        dated(one, publish_by=on + days * DAY)
    for days in (0, 1):
        published(body, on, on + days * DAY, **said)
    AssessmentFactory(directorate=body, stage="screened_out", on=on, **said)
    return acting(body, "slipped", **said)


def published(body, on, review_by, **said):
    """A published assessment whose review is due by a day."""
    one = AssessmentFactory(directorate=body, stage="published", on=on - 60 * DAY, **said)  # fmt: skip
    return dated(one, review_by=review_by)


def acting(body, status, **said):
    """An assessment with a mitigation that an action of `status` stands for."""
    one = AssessmentFactory(directorate=body, stage="screening", **said)
    mitigation = one.current.mitigations.create(text="An outreach desk")
    mitigation.action = ActionFactory(rag_status=status)
    mitigation.save()
    return one


def council(on):
    """Make it: an heir with what passed into it, a partner, one that promised nothing, and what nobody answers for; return the first three."""
    old, heir, partner = (
        DirectorateFactory(),
        DirectorateFactory(),
        DirectorateFactory(kind="partner"),
    )
    Succession.objects.create(predecessor=old, successor=heir, on=on)
    assess(old, on)
    assess(heir, on, confidential_until=SECRET)
    assess(partner, on)
    AssessmentFactory(directorate=DirectorateFactory(), stage="sign_off")
    AssessmentFactory(directorate=None, stage="approved", on=on - 40 * DAY)
    for body, said in ((heir, None), (partner, 3)):
        ProgrammeTarget.objects.create(
            directorate=body, year=year_of(on), target=8, completed=said
        )
    return old, heir, partner


def today():
    return timezone.localdate()
