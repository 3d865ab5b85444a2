"""What the pages of plans show of assessments, each to those who may know of it."""

from dataclasses import dataclass
from functools import cache
from itertools import groupby

from django.db.models import Count, OuterRef, Subquery, Value, Window
from django.utils.http import urlencode

from assessments.models import Assessment, Mitigation, Stage
from assessments.models.stages import OPEN
from assessments.one.loading import read_for_naming
from assessments.register.known import known_by, secret_of
from assessments.register.loading import loaded
from assessments.register.rows import Call, called_for, slipping
from equality_tracker.addresses import address
from equality_tracker.prepared import Prepared
from equality_tracker.templatetags.govuk import day
from plans import panels
from plans.panels import Panel

STYLES = ("css/assessments.css", "css/dashboards-assessments.css")
NAMED = 8


@dataclass(frozen=True)
class Part:
    """Some assessments that a page names: the first of `count`, and the address of the register that shows all of them."""

    title: str
    first: list
    count: int
    url: str

    @property
    def is_cut(self):
        return self.count > len(self.first)


@dataclass(frozen=True)
class Item:
    """An assessment and what it waits for, as Calls."""

    assessment: Assessment
    calls: list


def register():
    """Take the places on the pages of plans: called once, when the site starts."""
    panels.OF_PLAN.register(of_plan)
    panels.OF_ACTION.register(of_action, mitigated=_mitigated)
    panels.OF_PERSON.register(of_person)


def of_plan(plan, user, on):
    """The assessments that have to do with a plan, or None: one query."""
    rows = Assessment.objects.readable_by(user, on).under_plan(pk=plan.pk)
    newest = _in_short(rows.in_order().reverse()).with_slips()
    part = _part(
        "Equality Impact Assessments", newest, on, _promise, plan=plan.reference
    )
    return part and Panel("assessments/_plan_panel.html", part, STYLES)


def of_action(action, user, on):
    """The assessment whose mitigation an action stands for, or None: one query where there is one."""
    if action.mitigated is None:
        return None
    found = read_for_naming(user, on, action.mitigated)
    return found and Panel("assessments/_action_panel.html", found, STYLES)


def _mitigated():
    """The assessment of which an action's row is told that it stands for a mitigation."""
    rows = Mitigation.objects.filter(action=OuterRef("pk")).order_by("pk")
    return Subquery(rows.values("assessment_version__assessment")[:1])


def of_person(user, on):
    """The assessments that wait for somebody, or None: four queries; two where there is none, none for who writes nothing."""
    if not user.may_update:
        return None
    given = {"user": user.pk, "on": on, "secret": secret_of(user, on)}
    found = _waiting(user.is_admin).tuples(**given)
    # One may wait for both.
    rows = {one.pk: one for one in loaded(list({pk for _part, pk, _count in found}))}
    parts = [
        _named(*of_part, [rows[pk] for _part, pk, _count in group if pk in rows], on)
        for of_part, group in groupby(found, key=lambda one: (one[0], one[2]))
    ]
    return Panel("assessments/_person_panel.html", parts, STYLES) if parts else None


# The parts in their order: the title, and what the register is asked for to show all of them.
WAITING = (
    ("Assessments to sign", {"yours": "sign"}),
    ("Assessments you lead or write", {"yours": "lead", "state": "unfinished"}),
)


@cache
def _waiting(is_admin):
    """The question of WAITING: of the first of each part its place, their ids, and how many there are of it."""

    def waiting(user, on, secret):
        known = known_by(is_admin, on, secret)
        sign = known.to_be_signed_by(user).order_by("current__submitted_at", "pk")
        mine = known.led_by(user, on).unfinished(on).most_pressing_first(on)
        mine = mine.those_that_came_back_first()
        return _first(0, sign).union(_first(1, mine), all=True)

    return Prepared(waiting)


def _first(part, rows):
    rows = rows.annotate(part=Value(part), how_many=Window(Count("*")))
    return rows.values_list("part", "pk", "how_many")[:NAMED]


def _named(part, count, first, on):
    """The Part of the assessments `first` of `count`."""
    title, asked = WAITING[part]
    items = [Item(one, list(_everything(one, on))) for one in first]
    return Part(title, items, count, _register(asked))


def _in_short(rows):
    return rows.select_related("current").defer("current__content")


def _part(title, rows, on, calls, **asked):
    """The Part of `rows`, which the register shows where it is asked for `asked`; None where there is none. `calls` says of each what it waits for."""
    first = list(rows.annotate(how_many=Window(Count("*")))[:NAMED])
    if not first:
        return None
    items = [Item(one, list(calls(one, on))) for one in first]
    return Part(title, items, first[0].how_many, _register(asked))


def _register(asked):
    return f"{address('assessments:assessment_list')}?{urlencode(asked)}"


def _promise(assessment, on):
    """Yield what is known of an assessment without its signed versions."""
    if assessment.current.came_back:
        yield Call("Came back from sign-off")
    if assessment.is_overdue(on):
        yield Call("Overdue")
    elif assessment.promised_by and assessment.current.stage in (*OPEN, Stage.SIGN_OFF):
        yield Call(f"Due {day(assessment.promised_by)}", False)
    yield from slipping(assessment)


def _everything(assessment, on):
    yield from _promise(assessment, on)
    yield from called_for(assessment.standing, on)
