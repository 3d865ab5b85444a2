"""What a register and a programme ask: which assessment a row is, what stage a word means, and of which year a programme is."""

from django import forms

from assessments.forms.assessment import BudgetYearField
from assessments.importing.outcome import LEAVE
from assessments.models import Stage
from equality_tracker.imports.forms.indicators import SameForm
from plans.forms.words import DayField

NO_WORDS = "(no words)"


class SameAssessmentForm(SameForm):
    """A row that may be an assessment that is here: it is asked, and neither is assumed."""

    noun = "assessment"

    @staticmethod
    def in_words(one):
        return f"“{str(one)[:200]}”"


class StageWordForm(forms.Form):
    """Words of the register that say no stage that is known: a person says which they mean, or leaves their rows out."""

    stage = forms.ChoiceField(
        choices=[
            ("", "Choose one"),
            *Stage.choices,
            (LEAVE, "Leave these rows out"),
        ]
    )

    def __init__(self, *args, words, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.words, self.rows = words, rows
        shown = f"“{rows[0].said['stage_text'][:80]}”" if words else NO_WORDS
        count = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
        field = self.fields["stage"]
        field.label = f"{shown}, in {count}"
        field.help_text = "; ".join(_place(row) for row in rows[:3]) + (
            f" and {len(rows) - 3} more" if len(rows) > 3 else ""
        )
        field.error_messages["required"] = (
            f"Say which stage {shown} means, or leave {'its row' if len(rows) == 1 else 'its rows'} out."
        )


def _place(row):
    said = row.said
    place = said.get("place") or f"{said['sheet']} {said['cells']['title']}"
    return f"{place}: {row.title[:80]}"


class UntilForm(forms.Form):
    """Until when those rows are confidential that do not say."""

    until = DayField(
        label="Until which day are they confidential?",
        help_text="For example 31/3/2027. Until then only those who work on them and admins know of them; each can be changed later.",
        error_messages={"required": "Say until which day they are confidential."},
    )

    def decision(self):
        return self.cleaned_data["until"].isoformat()


class YearForm(forms.Form):
    """The year of a programme that names none."""

    year = BudgetYearField(
        label="Which year is the programme of?",
        help_text="For example 2026/27. The file does not say.",
        error_messages={
            "required": "Say which year the programme is of, such as 2026/27."
        },
    )

    def decision(self):
        return self.cleaned_data["year"]
