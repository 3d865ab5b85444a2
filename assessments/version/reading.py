"""The content of a version as a page or a document shows it: drawn from what was signed, never from the rows of today."""

import datetime
from datetime import date
from decimal import Decimal
from itertools import groupby

from assessments.models import Impact, Relevant
from assessments.writing.questions import PAGES
from equality_tracker.templatetags.govuk import day

FACTS = (
    ("What kind of thing it is", "kind"),
    ("Directorate", "directorate"),
    ("Service", "service"),
    ("Lead", "lead"),
    ("Sponsor", "sponsor"),
    ("Decision", "decision"),
    ("Meeting", "meeting"),
    ("Budget year", "budget_year"),
)
DAYS = (
    ("Date of the decision", "decided_on"),
    ("Review of actual impact due", "review_by"),
)


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
    def facts(self):
        """Yield (label, words) of what the register held of it on the day that it was submitted; what was blank is left out."""
        for label, name in FACTS:
            if words := self.kept.get(name):
                yield label, words
        for label, name in DAYS:
            if words := self.kept.get(name):
                yield label, in_words(words)
        if saving := self.kept.get("saving"):
            yield "Saving proposed", f"£{Decimal(saving):,.2f}".removesuffix(".00")
        first, last = self.kept.get("consultation") or (None, None)
        if first:
            until = f" to {in_words(last)}" if last else ""
            yield "Consultation", f"{in_words(first)}{until}"

    @property
    def mitigation_rows(self):
        """Yield each mitigation with its day in words."""
        for one in self.kept.get("mitigations", []):
            by_when = one["by_when"]
            yield {**one, "by_when": in_words(by_when) if by_when else ""}

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

    @property
    def screening_words(self):
        """Yield each characteristic with how relevant it is, in as few words as say it, and its reason."""
        for name, levels, why in self.screening_rows:
            said = {level for _aim, level in levels}
            if said == {Relevant.NONE.label}:
                words = Relevant.NONE.label
            elif len(said) == 1 < len(levels):
                words = f"{levels[0][1]} under each aim"
            else:
                words = "; ".join(f"{aim}: {level.lower()}" for aim, level in levels)
            yield name, words, why


def in_words(iso):
    """A day as it is kept in a content, in words."""
    return day(datetime.date.fromisoformat(iso))
