"""What the council, or one plan, calls the statuses."""

from django import forms

from equality_tracker.audit.forms import VersionedModelForm
from plans.models import RagStatus, StatusWording


class WordingForm(VersionedModelForm):
    """One status's word, definition and colour; a plan's, left blank, is the council's."""

    class Meta:
        model = StatusWording
        fields = ["word", "definition", "colour"]
        widgets = {"colour": forms.TextInput(attrs={"spellcheck": "false"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.status = RagStatus(self.instance.status)
        if self.may_be_blank:
            self.empty_permitted, self.use_required_attribute = True, False
            for name in self.Meta.fields:
                self.fields[name].required = False

    @property
    def may_be_blank(self):
        return self.instance.plan_id is not None

    @property
    def is_blank(self):
        return not any(self.cleaned_data.get(name) for name in self.Meta.fields)

    def clean(self):
        cleaned = super().clean()
        filled = [name for name in self.Meta.fields if cleaned.get(name)]
        if self.may_be_blank and filled and not self.errors:
            for name in set(self.Meta.fields) - set(filled):
                self.add_error(name, "Fill in all three, or leave all three blank.")
        return cleaned

    def _post_clean(self):
        if not (self.may_be_blank and self.is_blank):
            super()._post_clean()

    def put(self):
        """Save the wording; a plan's blank one is taken away, so that the council's stands."""
        if self.may_be_blank and self.is_blank:
            if self.instance.pk:
                self.instance.delete()
        elif self.has_changed():
            self.save()


def wording_forms(data, plan):
    """Return a form for each status, in the order people read them."""
    rows = StatusWording.objects.filter(plan=plan)
    if data is not None:
        rows = rows.select_for_update()
    there = {row.status: row for row in rows}
    return [
        WordingForm(
            data,
            prefix=status,
            instance=there.get(status) or StatusWording(plan=plan, status=status),
        )
        for status in RagStatus.values
    ]
