"""The register by stage: a column for each, the most pressing first, and where the rest of it is found."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, F, Prefetch, Window

from assessments.models import Assessment, Signer, Stage

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
IN_A_COLUMN, OF_ONE_STAGE = 8, 48
SOONEST = {
    Stage.APPROVED: F("current__publish_by").asc(nulls_last=True),
    Stage.PUBLISHED: F("current__review_by").asc(nulls_last=True),
    Stage.REVIEWED: F("current__stage_since").desc(),
    Stage.SCREENED_OUT: F("current__stage_since").desc(),
}
PROMISED = F("due").asc(nulls_last=True)


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
    """The columns of what a selection of the register asks for: four queries, however many there are."""

    def __init__(self, selection):
        self.selection = selection

    @cached_property
    def stage(self):
        """The only stage that was asked for, or None."""
        asked = self.selection.form.asked("stage")
        return Stage(asked) if asked else None

    @cached_property
    def _found(self):
        """{stage: (how many, ids of the first of them)}: one query."""
        stages = [self.stage] if self.stage else [*UNDER_WAY, *SIGNED]
        first, *rest = (self._first(stage) for stage in stages)
        found = {}
        for pk, stage, count in first.union(*rest, all=True):
            found.setdefault(stage, (count, []))[1].append(pk)
        return found

    def _first(self, stage):
        rows = self.selection.found.at(stage).order_by(
            SOONEST.get(stage, PROMISED), "pk"
        )
        counted = rows.annotate(how_many=Window(Count("*")))
        most = OF_ONE_STAGE if self.stage else IN_A_COLUMN
        return counted.values_list("pk", "current__stage", "how_many")[:most]

    @cached_property
    def _cards(self):
        """{id: its Assessment} of those that are shown: three queries."""
        pks = [pk for _count, ids in self._found.values() for pk in ids]
        signers = Signer.objects.pending().select_related("user")
        rows = Assessment.objects.for_register().with_slips()
        waiting = Prefetch("current__signers", signers, to_attr="still_to_sign")
        return rows.prefetch_related(waiting).in_bulk(pks)

    @property
    def count(self):
        return sum(count for count, _ids in self._found.values())

    @property
    def groups(self):
        """(words, Columns) of what is under way and of what is signed; of one stage alone only its own."""
        for words, stages in (("Under way", UNDER_WAY), ("Signed", SIGNED)):
            shown = [self._column(one) for one in stages if self.stage in (None, one)]
            if shown:
                yield words, shown

    def _column(self, stage):
        count, ids = self._found.get(stage, (0, []))
        cards = [self._cards[pk] for pk in ids]
        return Column(stage, count, cards, self.selection.address_of(stage=stage.value))
