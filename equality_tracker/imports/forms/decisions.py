"""The third stage's questions: what the plan is, who answers, who the new names are, and which status counts."""

from django import forms

from equality_tracker.organisation.forms.fields import DayInput
from equality_tracker.organisation.models import Directorate, User
from plans.models import Plan, RagStatus

NEW = "new:"
NOBODY = "none"
UNSAID = "Say which directorate answers for the plan."
UNSAID_OF_COUNCIL = "Say which directorate answers for what names none."
ANSWERS_FOR_COUNCIL = (
    "Which directorate answers for these {what}?",
    "What is new, names no directorate of its own, and whose lead has none, will be this one’s: its officers can work on it.",
)


class PlanForm(forms.ModelForm):
    """The plan that will be made from the file."""

    live = forms.BooleanField(
        required=False,
        label="Make it live",
        help_text="Officers can update the actions of a live plan. A draft can be made live later.",
    )

    class Meta:
        model = Plan
        fields = ["title", "reference", "start", "end"]
        widgets = {"start": DayInput, "end": DayInput}
        labels = {"start": "First day", "end": "Last day"}

    def unasked(self):
        """The decision where nobody is there to be asked: what was read, in a draft."""
        read = {name: self[name].value() for name in self._meta.fields}
        return read | {"live": False}

    def decision(self):
        cleaned = self.cleaned_data
        return {
            "title": cleaned["title"],
            "reference": cleaned["reference"],
            "start": cleaned["start"] and cleaned["start"].isoformat(),
            "end": cleaned["end"] and cleaned["end"].isoformat(),
            "live": cleaned["live"],
        }


