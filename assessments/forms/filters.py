"""What the register of assessments is narrowed by."""

from django import forms

from assessments.models import Impact, Kind, Stage
from assessments.models.programme import year_words
from assessments.models.waiting import WAITS
from assessments.programme.progress import days_of
from equality_tracker.organisation.models import Directorate
from plans import filter_options
from plans.list_selection import SelectsFilter

NONE, UNSAID = "none", "unsaid"
STATES = [
    ("", "Whether or not"),
    ("overdue", "Overdue"),
    ("unpublished", "Publication late"),
    ("review_due", "Review of actual impact due"),
    ("awaiting", "Waiting for signatures"),
    ("slipping", "A mitigation has slipped"),
    ("to_publish", "Publication due"),
    ("calling", "For any reason"),
    ("unfinished", "For any reason, or being written"),
    ("confidential", "Confidential"),
]
YOURS = [
    ("", "Anybody’s"),
    ("lead", "Mine: I lead or write it"),
    ("sign", "Waiting for my signature"),
]


class AssessmentFilter(SelectsFilter):
    """The questions that the register answers; the address holds what was asked. What can be chosen takes two queries."""

    what = "assessments"
    more_words = "Kind, impact, lead, plan and budget year"
    everyday = ("stage", "state", "directorate", "yours")
    more = (
        "kind", "characteristic", "impact", "severity", "aim", "lead", "plan", "budget_year",
        "completed",
    )  # fmt: skip

    q = forms.CharField(label="Reference or words", required=False, max_length=200)
    stage = forms.ChoiceField(
        required=False, choices=[("", "Any stage"), *Stage.choices]
    )
    state = forms.ChoiceField(label="Needs attention", required=False, choices=STATES)
    directorate = forms.ChoiceField(required=False)
    yours = forms.ChoiceField(label="Whose", required=False, choices=YOURS)
    kind = forms.ChoiceField(required=False, choices=[("", "Any kind"), *Kind.choices])
    characteristic = forms.ChoiceField(label="Impact on", required=False)
    impact = forms.ChoiceField(
        label="Impact that is",
        required=False,
        choices=[("", "Any"), *Impact.Kind.choices, (UNSAID, "Not said yet")],
    )
    severity = forms.ChoiceField(
        label="How strong",
        required=False,
        choices=[("", "Any"), *reversed(Impact.Severity.choices)],
    )
    aim = forms.ChoiceField(label="Impact relevant to the aim", required=False)
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

    def narrowed(self, assessments, user, on):
        """Return those of `assessments` that `user` asked for on the day `on`."""
        found = of_state(assessments, self.asked("state"), on)
        found = of_person(found, self.asked("yours"), user, on)
        for name, narrow in NARROWERS.items():
            if asked := self.asked(name):
                found = narrow(found, asked)
        return self._saying(found, user).matching(self.asked("q"))

    def _saying(self, found, user):
        """Those of `found` that say of people what was asked for, as far as `user` is told."""
        kind = self.asked("impact")
        if kind == UNSAID:
            found, kind = found.without_impact(user), ""
        return found.with_impact(
            user,
            self.asked("aim"),
            kind=kind,
            characteristic=self.asked("characteristic"),
            severity=self.asked("severity"),
        )


FIRST = {
    "directorate": [("", "All directorates"), (NONE, "No directorate answers")],
    "characteristic": [("", "Any characteristic")],
    "aim": [("", "Any aim or none"), (NONE, "None, by its screening")],
    "lead": [("", "Any lead"), (NONE, "No lead")],
    "plan": [("", "Any plan or none")],
}


def of_state(rows, state, on):
    """Those of `rows` that wait for something on the day `on`."""
    asked = {
        "calling": lambda: rows.calling(on),
        "unfinished": lambda: rows.unfinished(on),
        "confidential": lambda: rows.filter(confidential_until__gt=on),
    }
    if state in WAITS:
        return rows.waiting_for(state, on)
    return asked[state]() if state in asked else rows


def of_person(rows, yours, user, on):
    """Those of `rows` that are for `user` to see through, or to sign."""
    if yours == "lead":
        return rows.led_by(user, on)
    return rows.to_be_signed_by(user) if yours == "sign" else rows


def _of_directorate(rows, asked):
    if asked == NONE:
        return rows.filter(directorate=None)
    return rows.of_directorate(Directorate(pk=int(asked)))


def _of_lead(rows, asked):
    return rows.filter(lead=None if asked == NONE else asked)


NARROWERS = {
    "stage": lambda rows, asked: rows.at(asked),
    "directorate": _of_directorate,
    "kind": lambda rows, asked: rows.filter(kind=asked),
    "lead": _of_lead,
    "plan": lambda rows, asked: rows.under_plan(reference=asked),
    "budget_year": lambda rows, asked: rows.filter(budget_year=asked),
    "completed": lambda rows, asked: rows.completed_between(*days_of(int(asked))),
}
