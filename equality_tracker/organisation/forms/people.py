"""Inviting somebody, and changing what they are."""

from django import forms

from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from equality_tracker.organisation.models import Directorate, Role, User
from equality_tracker.organisation.saving import REFUSALS

from .fields import FilterForm

ROLES = [
    (Role.READER, "Reader: reads everything that is not confidential"),
    (Role.OFFICER, "Officer: updates the actions of their posts and directorates"),
    (Role.MANAGER, "Manager: the same, and answers for their directorates"),
    (Role.ADMIN, "Admin: everything, people and plans included"),
]


class PeopleFilter(FilterForm):
    q = forms.CharField(label="Name or e-mail", required=False, max_length=200)
    show = forms.ChoiceField(
        label="Show",
        required=False,
        choices=[
            ("", "Everybody who may sign in"),
            ("invited", "Invited, not yet signed in"),
            ("leavers", "Leavers"),
        ],
    )

    def people(self, on):
        """Return the people asked for, with all that a row shows."""
        chosen = {"invited": User.objects.invited, "leavers": User.objects.leavers}
        found = chosen.get(self.asked("show"), User.objects.active)()
        if self.asked("q"):
            found = found.matching(self.asked("q"))
        return found.for_list(on)


class PersonFields(forms.ModelForm):
    """Name, e-mail address, role and directorates."""

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "Full name"
        self.fields["role"].choices = ROLES
        self.fields["directorates"].queryset = self._directorates(on)
        self.fields["email"].error_messages["unique"] = (
            "Somebody with this e-mail address is there already."
        )

    def _directorates(self, on):
        current = Directorate.objects.current(on)
        if self.instance.pk:
            current = current | Directorate.objects.filter(people=self.instance)
        return current.distinct().order_by("name")

    def clean_email(self):
        return self.cleaned_data["email"].lower()


FIELDS = ["name", "email", "role", "directorates"]
WIDGETS = {
    "role": forms.RadioSelect,
    "directorates": forms.CheckboxSelectMultiple,
}


class InviteForm(OneTimeKeyMixin, PersonFields):
    class Meta:
        model = User
        fields = FIELDS
        widgets = WIDGETS


class PersonForm(VersionedModelForm, PersonFields):
    class Meta:
        model = User
        fields = [*FIELDS, "is_active"]
        widgets = WIDGETS

    def clean(self):
        cleaned = super().clean()
        stays = cleaned.get("role") == Role.ADMIN and cleaned.get("is_active")
        others = User.objects.admins().exclude(pk=self.instance.pk)
        if self._was_admin and not stays and not others.exists():
            self.add_error("role", REFUSALS["an_admin_stays"])
        return cleaned

    def told(self):
        """What was changed, for the security log: the fields, and the role and the right to sign in before and now."""
        of_weight = [
            name for name in ("role", "is_active") if name in self.changed_data
        ]
        return {"fields": ", ".join(self.changed_data)} | {
            name: f"{self.initial[name]} to {self.cleaned_data[name]}"
            for name in of_weight
        }

    @property
    def _was_admin(self):
        return self.initial["role"] == Role.ADMIN and self.initial["is_active"]
