"""What the indicators of a file ask: figures that differ from those here, and rows that may be an indicator that is here."""

from django import forms

from indicators.importing.outcome import FILE, NEW_ONE, OURS


class FigureForm(forms.Form):
    """One figure of the file that differs from the one here: one of them is chosen."""

    take = forms.ChoiceField(choices=[(OURS, "Keep ours"), (FILE, "Take the file’s")])
    seen = forms.CharField(widget=forms.HiddenInput, max_length=16)

    def __init__(self, *args, row, figure, **kwargs):
        super().__init__(*args, **kwargs)
        self.row, self.figure = row, figure
        about = f"{row.name[:120]}, {figure.label}"
        self.fields["take"].label = f"Which counts: {about}"
        self.fields["take"].initial = figure.take
        self.fields["seen"].initial = figure.seen

    def decision(self):
        return {"take": self.cleaned_data["take"], "seen": self.cleaned_data["seen"]}


class SameForm(forms.Form):
    """A row that may be an indicator that is here: it is asked, and neither is assumed."""

    take = forms.ChoiceField(widget=forms.RadioSelect)
    noun = "indicator"

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        self.row = row
        choices = [
            (str(one.pk), f"It is {self.in_words(one)}") for one in row.candidates
        ]
        if row.may_be_new:
            choices.append((NEW_ONE, f"It is a new {self.noun}"))
        self.fields["take"].choices = choices
        place = row.said.get("place") or f"{row.said['sheet']}, row {row.said['row']}"
        self.fields["take"].label = f"{place}: {row.name[:200]}"
        self.fields["take"].error_messages["required"] = (
            f"{place} may be an {self.noun} that is here. Say whether it is."
        )

    @staticmethod
    def in_words(one):
        """One that it may be, so that two are told apart."""
        return f"“{str(one)[:200]}” ({one.get_belongs_to_display()})"

    def decision(self):
        return {"take": self.cleaned_data["take"]}
