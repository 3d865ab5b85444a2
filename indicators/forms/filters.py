"""What the list of indicators is narrowed by."""

from django import forms

from equality_tracker.organisation.models import Directorate
from indicators.gaps.across import Said, said_of
from indicators.models import IndicatorSet
from indicators.performance import Verdict
from plans import filter_options
from plans.list_selection import SelectsFilter

NONE = "none"
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


class IndicatorFilter(SelectsFilter):
    """The questions that the list answers; the address holds what was asked. What can be chosen takes one query."""

    what = "indicators"
    more_words = "Priority, lead, set, characteristic and aim"
    everyday = ("state", "verdict", "directorate", "plan")
    more = ("priority", "lead", "belongs_to", "characteristic", "gap", "aim")

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
    gap = forms.ChoiceField(label="Gap between groups by", required=False)
    aim = forms.ChoiceField(label="Aim of the actions meant to move it", required=False)
    state = forms.ChoiceField(label="Which", required=False, choices=STATES)

    def __init__(self, data):
        super().__init__(data)
        plan = data.get("plan", "")
        offered = filter_options.load([plan] if plan else [], data.get("priority", ""))
        for name, first in FIRST.items():
            kind = OFFERED_AS.get(name, name)
            self.fields[name].choices = [*first, *offered[kind]]

    def narrowed(self, indicators, on):
        """Return those of `indicators` that were asked for on the day `on`; of a verdict as it is kept (`verdicts.keep_up`)."""
        found = of_state(indicators, self.asked("state"), on)
        for name, narrow in NARROWERS.items():
            asked = self.asked(name)
            if asked:
                found = narrow(found, asked)
        return found.matching(self.asked("q"))


FIRST = {
    "directorate": [("", "All directorates"), (NONE, "No directorate answers")],
    "plan": [("", "All plans")],
    "priority": [("", "Any priority")],
    "lead": [("", "Any lead"), (NONE, "No lead")],
    "characteristic": [("", "Whether or not"), ("any", "Any characteristic")],
    "gap": [("", "Whether or not"), ("any", "Any characteristic")],
    "aim": [("", "Any aim or none"), (NONE, "No aim is named")],
}
OFFERED_AS = {"gap": "characteristic"}


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


def _with_gap(rows, asked):
    """Those whose page shows a gap between the groups of a characteristic (its id, or "any"): one query more."""
    found = {
        indicator
        for (indicator, characteristic), said in said_of(rows).items()
        if said == Said.GAP and asked in ("any", str(characteristic))
    }
    return rows.filter(pk__in=found)


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
    "aim": lambda rows, asked: rows.moved_under(None if asked == NONE else asked),
    "gap": _with_gap,
}
