"""What an assessment's page shows of its life: how far its current version has got, what is to do next, and what was before."""

from dataclasses import dataclass
from functools import cached_property

from assessments.framework.panels import shown_by_assessment
from assessments.models import (
    ActualReview,
    Assessment,
    RegisterWords,
    Relevant,
    Stage,
)
from assessments.models.version_verbs import Hidden
from assessments.one.moves import open_to
from assessments.register.rows import called_for
from assessments.version.loading import moves_of, plans_of, said_of, with_content
from assessments.writing.editing import makes_actions, may_read
from assessments.writing.tasks import DONE as WRITTEN
from assessments.writing.tasks import NOT_STARTED, not_screened, tasks
from equality_tracker.addresses import address

# The road of a version that is not screened out.
ROAD = (
    Stage.PLANNED,
    Stage.SCREENING,
    Stage.FULL,
    Stage.CONSULTATION,
    Stage.SIGN_OFF,
    Stage.APPROVED,
    Stage.PUBLISHED,
    Stage.REVIEWED,
)
SHORT_ROAD = (Stage.PLANNED, Stage.SCREENING, Stage.SIGN_OFF, Stage.SCREENED_OUT)
DONE, HERE, AHEAD = "Done", "Here now", "Still to come"


# Ways on that somebody may go, and that nothing waits for.
ASIDE = ("consult", "end-consultation", "take-back", "request-changes")


@dataclass(frozen=True)
class ToWrite:
    """A page that is to be written."""

    title: str
    address: str


@dataclass(frozen=True)
class Step:
    """One stage of the road, and whether it is behind, here or ahead."""

    label: str
    state: str


