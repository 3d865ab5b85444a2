"""A plan as it stands, read in a handful of queries for comparing with a file."""

from collections import defaultdict
from dataclasses import dataclass, field

from plans.models import ActionLead, Evidence, Milestone

from . import reports
from .words import squeeze


@dataclass
class Current:
    """The plan's rows and what hangs on each action, by the action's id."""

    priorities: list = field(default_factory=list)
    actions: list = field(default_factory=list)
    leads: dict = field(default_factory=dict)
    milestones: dict = field(default_factory=dict)
    notes: dict = field(default_factory=dict)
    basis: dict = field(default_factory=dict)
    places: dict = field(default_factory=dict)


def read(plan, *, as_at, since=None, locked=False) -> Current:
    """Read `plan`; `locked` keeps its actions from changing until the transaction ends."""
    if plan is None or plan.pk is None:
        return Current()
    rows = plan.actions.select_related("latest_update", "directorate").defer("search")
    if locked:
        rows = rows.select_for_update(of=("self",), no_key=True)
    actions = list(rows.order_by("position", "pk"))
    return Current(
        priorities=list(plan.priorities.select_related("directorate")),
        actions=actions,
        leads=_grouped(ActionLead.objects.filter(action__plan=plan)),
        milestones=_grouped(Milestone.objects.filter(action__plan=plan)),
        notes=_notes(plan),
        basis=reports.stood_at(actions, as_at, since),
    )


def _grouped(rows):
    found = defaultdict(list)
    for row in rows:
        found[row.action_id].append(row)
    return found


def _notes(plan):
    notes = defaultdict(set)
    texts = Evidence.objects.filter(action__plan=plan).values_list("action", "text")
    for action, text in texts:
        notes[action].add(squeeze(text))
    return notes
