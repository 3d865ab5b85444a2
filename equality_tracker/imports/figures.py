"""The questions that what is the council's leaves (indicators, assessments, the programme), as forms."""

import hashlib

from equality_tracker.imports.forms.assessments import (
    SameAssessmentForm,
    StageWordForm,
    UntilForm,
    YearForm,
)
from equality_tracker.imports.forms.indicators import FigureForm, SameForm

MOST_ASKED = 500


class AskedForms:
    """The forms for what differs from what stands here and for rows that may be one that is here.

    `found` is a difference with what is `asked` and what is `near`, `said` are the run's decisions. What was answered is kept there
    under `figures_key` and `same_key`.
    """

    same_form = SameForm
    figures_key, same_key = "figures", "same"
    one, nouns = "figure", ("field", "figure")

    def __init__(self, found, said, data=None):
        self.found, self.said, self.data = found, said, data
        self.figures = self._figure_forms()
        self.more_figures = max(len(found.asked) - MOST_ASKED, 0)
        self.same = self._same_forms()
        self.more_same = max(len(found.near) - len(self.same), 0)

    @property
    def forms(self):
        return [*self.figures.values(), *self.same.values()]

    @property
    def newer(self):
        """How much of what is here is newer than the file."""
        return sum(one.newer for _row, one in self.found.asked)

    @property
    def what_differs(self):
        """What is asked about, counted: "2 figures differ", "1 field and 2 figures differ"."""
        fields = sum(len(row.held) for row in self.found.rows)
        figures = len(self.found.asked) - fields
        counted = zip((fields, figures), self.nouns, strict=True)
        words = [f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counted if n]
        return (
            f"{' and '.join(words)} {'differs' if fields + figures == 1 else 'differ'}"
        )

    def decided(self):
        """Return the answers as the run keeps them, with those given before to what is asked no more."""
        figures = {key: form.decision() for key, form in self.figures.items()}
        same = {key: form.decision() for key, form in self.same.items()}
        return {
            self.figures_key: self.said.get(self.figures_key, {}) | figures,
            self.same_key: self.said.get(self.same_key, {}) | same,
        }

    def _figure_forms(self):
        """What came to differ here after the page was read was not asked, and is decided by which of both is newer."""
        forms = {
            one.key: FigureForm(
                self.data,
                prefix=prefix(self.one, one.key),
                row=row,
                figure=one,
            )
            for row, one in self.found.asked[:MOST_ASKED]
        }
        if self.data is None:
            return forms
        return {k: f for k, f in forms.items() if f.add_prefix("seen") in self.data}

    def _same_forms(self):
        """Those that nobody answered come first: where they are too many for one page, the next are asked once these are said."""
        near = self.found.near
        if len(near) > MOST_ASKED:
            near = sorted(near, key=lambda row: row.is_said)[:MOST_ASKED]
        return {row.key: self._same_form(row) for row in near}

    def _same_form(self, row):
        said = self.said.get(self.same_key, {}).get(row.key, {})
        initial = {"take": said["take"]} if "take" in said else {}
        return self.same_form(
            self.data, prefix=prefix(self.same_key, row.key), initial=initial, row=row
        )


class FigureForms(AskedForms):
    """The questions about indicators and their figures."""


class RegisterForms(AskedForms):
    """The questions about assessments and the programme: also the stages that words mean, and the year of a programme without one."""

    same_form = SameAssessmentForm
    figures_key, same_key = "recorded", "same_assessments"
    one, nouns = "record", ("entry", "promise")

    def __init__(self, found, said, data=None):
        super().__init__(found, said, data)
        self.stages = self._stage_forms()
        self.year, self.until = self._year_form(), self._until_form()

    @property
    def forms(self):
        single = filter(None, [self.year, self.until])
        return [*super().forms, *self.stages.values(), *single]

    @property
    def what_differs(self):
        return super().what_differs.replace("entrys", "entries")

    def decided(self):
        stages = {
            words: form.cleaned_data["stage"] for words, form in self.stages.items()
        }
        decided = super().decided()
        decided["stages"] = self.said.get("stages", {}) | stages
        year = self.said.get("programme_year")
        decided["programme_year"] = self.year.decision() if self.year else year
        until = self.said.get("confidential_until")
        decided["confidential_until"] = self.until.decision() if self.until else until
        return decided

    def _stage_forms(self):
        """One for each word that says no stage, with those that were answered before, be it for an earlier file."""
        said = self.found.stages_said
        rows = self.found.words_asked
        return {
            words: StageWordForm(
                self.data,
                prefix=prefix("stage", words),
                initial={"stage": said.get(words, "")},
                words=words,
                rows=of,
            )
            for words, of in rows.items()
        }

    def _year_form(self):
        year = self.said.get("programme_year")
        if not (self.found.asks_year or year):
            return None
        return YearForm(self.data, prefix="programme", initial={"year": year})

    def _until_form(self):
        if not self.found.hidden:
            return None
        initial = {"until": self.found.hidden_until}
        return UntilForm(self.data, prefix="confidential", initial=initial)


def prefix(name, key):
    """A short name for a key that may hold any letters."""
    return f"{name}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"