class Life:
    """What `user` is shown of `assessment` on the day `on`."""

    def __init__(self, assessment, user, on):
        self.assessment, self.user, self.on = assessment, user, on
        self.version = assessment.current

    @cached_property
    def may_write(self):
        """Whether `user` works on it: a query, where it was not loaded with the assessment as `is_theirs`."""
        if hasattr(self.assessment, "is_theirs"):
            return self.assessment.is_theirs
        rows = Assessment.objects.editable_by(self.user, self.on)
        return rows.filter(pk=self.assessment.pk).exists()

    @property
    def may_read(self):
        """Whether `user` may read what the current version says."""
        return may_read(self.user, self.version)

    @property
    def may_make_actions(self):
        """Whether `user` may make an action of a plan of what will be done."""
        return self.may_write and makes_actions(self.user)

    @property
    def is_confidential(self):
        return self.assessment.is_confidential(self.on)

    @property
    def is_overdue(self):
        return self.assessment.is_overdue(self.on)

    @property
    def called_for(self):
        """What the version that holds good waits for, as Calls."""
        return list(called_for(self.assessment.standing, self.on))

    @cached_property
    def ways_on(self):
        """The ways on that `user` has: (version, slug, Move) each, of the current version and of the one that holds good beside it."""
        return [one for one, bar in self._ways_on if bar is None]

    @cached_property
    def to_write(self):
        """The page that is to be written next, by who may write it; None where nothing is left to write."""
        if not self.may_write or not self.version.is_open or self.is_recorded:
            return None
        pk = self.assessment.pk
        if self.version.may_be_screened and self.screening_state != WRITTEN:
            return ToWrite("Screening", address("assessments:screening", pk))
        left = (one for one in self.tasks if one.state != WRITTEN)
        pages = (
            ToWrite(one.title, address("assessments:page", pk, one.page))
            for one in left
        )
        return next(pages, None)

    @cached_property
    def next_way(self):
        """The way on that comes next, by its slug; "" while something is to be written, or its day is to come."""
        if self.to_write:
            return ""
        slugs = [slug for _version, slug, _move in self.ways_on if slug not in ASIDE]
        if self.version.stage == Stage.SCREENING and not self.is_relevant:
            return "screen-out" if "screen-out" in slugs else ""
        if slugs[:1] == ["review"] and not self.called_for:
            return ""
        return next(iter(slugs), "")

    @property
    def ways(self):
        """The ways on, the next one first."""
        return sorted(self.ways_on, key=lambda one: one[1] != self.next_way)

    @property
    def is_relevant(self):
        """Whether the screening says of anybody that it matters to them: one query."""
        return self.version.relevances.exclude(level=Relevant.NONE).exists()

    @property
    def screened_out_why(self):
        """Why no full assessment is needed, for who may read it; "" where that was not decided, or is not theirs to read."""
        decided = self.version.needs_full is False and self.may_read
        return self.version.screened_out_why if decided else ""

    @property
    def waits_to_be_known(self):
        """Whether `user` could publish it, were it not confidential."""
        return any(isinstance(bar, Hidden) for _way, bar in self._ways_on)

    @property
    def is_asked_to_sign(self):
        """Whether `user` is asked to sign it now, and may."""
        return any(slug == "sign" for _version, slug, _move in self.ways_on)

    @cached_property
    def _ways_on(self):
        """(way, what keeps `user` from it or None) for each that they are asked."""
        if self.version.stage == Stage.SIGN_OFF:
            with_content(self.version)
        versions = {one.pk: one for one in (self.version, self.assessment.standing) if one}  # fmt: skip
        for version in versions.values():
            version.assessment = self.assessment
        return [
            (
                (version, slug, move),
                version.bar_to(move.verb, by=self.user, on=self.on),
            )
            for version in versions.values()
            for slug, move in open_to(version, self.user, self.may_write)
        ]

    @cached_property
    def plans(self):
        """The plans it has to do with: one query."""
        return plans_of(self.assessment)

    @property
    def last_comment(self):
        """The move that sent it back, while nobody has moved it on."""
        last = self.moves[-1]
        sent_back = last.comment and not last.is_recorded
        return last if sent_back and self.version.is_open else None

    @property
    def is_recorded(self):
        """Whether it was signed, or screened out, before it came here: an imported register tells of it, and no page does."""
        return bool(self.version.recorded_in) and not self.version.is_open

    @cached_property
    def register_words(self):
        """What the register that a draft came in by says of it, for whoever may read the draft; None of any other."""
        version = self.version
        if not (version.recorded_in and version.is_open and may_read(self.user, version)):  # fmt: skip
            return None
        return RegisterWords.objects.filter(assessment_version=version).first()

    @property
    def road(self):
        """Yield the stages in order; consultation stands on it only where there was one, and of a recorded version what is known."""
        version = self.version
        road = SHORT_ROAD if version.needs_full is False else ROAD
        been = {move.to_stage for move in self.moves}
        here = road.index(version.stage)
        for place, stage in enumerate(road):
            if stage not in been and (
                stage == Stage.CONSULTATION or (version.recorded_in and place < here)
            ):
                continue
            state = DONE if place < here else HERE if place == here else AHEAD
            yield Step(Stage(stage).label, state)

    @cached_property
    def moves(self):
        """The moves of the current version, in order: one query."""
        return moves_of(self.version)

    @cached_property
    def tasks(self):
        """The pages of a full assessment; none where it has not come to that."""
        if self.version.stage in (Stage.PLANNED, Stage.SCREENING):
            return []
        if self.version.needs_full is False:
            return []
        # The day of a review that has come is wrong in what is being written, and right in what was signed before it.
        return tasks(self.version, on=self.on if self.version.is_open else None)

    @cached_property
    def screening_state(self):
        """How far the screening has got, in a word: one query, and three where it is begun and not ended."""
        if self.version.needs_full is not None and not self.version.may_be_screened:
            return WRITTEN
        # A later version begins with the words of the last, and is asked anew.
        planned = self.version.stage == Stage.PLANNED
        if planned or not self.version.relevances.exists():
            return NOT_STARTED
        return "In progress" if not_screened(self.version) else WRITTEN

    @cached_property
    def signers(self):
        """Each person who must sign, with what they said of the content as it was last submitted: a query where it was submitted."""
        said = {one.by_id: one for one in said_of(self.version)}
        return [(one, said.get(one.user_id)) for one in self.content.signers.all()]

    @cached_property
    def content(self):
        """The version with its impacts, what will be done and who signs: three queries."""
        return with_content(self.version)

    @cached_property
    def mitigations(self):
        """What will be done, with the actions that stand for it."""
        return list(self.content.mitigations.all())

    @cached_property
    def impacts(self):
        return list(self.content.impacts.all())

    @cached_property
    def readable(self):
        """The versions before the current one that `user` may read, the newest first: one query where there is any."""
        if self.version.number == 1:
            return []
        rows = self.assessment.versions.exclude(pk=self.version.pk)
        return [one for one in rows.order_by("-number") if may_read(self.user, one)]

    @property
    def published(self):
        """The newest version before the current one that is published; None where there is none."""
        return next((one for one in self.readable if one.is_public), None)

    @cached_property
    def evidence_for(self):
        """The criteria of frameworks that it stands as evidence for, as a Panel; None where there is none: one query where there is any."""
        return shown_by_assessment(self.assessment)

    @cached_property
    def reviews(self):
        """What was found of actual impact, the newest first: one query where a version was reviewed."""
        reviewed = [one.pk for one in self.assessment.signed if one.stage == Stage.REVIEWED]  # fmt: skip
        if not reviewed:
            return []
        rows = ActualReview.objects.filter(assessment_version__in=reviewed)
        rows = rows.select_related("by", "assessment_version")
        return list(rows.defer("assessment_version__content").order_by("-pk"))

    @property
    def may_begin_again(self):
        """Whether the next version can be begun: nothing is being written."""
        done = (Stage.SCREENED_OUT, Stage.APPROVED, Stage.PUBLISHED, Stage.REVIEWED)
        return self.may_write and self.version.stage in done
