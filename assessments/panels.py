"""What the pages of plans show of assessments, each to those who may know of it."""

from dataclasses import dataclass
from functools import cache
from itertools import islice

from django.db.models import Count, F, Q, Window
from django.utils.http import urlencode

from assessments.known import secret_of
from assessments.list_rows import Call, called_for, slipping
from assessments.loading import loaded
from assessments.models import Assessment, Mitigation, Stage
from assessments.models.assessment_queryset import is_open
from assessments.models.stages import OPEN
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
    panels.OF_ACTION.register(of_action)
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
    """The assessment whose mitigation an action stands for, or None: one query, and another where there is one."""
    stands_for = _mitigation.rows(action=action.pk)
    if not stands_for:
        return None
    rows = Assessment.objects.readable_by(user, on).filter(pk=stands_for[0]["of"])
    found = _in_short(rows).first()
    return found and Panel("assessments/_action_panel.html", found, STYLES)


@Prepared
def _mitigation(action):
    """Most actions stand for none, and their page is opened all day."""
    rows = Mitigation.objects.filter(action=action).order_by()
    return rows.values(of=F("assessment_version__assessment"))


def of_person(user, on):
    """The assessments that wait for somebody, or None: five queries; three where there is none, none for who writes nothing."""
    if not user.may_update:
        return None
    given = {"user": user.pk, "on": on, "secret": secret_of(user, on)}
    found = [one.tuples(**given) for one in _waiting(user.is_admin)]
    rows = iter(loaded([pk for part in found for pk, _how_many in part]))
    parts = [
        _named(title, list(islice(rows, len(part))), part[0][1], on, asked)
        for (title, asked), part in zip(WAITING, found, strict=True)
        if part
    ]
    return Panel("assessments/_person_panel.html", parts, STYLES) if parts else None


WAITING = (
    ("Assessments to sign", {"yours": "sign"}),
    ("Assessments you lead or write", {"yours": "lead", "state": "unfinished"}),
)


@cache
def _waiting(is_admin):
    """The questions of WAITING: the ids of the first, each with how many there are."""

    def known(on, secret):
        rows = Assessment.objects.all()
        return rows if is_admin else rows.filter(is_open(on) | Q(pk__among=secret))

    def sign(user, on, secret):
        rows = known(on, secret).to_be_signed_by(user)
        return _first(rows.order_by("current__submitted_at", "pk"))

    def mine(user, on, secret):
        rows = known(on, secret).led_by(user, on).unfinished(on)
        return _first(rows.most_pressing_first(on))

    return Prepared(sign), Prepared(mine)


def _first(rows):
    return rows.values_list("pk", Window(Count("*")))[:NAMED]


def _named(title, first, count, on, asked):
    """The Part of the assessments `first` of `count`, which the register shows where it is asked for `asked`."""
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
    if assessment.is_overdue(on):
        yield Call("Overdue")
    elif assessment.promised_by and assessment.current.stage in (*OPEN, Stage.SIGN_OFF):
        yield Call(f"Due {day(assessment.promised_by)}", False)
    yield from slipping(assessment)


def _everything(assessment, on):
    yield from _promise(assessment, on)
    yield from called_for(assessment.standing, on)
