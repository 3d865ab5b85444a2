"""What the register of assessments is narrowed by."""

from django import forms

from assessments.models import Impact, Kind, Stage
from assessments.models.programme import year_words
from assessments.programme import days_of
from plans import filter_options
from plans.list_selection import SelectsFilter

NONE = "none"
STATES = [
    ("", "Any"),
    ("overdue", "Overdue"),
    ("awaiting", "Waiting for signatures"),
    ("unpublished", "Approved, publication overdue"),
    ("review_due", "Review of actual impact due"),
    ("confidential", "Confidential"),
    ("slipping", "A mitigation has slipped"),
]


class AssessmentFilter(SelectsFilter):
    """The questions that the register answers; the address holds what was asked. What can be chosen takes two queries."""

    everyday = ("stage", "state", "directorate", "kind")
    more = ("characteristic", "impact", "lead", "plan", "budget_year", "completed")

    q = forms.CharField(label="Reference or words", required=False, max_length=200)
    stage = forms.ChoiceField(
        required=False, choices=[("", "Any stage"), *Stage.choices]
    )
    state = forms.ChoiceField(label="Calls for", required=False, choices=STATES)
    directorate = forms.ChoiceField(required=False)
    kind = forms.ChoiceField(required=False, choices=[("", "Any kind"), *Kind.choices])
    characteristic = forms.ChoiceField(label="Impact on", required=False)
    impact = forms.ChoiceField(
        label="Impact that is",
        required=False,
        choices=[("", "Any"), *Impact.Kind.choices],
    )
    lead = forms.ChoiceField(required=False)
    plan = forms.ChoiceField(required=False)
    budget_year = forms.ChoiceField(label="Budget year", required=False)
    completed = forms.ChoiceField(label="Completed in", required=False)

    def __init__(self, data, *, years=(), signed_in=()):
        super().__init__(data)
        offered = filter_options.load([], "")
        for name, first in FIRST.items():
            self.fields[name].choices = [*first, *offered[name]]
        for name, offered in (("budget_year", years), ("completed", signed_in)):
            words = ((str(year), year_words(year)) for year in offered)
            self.fields[name].choices = [("", "Any year"), *words]

    def narrowed(self, assessments, on):
        """Return those of `assessments` that were asked for on the day `on`."""
        found = of_state(assessments, self.asked("state"), on)
        for name, narrow in NARROWERS.items():
            if asked := self.asked(name):
                found = narrow(found, asked)
        found = found.with_impact(self.asked("characteristic"), self.asked("impact"))
        return found.matching(self.asked("q"))


FIRST = {
    "directorate": [("", "All directorates"), (NONE, "No directorate answers")],
    "characteristic": [("", "Any characteristic")],
    "lead": [("", "Any lead"), (NONE, "No lead")],
    "plan": [("", "Any plan or none")],
}


def of_state(rows, state, on):
    """Those of `rows` that call for something on the day `on`."""
    asked = {
        "overdue": lambda: rows.overdue(on),
        "awaiting": rows.awaiting_sign_off,
        "unpublished": lambda: rows.unpublished(on),
        "review_due": lambda: rows.review_due(on),
        "confidential": lambda: rows.filter(confidential_until__gt=on),
        "slipping": rows.slipping,
    }
    return asked[state]() if state in asked else rows


def _or_none(name):
    return lambda rows, asked: rows.filter(**{name: None if asked == NONE else asked})


NARROWERS = {
    "stage": lambda rows, asked: rows.at(asked),
    "directorate": _or_none("directorate"),
    "kind": lambda rows, asked: rows.filter(kind=asked),
    "lead": _or_none("lead"),
    "plan": lambda rows, asked: rows.filter(plans__reference=asked),
    "budget_year": lambda rows, asked: rows.filter(budget_year=asked),
    "completed": lambda rows, asked: rows.completed_between(*days_of(int(asked))),
}
