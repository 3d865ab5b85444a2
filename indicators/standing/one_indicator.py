"""One indicator as its page reads it. Each question is prepared: it is asked whenever such a page is opened."""

from functools import cache

from django.shortcuts import get_object_or_404

from equality_tracker.organisation.models import Role
from equality_tracker.prepared import Prepared
from indicators.models import (
    Baseline,
    Breakdown,
    Comment,
    Indicator,
    Result,
    Target,
)
from plans.models import Action, Priority

# What the page does not say of a figure: who entered it stands in its history.
_UNSAID = ("entered_by", "entered_at", "decimals")


def read_indicator(user, on, pk):
    """Return the indicator `pk` with all that its page shows but its breakdowns, or raise Http404: four queries, and one for each kind of
    thing that it has besides figures.

    Says whether `user` may enter its figures on the day `on`, as `may_edit`, and keeps it, as `may_keep`.
    """
    found = get_object_or_404(_shown, pk=pk, user=user.pk, on=on)
    found.may_edit = user.may_update and (
        user.role == Role.ADMIN or found.is_of_theirs or found.is_led_by_them
    )
    found.may_keep = user.is_admin or (
        user.is_active and user.role == Role.MANAGER and found.is_of_theirs
    )
    for name, question in _FIGURES.items():
        _keep(found, name, question.rows(indicator=found.pk), owns=True)
    for name, question in _BESIDES.items():
        there = getattr(found, f"has_{name}")
        _keep(found, name, question.rows(indicator=found.pk) if there else [])
    return found


def breakdowns_of(indicator):
    """Return every group of every result of an `indicator` that `read_indicator` returned: one query where it has any."""
    return _breakdowns.rows(indicator=indicator.pk) if indicator.has_breakdowns else []


def _keep(indicator, name, rows, owns=False):
    """Let `indicator.name.all()` be `rows`, as a prefetch does; where it `owns` them, each knows it."""
    if owns:
        for one in rows:
            one.indicator = indicator
            # Asked some nine hundred times a page, of figures that nobody changes here.
            one.as_measure = cache(one.as_measure)
    kept = indicator.__dict__.setdefault("_prefetched_objects_cache", {})
    kept[name] = rows


@Prepared
def _shown(pk, user, on):
    found = Indicator.objects.filter(pk=pk).order_by().for_indicator_page()
    return found.with_whose_it_is(user, on)


@Prepared
def _results(indicator):
    return Result.objects.filter(indicator=indicator).defer(*_UNSAID)


@Prepared
def _targets(indicator):
    return Target.objects.filter(indicator=indicator).with_plan().defer(*_UNSAID)


@Prepared
def _baselines(indicator):
    return Baseline.objects.filter(indicator=indicator).with_plan()


@Prepared
def _parts(indicator):
    return Indicator.objects.filter(parent=indicator).by_code()


@Prepared
def _comments(indicator):
    return Comment.objects.filter(indicator=indicator).select_related("made_by")


@Prepared
def _actions(indicator):
    found = Action.objects.filter(indicators=indicator)
    return found.select_related("plan").defer("search")


@Prepared
def _priorities(indicator):
    return Priority.objects.filter(indicators=indicator).select_related("plan")


@Prepared
def _breakdowns(indicator):
    return Breakdown.objects.of_indicator(indicator)


_FIGURES = {"results": _results, "targets": _targets, "baselines": _baselines}
_BESIDES = {
    "parts": _parts, "comments": _comments, "actions": _actions, "priorities": _priorities,
}  # fmt: skip
