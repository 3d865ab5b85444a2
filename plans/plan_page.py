"""A plan as its council would recognise it: its priorities in order, their actions below them, and the counts."""

from collections import defaultdict
from dataclasses import dataclass, field

from equality_tracker.templatetags.rag import tag_in_words

from . import plan_rows
from .models import StatusWording
from .models.status import NO_STATUS, RagStatus
from .panels import styles_of, under_priorities

STATUS_KEYS = (*RagStatus, None)


@dataclass(frozen=True)
class Counted:
    """How many actions have a status; `key` is what the action list calls it."""

    key: str
    tag: str
    count: int


@dataclass
class Section:
    """A priority with its actions, and `rows`, those of its table; `panels` are what the apps above show beside them."""

    priority: object
    actions: list = field(default_factory=list)
    rows: str = ""
    shown_counts: list = field(default_factory=list)
    panels: list = field(default_factory=list)


class PlanPage:
    """All that a plan's page shows on the day `on`: three queries however many actions the plan has, and what its panels ask."""

    def __init__(self, plan, on):
        self.plan = plan
        self.panels = under_priorities(plan, on)
        self.wordings = StatusWording.objects.for_plan(plan)
        self.tags = {status: self._tag(status) for status in STATUS_KEYS}
        self.actions = plan_rows.read_rows(plan)
        self.counts = self._counted(self.actions)
        self.columns = {
            name: any(getattr(action, name) for action in self.actions)
            for name in plan_rows.COLUMNS
        }
        self.sections = self._sections()

    @property
    def key(self):
        """The plan's words for the statuses, each with its definition, in the order people read them."""
        return [
            (self.tags[status], self.wordings[status].definition)
            for status in RagStatus
            if status in self.wordings
        ]

    @property
    def styles(self):
        """The style sheets that the panels need."""
        return styles_of(panel for own in self.panels.values() for panel in own)

    @property
    def shown_counts(self):
        """The statuses that some action of the plan has."""
        return self._shown(self.counts)

    def _tag(self, status):
        wording = self.wordings.get(status)
        return tag_in_words(status, wording.word if wording else _site_word(status))

    def _sections(self):
        below = defaultdict(list)
        for action in self.actions:
            below[action.priority_id].append(action)
        priorities = self.plan.priorities.select_related("directorate", "parent")
        return [
            Section(
                one,
                below[one.pk],
                plan_rows.drawn(below[one.pk], self.tags, self.columns),
                self._shown(self._counted(below[one.pk])),
                self.panels.get(one.pk, []),
            )
            for one in priorities.order_by("position", "pk")
        ]

    def _shown(self, counts):
        """Keep the columns of the statuses that some action of the plan has."""
        return [
            one for one, whole in zip(counts, self.counts, strict=True) if whole.count
        ]

    def _counted(self, actions):
        counts = defaultdict(int)
        for action in actions:
            counts[action.rag_status] += 1
        return [
            Counted(str(status or "none"), self.tags[status], counts[status])
            for status in STATUS_KEYS
        ]


def _site_word(status):
    return RagStatus(status).label if status else NO_STATUS
