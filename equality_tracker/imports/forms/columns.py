"""The second stage: what each heading means, which tables are taken, and what the colours stand for."""

from collections import Counter
from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError

from equality_tracker.imports.tables import TABLES

from .column_words import (
    ANOTHER_KIND,
    FIELDS,
    KINDS,
    MISSING,
    NAMES,
    NEEDED,
    ONCE,
    OTHER,
    STATUSES,
    TAKEN,
)


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
        kinds = list(TAKEN.items())
        if guessed in KINDS:
            kinds.append((guessed, KINDS[guessed]))
        self.fields["kind"].choices = [*kinds, (OTHER, "Leave it out")]
        self.fields["kind"].initial = choice.get("kind", guessed)
        self._read_as(self["kind"].value() or "")

    def _read_as(self, kind):
        """Offer the columns of the kind that is chosen. `read_as` is the kind whose columns the page showed when it was sent."""
        self.shown = kind if kind in TAKEN else "actions"
        self.fields["read_as"] = forms.CharField(
            widget=forms.HiddenInput, required=False, initial=self.shown
        )
        sent = self.data.get(self.add_prefix("read_as")) if self.is_bound else None
        self.is_other_kind = bool(sent) and kind in TAKEN and sent != kind
        if self.is_other_kind:
            self.data = self.data.copy()
            self.data[self.add_prefix("read_as")] = self.shown

    def _add_column(self, column, choice):
        name = f"column-{column['index']}"
        said = choice.get("columns", {}).get(str(column["index"]), column["field"])
        if self.is_other_kind:
            self.data[self.add_prefix(name)] = self._of_other_kind(column, name)
        self.fields[name] = forms.ChoiceField(
            choices=FIELDS[self.shown],
            required=False,
            initial=said,
            label=f"What “{column['heading'][:120]}” in column {column['letter']} is",
        )
        return {"column": column, "field": self[name]}

    def _of_other_kind(self, column, name):
        """What a column said as another kind of table means of this one; else what its heading would mean there, "" for nothing."""
        said = self.data.get(self.add_prefix(name), "") or column["field"]
        if said and said in NAMES[self.shown]:
            return said
        return self._by_headings.get(column["index"], "")

    @cached_property
    def _by_headings(self):
        """What the headings mean in a table of the kind that was chosen; what a band says of several columns is left aside."""
        headings = {one["index"]: one["heading"] for one in self.table["columns"]}
        bands = Counter(text.partition(": ")[0] for text in headings.values())
        bare = {
            index: text.partition(": ")[2]
            if bands[text.partition(": ")[0]] > 1
            else text
            for index, text in headings.items()
        }
        kind = next(one for one in TABLES if one.name == self.shown)
        return {index: name for index, (name, _fit) in kind.assign(bare).items()}

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
        return (self["kind"].value() or "") in TAKEN

    def clean(self):
        cleaned = super().clean()
        kind = cleaned.get("kind")
        if kind in TAKEN:
            names = [one["field"].name for one in self.rows]
            self._check_columns(kind, [cleaned.get(name) for name in names])
        return cleaned

    def _check_columns(self, kind, fields):
        if self.is_other_kind:
            raise ValidationError(ANOTHER_KIND.format(kind=kind))
        if not any(one <= set(fields) for one in NEEDED[kind]):
            raise ValidationError(MISSING[kind])
        for name in ONCE[kind]:
            if fields.count(name) > 1:
                raise ValidationError(
                    f"Two columns are “{NAMES[kind][name]}”. Choose one of them."
                )

    def choice(self):
        """Return what was chosen, in the shape that the reader takes."""
        cleaned = self.cleaned_data
        taken = cleaned["kind"] in TAKEN
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
            self.error = "Take at least one of the tables."
        return valid and not self.error

    def choices(self):
        return {one.table["id"]: one.choice() for one in self.tables}
