"""Directorates, and what becomes of one that closes."""

from django import forms

from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from equality_tracker.organisation.models import Directorate

from .fields import DayInput

FIELDS = ["name", "short_name", "kind", "opened"]
HELP = {"short_name": "For tables and charts.", "opened": "Blank: it always was."}
WIDGETS = {"kind": forms.RadioSelect, "opened": DayInput}


class DirectorateAddForm(OneTimeKeyMixin, forms.ModelForm):
    class Meta:
        model = Directorate
        fields = FIELDS
        help_texts = HELP
        widgets = WIDGETS


class DirectorateForm(VersionedModelForm):
    class Meta:
        model = Directorate
        fields = FIELDS
        help_texts = HELP
        widgets = WIDGETS


class DirectorateCloseForm(VersionedModelForm):
    """When a directorate closes, what it becomes, and whether its people and leads go along."""

    successors = forms.ModelMultipleChoiceField(
        Directorate.objects.none(),
        required=False,
        label="What does it become?",
        widget=forms.CheckboxSelectMultiple,
        help_text=(
            "One: its actions count there from now on. Several: its actions keep their place until somebody shares "
            "them out. None: nothing follows it."
        ),
    )
    along = forms.BooleanField(
        label="Its people belong to what follows it too",
        required=False,
        initial=True,
        help_text="Its leads go along where one directorate follows it.",
    )

    class Meta:
        model = Directorate
        fields = ["closed"]
        labels = {"closed": "Closes on"}
        widgets = {"closed": DayInput}

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["closed"].required = True
        others = Directorate.objects.current(on).exclude(pk=self.instance.pk)
        self.fields["successors"].queryset = others
