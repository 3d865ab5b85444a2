"""What the action list's filter form shows: each control with what is chosen in it.

Drawn from plain values, for a council's hundreds of leads and priorities would make Django's own selects the slowest part of the page.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join
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


CHECK = """\
<div class="govuk-checkboxes__item">
  <input class="govuk-checkboxes__input" type="checkbox" id="filter-{0}-{1}" name="{0}" value="{1}"{3}>
  <label class="govuk-label govuk-checkboxes__label" for="filter-{0}-{1}">{2}</label>
</div>
"""
SELECT = """\
<div class="govuk-form-group">
  <label class="govuk-label govuk-label--s" for="filter-{0}">{1}</label>
  <select class="govuk-select" id="filter-{0}" name="{0}">
    <option value="">{2}</option>
    {3}
  </select>
</div>
"""
CHECKED = mark_safe(" checked")
SELECTED = mark_safe(" selected")


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
        return self._drawn(SELECTS)

    @property
    def more_selects(self):
        return self._drawn(MORE_SELECTS)

    @property
    def statuses(self):
        chosen = self.query.getlist("rag_status")
        return _checks(
            ("rag_status", key, word, key in chosen) for key, word in STATUSES
        )

    @property
    def flags(self):
        return _checks(
            (name, "true", one.label, self.query.get(name) == "true")
            for name, one in self.filterset.filters.items()
            if isinstance(one, Flag)
        )

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

    def _drawn(self, selects):
        return mark_safe("".join(self._select(*one) for one in selects.items()))

    def _select(self, name, blank):
        one = self.filterset.filters[name]
        chosen = self.query.get(name, "")
        choices = self._plans() if name == "plan" else one.extra["choices"]
        return format_html(SELECT, name, one.label, blank, options(choices, chosen))

    def _plans(self):
        states = self.filterset.options.plan_states
        yield from ANY_STATE.items()
        for reference, title in self.filterset.options["plan"]:
            yield reference, f"{title}{STATE_MARKS[states[reference]]}"


def _checks(boxes):
    """Draw a box to tick for each (name, value, label, whether it is ticked)."""
    marked = ((*box, CHECKED if ticked else "") for *box, ticked in boxes)
    return format_html_join("", CHECK, marked)


def options(choices, chosen):
    """Return the options of a select, `chosen` marked: choices are the same from page to page, so that the newest drawn are kept."""
    return _options(tuple(map(tuple, choices)), chosen)


@lru_cache(maxsize=256)
def _options(choices, chosen):
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((key, SELECTED if key == chosen else "", label) for key, label in choices),
    )
