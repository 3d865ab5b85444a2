"""What is written on the pages of an assessment: each form gives the rows that it asks for, with the versions they were read at."""

from django import forms

from assessments.models import Answer, Impact, Relevance, Relevant
from assessments.writing.questions import on_page
from assessments.writing.saving import Wanted
from equality_tracker.organisation.models import Aim
from equality_tracker.prepared import Prepared
from plans.forms.words import WordsField


@Prepared
def _answers(version):
    return Answer.objects.filter(assessment_version=version)


class RowsForm(forms.Form):
    """A form over rows of one version. `standing` are those that there are, by name."""

    def __init__(self, data=None, *, version):
        super().__init__(data)
        self.version = version
        self.standing = {}

    def read_field(self, name, row):
        """Carry the version that the row `name` was read at; blank where there was none."""
        self.standing[name] = row
        self.fields[f"read_{name}"] = forms.IntegerField(
            required=False,
            widget=forms.HiddenInput,
            initial=row.version if row else None,
        )

    def as_sent(self, name, model, key, values):
        """The row `name` as it was sent."""
        read_at = self.cleaned_data.get(f"read_{name}")
        return Wanted(name, model, key, values, read_at, self.standing[name])

    def carry_on(self, kept):
        """After clashes: carry the versions that stand now, so that sending again is the person's own decision."""
        self.data = self.data.copy()
        for name, row in kept.clashes.items():
            self.data[f"read_{name}"] = row.version if row else ""
        for name in kept.written:
            self.data[f"read_{name}"] = self.row_now(name)

    def row_now(self, name):
        """The version at which the row `name` stands after it was written."""
        return next(
            (one.version for one in self.rows_now() if one.form_name == name), ""
        )


class QuestionsForm(RowsForm):
    """The questions of one page."""

    def __init__(self, data=None, *, version, page):
        super().__init__(data, version=version)
        said = {one.question: one for one in _answers.rows(version=version.pk)}
        self.questions = on_page(page)
        for name, question in self.questions.items():
            row = said.get(name)
            self.fields[name] = WordsField(
                label=question.words,
                help_text=question.help,
                required=False,
                rows=6,
                initial=row.text if row else "",
            )
            # A page is saved half written; nobody submits it without these.
            self.fields[name].asked_later = question.required
            self.read_field(name, row)

    def wanted(self):
        """Yield the answers as they were sent."""
        for name in self.questions:
            text = self.cleaned_data[name]
            stands = self.standing[name]
            values = {"text": text} if text or stands else None
            yield self.as_sent(name, Answer, {"question": name}, values)

    def rows_now(self):
        for one in self.version.answers.all():
            one.form_name = one.question
            yield one


class ScreeningForm(RowsForm):
    """How far it matters to each characteristic under each aim, and why."""

    def __init__(self, data=None, *, version):
        super().__init__(data, version=version)
        rows = {(one.characteristic_id, one.aim_id): one for one in version.relevances.all()}  # fmt: skip
        self.characteristics = list(version.characteristics())
        self.aims = list(Aim.objects.order_by("position"))
        for characteristic in self.characteristics:
            self._why(characteristic, rows)
            for aim in self.aims_of(characteristic):
                self._level(characteristic, aim, rows)

    def aims_of(self, characteristic):
        """Those of the three aims that ask about it."""
        return self.aims[:1] if characteristic.counts_for_first_aim_alone else self.aims

    def _why(self, characteristic, rows):
        said = next((one.why for key, one in rows.items() if key[0] == characteristic.pk and one.why), "")  # fmt: skip
        self.fields[f"why_{characteristic.pk}"] = WordsField(
            label=f"Why, for {characteristic}", required=False, rows=2, initial=said
        )

    def _level(self, characteristic, aim, rows):
        name = f"level_{characteristic.pk}_{aim.pk}"
        row = rows.get((characteristic.pk, aim.pk))
        self.fields[name] = forms.ChoiceField(
            label=f"{characteristic}: {aim}",
            required=False,
            choices=[("", "Not said"), *Relevant.choices],
            initial=row.level if row else "",
        )
        self.read_field(name, row)

    def clean(self):
        cleaned = super().clean()
        for one in self.characteristics:
            levels = [f"level_{one.pk}_{aim.pk}" for aim in self.aims_of(one)]
            # A level that was refused is asked for already.
            said = any(cleaned.get(name, "refused") for name in levels)
            if cleaned.get(f"why_{one.pk}") and not said:
                self.add_error(levels[0], f"{one}: say how relevant it is, or clear the words.")  # fmt: skip
        return cleaned

    @property
    def table(self):
        """Yield each characteristic with its cells, (aim, field or None where the aim does not count), and its reason."""
        for one in self.characteristics:
            counted = self.aims_of(one)
            cells = [
                (aim, self[f"level_{one.pk}_{aim.pk}"] if aim in counted else None)
                for aim in self.aims
            ]
            yield one, cells, self[f"why_{one.pk}"]

    def wanted(self):
        """Yield the screening's rows as they were sent; a reason stands in each row of its characteristic."""
        for one in self.characteristics:
            why = self.cleaned_data[f"why_{one.pk}"]
            for aim in self.aims_of(one):
                name = f"level_{one.pk}_{aim.pk}"
                level = self.cleaned_data[name]
                values = {"level": level, "why": why} if level else None
                key = {"characteristic": one, "aim": aim}
                yield self.as_sent(name, Relevance, key, values)

    def rows_now(self):
        for one in self.version.relevances.all():
            one.form_name = f"level_{one.characteristic_id}_{one.aim_id}"
            yield one


