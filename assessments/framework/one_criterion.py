"""All that the page of one criterion shows, each question asked once."""

from dataclasses import dataclass
from functools import cached_property

from assessments.models import FrameworkLevel
from assessments.models.criterion_evidence import hidden_from
from equality_tracker.audit.history import changes_of

from .access import Right, rights_in
from .standing import standing_of

CHANGES_SHOWN = 10
# Of evidence, and of judgements, as many are shown until all are asked for.
SHOWN = {"evidence": 20, "history": 10}
BOOKED = ("area", "position", "title", "asks")


@dataclass(frozen=True)
class Part:
    """The first rows of a part of the page, and how many there are in all."""

    rows: list
    count: int

    @property
    def is_cut(self):
        return self.count > len(self.rows)


class OneCriterion:
    """One criterion as `user` finds it on the day `on`; `whole` are the parts of which all is asked for."""

    def __init__(self, criterion, user, on, whole=()):
        self.whole = whole
        self.criterion, self.user, self.on = criterion, user, on
        self.framework = criterion.area.framework
        self.rights = rights_in(user, criterion.area, on)

    @property
    def may_write(self):
        return self.framework.is_in_use and Right.WRITE in self.rights

    @property
    def may_judge(self):
        return self.framework.is_in_use and Right.JUDGE in self.rights

    @cached_property
    def levels(self):
        """The levels of its framework by their keys, the lowest first."""
        rows = FrameworkLevel.objects.filter(framework=self.framework)
        return {one.pk: one for one in rows.order_by("position")}

    @cached_property
    def history(self):
        """Every judgement and proposal, newest first, each with its level and the one wanted then."""
        rows = list(self.criterion.judgements.newest_first().select_related("by"))
        for one in rows:
            one.level = self.levels[one.level_id]
            one.wanted_then = self.levels.get(one.level_wanted_id)
        return rows

    @cached_property
    def evidence(self):
        """What shows it, an assessment left out that the reader may not know of."""
        rows = list(self.criterion.evidence.standing().for_page())
        told = [one.assessment for one in rows if one.assessment]
        hidden = hidden_from(
            self.user, self.on, [(one.pk, one.confidential_until) for one in told]
        )
        return [one for one in rows if one.assessment_id not in hidden]

    @property
    def parts(self):
        """{the name of a part: its Part}."""
        found = {"evidence": self.evidence, "history": self.history}
        return {
            name: Part(rows if name in self.whole else rows[: SHOWN[name]], len(rows))
            for name, rows in found.items()
        }

    @cached_property
    def standing(self):
        said = {one.kind: one for one in reversed(self.history)}
        count = len(self.evidence)
        return standing_of(self.criterion, self.levels, said, count)

    @cached_property
    def is_late(self):
        return self.standing.is_late(self.framework.watched_on(self.on))

    @property
    def is_old(self):
        """Whether it was judged last more than a year ago."""
        return self.standing.is_old(self.framework.watched_on(self.on))

    @cached_property
    def changes(self):
        """Who wrote what of it, and what stood there before."""
        return changes_of(self.criterion, limit=CHANGES_SHOWN, leave_out=BOOKED)
