"""The register of the bench: twenty years of a large council's assessments, at most four hundred of them under way."""

import datetime
import json
from dataclasses import dataclass, field

from django.db import connection, transaction

from assessments.models import Assessment, AssessmentVersion, ProgrammeTarget
from assessments.models.stages import OPEN, SIGNED, Stage
from assessments.models.version_verbs import month_after
from assessments.programme.progress import year_of
from assessments.version import snapshot
from equality_tracker.organisation.models import Aim, Characteristic
from plans.models import Action

from . import assessment_rows
from .copying import copy_rows
from .council import MANAGER, OFFICER, directorate_of
from .filling import fill, without_triggers
from .words import DIRECTORATES, GROUPS, PLACES, THINGS, one

SMALL, LARGE = 1_000, 20_000
ACTIONS, YEARS = 1_000, 20
UNDER_WAY_AT_MOST = 400
# The stages of those under way, in turn; the first is the one whose pages are opened.
UNDER_WAY = (
    Stage.FULL, Stage.SCREENING, Stage.CONSULTATION, Stage.SIGN_OFF, Stage.APPROVED, Stage.PUBLISHED, Stage.PLANNED,
)  # fmt: skip
OVER = (*[Stage.REVIEWED] * 6, *[Stage.SCREENED_OUT] * 3, Stage.PUBLISHED)
# The first that stands at each: of the same directorate's people.
WRITTEN, IN_PUBLIC = 1, 1 + UNDER_WAY.index(Stage.PUBLISHED)


@dataclass(frozen=True)
class One:
    """One version of the bench: its key, its assessment's number, its own number, where it stands, and when it began."""

    pk: int
    assessment: int
    number: int
    stage: str
    begun: datetime.date
    characteristics: list = field(repr=False)
    aim: int

    @property
    def is_open(self):
        return self.stage in OPEN

    @property
    def is_full(self):
        """Whether it came to a full assessment."""
        short = (Stage.PLANNED, Stage.SCREENING, Stage.SCREENED_OUT)
        return self.stage not in short

    @property
    def signed_on(self):
        return self.begun + datetime.timedelta(60)


def fill_council_with_assessments(count, today):
    """Write a council of a thousand actions with `count` assessments."""
    fill(ACTIONS, today)
    fill_assessments(count, today)


def fill_assessments(count, today):
    """Write `count` assessments beside the actions that are there, one in ten of the older ones in its second version."""
    with transaction.atomic(), without_triggers(["assessments"]):
        versions = list(_versions(count, today))
        current = {version.assessment: version.pk for version in versions}
        numbers = range(1, count + 1)
        copy_rows(Assessment, (_assessment(n, current[n], count, today) for n in numbers))  # fmt: skip
        drafts = [version for version in versions if version.is_open]
        copy_rows(AssessmentVersion, map(_version, drafts))
        for model, rows in assessment_rows.of(versions, Action.objects.count() // 3):
            copy_rows(model, rows)
        submitted = [version for version in versions if not version.is_open]
        said = snapshot.content(AssessmentVersion.objects.get(pk=drafts[0].pk))
        copy_rows(AssessmentVersion, (_submitted(version, said, today) for version in submitted))  # fmt: skip
        copy_rows(ProgrammeTarget, _promises(today))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def under_way(count):
    """How many of `count` assessments are not over."""
    return min(UNDER_WAY_AT_MOST, count // 5)


def _versions(count, today):
    """Yield One for each version, each assessment's newest last."""
    characteristics = list(Characteristic.objects.order_by("position").values_list("pk", flat=True))  # fmt: skip
    known = {"characteristics": characteristics, "aim": Aim.objects.first().pk}
    few = under_way(count)
    for n in range(1, count + 1):
        begun = _begun(n, few, count, today)
        if n <= few:
            yield One(n, n, 1, UNDER_WAY[(n - 1) % len(UNDER_WAY)], begun, **known)
            continue
        twice = n % 10 == 0
        yield One(n, n, 1, Stage.REVIEWED if twice else one(OVER, n), begun, **known)
        if twice:
            later = begun + datetime.timedelta(400)
            yield One(count + n, n, 2, one(OVER, n // 10), later, **known)


def _begun(n, few, count, today):
    """Those under way began this year, the others over twenty years, the later the lower their number."""
    if n <= few:
        return today - datetime.timedelta(20 + n * 7 % 200)
    return today - datetime.timedelta(900 + (n - few) * 365 * YEARS // count)


def _assessment(n, current, count, today):
    kind = one(["policy", "service", "budget", "function", "project"], n)
    begun = _begun(n, under_way(count), count, today)
    budget = {"budget_year": year_of(begun) + 1, "saving": n * 100} if kind == "budget" else {}  # fmt: skip
    secret = n <= under_way(count) and n % 20 == 0
    return {
        "id": n,
        "reference": f"EIA/{begun.year}/{n:03}",
        "title": f"Changing {one(THINGS, n)} for {one(GROUPS, n // 3)} in {one(PLACES, n // 5)}",
        "kind": kind,
        "directorate_id": directorate_of(n + MANAGER - WRITTEN),
        "service": one(THINGS, n // 2).capitalize(),
        "lead_id": n % 40 + 1,
        "decision": "Whether to go on with it",
        "due": begun + datetime.timedelta(120),
        "confidential_until": today + datetime.timedelta(90) if secret else None,
        "current_id": current,
        **budget,
    }


def _version(version):
    """What every version has."""
    full = None if version.stage in (Stage.PLANNED, Stage.SCREENING) else version.is_full  # fmt: skip
    return {
        "id": version.pk,
        "assessment_id": version.assessment,
        "number": version.number,
        "stage": version.stage,
        "stage_since": version.begun if version.is_open else version.signed_on,
        "begun_on": version.begun,
        "begun_by_id": OFFICER,
        "needs_full": full,
        "outcome": "adjust" if version.is_full else "",
        "outcome_why": "The desk stays open on two days." if version.is_full else "",
        "review_by": version.signed_on + datetime.timedelta(365) if version.is_full else None,
    }  # fmt: skip


def _submitted(version, said, today):
    """What a version that was submitted has beside: its content, its hash, its days."""
    content = said | {"version": version.number, "reference": f"EIA/{version.assessment}"}  # fmt: skip
    words = "It touches nobody." if version.stage == Stage.SCREENED_OUT else ""
    return {
        **_version(version),
        **_days(version, today),
        "screened_out_why": words,
        "submissions": 1,
        "submitted_by_id": OFFICER,
        "submitted_at": _moment(version.signed_on),
        "content": json.dumps(content),
        "content_hash": snapshot.digest(content),
    }


def _days(version, today):
    if version.stage not in SIGNED:
        return {}
    found = {"approved_on": version.signed_on, "publish_by": month_after(version.signed_on)}  # fmt: skip
    if version.stage != Stage.APPROVED:
        found |= {"published_on": version.signed_on, "published_by_id": MANAGER}
    # Of those in public for long, one in twenty is due to be looked at again.
    if version.stage == Stage.PUBLISHED and version.assessment % 200 >= 10:
        found["review_by"] = today + datetime.timedelta(100)
    return found


def _moment(day):
    return datetime.datetime.combine(day, datetime.time(10), datetime.UTC)


def _promises(today):
    """What each directorate promised for each year."""
    years = range(year_of(today) - YEARS + 1, year_of(today) + 1)
    for place, year in enumerate(years):
        for number in range(len(DIRECTORATES)):
            yield {
                "id": place * len(DIRECTORATES) + number + 1,
                "directorate_id": number + 1,
                "year": year,
                "target": 20 + number,
            }