class ImpactForm(RowsForm):
    """The impacts on one characteristic: any of positive, neutral and negative, each in its own words."""

    WORDS = {
        "who": "Who is affected, and how",
        "evidence": "What shows it",
        "response": "What will be done",
    }

    def __init__(self, data=None, *, version, characteristic):
        super().__init__(data, version=version)
        self.characteristic = characteristic
        rows = {one.kind: one for one in version.impacts.filter(characteristic=characteristic)}  # fmt: skip
        for kind in Impact.Kind:
            self._kind(kind, rows.get(kind.value))

    def _kind(self, kind, row):
        name = kind.value
        self.fields[name] = forms.BooleanField(
            label=f"There is a {kind.label.lower()} impact"
            if name != "neutral"
            else "There is no impact, or as much either way (neutral)",
            required=False,
            initial=bool(row),
            widget=forms.CheckboxInput(self._opens(name)),
        )
        if name != "neutral":
            self.fields[f"severity_{name}"] = forms.ChoiceField(
                label="How strong",
                required=False,
                choices=[("", "Not said"), *Impact.Severity.choices],
                initial=row.severity if row else "",
            )
            self.fields[f"severity_{name}"].asked_later = True
        for part, label in self.WORDS.items():
            self.fields[f"{part}_{name}"] = WordsField(
                label=label, required=False, initial=getattr(row, part, "")
            )
        self.fields[f"who_{name}"].asked_later = name == Impact.Kind.NEGATIVE
        for part in ("severity", *self.WORDS):
            if field := self.fields.get(f"{part}_{name}"):
                field.label_alone = f"{kind.label} impact: {field.label.lower()}"
        self.read_field(name, row)

    def _opens(self, kind):
        """What ties a tick to its questions, which it shows; after an error, or a clash, nothing is folded away."""
        return {} if self.is_bound else {"data-aria-controls": f"asked-{kind}"}

    @property
    def kinds(self):
        """Yield each kind's tick, strength (None for neutral) and words."""
        for kind in Impact.Kind.values:
            severity = f"severity_{kind}"
            words = [self[f"{part}_{kind}"] for part in self.WORDS]
            yield (
                self[kind],
                self[severity] if severity in self.fields else None,
                words,
            )

    def clean(self):
        cleaned = super().clean()
        for kind in ("positive", "negative"):
            if cleaned.get(kind) and not cleaned.get(f"severity_{kind}"):
                self.add_error(f"severity_{kind}", "Say how strong the impact is.")
        for kind in Impact.Kind.values:
            written = any(cleaned.get(f"{part}_{kind}") for part in self.WORDS)
            if written and not cleaned.get(kind):
                self.add_error(kind, "Tick this, or clear the words under it.")
        return cleaned

    def wanted(self):
        """Yield the impacts as they were sent; one that is not ticked is none."""
        for kind in Impact.Kind.values:
            key = {"characteristic": self.characteristic, "kind": kind}
            values = self._values(kind) if self.cleaned_data[kind] else None
            yield self.as_sent(kind, Impact, key, values)

    def _values(self, kind):
        values = {part: self.cleaned_data[f"{part}_{kind}"] for part in self.WORDS}
        values["severity"] = self.cleaned_data.get(f"severity_{kind}", "")
        return values

    def rows_now(self):
        for one in self.version.impacts.filter(characteristic=self.characteristic):
            one.form_name = one.kind
            yield one
