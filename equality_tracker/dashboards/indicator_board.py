"""What a dashboard shows of its indicators: the numbers with their addresses, those off target with what was said, the directorates."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.utils.http import urlencode

from equality_tracker.addresses import address
from indicators.performance import Verdict

from . import indicators
from .figures import Figure
from .matrix import today_of

SHOWN = (Verdict.MET, Verdict.WITHIN, Verdict.MISSED, Verdict.UNKNOWN)
# What is off target, or waits for somebody: (verdict or question, its words, what the list of indicators is asked for).
NEEDS = (
    ("missed", "missed", {"verdict": "missed"}),
    ("within_tolerance", "within tolerance", {"verdict": "within_tolerance"}),
    ("unknown", "cannot be said", {"verdict": "unknown"}),
    ("late", "without the last result", {"state": "without_result"}),
    ("unconfirmed", "no direction confirmed", {"state": "unconfirmed"}),
    ("to_answer", "target to be answered", {"state": "to_answer"}),
)


@dataclass(frozen=True)
class Line:
    """A directorate's indicators by verdict: a Figure each, and one for all."""

    name: str
    url: str
    figures: list
    total: Figure


class IndicatorBoard:
    """The indicators of one dashboard, counted once when the page asks for them."""

    def __init__(self, board):
        self.board = board

    @cached_property
    def tally(self):
        return indicators.kept_tally(self.board.scope, self.board.moment)

    @cached_property
    def verdicts(self):
        """A Figure for each verdict; they add up to `total`."""
        counts = self.tally.of_all
        return [self._figure(v.label.lower(), counts[v], verdict=v) for v in SHOWN]

    @cached_property
    def total(self):
        return self._figure("measured", self.tally.of_all.total(), verdict="any")

    @cached_property
    def needs(self):
        """A Figure for each reason why somebody has to look, those that count nothing too."""
        counts = self.tally.of_all + self.tally.asked
        return [self._figure(label, counts[name], **asked) for name, label, asked in NEEDS]  # fmt: skip

    @property
    def some_need(self):
        return any(figure.count for figure in self.needs)

    @property
    def needing(self):
        """The needs that count something."""
        return [figure for figure in self.needs if figure.count]

    @cached_property
    def named(self):
        """The few that the page names, the worst first, each with its figures and what was last said of it."""
        return [self.tally.lines[pk] for pk in self.tally.named]

    @property
    def off_target(self):
        """How many missed or came near, or cannot be said: those that `named` are the first of."""
        counts = self.tally.of_all
        return counts.total() - counts[Verdict.MET]

    @cached_property
    def lines(self):
        """A Line for each directorate that measures anything, by name; what nobody answers for stands last."""
        bodies = self.board.bodies
        own = defaultdict(Counter)
        for directorate, counted in self.tally.verdicts.items():
            own[today_of(directorate, bodies)] += counted
        named = [
            self._line(body.name, body.directorate.get_absolute_url(), own[key], key)
            for key, body in bodies.items()
            if key in own
        ]
        nobodys = own.get(None)
        return [*named, self._line("No directorate", "", nobodys, "none")] if nobodys else named  # fmt: skip

    def _line(self, name, url, counts, key):
        figures = [
            self._figure(v.label.lower(), counts[v], directorate=key, verdict=v) for v in SHOWN
        ]  # fmt: skip
        total = self._figure("measured", counts.total(), directorate=key, verdict="any")
        return Line(name, url, figures, total)

    def _figure(self, label, count, **asked):
        return Figure(label, count, self.list_url(**asked))

    def list_url(self, **asked):
        """The address of the list of indicators in this scope, narrowed by `asked`."""
        scope = self.board.scope
        own = {"plan": scope.plan.reference} if scope.plan else {}
        if scope.directorate:
            own["directorate"] = scope.directorate.pk
        narrowed = urlencode({**own, **asked})
        return (
            f"{address('indicators:indicator_list')}{'?' if narrowed else ''}{narrowed}"
        )
