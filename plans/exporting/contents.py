"""A plan's rows and words as its spreadsheet needs them, read in seven queries however many actions it has."""

from collections import defaultdict
from dataclasses import dataclass, field

from plans.importing.changes import plain
from plans.importing.readings import HEADING
from plans.models import ActionLead, Evidence, PlanLayout, RagStatus, StatusWording
from plans.models.action import WORDS
from plans.models.action_verbs import READING

from .layout import Layout, default

MONITORING = "priority_monitoring"
MONITORING_WORD, MONITORING_COLOUR = "Priority monitoring", "D8BFE6"


@dataclass
class Contents:
    """All that goes into one spreadsheet. `rows` are the layout's remembered cells by action; `statuses` (word, RRGGBB) by key;
    `measured` is what `exporting.measured.of` found.
    """

    plan: object
    priorities: list
    actions: list
    notes: dict
    leads: dict
    lead_ids: dict
    layout: Layout
    rows: dict = field(default_factory=dict)
    statuses: dict = field(default_factory=dict)
    measured: object = None
    _headings: dict = field(default_factory=dict)
    _below: dict = field(default_factory=lambda: defaultdict(list))

    def below(self, priority):
        if not self._below:
            for one in self.actions:
                self._below[one.priority_id].append(one)
        return self._below[priority.pk]

    def leads_of(self, action):
        """The lead in the plan's words, else by the names of the leads."""
        return action.lead_as_written or "\n".join(self.leads.get(action.pk, ()))

    def heading_of(self, action):
        """The priority that an action stands under, in words."""
        if not self._headings:
            self._headings = {one.pk: str(one) for one in self.priorities}
        return self._headings.get(action.priority_id, "")


def read(plan):
    """Return the Contents of `plan` as it stands."""
    actions = plan.actions.select_related("latest_update", "directorate")
    actions = list(actions.defer("search").order_by("position", "pk"))
    notes = _notes(plan)
    known = PlanLayout.objects.filter(plan=plan).first()
    if known:
        layout, rows = Layout.from_dict(known.layout), known.rows
    else:
        layout, rows = default(plan.title, _filled(actions, notes)), {}
    priorities = plan.priorities.select_related("directorate")
    leads, lead_ids = _leads(plan)
    return Contents(
        plan,
        list(priorities.order_by("position", "pk")),
        actions,
        notes,
        leads,
        lead_ids,
        layout,
        rows,
        status_words(plan, layout),
    )


def _leads(plan):
    """The names of each action's leads and their ids, in their order."""
    names, ids = defaultdict(list), defaultdict(list)
    links = ActionLead.objects.filter(action__plan=plan).select_related("lead")
    for link in links.order_by("position", "pk"):
        names[link.action_id].append(str(link.lead))
        ids[link.action_id].append(link.lead_id)
    return names, ids


def _notes(plan):
    found = defaultdict(list)
    standing = Evidence.objects.standing().filter(action__plan=plan)
    for action, text, url in (
        standing.exclude(text="", url="")
        .order_by("added_at", "pk")
        .values_list("action", "text", "url")
    ):
        found[action].append(" ".join(filter(None, (text, url))))
    return found


def _filled(actions, notes):
    """The fields that some action fills; a directorate where more than one answers."""
    filled = {name for name in WORDS if any(getattr(one, name) for one in actions)}
    if len({one.directorate_id for one in actions}) > 1:
        filled.add("directorate")
    return filled | ({"evidence"} if notes else set())


def status_words(plan, layout):
    """Return {status key: (word, RRGGBB)}: the plan's own, else its spreadsheet's, else the council's; also priority monitoring's."""
    wordings = StatusWording.objects.for_plan(plan)
    found = {}
    for status in RagStatus.values:
        wording = wordings.get(status)
        word, colour = (
            (wording.word, wording.colour.lstrip("#").upper())
            if wording
            else (RagStatus(status).label, "D0D0D0")
        )
        if (wording is None or wording.plan_id is None) and status in layout.statuses:
            kept_word, kept_colour = layout.statuses[status]
            word, colour = kept_word or word, kept_colour or colour
        found[status] = (word, colour)
    word, colour = layout.statuses.get(MONITORING, ("", ""))
    found[MONITORING] = (word or MONITORING_WORD, colour or MONITORING_COLOUR)
    return found


def stood(contents, actions):
    """Return how each of `actions` stands, as an export keeps it; the first of each priority keeps how that stands, too."""
    headings = {one.pk: heading(one) for one in contents.priorities}
    found = []
    for action in actions:
        one = _stood(action, contents.lead_ids.get(action.pk, []))
        if action.priority_id in headings:
            one["heading"] = headings.pop(action.priority_id)
        found.append(one)
    return found


def heading(priority):
    """Return what a file may say of a priority, by its own fields."""
    return {name: getattr(priority, name) for name in HEADING}


def _stood(action, lead_ids):
    latest = action.latest_update
    return {
        "action": action.pk,
        "priority": action.priority_id,
        "update": action.latest_update_id,
        "rag_status": action.rag_status,
        "priority_monitoring": action.priority_monitoring,
        "progress": latest.progress if latest else "",
        "directorate_id": action.directorate_id,
        "values": {name: getattr(action, name) for name in WORDS},
        "dates": {name: plain(getattr(action, name)) for name in READING},
        "leads": lead_ids,
    }
