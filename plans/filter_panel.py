"""What the action list's filter form shows: each control with what is chosen in it.

Drawn from plain values, for a council's hundreds of leads and priorities would make Django's own selects the slowest part of the page.
"""

from dataclasses import dataclass

from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from .filters import ANY_STATE, STATUSES, Day, Flag

SELECTS = {
    "plan": "Live plans",
    "priority": "Any priority",
    "directorate": "Any directorate",
    "lead": "Any lead",
}
MORE_SELECTS = {
    "answering": "Any directorate",
    "characteristic": "Any characteristic",
    "aim": "Any aim",
}
STATE_MARKS = {"live": "", "draft": " (draft)", "closed": " (closed)"}


@dataclass(frozen=True)
class Select:
    name: str
    label: str
    blank: str
    options: str


@dataclass(frozen=True)
class Check:
    name: str
    value: str
    label: str
    checked: bool


@dataclass(frozen=True)
class Text:
    name: str
    label: str
    value: str


class FilterPanel:
    """The controls of the filter form over an ActionFilterSet."""

    def __init__(self, filterset):
        self.filterset, self.query = filterset, filterset.data
        self.q = self.query.get("q", "")

    @property
    def selects(self):
        return [self._select(name, blank) for name, blank in SELECTS.items()]

    @property
    def more_selects(self):
        return [self._select(name, blank) for name, blank in MORE_SELECTS.items()]

    @property
    def statuses(self):
        chosen = self.query.getlist("rag_status")
        return [Check("rag_status", key, word, key in chosen) for key, word in STATUSES]

    @property
    def flags(self):
        return [
            Check(name, "true", one.label, self.query.get(name) == "true")
            for name, one in self.filterset.filters.items()
            if isinstance(one, Flag)
        ]

    @property
    def days(self):
        return [
            Text(name, one.label, self.query.get(name, ""))
            for name, one in self.filterset.filters.items()
            if isinstance(one, Day)
        ]

    @property
    def more_open(self):
        """Whether something is chosen behind the button."""
        days = [one.name for one in self.days]
        return any(self.query.get(name) for name in [*days, *MORE_SELECTS])

    @property
    def kept(self):
        """What no control shows and sending the form must not lose: the order, listed actions, a second plan."""
        plans = self.query.getlist("plan")[:-1]
        kept = [("plan", reference) for reference in plans if reference]
        for name in ("sort", "ids"):
            if self.query.get(name):
                kept.append((name, self.query[name]))
        return kept

    def _select(self, name, blank):
        one = self.filterset.filters[name]
        chosen = self.query.get(name, "")
        choices = self._plans() if name == "plan" else one.extra["choices"]
        return Select(name, one.label, blank, options(choices, chosen))

    def _plans(self):
        states = self.filterset.options.plan_states
        yield from ANY_STATE.items()
        for reference, title in self.filterset.options["plan"]:
            yield reference, f"{title}{STATE_MARKS[states[reference]]}"


def options(choices, chosen):
    """Return the options of a select, `chosen` marked."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((key, SELECTED if key == chosen else "", label) for key, label in choices),
    )


SELECTED = mark_safe(" selected")