class AnsweringForm(forms.Form):
    """Which directorate answers for the plan: whatever names only a post is its."""

    directorate = forms.ChoiceField(
        label="Which directorate answers for the plan?",
        help_text="Actions that name no directorate of their own, and whose lead has none, will be this one's: its officers can "
        "update them and its dashboard counts them.",
    )
    new_name = forms.CharField(
        max_length=200,
        required=False,
        label="Or the name of a directorate that is not here yet",
    )

    def __init__(self, *args, directorates, holds=(), asks=True, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks:
            self.fields.clear()
            return
        field = self.fields["directorate"]
        field.error_messages["required"] = UNSAID
        if holds:
            label, field.help_text = ANSWERS_FOR_COUNCIL
            field.label = label.format(what=" and ".join(holds))
            field.error_messages["required"] = UNSAID_OF_COUNCIL
        field.choices = [
            ("", "Choose one"),
            *directorates,
            (
                NOBODY,
                f"None: each {'row' if holds else 'action'} names its own",
            ),
        ]

    def clean_new_name(self):
        name = " ".join(self.cleaned_data["new_name"].split())
        if name and Directorate.objects.filter(name__iexact=name).exists():
            raise forms.ValidationError(
                "This directorate is here already: choose it from the list."
            )
        return name

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("new_name"):
            self.errors.pop("directorate", None)
        return cleaned

    def decision(self):
        name = self.cleaned_data.get("new_name")
        if not self.fields:
            return NOBODY
        return f"{NEW}{name}" if name else self.cleaned_data["directorate"]


class NewNameForm(forms.Form):
    """A name in the file that nobody here has: made when ticked, or matched with one that is here, or left as words."""

    create = forms.BooleanField(required=False)
    same_as = forms.ChoiceField(required=False)

    def __init__(self, *args, new, choices, near, **kwargs):
        super().__init__(*args, **kwargs)
        self.new, self.near = new, near
        self.fields["create"].label = f"Create “{self.name_and_short}”"
        self.fields["same_as"].label = f"Or “{new.name}” is the same as"
        groups = [("", "Nobody here yet")]
        if near:
            groups.append(("Near names", [(row.pk, str(row)) for row in near]))
        self.fields["same_as"].choices = [*groups, ("All", choices)]

    @property
    def name_and_short(self):
        short = self.new.abbreviation
        return f"{self.new.name} ({short})" if short else self.new.name

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("create") and cleaned.get("same_as"):
            raise forms.ValidationError(
                f"Either create “{self.new.name}” or match it with one that is here, not both."
            )
        return cleaned

    def unasked(self, *, create):
        """The decision where nobody is there to be asked."""
        return {
            "create": create,
            "same_as": None,
            "written": self.new.written,
            "name": self.new.name,
            "abbreviation": self.new.abbreviation,
        }

    def decision(self):
        same_as = self.cleaned_data["same_as"]
        decision = self.unasked(create=self.cleaned_data["create"])
        return decision | {"same_as": int(same_as) if same_as else None}


class NewDirectorateForm(NewNameForm):
    kind = forms.ChoiceField(choices=Directorate.Kind.choices, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].label = f"What “{self.new.name}” is"

    def decision(self):
        return super().decision() | {"kind": self.cleaned_data["kind"]}


class NewLeadForm(NewNameForm):
    directorate = forms.ChoiceField(required=False)
    holder = forms.CharField(required=False, max_length=254)

    def __init__(self, *args, directorates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["directorate"].choices = [("", "Not known"), *directorates]
        self.fields["directorate"].label = f"Directorate of “{self.new.name}”"
        self.fields["holder"].label = f"Who holds “{self.new.name}”"
        self.fields["holder"].widget.attrs |= {"list": "people", "autocomplete": "off"}

    def clean_holder(self):
        written = self.cleaned_data["holder"].strip()
        if not written:
            return None
        people = User.objects.filter(is_active=True)
        found = list(people.filter(email__iexact=written)[:1]) or list(
            people.filter(name__iexact=written)[:2]
        )
        if len(found) != 1:
            raise forms.ValidationError(
                f"Nobody with the e-mail address “{written}” can sign in. Leave it blank where the post is vacant."
            )
        return found[0]

    def decision(self):
        holder = self.cleaned_data["holder"]
        return super().decision() | {
            "directorate": self.cleaned_data["directorate"],
            "holder": holder and holder.email,
        }


class NewerForm(forms.Form):
    """One action whose status here is newer than the file: ours stays unless the file's is chosen."""

    take = forms.ChoiceField(
        choices=[("ours", "Keep ours"), ("file", "Take the file’s")],
        widget=forms.RadioSelect,
        initial="ours",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        self.row = row
        self.fields["take"].label = str(row.action)
        self.fields["seen"].initial = row.report.newer.pk

    def decision(self):
        return {"take": self.cleaned_data["take"], "seen": self.cleaned_data["seen"]}


class StatusForm(forms.Form):
    """One row whose status could not be read: its word and its colour disagree, or it says a word that nobody knows."""

    status = forms.ChoiceField(
        choices=[("", "No status"), *RagStatus.choices], required=False
    )

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        self.row = row
        self.fields[
            "status"
        ].label = f"Row {row.said['row']}: {row.said['title'][:100]}"


class SplitForm(forms.Form):
    """One cell that was read as several leads, or that a person decided on: kept as one where ticked."""

    keep = forms.BooleanField(required=False)

    def __init__(self, *args, split, **kwargs):
        super().__init__(*args, **kwargs)
        self.split = split
        self.fields["keep"].label = f"Keep “{split['written'][:100]}” as one lead"

    @staticmethod
    def is_one(split):
        """Whether a person has said that the cell names one lead."""
        return bool(split["by"]) and len(split["leads"]) == 1

    def put_in(self, leads, words, made):
        """Set in `leads`, the corrections by their words, what the tick says; a cell split by hand stays so where it is not ticked."""
        was = self.is_one(self.split)
        if self.cleaned_data["keep"] and not was:
            leads[words] = {"names": [self.split["written"][:200]]} | made
        elif was and not self.cleaned_data["keep"]:
            leads.pop(words, None)


class RestForm(forms.Form):
    """What is left: rows with errors, rows that match by their place, and the version the page was read at."""

    leave_out = forms.BooleanField(
        required=False, label="Leave out the rows with errors and import the rest"
    )
    by_position = forms.BooleanField(
        required=False,
        label="Match rows with new words by their place in the priority",
        help_text="Tick this where actions were reworded and have no references. Save your choices to see what it does.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
