"""Both dashboards as one would write them by hand in plain Django: counted in the database, drawn by plain loops."""

import datetime

from django.apps import apps
from django.db.models import Case, Count, F, Q, When
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from equality_tracker.organisation.models import Directorate
from plans.models import Action, ActionUpdate, Plan, RagStatus, RoundPlan
from plans.models.status import CLOSED

STATUSES = [*RagStatus.choices, (None, "No status given")]
FILLS = dict(
    zip(
        [key for key, _word in STATUSES],
        ["#00703c", "#359a5c", "#b86200", "#b3200b", "#505a5f", "#b1b4b6", "#ffffff"],
        strict=True,
    )
)
OPEN = ~Q(rag_status__in=CLOSED) | Q(rag_status=None)
AT_MOST, WEEKS = 5, 13


def council(request):
    """The whole council."""
    context = _board(request, Action.objects.filter(plan__state="live"))
    actions = context["actions"]
    context["by_directorate"] = _lines(
        actions, "answering", "directorate", "directorate__name"
    )
    return render(request, "bench/board.html", context)


def directorate(request, pk):
    """One directorate, with what it contributes to."""
    own = get_object_or_404(Directorate, pk=pk)
    contributed = Action.contributing.through.objects.filter(
        directorate__in=own.with_predecessors()
    )
    actions = Action.objects.filter(
        Q(directorate__in=own.with_predecessors())
        | Q(contributing_all=True)
        | Q(pk__in=contributed.values("action")),
        plan__state="live",
    )
    return render(request, "bench/board.html", _board(request, actions, own))


def _board(request, actions, own=None):
    on = timezone.localdate()
    parts = RoundPlan.objects.filter(plan__state="live", running=True)
    part = parts.select_related("round").order_by("-round__opens").first()
    since = part.round.opens if part else on - datetime.timedelta(90)
    needs = _needs(actions, on)
    changes = _changes(actions, since)
    return {
        "own": own,
        "own_list": request.user.directorates.order_by("name"),
        "on": on,
        "now": timezone.localtime(),
        "since": since,
        "round": part.round if part else None,
        "plans": Plan.objects.order_by("-start"),
        "actions": actions,
        "query": f"directorate={own.pk}&" if own else "",
        "counts": actions.aggregate(**_counted(needs, on)),
        "worst": _worst(actions, needs),
        "standing": _lines(actions, "", None, None)[0],
        "by_plan": _lines(actions, "plan", "plan__reference", "plan__title"),
        "by_priority": _lines(actions, "priority", "priority", "priority__title"),
        "changes": changes[:AT_MOST],
        "changed": len(changes),
        "weeks": _weeks(actions, on),
        "statuses": STATUSES,
    }


def _needs(actions, on):
    """The conditions of what needs somebody, by their names."""
    updated = actions.filter(
        plan__round_plans__running=True,
        latest_update__round=F("plan__round_plans__round"),
    )
    asked = actions.filter(OPEN, plan__round_plans__running=True)
    led = Action.leads.through.objects.values("action")
    return {
        "slipped": Q(rag_status=RagStatus.SLIPPED),
        "overdue": OPEN & Q(due__lt=on),
        "not_updated": Q(
            pk__in=asked.exclude(pk__in=updated.values("pk")).values("pk")
        ),
        "no_lead": OPEN & ~Q(pk__in=led),
    }


def _counted(needs, on):
    counted = {name: Count("pk", filter=asked) for name, asked in needs.items()}
    for days in (30, 60, 90):
        until = on + datetime.timedelta(days)
        counted[f"due_{days}"] = Count("pk", filter=OPEN & Q(due__range=(on, until)))
    contributed = Action.contributing.through.objects.values("action")
    joint = Q(contributing_all=True) | Q(pk__in=contributed)
    return {
        **counted,
        "all": Count("pk"),
        "joint": Count("pk", filter=joint),
        "together": Count("pk", filter=_any(needs)),
    }


def _any(needs):
    found = Q()
    for asked in needs.values():
        found |= asked
    return found


def _worst(actions, needs):
    found = actions.filter(_any(needs)).select_related("latest_update").defer("search")
    slipped_first = Case(When(rag_status=RagStatus.SLIPPED, then=0), default=1)
    return found.order_by(slipped_first, F("due").asc(nulls_last=True))[:AT_MOST]


def _lines(actions, asked, key, name):
    """One line for each value of `key` (None: one for all), with its count by status and its bar."""
    names = [each for each in (key, name) if each]
    rows = (
        actions.order_by(*names[:1])
        .values_list(*names, "rag_status")
        .annotate(n=Count("pk"))
    )
    lines = {}
    for *named, status, count in rows:
        line = lines.setdefault(tuple(named), dict.fromkeys(FILLS, 0))
        line[status] += count
    longest = max((sum(line.values()) for line in lines.values()), default=1)
    return [_line(asked, named, line, longest) for named, line in lines.items()] or [
        _line(asked, (), dict.fromkeys(FILLS, 0), 1)
    ]


def _line(asked, named, counts, longest):
    total, left, bar = sum(counts.values()), 0, []
    for status, count in counts.items():
        if count:
            width = count * 100 / longest
            bar.append((left, width, FILLS[status]))
            left += width
    parts = [
        (status or "none", word, counts[status], counts[status] * 100 // (total or 1))
        for status, word in STATUSES
    ]
    query = f"{asked}={named[0] or 'none'}&" if asked and named else ""
    name = named[-1] if named else "All"
    return {"name": name, "query": query, "parts": parts, "bar": bar, "total": total}


def _changes(actions, since):
    """What changed in status, date and lead since a day, and what is new."""
    started = timezone.make_aware(datetime.datetime.combine(since, datetime.time.min))
    new = list(
        actions.filter(created_at__gte=started).only("reference", "title", "rag_status")
    )
    found = [(action, "New", "", action.status_word) for action in new]
    updates = ActionUpdate.objects.filter(
        action__in=actions, action__created_at__lt=started, retracted_at=None
    )
    latest = updates.filter(made_at__gte=started).select_related("action")
    now = {
        each.action_id: each
        for each in latest.defer("action__search").order_by("reported_on")
    }
    before = {
        each.action_id: each
        for each in updates.filter(made_at__lt=started, action__in=now)
        .order_by("action_id", "-reported_on", "-made_at")
        .distinct("action_id")
    }
    for pk, update in now.items():
        found += _change(update, before.get(pk))
    return found + _lead_changes(actions, started)


def _change(update, before):
    was = before.get_rag_status_display() if before else ""
    if not before or before.rag_status != update.rag_status:
        yield update.action, "Status", was, update.get_rag_status_display()
    if update.new_due:
        yield update.action, "Due date", update.due_before, update.new_due


def _lead_changes(actions, started):
    events = apps.get_model("plans", "ActionLeadEvent").objects
    since = events.filter(pgh_created_at__gte=started, action__in=actions)
    rows = since.select_related("action", "lead").defer("action__search")
    return [(each.action, "Lead", "", each.lead.name) for each in rows]


def _weeks(actions, on):
    until = on + datetime.timedelta(7 * WEEKS - 1)
    due = actions.filter(OPEN, due__range=(on, until)).values_list("due", flat=True)
    counts = [0] * WEEKS
    for day in due:
        counts[(day - on).days // 7] += 1
    most = max(counts) or 1
    weeks = []
    for place, count in enumerate(counts):
        first = on + datetime.timedelta(7 * place)
        last = first + datetime.timedelta(6)
        weeks.append((first, last, count, place * 100 / WEEKS, count * 72 // most))
    return weeks
