"""Who writes in an assessment beside those of its directorate and its lead's holder."""

from django import forms

from assessments.models import Contributor
from equality_tracker.audit.forms import OneTimeKeyMixin
from equality_tracker.organisation.models import Role, User


class ContributorForm(OneTimeKeyMixin, forms.ModelForm):
    """One more person who writes in it."""

    class Meta:
        model = Contributor
        fields = ["user"]
        labels = {"user": "Who"}
        error_messages = {"user": {"required": "Choose who will work on it."}}
        help_texts = {"user": "Readers cannot be chosen: they change nothing."}

    def __init__(self, *args, assessment, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.assessment = assessment
        named = assessment.contributors.values("user")
        people = User.objects.active().exclude(role=Role.READER)
        self.fields["user"].empty_label = "Choose somebody"
        self.fields["user"].queryset = people.exclude(pk__in=named).order_by("name")
