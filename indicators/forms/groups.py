"""The sheet of the groups of one result and characteristic: a row a group, checked cell by cell."""

from django import forms
from django.core.validators import MaxValueValidator

from indicators.groups import recording, rows
from indicators.groups.rows import Disagreement, Refused

BLANK_ROWS, MORE_ROWS, MOST_ROWS = 2, 6, 60
MOST = 2_000_000_000
LONGEST_WHY = 500
NO_NAME = "Say which group this is, or clear the row."
TWICE = "This group stands in the sheet already."
CLEARED = (
    "Write a figure, or why there is none. To take the group out, clear its name too."
)
SAVED_MEANWHILE = (
    "Somebody else saved these groups while you were writing. Nothing of yours has been saved yet. Compare theirs below with yours, "
    "then save again to keep yours."
)


class Number(forms.IntegerField):
    """A number of people, with or without thousands commas."""

    def __init__(self, **options):
        super().__init__(
            required=False, min_value=0, localize=False,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input ind-number-cell"}),
            error_messages={"invalid": "Write a whole number, such as 489.", "min_value": "A number of people is not below zero."},
            **options,
        )  # fmt: skip
        self.validators.append(MaxValueValidator(MOST, "This number is too large."))

    def to_python(self, value):
        return super().to_python(str(value or "").replace(",", "").replace(" ", ""))


class GroupRowForm(forms.Form):
    """One group. `unit` and `decimals` are the whole's."""

    group = forms.CharField(max_length=200, required=False)
    text = forms.CharField(label="Result", max_length=300, required=False)
    count = Number(label="How many")
    base = Number(label="Out of")
    both_stand = forms.BooleanField(label="Both stand as published", required=False)
    proposed = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, unit, decimals, **kwargs):
        super().__init__(*args, **kwargs)
        self.unit, self.decimals = unit, decimals
        self.figure, self.asks = None, False
        for name, css in (("group", "ind-group-cell"), ("text", "ind-figure-cell")):
            self.fields[name].widget.attrs["class"] = f"govuk-input {css}"
        self.fields["text"].widget.attrs["list"] = "reasons"

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        group, text = " ".join(cleaned["group"].split()), cleaned["text"]
        count, base = cleaned["count"], cleaned["base"]
        says_nothing = not text and count is None and base is None
        if not group:
            if not says_nothing:
                self.add_error("group", NO_NAME)
        elif says_nothing and not cleaned["proposed"]:
            self.add_error("text", CLEARED)
        elif not says_nothing:
            stood_before = self.initial and not self.changed_data
            self.read(group, text, count, base, cleaned["both_stand"] or stood_before)
        return cleaned

    def mark_errors(self):
        """Let each cell that is wrong look so, and say by which words."""
        for name in self.errors.keys() & self.fields.keys():
            attrs = self.fields[name].widget.attrs
            attrs["class"] = f"{attrs.get('class', '')} govuk-input--error"
            attrs["aria-describedby"] = f"{self[name].auto_id}-error"

    def read(self, group, text, count, base, both_stand):
        try:
            self.figure = rows.read(
                group, text, count, base, unit=self.unit, decimals=self.decimals, both_stand=both_stand
            )  # fmt: skip
        except Refused as refused:
            self.asks = isinstance(refused, Disagreement)
            self.add_error(refused.field, refused.words)
        else:
            self.asks = self.cleaned_data["both_stand"]


class GroupSheet(forms.BaseFormSet):
    """All groups of one result and characteristic. `seen` remembers the rows that it was read from."""

    def __init__(self, *args, stored=(), proposed=(), **kwargs):
        self.stored, self.theirs = list(stored), []
        initial = [_as_typed(one) for one in self.stored]
        if not initial:
            initial = [{"group": group, "proposed": True} for group in proposed]
        super().__init__(*args, initial=initial, prefix="row", **kwargs)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        # A row as it was proposed or stored is read like any other.
        form.empty_permitted = False
        if index is not None:
            for name, label in (
                ("group", "Group"),
                ("text", "Result"),
                ("count", "How many"),
                ("base", "Out of"),
            ):
                form.fields[name].widget.attrs["aria-label"] = f"{label}, row {index + 1}"  # fmt: skip

    @property
    def seen(self):
        """What the sheet was read from, as it was sent or as it is now."""
        if self.is_bound and not self.theirs:
            return self.data.get("seen", "")
        return recording.read_at(self.stored)

    @property
    def why(self):
        """The reason that was typed for a change, to be shown again."""
        return self.data.get("why", "")[:LONGEST_WHY] if self.is_bound else ""

    @property
    def figures(self):
        """The rows that say something, in order; ask only of a valid sheet."""
        return [form.figure for form in self.forms if form.figure]

    def clean(self):
        names = set()
        for form in self.forms:
            name = recording.folded(form.cleaned_data.get("group", ""))
            if name and name in names:
                form.add_error("group", TWICE)
            names.add(name)

    def is_valid(self):
        """Valid where each row is: a name that stands twice is found after the rows were."""
        valid = super().is_valid() and not any(form.errors for form in self.forms)
        for form in self.forms:
            form.mark_errors()
        return valid

    def show_theirs(self):
        """Put what somebody else saved beside what was typed; the next sending is the person's own decision."""
        self.theirs, self.meanwhile = self.stored, SAVED_MEANWHILE

    @property
    def problems(self):
        """Return [(id of the cell, words)] of all that is wrong, from the top."""
        return [
            (form[name].id_for_label, f"Row {place}: {words}")
            for place, form in enumerate(self.forms, 1)
            for name, found in form.errors.items()
            for words in found
            if name in form.fields
        ]


def _as_typed(one):
    return {"group": one.group, "text": one.text, "count": one.count, "base": one.base}


Sheet = forms.formset_factory(
    GroupRowForm, formset=GroupSheet, extra=BLANK_ROWS, max_num=MOST_ROWS, validate_max=True
)  # fmt: skip


def sheet_of(data, *, result, stored, proposed):
    """Return the sheet for a result; sent with "more", it keeps what was typed and has rows added, unchecked."""
    unit = result.unit or result.indicator.unit
    options = {"unit": unit, "decimals": max(result.decimals, 1) if unit == "%" else result.decimals}  # fmt: skip
    if data is not None and "more" in data:
        data = data.copy()
        total = data.get("row-TOTAL_FORMS", "")
        total = int(total) if total.isdecimal() and len(total) < 4 else 0
        data["row-TOTAL_FORMS"] = str(min(total + MORE_ROWS, MOST_ROWS))
    return Sheet(data, stored=stored, proposed=proposed, form_kwargs=options)
