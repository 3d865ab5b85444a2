"""What the list of indicators is narrowed by."""

from django import forms
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from equality_tracker.organisation.forms.fields import FilterForm
from equality_tracker.organisation.models import Directorate
from indicators.models import IndicatorSet
from indicators.performance import Verdict
from plans import filter_options
from plans.filter_panel import SELECT, options

NONE = "none"
EVERYDAY = ("state", "verdict", "directorate", "plan")
MORE = ("priority", "lead", "belongs_to", "characteristic")
VERDICTS = [("", "Any"), *Verdict.choices, ("any", "Every one that is measured")]
STATES = [
    ("", "In use"),
    ("without_result", "Waiting for a result"),
    ("unconfirmed", "Direction not confirmed"),
    ("to_answer", "Target needs an answer"),
    ("title_unconfirmed", "Title not checked"),
    ("withdrawn", "Withdrawn"),
    ("all", "All, withdrawn ones too"),
]


class IndicatorFilter(FilterForm):
    """The questions that the list answers; the address holds what was asked. What can be chosen takes one query."""

    q = forms.CharField(label="Code or words", required=False, max_length=200)
    directorate = forms.ChoiceField(required=False)
    plan = forms.ChoiceField(required=False)
    priority = forms.ChoiceField(required=False)
    lead = forms.ChoiceField(required=False)
    belongs_to = forms.ChoiceField(
        label="Set", required=False, choices=[("", "All sets"), *IndicatorSet.choices]
    )
    verdict = forms.ChoiceField(label="Performance", required=False, choices=VERDICTS)
    characteristic = forms.ChoiceField(label="Broken down by", required=False)
    state = forms.ChoiceField(label="Which", required=False, choices=STATES)

    def __init__(self, data):
        super().__init__(data)
        plan = data.get("plan", "")
        offered = filter_options.load([plan] if plan else [], data.get("priority", ""))
        for name, first in FIRST.items():
            self.fields[name].choices = [*first, *offered[name]]

    def narrowed(self, indicators, on):
        """Return those of `indicators` that were asked for on the day `on`; of a verdict as it is kept (`verdicts.keep_up`)."""
        found = of_state(indicators, self.asked("state"), on)
        for name, narrow in NARROWERS.items():
            asked = self.asked(name)
            if asked:
                found = narrow(found, asked)
        return found.matching(self.asked("q"))

    @property
    def words(self):
        """What was typed."""
        return self.data.get("q", "")

    @property
    def selects(self):
        """The everyday selects, drawn."""
        return self._drawn(EVERYDAY)

    @property
    def more_selects(self):
        return self._drawn(MORE)

    @property
    def more_open(self):
        """Whether something is chosen behind the button."""
        return any(self.asked(name) for name in MORE)

    def _drawn(self, names):
        return mark_safe("".join(self._select(name) for name in names))

    def _select(self, name):
        """One select: of hundreds of leads Django's own would take longer than the list."""
        (_blank, first), *rest = self.fields[name].choices
        label = self.fields[name].label or name.capitalize()
        return format_html(SELECT, name, label, first, options(rest, self.asked(name)))

    def in_words(self, on):
        """Yield (name, words) for each question that was asked."""
        for name, field in self.fields.items():
            asked = self.asked(name)
            if asked:
                choices = dict(getattr(field, "choices", ()))
                yield name, choices.get(asked, f"“{asked}”")


FIRST = {
    "directorate": [("", "All directorates"), (NONE, "No directorate answers")],
    "plan": [("", "All plans")],
    "priority": [("", "Any priority")],
    "lead": [("", "Any lead"), (NONE, "No lead")],
    "characteristic": [("", "Whether or not"), ("any", "Any characteristic")],
}


def of_state(rows, state, on):
    """Those of `rows` that stand so on the day `on`."""
    if state == "all":
        return rows
    if state == "withdrawn":
        return rows.withdrawn(on)
    if state == "without_result":
        return rows.late(on)
    asked = {
        "unconfirmed": rows.without_direction().measured,
        "to_answer": rows.to_answer,
        "title_unconfirmed": rows.without_title,
    }
    found = asked[state]() if state in asked else rows
    return found if state == "title_unconfirmed" else found.in_use(on)


def _of_directorate(rows, asked):
    if asked == NONE:
        return rows.filter(directorate=None)
    return rows.of_directorate(Directorate(pk=int(asked)))


def _of_verdict(rows, asked):
    rows = rows.measured()
    return rows if asked == "any" else rows.filter(verdict=asked)


NARROWERS = {
    "directorate": _of_directorate,
    "plan": lambda rows, asked: rows.under(plan__reference=asked),
    "priority": lambda rows, asked: rows.under(pk=asked),
    "lead": lambda rows, asked: rows.filter(lead=None if asked == NONE else asked),
    "belongs_to": lambda rows, asked: rows.filter(belongs_to=asked),
    "verdict": _of_verdict,
    "characteristic": lambda rows, asked: rows.broken_down_by(
        None if asked == "any" else asked
    ),
}
