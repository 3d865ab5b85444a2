"""The questions that the indicators of a file leave, as forms."""

import hashlib

from equality_tracker.imports.forms.indicators import FigureForm, SameForm

MOST_ASKED = 500


class FigureForms:
    """The forms for figures that differ from those here and for rows that may be an indicator that is here.

    `said` are the run's decisions.
    """

    def __init__(self, indicators, said, data=None):
        self.indicators, self.said, self.data = indicators, said, data
        self.figures = self._figure_forms()
        self.more_figures = max(len(indicators.asked) - MOST_ASKED, 0)
        self.same = self._same_forms()
        self.more_same = max(len(indicators.near) - len(self.same), 0)

    @property
    def forms(self):
        return [*self.figures.values(), *self.same.values()]

    @property
    def newer(self):
        """How many of the figures here are newer than the file."""
        return sum(one.newer for _row, one in self.indicators.asked)

    @property
    def what_differs(self):
        """What is asked about, counted: "2 figures differ", "1 field and 2 figures differ"."""
        fields = sum(len(row.held) for row in self.indicators.rows)
        figures = len(self.indicators.asked) - fields
        counted = [(fields, "field"), (figures, "figure")]
        words = [f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counted if n]
        return (
            f"{' and '.join(words)} {'differs' if fields + figures == 1 else 'differ'}"
        )

    def decided(self):
        """Return the answers as the run keeps them, with those given before to what is asked no more."""
        figures = {key: form.decision() for key, form in self.figures.items()}
        same = {key: form.decision() for key, form in self.same.items()}
        return {
            "figures": self.said.get("figures", {}) | figures,
            "same": self.said.get("same", {}) | same,
        }

    def _figure_forms(self):
        """What came to differ here after the page was read was not asked, and is decided by which of both is newer."""
        forms = {
            one.key: FigureForm(
                self.data, prefix=_prefix("figure", one.key), row=row, figure=one
            )
            for row, one in self.indicators.asked[:MOST_ASKED]
        }
        if self.data is None:
            return forms
        return {k: f for k, f in forms.items() if f.add_prefix("seen") in self.data}

    def _same_forms(self):
        """Those that nobody answered come first: where they are too many for one page, the next are asked once these are said."""
        near = self.indicators.near
        if len(near) > MOST_ASKED:
            near = sorted(near, key=lambda row: row.is_said)[:MOST_ASKED]
        return {row.key: self._same_form(row) for row in near}

    def _same_form(self, row):
        said = self.said.get("same", {}).get(row.key, {})
        initial = {"take": said["take"]} if "take" in said else {}
        return SameForm(
            self.data, prefix=_prefix("same", row.key), initial=initial, row=row
        )


def _prefix(name, key):
    """A short name for a key that may hold any letters."""
    return f"{name}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"
