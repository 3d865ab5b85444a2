"""A leaver's posts, handed over in one step."""

from django import forms

from equality_tracker.organisation.models import User

VACANT = "vacant"


class HandOverForm(forms.Form):
    """For each post that `person` holds: who takes it, or that it stays vacant. Then whether the account is closed."""

    def __init__(self, *args, person, posts, **kwargs):
        super().__init__(*args, **kwargs)
        self.posts = posts
        people = User.objects.active().exclude(pk=person.pk)
        successors = [(str(each.pk), str(each)) for each in people]
        for holding, words in posts:
            self.fields[self.name_of(holding)] = forms.ChoiceField(
                label=f"{holding.lead}{words}",
                choices=[("", "Choose"), (VACANT, "Leave it vacant"), *successors],
                error_messages={
                    "required": f"Choose who takes {holding.lead}, or leave it vacant."
                },
            )
        self.fields["close"] = forms.BooleanField(
            label=f"Close {person}’s account: they can no longer sign in",
            required=False,
            initial=True,
        )

    @staticmethod
    def name_of(holding):
        return f"holding-{holding.pk}"

    def clean(self):
        cleaned = super().clean()
        known = {*self.fields}
        sent = {name for name in self.data if name.startswith("holding-")}
        if sent - known:
            raise forms.ValidationError(
                "Somebody else has changed these posts meanwhile. Look again at what is still held."
            )
        if not self.posts and not cleaned.get("close"):
            raise forms.ValidationError("There is nothing to hand over.")
        return cleaned

    def successions(self):
        """Yield each holding with the id of who takes it; None for nobody."""
        for holding, _ in self.posts:
            chosen = self.cleaned_data[self.name_of(holding)]
            yield holding, None if chosen == VACANT else int(chosen)
