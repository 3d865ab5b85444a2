"""The second stage: what each heading means, which tables are taken, and what the colours stand for."""

from django import forms
from django.core.exceptions import ValidationError

from plans.importing.columns import ACTIONS
from plans.models import RagStatus

OTHER = "other"
LABELS = {
    "reference": "Reference",
    "priority": "Priority",
    "title": "Action",
    "outcome": "Outcome wanted",
    "measures": "Measures",
    "lead": "Lead",
    "directorate": "Directorate",
    "timescale": "Timescale",
    "start": "Start",
    "rag_status": "RAG status",
    "status_mark": "RAG status, ticked in a column for each",
    "previous_status": "An earlier RAG status (history, where it has a date)",
    "timescale_mark": "A year or quarter, ticked when it is due",
    "progress": "Progress, with its evidence and colour",
    "evidence": "Evidence",
    "steps": "Steps",
    "completed": "Date completed (left out)",
    "aims": "Aims (left out)",
    "characteristics": "Characteristics (left out)",
    "resources": "Resources (left out)",
    "row_key": "The row’s key, by which it is known again",
}
FIELDS = [("", "Leave out")] + [
    (field.name, LABELS.get(field.name, field.name.replace("_", " ").capitalize()))
    for field in ACTIONS.fields
]
STATUSES = [
    ("", "Nothing: a colour without meaning"),
    *RagStatus.choices,
    ("priority_monitoring", "Priority monitoring"),
]
KINDS = {
    "indicators": "An indicator table (left out)",
    "assessments": "An EIA register (left out)",
    "programme": "An EIA programme (left out)",
    "framework": "A self-assessment against a framework (left out)",
}
ONCE = ("reference", "title", "rag_status")


class TableForm(forms.Form):
    """One table of the file, or several with the same headings. `table` is what was guessed, `choice` what was chosen before."""

    kind = forms.ChoiceField(label="This table")

    def __init__(self, *args, table, choice, **kwargs):
        super().__init__(
            *args, prefix=f"table-{table['id'].replace(':', '-')}", **kwargs
        )
        self.table = table
        self.remembered = choice.get("remembered", "")
        self._add_kind(choice)
        self.rows = [self._add_column(one, choice) for one in table["columns"]]
        self.colours = [self._add_colour(one, choice) for one in table["key"]]

    def _add_kind(self, choice):
        guessed = self.table["kind"]
        kinds = [("actions", "Holds actions: take it")]
        if guessed in KINDS:
            kinds.append((guessed, KINDS[guessed]))
        self.fields["kind"].choices = [*kinds, (OTHER, "Leave it out")]
        self.fields["kind"].initial = choice.get("kind", guessed)

    def _add_column(self, column, choice):
        name = f"column-{column['index']}"
        said = choice.get("columns", {}).get(str(column["index"]), column["field"])
        self.fields[name] = forms.ChoiceField(
            choices=FIELDS,
            required=False,
            initial=said,
            label=f"What “{column['heading'][:120]}” in column {column['letter']} is",
        )
        return {"column": column, "field": self[name]}

    def _add_colour(self, colour, choice):
        name = f"colour-{colour['colour']}"
        said = choice.get("key", {}).get(colour["colour"], colour["status"])
        words = colour["word"] or "a colour without a word"
        self.fields[name] = forms.ChoiceField(
            choices=STATUSES,
            required=False,
            initial=said,
            label=f"What {words} (#{colour['colour'][-6:]}) means",
        )
        return {"colour": colour, "hex": colour["colour"][-6:], "field": self[name]}

    @property
    def is_taken(self):
        return (self["kind"].value() or "") == "actions"

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == "actions":
            self._check_columns([one["field"].name for one in self.rows], cleaned)
        return cleaned

    def _check_columns(self, names, cleaned):
        fields = [cleaned.get(name) for name in names]
        if "title" not in fields:
            raise ValidationError(
                "Say which column holds the action, or leave the table out."
            )
        for name in ONCE:
            if fields.count(name) > 1:
                raise ValidationError(
                    f"Two columns are “{LABELS[name]}”. Choose one of them."
                )

    def choice(self):
        """Return what was chosen, in the shape that the reader takes."""
        cleaned = self.cleaned_data
        taken = cleaned["kind"] == "actions"
        return {
            "kind": cleaned["kind"],
            "columns": {
                str(row["column"]["index"]): cleaned[row["field"].name]
                for row in self.rows
                if taken
            },
            "key": {
                one["colour"]["colour"]: cleaned[one["field"].name]
                for one in self.colours
            },
        }


class ColumnsForm:
    """All tables of a file together: valid when each is and at least one is taken."""

    def __init__(self, tables, choices, data=None):
        self.tables = [
            TableForm(data, table=table, choice=choices.get(table["id"], {}))
            for table in tables
        ]
        # What is taken comes first; what is left out waits below it.
        self.tables.sort(key=lambda table: not table.is_taken)
        self.error = ""

    def is_valid(self):
        valid = [table.is_valid() for table in self.tables]
        valid = all(valid)
        if valid and not any(one.is_taken for one in self.tables):
            self.error = "Take at least one table that holds actions."
        return valid and not self.error

    def choices(self):
        return {one.table["id"]: one.choice() for one in self.tables}
