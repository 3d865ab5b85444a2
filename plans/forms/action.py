"""An action's own words, places and dates: the equality lead's form."""

from django import forms
from django.forms.utils import ErrorDict

from equality_tracker.audit.forms import OneTimeKeyMixin, VersionedModelForm
from equality_tracker.organisation.models import Lead
from plans import dates_in_words, timescales
from plans.importing.readings import dates, milestones
from plans.models import Action, ActionLead, Milestone
from plans.models.action_verbs import READING

from .words import DayField, WordsField

LEADS_AT_LEAST, LEADS_AT_MOST = 3, 12
ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")
CORRECTED, MOVED = "corrected", "moved"


class ActionForm(VersionedModelForm):
    """An action as the plan gives it. Its status is not here: that comes from updates alone."""

    title = WordsField(label="What will be done", rows=3)
    outcome = WordsField(label="Outcome wanted", required=False)
    measures = WordsField(
        label="How we will know", required=False, help_text="One a line."
    )
    steps = WordsField(label="Steps", required=False, help_text="One a line.")
    lead_as_written = forms.CharField(
        label="Who, as the plan writes it", required=False, max_length=1000
    )
    timescale = forms.CharField(
        label="When, as the plan writes it",
        required=False,
        max_length=1000,
        help_text="Such as “By the end of March 2027” or “Every June”. The dates below are read from these words when they change.",
    )
    start = DayField(label="Starts", required=False)
    due = DayField(label="Due", required=False)
    recurrence_until = DayField(label="Comes round again until", required=False)
    event = forms.CharField(
        label="Waits for",
        required=False,
        max_length=300,
        help_text="An event, where it has no date.",
    )
    due_change = forms.ChoiceField(
        label="Why does the due date change?",
        required=False,
        choices=[
            (
                CORRECTED,
                "It was read or typed wrongly: this date was promised all along",
            ),
            (
                MOVED,
                "The date moves: the date first promised is kept and the slippage stays to be seen",
            ),
        ],
        widget=forms.RadioSelect,
    )

    reading_words = ""

    class Meta:
        model = Action
        fields = [
            "priority",
            "reference",
            "title",
            "outcome",
            "measures",
            "steps",
            "lead_as_written",
            "directorate",
            "contributing_all",
            "contributing",
            "timescale",
            *READING,
            "characteristics",
            "aims",
        ]
        labels = {
            "reference": "Reference",
            "directorate": "Answering directorate",
            "contributing": "Contributing directorates",
            "contributing_all": "All directorates contribute",
            "due_precision": "How exactly the words name it",
            "recurrence": "Comes round again",
            "ongoing": "Ongoing, with no end",
        }
        help_texts = {"contributing_all": "", "event": ""}
        widgets = {
            "contributing": forms.CheckboxSelectMultiple,
            "characteristics": forms.CheckboxSelectMultiple,
            "aims": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.plan = plan
        self.plan = plan
        self.was = {name: getattr(self.instance, name) for name in READING}
        self.was_written = self.instance.timescale
        self.fields["priority"].queryset = plan.priorities.order_by("position", "pk")
        self.fields["priority"].label = plan.priority_word
        self.fields["priority"].empty_label = None
        if not (self.instance.pk and plan.is_live):
            del self.fields["due_change"]
        self.lead_names = self._add_leads()

    def _add_leads(self):
        """Give a select for each lead in the plan's order and two more; return their names."""
        there = list(self.instance.action_leads.all()) if self.instance.pk else []
        count = min(max(LEADS_AT_LEAST, len(there) + 2), LEADS_AT_MOST)
        leads = forms.ModelChoiceField(Lead.objects.all(), required=False)
        choices = list(leads.choices)
        names = [f"lead_{place}" for place in range(count)]
        for place, name in enumerate(names):
            word = ORDINALS[place] if place < len(ORDINALS) else f"{place + 1}th"
            self.fields[name] = forms.ModelChoiceField(
                Lead.objects.all(), required=False, label=f"{word} lead"
            )
            # Read once for all of them.
            self.fields[name].widget.choices = choices
            if place < len(there):
                self.initial.setdefault(name, there[place].lead_id)
        return names

    @property
    def lead_fields(self):
        return [self[name] for name in self.lead_names]

    def clean(self):
        cleaned = super().clean()
        leads = self.chosen_leads
        if len(set(leads)) < len(leads):
            self.add_error(self.lead_names[0], "Name each lead once.")
        if not self.errors:
            self._read(cleaned)
        if self._asks_why(cleaned):
            self.add_error("due_change", "Choose why the due date changes.")
        return cleaned

    def _read(self, cleaned):
        """Where the words changed and nobody touched the dates, the dates are read from the words."""
        self.reading = read(cleaned["timescale"], self.plan)
        words_changed = cleaned["timescale"] != self.was_written
        touched = any(cleaned[name] != self.was[name] for name in READING)
        if words_changed and not touched:
            cleaned.update(self.reading)
        elif words_changed or touched:
            self.instance.reading_corrected = any(
                cleaned[name] != self.reading[name] for name in READING
            )

    def _asks_why(self, cleaned):
        changes = (
            "due" in cleaned and self.was["due"] and cleaned["due"] != self.was["due"]
        )
        return "due_change" in self.fields and changes and not cleaned.get("due_change")

    def show_reading(self):
        """Show what was typed with the dates read again from its words; nothing is checked or saved."""
        reading = read(self.data.get("timescale", "")[:1000], self.plan)
        self.data = self.data.copy()
        for name, value in reading.items():
            self.data[name] = _as_typed(value)
        self.reading_words = (
            dates_in_words.reading(Action(**reading)) or "not understood"
        )
        self._errors = ErrorDict()

    @property
    def chosen_leads(self):
        chosen = (self.cleaned_data.get(name) for name in self.lead_names)
        return [lead for lead in chosen if lead]

    def save(self, commit=True):
        """Save the action, its leads in their order, and the date first promised."""
        action = self.instance
        if "reference" in self.changed_data:
            action.reference_is_ours = False
        moves = self.cleaned_data.get("due_change") == MOVED
        if moves:
            action.original_due = action.original_due or self.was["due"]
        elif action.original_due in (None, self.was["due"]):
            action.original_due = action.due
        action = super().save(commit)
        self._save_leads(action)
        return action

    def _save_leads(self, action):
        chosen = self.chosen_leads
        if [one.lead for one in action.action_leads.select_related("lead")] == chosen:
            return
        action.action_leads.all().delete()
        for place, lead in enumerate(chosen):
            ActionLead.objects.create(action=action, lead=lead, position=place)


class NewActionForm(OneTimeKeyMixin, ActionForm):
    """An action that the plan does not have yet."""

    def save(self, commit=True):
        """Save the action; milestones that its words name come with it."""
        action = super().save(commit)
        for label, due, precision in milestones(said(action.timescale, self.plan)):
            action.milestones.create(label=label, due=due, precision=precision)
        return action


class MilestoneForm(forms.ModelForm):
    """A dated step; cleared, it goes."""

    due = DayField(label="Due", help_text="")

    class Meta:
        model = Milestone
        fields = ["label", "due"]


MilestoneFormSet = forms.inlineformset_factory(
    Action, Milestone, form=MilestoneForm, extra=2, max_num=40
)


def read(text, plan):
    """Return how the words are read, by the action's own fields (READING)."""
    return {name: dates(said(text, plan))[name] for name in READING}


def said(text, plan):
    """Return the reading of the words in the shape of an imported row."""
    found = timescales.read(text, plan.start, plan.end).as_dict()
    return {"timescale": {**found, "until": found["recurrence_until"]}}


def _as_typed(value):
    """Return a date as a person types it; other values as a form sends them."""
    if not value:
        return ""
    return f"{value:%d/%m/%Y}" if hasattr(value, "year") else str(value)
