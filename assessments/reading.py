"""The content of a version as a page or a document shows it: drawn from what was signed, never from the rows of today."""

from datetime import date
from itertools import groupby

from assessments.models import Impact, Relevant
from assessments.questions import PAGES


class Content:
    """What `snapshot.content` kept, in the order in which people read it."""

    def __init__(self, kept):
        self.kept = kept

    def __getattr__(self, name):
        try:
            return self.kept[name]
        except KeyError:
            raise AttributeError(name) from None

    @property
    def register(self):
        """What an imported register said of a version that was not signed here, with the day that it speaks of; None of one of ours."""
        kept = self.kept.get("register")
        return kept and kept | {"day": date.fromisoformat(kept["as_at"])}

    @property
    def pages(self):
        """Yield each page's title with its answers; what the impacts add up to is read with them."""
        rows = [one for one in self.kept.get("answers", []) if one["page"] != "impact"]
        for page, answers in groupby(rows, key=lambda one: one["page"]):
            yield PAGES.get(page, page), list(answers)

    @property
    def together(self):
        """The answers that speak of all impacts."""
        return [one for one in self.kept.get("answers", []) if one["page"] == "impact"]

    @property
    def impact_rows(self):
        """Yield each impact with the words of its kind and strength."""
        for one in self.kept.get("impacts", []):
            strength = dict(Impact.Severity.choices).get(one["severity"], "").lower()
            kind = dict(Impact.Kind.choices)[one["kind"]]
            yield {**one, "words": f"{kind}, {strength}" if strength else kind}

    @property
    def screening_rows(self):
        """Yield each characteristic with its levels by aim and its reason."""
        rows = self.kept.get("screening", [])
        for name, cells in groupby(rows, key=lambda one: one["characteristic"]):
            cells = list(cells)
            levels = [(one["aim"], dict(Relevant.choices)[one["level"]]) for one in cells]  # fmt: skip
            yield name, levels, cells[0]["why"]
