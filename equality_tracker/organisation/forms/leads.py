"""Leads, who holds them, and moving one to another directorate."""

from django import forms

from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from equality_tracker.organisation.models import Directorate, Holding, Lead, User

from .fields import DayInput, FilterForm


class LeadsFilter(FilterForm):
    q = forms.CharField(
        label="Post, abbreviation or holder", required=False, max_length=200
    )
    directorate = forms.ModelChoiceField(
        Directorate.objects.all(), required=False, empty_label="All directorates"
    )
    vacant = forms.BooleanField(label="Vacant only", required=False)

    def leads(self, on):
        """Return the leads asked for, with all that a row shows."""
        found = Lead.objects.vacant(on) if self.asked("vacant") else Lead.objects.all()
        if self.asked("directorate"):
            found = found.filter(directorate=self.asked("directorate"))
        if self.asked("q"):
            found = found.matching(self.asked("q"))
        return found.for_list(on)


class LeadAddForm(OneTimeKeyMixin, forms.ModelForm):
    holder = forms.ModelChoiceField(
        User.objects.active(),
        required=False,
        label="Held by",
        empty_label="Nobody yet: the post is vacant",
    )

    class Meta:
        model = Lead
        fields = ["name", "abbreviation", "directorate"]
        help_texts = {
            "name": "The post, team or partner as plans name it.",
            "abbreviation": "Such as RRO.",
        }

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["directorate"].queryset = Directorate.objects.current(on)
        self.fields["directorate"].empty_label = "Not known"

    def save_with_holder(self, on):
        """Save the lead, held by whom the form names from the day `on`."""
        lead = self.save()
        if self.cleaned_data["holder"]:
            lead.holdings.create(user=self.cleaned_data["holder"], starts=on)


class LeadForm(VersionedModelForm):
    class Meta:
        model = Lead
        fields = ["name", "abbreviation"]
        help_texts = LeadAddForm.Meta.help_texts


class LeadMoveForm(VersionedModelForm):
    """Another directorate for a lead, and whether what hangs on it goes along; `movable` says what that is."""

    class Meta:
        model = Lead
        fields = ["directorate"]
        labels = {"directorate": "Its directorate from now on"}

    def __init__(self, *args, on, movable, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["directorate"].queryset = Directorate.objects.current(on)
        self.fields["directorate"].required = True
        self.fields["directorate"].empty_label = "Choose"
        if movable:
            before = self.instance.directorate or "no directorate"
            self.fields["along"] = forms.ChoiceField(
                label=f"And its {movable}?",
                widget=forms.RadioSelect,
                choices=[
                    ("yes", "Move them too: the new directorate answers for them"),
                    ("no", f"Leave them: {before} goes on answering for them"),
                ],
                error_messages={"required": f"Say what happens to its {movable}."},
            )

    def clean_directorate(self):
        chosen = self.cleaned_data["directorate"]
        if chosen.pk == self.initial["directorate"]:
            raise forms.ValidationError(f"It is in {chosen} already: choose another.")
        return chosen

    @property
    def takes_work_along(self):
        return self.cleaned_data.get("along") == "yes"


class HoldingAddForm(OneTimeKeyMixin, forms.ModelForm):
    class Meta:
        model = Holding
        fields = ["user", "starts"]
        labels = {"user": "Who", "starts": "From"}
        widgets = {"starts": DayInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = User.objects.active()
        self.fields["user"].empty_label = "Choose"


class HoldingForm(VersionedModelForm):
    class Meta:
        model = Holding
        fields = ["starts", "ends"]
        labels = {"starts": "From", "ends": "Until"}
        help_texts = {"ends": "The first day on which they no longer hold it."}
        widgets = {"starts": DayInput, "ends": DayInput}
