"""What can be done to one version: the only ways in which its stage moves. Each runs in one transaction over the locked row."""

import calendar
from datetime import date

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from .refusals import (
    Hidden,
    MayNot,
    MayNotSign,
    NotReady,
    Outdated,
    Refusals,
    WrongStage,
)
from .stages import MOVES, OPEN, Stage

__all__ = [
    "Hidden",
    "MayNot",
    "MayNotSign",
    "NotReady",
    "Outdated",
    "VersionVerbs",
    "WrongStage",
    "month_after",
]


def month_after(day: date) -> date:
    """The same day of the next month, or its last: publication is due by it. 31 January gives 28 or 29 February."""
    year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


class VersionVerbs(Refusals):
    """The verbs of a version. `read_at` is the row's version that the form was read at; None asks for no such check.

    `on` is the day that a move is of, `at` the moment that it is kept with: now, where none is given.
    """

    @transaction.atomic
    def start_screening(self, *, by, on, at=None, read_at=None):
        """Begin to screen what was planned."""
        version = self._locked(read_at, Stage.PLANNED)
        version._move(Stage.SCREENING, by=by, on=on, at=at)
        return version

    @transaction.atomic
    def go_to_full(self, *, by, on, at=None, read_at=None):
        """End the screening: a full assessment is needed. Raises NotReady while it leaves somebody out."""
        version = self._locked(read_at, Stage.SCREENING)
        version._may("go_to_full", by, on)
        version.needs_full, version.screened_out_why = True, ""
        version._move(Stage.FULL, by=by, on=on, at=at)
        return version

    @transaction.atomic
    def begin_consultation(self, *, by, on, starts, ends=None, at=None, read_at=None):
        """Go out and ask; people go on writing. `starts` and `ends` are its first and last day."""
        version = self._locked(read_at, Stage.FULL)
        version.consultation_from, version.consultation_to = starts, ends
        version._move(Stage.CONSULTATION, by=by, on=on, at=at)
        return version

    @transaction.atomic
    def end_consultation(self, *, by, on, at=None, read_at=None):
        version = self._locked(read_at, Stage.CONSULTATION)
        version._move(Stage.FULL, by=by, on=on, at=at)
        return version

    @transaction.atomic
    def submit_screening_out(self, *, why, by, on, signer=None, at=None, read_at=None):
        """Ask `signer`, their head of service, and whoever is named already to sign that no full assessment is needed, because of `why`.

        Raises NotReady.
        """
        version = self._locked(read_at, Stage.SCREENING)
        if signer:
            version.signers.get_or_create(user=signer)
        version.needs_full, version.screened_out_why = False, why.strip()
        return version._submit(by, on, at)

    @transaction.atomic
    def submit(self, *, by, on, at=None, read_at=None):
        """Ask for signatures. Its content is kept as it is now, and nobody writes in it. Raises NotReady."""
        version = self._locked(read_at, Stage.FULL, Stage.CONSULTATION)
        return version._submit(by, on, at)

    def _submit(self, by, on, at):
        from assessments.version import snapshot
        from assessments.writing import tasks

        self._must_follow(Stage.SIGN_OFF)
        if missing := tasks.missing(self, by, on):
            raise NotReady(missing)
        self.submitted_by, self.submitted_at = by, at or timezone.now()
        self.submissions += 1
        self.content = snapshot.content(self)
        self.content_hash = snapshot.digest(self.content)
        self._move(Stage.SIGN_OFF, by=by, on=on, at=at)
        return self

    @transaction.atomic
    def request_changes(self, *, comment, by, on, content_hash, at=None):
        """Send what was submitted back to those who write it, saying what should be changed; signatures on it lapse."""
        version = self._locked(None)
        version._say("changes", by, on, content_hash, comment.strip(), at)
        version._reopen()
        back = Stage.FULL if version.needs_full is not False else Stage.SCREENING
        version._move(back, by=by, on=on, at=at, comment=comment.strip())
        return version

    @transaction.atomic
    def take_back(self, *, by, on, why, at=None, read_at=None):
        """Withdraw one's own submission before anybody has signed it, saying why.

        An admin may also do so later: a signer who has left neither signs nor asks for changes, and the rest have answered.
        """
        version = self._locked(read_at)
        if version.stage != Stage.SIGN_OFF:
            raise WrongStage("It does not wait for signatures.")
        version._may("take_back", by, on)
        version._reopen()
        back = Stage.FULL if version.needs_full is not False else Stage.SCREENING
        version._move(back, by=by, on=on, at=at, comment=why.strip())
        return version

    @transaction.atomic
    def sign(self, *, by, on, content_hash, comment="", at=None):
        """Sign the content that hashes to `content_hash`; the last of the signers approves it, or screens it out."""
        version = self._locked(None)
        version._say("signed", by, on, content_hash, comment.strip(), at)
        signed = set(version.signatures().values_list("by", flat=True))
        if signed >= set(version.signers.values_list("user", flat=True)):
            version._approve(by, on, at)
        return version

    def _approve(self, by, on, at):
        if self.needs_full is False:
            self._move(Stage.SCREENED_OUT, by=by, on=on, at=at)
            return
        self.approved_on, self.publish_by = on, month_after(on)
        self._move(Stage.APPROVED, by=by, on=on, at=at)

    @transaction.atomic
    def publish(self, *, by, on, at=None, read_at=None):
        """Put the signed content before the public. Raises WrongStage where a later version is there already, or while it is confidential."""
        self._hold_assessment()
        version = self._locked(read_at)
        version._may("publish", by, on)
        version.published_on, version.published_by = on, by
        version._move(Stage.PUBLISHED, by=by, on=on, at=at)
        return version

    @transaction.atomic
    def review_impact(
        self, *, expected, happened, changed, by, on, at=None, read_at=None
    ):
        """Keep what really happened, beside what was expected and what is changed now."""
        version = self._locked(read_at)
        version._must_follow(Stage.REVIEWED)
        apps.get_model("assessments", "ActualReview").objects.create(
            assessment_version=version,
            expected=expected,
            happened=happened,
            changed=changed,
            by=by,
            on=on,
            at=at or timezone.now(),
        )
        version._move(Stage.REVIEWED, by=by, on=on, at=at)
        return version

    def signatures(self):
        """Those under what was submitted last: after changes were asked for, everybody signs again."""
        return self.sign_offs.filter(said="signed", submission=self.submissions)

    def _say(self, said, by, on, content_hash, comment, at):
        if self.stage != Stage.SIGN_OFF:
            raise WrongStage("It does not wait for signatures.")
        if content_hash != self.content_hash:
            raise Outdated(self)
        self._may("sign", by, on)
        signer = self.signers.get(user=by)
        self.sign_offs.create(
            by=by,
            signs_as=signer.signs_as,
            said=said,
            comment=comment,
            submission=self.submissions,
            content_hash=content_hash,
            at=at or timezone.now(),
        )

    def _may(self, verb, by, on):
        """Raise what the verb refuses."""
        if refusal := self.refusal_of(verb, by=by, on=on):
            raise refusal

    def _reopen(self):
        self.content, self.content_hash = None, ""
        self.submitted_by = self.submitted_at = None

    def _hold_assessment(self):
        """Lock the assessment, before its version as every page does: nobody hides it meanwhile."""
        rows = apps.get_model("assessments", "Assessment").objects
        rows.select_for_update(no_key=True).get(pk=self.assessment_id)

    def _locked(self, read_at, *stages):
        """The row as it stands, locked. Raises Outdated, and WrongStage where it stands at none of `stages`."""
        version = (
            type(self)
            ._default_manager.select_for_update(of=("self",), no_key=True)
            .select_related("assessment")
            .get(pk=self.pk)
        )
        if read_at is not None and version.version != read_at:
            raise Outdated(version)
        if stages and version.stage not in stages:
            raise WrongStage(f"It stands at {version.get_stage_display().lower()}.")
        return version

    def _must_follow(self, stage):
        if stage not in MOVES[Stage(self.stage)]:
            words = Stage(self.stage).label.lower(), Stage(stage).label.lower()
            raise WrongStage("It stands at {}; {} does not follow it.".format(*words))

    def _move(self, stage, *, by, on, at=None, comment=""):
        self._must_follow(stage)
        self.moves.create(
            from_stage=self.stage,
            to_stage=stage,
            on=on,
            by=by,
            at=at or timezone.now(),
            comment=comment,
        )
        # Of what was signed elsewhere on no known day, that stays so whatever is done with it here.
        self.undated = self.undated and self.stage not in OPEN
        self.stage, self.stage_since = stage, on
        self.save()
        self.refresh_from_db(fields=["version"])
