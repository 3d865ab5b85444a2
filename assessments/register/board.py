"""The register by stage: a column for each, the most pressing first, and where the rest of it is found."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property

from django.db.models import Case, Count, F, When

from assessments.models import Signer, Stage
from assessments.models.waiting import is_promise
from assessments.register.known import known_by
from assessments.register.loading import loaded
from equality_tracker.prepared import Prepared

# Where a version is being written or signed, and where it stands once that is done.
UNDER_WAY = (
    Stage.PLANNED,
    Stage.SCREENING,
    Stage.FULL,
    Stage.CONSULTATION,
    Stage.SIGN_OFF,
)
SIGNED = (Stage.APPROVED, Stage.PUBLISHED, Stage.REVIEWED, Stage.SCREENED_OUT)
# So many stand in a column; of one stage alone so many more.
IN_A_COLUMN, OF_ONE_STAGE = 10, 48
SOONEST = {
    Stage.APPROVED: F("current__publish_by").asc(nulls_last=True),
    Stage.PUBLISHED: F("current__review_by").asc(nulls_last=True),
    Stage.REVIEWED: F("current__stage_since").desc(),
    Stage.SCREENED_OUT: F("current__stage_since").desc(),
}
# A promise whose day had passed when a later version was begun is not this version's.
PROMISED = Case(When(is_promise(), then=F("due"))).asc(nulls_last=True)


@dataclass(frozen=True)
class Column:
    """One stage: how many stand at it, the first of them, and the address of all of them in the register."""

    stage: Stage
    count: int
    assessments: list
    url: str

    @property
    def is_cut(self):
        return self.count > len(self.assessments)


class Board:
    """The columns of what a selection of the register asks for: at most five queries, however many there are."""

    def __init__(self, selection):
        self.selection = selection

    @cached_property
    def stage(self):
        """The only stage that was asked for, or None."""
        asked = self.selection.form.asked("stage")
        return Stage(asked) if asked else None

    @cached_property
    def _counts(self):
        """{stage: how many}: one query, none of the whole register."""
        known = self.selection.stages
        return dict(_counted(self.selection.found)) if known is None else known

    @cached_property
    def _first(self):
        """{stage: ids of the first of them}: one query, by an index each, where a sort of all would take longest."""
        if self.selection.is_narrowed:
            most = OF_ONE_STAGE if self.stage else IN_A_COLUMN
            rows = _soonest(self.selection.found, self._counts, most)
        else:
            asked = {"on": self.selection.on, "secret": self.selection.secret}
            rows = _first_of_all(self.selection.user.is_admin).tuples(**asked)
        found = defaultdict(list)
        for pk, stage in rows:
            found[stage].append(pk)
        return found

    @cached_property
    def _cards(self):
        """{id: its Row} of those that are shown: three queries."""
        cards = loaded([pk for ids in self._first.values() for pk in ids])
        versions = {card.current.pk: card.current for card in cards}
        for version, name in _pending.tuples(versions=list(versions)):
            versions[version].still_to_sign.append(name)
        return {card.pk: card for card in cards}

    @property
    def count(self):
        return sum(self._counts.values())

    @property
    def groups(self):
        """(words, Columns) of what is under way and of what is signed; of one stage alone only its own."""
        for words, stages in (("Under way", UNDER_WAY), ("Signed", SIGNED)):
            shown = [self._column(one) for one in stages if self.stage in (None, one)]
            if shown:
                yield words, shown

    def _column(self, stage):
        count = self._counts.get(stage, 0)
        first = self._first[stage] if count else []
        cards = [self._cards[pk] for pk in first if pk in self._cards]
        return Column(stage, count, cards, self.selection.address_of(stage=stage.value))


@cache
def _first_of_all(is_admin):
    """The question of the first of the whole register at each stage."""
    return Prepared(
        lambda on, secret: _soonest(
            known_by(is_admin, on, secret), Stage.values, IN_A_COLUMN
        )
    )


def _counted(rows):
    """(stage, how many of `rows` stand at it)."""
    return rows.order_by().values_list("current__stage").annotate(Count("pk"))


def _soonest(rows, stages, most):
    """(id, stage) of the first of `rows` at each of `stages`, as many as `most`."""
    first, *rest = (_first_at(rows, stage)[:most] for stage in stages)
    return first.union(*rest, all=True)


def _first_at(rows, stage):
    ordered = rows.at(stage).order_by(SOONEST.get(stage, PROMISED), "pk")
    return ordered.values_list("pk", "current__stage")


@Prepared
def _pending(versions):
    """(version, name) of each who has yet to sign one of `versions`."""
    rows = Signer.objects.pending().filter(assessment_version__among=versions)
    return rows.values_list("assessment_version", "user__name")
