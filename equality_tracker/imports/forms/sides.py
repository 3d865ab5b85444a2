"""What a file that comes back asks: words that changed on both sides, rows that are nearly an action of the plan, another order."""

from django import forms

from plans.importing.matching import NEW_ONE


class ClashForm(forms.Form):
    """One field of an action or a priority that changed in the file and here: ours stays unless the file's is chosen."""

    take = forms.ChoiceField(
        choices=[("ours", "Keep what stands here"), ("file", "Take the file’s")],
        widget=forms.RadioSelect,
        initial="ours",
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=16)

    def __init__(self, *args, row, clash, **kwargs):
        super().__init__(*args, **kwargs)
        self.row, self.clash = row, clash
        self.fields["take"].label = f"{clash.label} of “{str(row.about)[:120]}”"
        self.fields["seen"].initial = clash.seen

    def decision(self):
        return {"take": self.cleaned_data["take"], "seen": self.cleaned_data["seen"]}


class NearForm(forms.Form):
    """A row that may be an action of the plan in other words: it is asked, and neither is assumed."""

    take = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        self.row = row
        self.fields["take"].choices = [
            (str(row.near.pk), f"It is “{str(row.near)[:200]}”, reworded"),
            (NEW_ONE, "It is a new action"),
        ]
        place = f"Row {row.said['row']}"
        self.fields["take"].label = f"{place}: {row.said['title'][:200]}"
        self.fields["take"].error_messages["required"] = (
            f"{place} is nearly the words of an action of the plan. Say whether it is that one."
        )

    def decision(self):
        return {"take": self.cleaned_data["take"]}


class OrderForm(forms.Form):
    """Rows that stand in another order than they left in: sorting a list to work through it is not reordering a plan."""

    take_order = forms.BooleanField(
        required=False,
        label="Put the plan’s actions in the order of the file",
        help_text="Leave it as it is where the rows were only sorted to work through them.",
    )
