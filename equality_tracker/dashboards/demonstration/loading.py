"""Plays the fixtures through the product's own verbs, so that the demonstration never holds what the rules forbid."""

from django.contrib.auth.hashers import make_password
from django.db import transaction

from equality_tracker.organisation.models import User

from .assessments import tell_assessments
from .calendar import Calendar
from .cast import Cast
from .dating import date_history
from .fixtures import read_fixture, read_plans
from .frameworks import tell_frameworks
from .indicators import tell_indicators
from .people import PASSWORD
from .plans import PlanTeller
from .rounds import tell_rounds
from .story import BEGINS, ENDS, Moment, Story

# Before the first plan began: when the council itself is entered.
LONG_AGO = -2300


def load(today, shown=lambda done, of: None):
    """Load the demonstration as it stands on the date `today`; `shown` is told how far it has got.

    All or nothing, but for the evidence files: the store keeps each in a transaction of its own, afterwards.
    """
    calendar = Calendar(today)
    with transaction.atomic():
        told = _play(calendar, shown)
        date_history()
    _keep_files(calendar, [each for plan in told.values() for each in plan.pending])


def _play(calendar, shown):
    cast = _make_cast(calendar)
    story, told = Story(calendar), {}
    for fixture in sorted(read_plans(), key=_followers_first):
        told[fixture["key"]] = PlanTeller(fixture, story, cast, told)
    for teller in told.values():
        teller.tell()
    tell_rounds(story, cast, told)
    tell_assessments(story, cast, told)
    tell_frameworks(story, cast, told)
    for key, offset in cast.leavers():
        story.tell(offset, key, cast.admin, _leave(cast.people[key]), ENDS)
    story.play(shown)
    tell_indicators(calendar, cast, told)
    return told


def _followers_first(fixture):
    """A plan that ends where another begins needs that other's dates."""
    return "four_years_before" in fixture["starts"]


def _make_cast(calendar):
    cast = Cast(calendar)
    at = calendar.moment(LONG_AGO, "council")
    Moment(at.date(), BEGINS, at, None, cast.make_people).play()
    Moment(at.date(), BEGINS, at, cast.admin, cast.make_posts).play()
    # One hash for everybody: hashing is slow on purpose, and the password is printed anyway.
    User.objects.update(password=make_password(PASSWORD))
    return cast


def _leave(person):
    def leave(moment):
        person.is_active = False
        person.save(update_fields=["is_active"])

    return leave


def _keep_files(calendar, pending):
    fixture = read_fixture("files")
    for each in pending:
        each.keep(fixture, calendar)
    with transaction.atomic():
        date_history()
