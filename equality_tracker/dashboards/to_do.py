"""What needs an admin beyond the actions themselves: posts, rounds, plans, areas of frameworks and awards that wait for a decision."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from assessments.framework import awards, due
from assessments.models import FrameworkArea
from equality_tracker.organisation.models import Lead
from equality_tracker.prepared import Prepared
from equality_tracker.templatetags.govuk import day
from plans.models import Action, Plan

from .assessments import REGISTER
from .frameworks import areas_of

NAMED = 5


@dataclass(frozen=True)
class ToDo:
    """One thing to see to: what it is, and where; `links` are (words, address)."""

    words: str
    links: list


def to_do(board):
    """Return what waits for an admin, as a list of ToDo: one query more, and two where what waits in frameworks is not kept."""
    found = [
        *_vacant(board),
        *_rounds(board),
        *_drafts(board),
        *_directions(board),
        *_frameworks(board),
        *_awards(board),
    ]
    return [one for one in found if one.links]


def _vacant(board):
    found = _vacant_leads.rows(on=board.scope.on)
    links = [(lead.name, lead.get_absolute_url()) for lead in found[:NAMED]]
    if len(found) > NAMED:
        links.append(("and others", reverse("organisation:leads")))
    yield ToDo(
        "Posts that lead open actions, or an area of a framework, and that nobody holds:",
        links,
    )


@Prepared
def _vacant_leads(on):
    """As many as are named, and one more where there are more."""
    open_now = Action.objects.live().open().values("pk")
    areas = FrameworkArea.objects.in_use().filter(lead__isnull=False)
    asked = Q(actions__in=open_now) | Q(pk__in=areas.values("lead"))
    vacant = Lead.objects.vacant(on).filter(asked)
    return vacant.distinct()[: NAMED + 1]


def _rounds(board):
    here = reverse("plans:round_list")
    if board.plans and not board.scope.rounds:
        yield ToDo("No round is open.", [("Rounds", here)])
    for one in dict.fromkeys(board.scope.rounds.values()):
        if one.closes < board.scope.on:
            words = f"{one.title} was to close on {day(one.closes)}."
            yield ToDo(words, [("Close it", one.get_absolute_url())])


def _drafts(board):
    drafts = [plan for plan in board.plans if plan.state == Plan.State.DRAFT]
    links = [(plan.title, plan.get_absolute_url()) for plan in drafts[:NAMED]]
    yield ToDo("Plans that are still drafts:", links)


def _directions(board):
    count = board.indicators.tally.asked["unconfirmed"]
    url = board.indicators.list_url(state="unconfirmed")
    words = f"{count} indicator{'s' if count != 1 else ''}"
    yield ToDo("Which way is better? Nobody has said of:", [(words, url)] if count else [])  # fmt: skip


def _frameworks(board):
    """What waits in each framework in use, and its areas that nobody is asked to lead on."""
    for areas, calls in due.of_frameworks(areas_of(board)):
        framework = areas[0].framework
        links = [(f"{call.count} {call.words}", call.url) for call in calls]
        yield ToDo(f"Criteria of {framework}:", links)
        alone = [(str(one), one.url) for one in areas if one.lead is None]
        yield ToDo(f"{framework}: nobody is asked to lead on", alone[:NAMED])


def _awards(board):
    """An award of a framework that lapses soon, or has lapsed: kept until somebody writes one."""
    on = board.scope.on
    kept = board.moment.parts(("awards", on), [REGISTER], lambda _missing: {REGISTER: awards.calls(on)})  # fmt: skip
    for call in kept[REGISTER]:
        yield ToDo(call.words, [("See the framework", call.url)])
