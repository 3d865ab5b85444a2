"""Forms that never overwrite silently and never create twice."""

import uuid
from dataclasses import dataclass

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS


@dataclass(frozen=True)
class Difference:
    """One field that somebody else changed while this form was open."""

    label: str
    theirs: str
    yours: str


class VersionedModelForm(forms.ModelForm):
    """A form over one row that carries the version it was read at.

    The view locks the row (`select_for_update`) and gives it as `instance`. Where the row has moved on since the form
    was shown, the form is invalid: `differences` lists what the other person wrote, and the next sending, which
    carries the newer version, is the person's own decision.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.differences = []
        self.fields["version"].initial = self.instance.version
        self.version_now = self.instance.version

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and cleaned.get("version") != self.version_now:
            self._show_what_changed(cleaned)
        return cleaned

    def _show_what_changed(self, cleaned):
        self.differences = list(self._differences(cleaned))
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = self.version_now
        self.add_error(
            NON_FIELD_ERRORS,
            "Somebody else changed this while you were writing. Nothing has been saved yet. Compare the two below, "
            "then save again to keep yours.",
        )

    def _differences(self, cleaned):
        for name in self.fields:
            if name == "version" or name not in cleaned:
                continue
            theirs = self.initial.get(name)
            if self.fields[name].has_changed(theirs, _as_sent(self.fields[name], cleaned[name])):  # fmt: skip
                yield Difference(
                    self.fields[name].label or name.replace("_", " ").capitalize(),
                    _in_words(self.fields[name], theirs),
                    _in_words(self.fields[name], cleaned[name]),
                )


def _as_sent(field, value):
    """A row that was chosen is compared by its key, as a browser sends it."""
    chosen = isinstance(field, forms.ModelChoiceField)
    return field.prepare_value(value) if chosen else value


def _in_words(field, value):
    if value in (None, "", []):
        return "(blank)"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(str(one) for one in value)
    if isinstance(field, forms.ModelChoiceField) and not hasattr(value, "pk"):
        return str(field.queryset.filter(pk=value).first() or value)
    if isinstance(field, forms.ChoiceField) and not isinstance(
        field, forms.ModelChoiceField
    ):
        return str(dict(field.choices).get(value, value))
    return str(value)


class OneTimeKeyMixin(forms.Form):
    """A form that creates something: it carries a key that can be used once."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["form_key"].initial = uuid.uuid4
