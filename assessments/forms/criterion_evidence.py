"""What shows where the council stands on a criterion: actions and assessments found by their words, a file, a link."""

from django import forms

from assessments.models import Assessment
from equality_tracker.audit.forms import OneTimeKeyMixin
from equality_tracker.evidence.checking import TAKEN
from plans.forms.evidence import MOST_FILES, FilesField, LinkField
from plans.models import Action

MOST_FOUND = 15
ACTION, ASSESSMENT = "action", "assessment"


class Found:
    """What fits the words that were looked for, and does not stand as evidence of the criterion yet."""

    def __init__(self, criterion, words, *, user, on):
        self.words = words.strip()[:200]
        standing = criterion.evidence.standing()
        actions = Action.objects.matching(self.words).select_related("plan")
        known = Assessment.objects.readable_by(user, on).matching(self.words)
        taken = {name: standing.filter(kind=name).values(name) for name in (ACTION, ASSESSMENT)}  # fmt: skip
        self.actions = self._first(actions.exclude(pk__in=taken[ACTION]))
        self.assessments = self._first(known.exclude(pk__in=taken[ASSESSMENT]))

    def _first(self, rows):
        return list(rows.order_by("-pk")[: MOST_FOUND + 1]) if self.words else []

    @property
    def too_many(self):
        """Whether more fit than are shown."""
        return max(len(self.actions), len(self.assessments)) > MOST_FOUND

    @property
    def choices(self):
        """(value, words) of each that is shown: actions, then assessments."""
        for one in self.actions[:MOST_FOUND]:
            plan = one.plan.reference or one.plan.title
            yield f"{ACTION}-{one.pk}", f"{plan} {one.reference} {one.title}"
        for one in self.assessments[:MOST_FOUND]:
            yield f"{ASSESSMENT}-{one.pk}", str(one)


class CriterionEvidenceForm(OneTimeKeyMixin, forms.Form):
    """Several things at once may be added: each becomes a row of its own, and the words speak for all of them."""

    chosen = forms.MultipleChoiceField(
        label="Actions and assessments that show it",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    evidence_files = FilesField(
        label="Files",
        required=False,
        help_text=f"{TAKEN}; at most {MOST_FILES} at a time. Everybody who signs in may download them.",
    )
    url = LinkField(label="Link", required=False)
    words = forms.CharField(
        label="What it shows",
        required=False,
        max_length=300,
        help_text="In a few words. An action or an assessment has its title already.",
    )
    q = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = list(found.choices)
        self.fields["q"].initial = found.words

    def clean(self):
        cleaned = super().clean()
        some = ("chosen", "evidence_files", "url")
        if not self.errors and not any(cleaned.get(name) for name in some):
            self.add_error("evidence_files", "Tick an action or assessment that was found, choose a file, or give a link.")  # fmt: skip
        return cleaned

    def rows(self):
        """Yield (kind, field, value) of each action, assessment and link; files are stored by `save_evidence`."""
        for one in self.cleaned_data["chosen"]:
            kind, _dash, key = one.partition("-")
            yield kind, f"{kind}_id", int(key)
        if url := self.cleaned_data["url"]:
            yield "link", "url", url
