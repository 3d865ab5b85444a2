"""Correcting how one row of a file was read: its status, its dates, its leads."""

from copy import deepcopy

from django import forms

from plans.forms.words import DayField, WordsField
from plans.importing import corrections, readings
from plans.importing.corrections import LEADS, READING, STATUS
from plans.importing.words import bare, squeeze
from plans.models import Action, RagStatus

LONGEST_LEAD = 200


class CorrectionForm(forms.Form):
    """One row as it is read now. What is as the file was read without a person is no correction.

    `action` is the row as understood, `alike` how many other rows say the same about time, `sharing` how many name the same leads.
    """

    status = forms.ChoiceField(
        choices=[("", "No status"), *RagStatus.choices],
        required=False,
        label="RAG status",
    )
    due = DayField(label="Due", required=False)
    start = DayField(label="Starts", required=False)
    ongoing = forms.BooleanField(required=False, label="Ongoing, with no end")
    event = WordsField(
        label="Waits for",
        required=False,
        max_length=readings.LONGEST_LABEL,
        rows=2,
        help_text="An event, in words, where it has no date.",
    )
    recurrence = forms.ChoiceField(
        choices=[("", "It does not"), *Action.Recurrence.choices],
        required=False,
        label="Comes round again",
    )
    recurrence_until = DayField(label="Comes round until", required=False)
    everywhere = forms.BooleanField(required=False)
    leads = WordsField(required=False, rows=3, label="Leads, one a line")
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, action, alike, sharing, version, **kwargs):
        self.action = action
        self.raw = action | action.get("as_read", {})
        super().__init__(*args, initial=self._as_read_now(version), **kwargs)
        self._say_who_else(alike, sharing)

    def _as_read_now(self, version):
        return readings.dates(self.action) | {
            "status": self.action["rag_status"] or "",
            "leads": "\n".join(self.action["leads"]),
            "version": version,
        }

    def _say_who_else(self, alike, sharing):
        if alike:
            rows = "row" if alike == 1 else "rows"
            said = squeeze(self.action["timescale"]["text"])[:100]
            label = (
                f"These dates hold for the {alike:,} other {rows} that say “{said}” too"
            )
            self.fields["everywhere"].label = label
        else:
            del self.fields["everywhere"]
        if not self.action["lead"]:
            del self.fields["leads"]
        elif sharing:
            rows = "row names" if sharing == 1 else "rows name"
            self.fields[
                "leads"
            ].help_text = f"{sharing:,} other {rows} the same leads; what you write holds for them too."

    def clean_leads(self):
        lines = [squeeze(one) for one in self.cleaned_data["leads"].split("\n")]
        if any(len(one) > LONGEST_LEAD for one in lines):
            raise forms.ValidationError(
                f"A lead's name has at most {LONGEST_LEAD} characters. Write one lead on each line."
            )
        return list(dict.fromkeys(filter(None, lines)))

    def clean(self):
        cleaned = super().clean()
        start, due = cleaned.get("start"), cleaned.get("due")
        if start and due and start > due:
            self.add_error("start", "It cannot start after it is due.")
        if cleaned.get("recurrence") and not due and "due" not in self.errors:
            self.add_error("due", "Write when it is due for the first time.")
        if cleaned.get("recurrence_until") and not cleaned.get("recurrence"):
            self.add_error("recurrence", "Choose how often it comes round.")
        return cleaned

    def put_in(self, known, *, by, on):
        """Return `known` corrections with those of this form in the name of `by` on the day `on`."""
        known = {
            "rows": {},
            "words": {},
            "leads": {},
            **deepcopy(known),
        }
        made = {"by": by.name, "on": on.isoformat()}
        key, words = corrections.key_of(self.action), corrections.words_of(self.action)
        own = known["rows"].get(key, {})
        self._put_status(own)
        self._put_reading(own, known["words"], words, made)
        _put(known["rows"], key, own | made if own.keys() - made.keys() else None)
        if "leads" in self.cleaned_data:
            names = self.cleaned_data[LEADS]
            as_read = names == self.raw["leads"]
            entry = None if as_read else {"names": names} | made
            _put(known["leads"], bare(self.action["lead"]), entry)
        return known

    def _put_status(self, own):
        status = self.cleaned_data[STATUS]
        as_read = status == (self.raw["rag_status"] or "")
        _put(own, STATUS, None if as_read else status)

    def _put_reading(self, own, shared, words, made):
        """The dates for this row alone, or for every row with these words."""
        reading, as_read = self._reading(), corrections.reading_of(self.raw)
        if self.cleaned_data.get("everywhere"):
            entry = None if reading == as_read else {READING: reading} | made
            _put(shared, words, entry)
            own.pop(READING, None)
        else:
            otherwise = shared.get(words, {}).get(READING, as_read)
            _put(own, READING, None if reading == otherwise else reading)

    def _reading(self):
        cleaned, as_read = self.cleaned_data, corrections.reading_of(self.raw)
        reading = {
            name: value.isoformat() if hasattr(value, "isoformat") else value
            for name, value in cleaned.items()
            if name in corrections.DATES
        }
        same_due = reading["due"] == as_read["due"]
        exact = "day" if reading["due"] else ""
        return reading | {"precision": as_read["precision"] if same_due else exact}


def _put(among, key, value):
    """Keep `value` under `key`; None takes it away."""
    if value is None:
        among.pop(key, None)
    else:
        among[key] = value
