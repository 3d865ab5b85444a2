"""The ways on from each stage, as an assessment's page offers them: the question asked, who may answer, and the verb."""

from collections.abc import Callable
from dataclasses import dataclass

from assessments.forms import moves as forms
from assessments.models import Stage
from assessments.models.stages import WRITTEN
from equality_tracker.addresses import address


@dataclass(frozen=True)
class Move:
    """One way on: `verb` of AssessmentVersion is called with what its form says. `note` is what to know before one answers."""

    label: str
    verb: str
    stages: tuple
    help: str = ""
    done: str = "It is done."
    form: type = forms.MoveForm
    who: Callable = lambda version, user, works: works
    note: Callable = lambda version: ""
    lands_on: str = ""

    def is_open_to(self, version, user, works):
        """Whether `user`, who works on it or does not, is asked this of the version as it stands."""
        return version.stage in self.stages and self.who(version, user, works)

    def leads_to(self, assessment):
        """The address that follows it: of the page that is to be written next, or of the assessment."""
        if self.lands_on:
            return address(self.lands_on, assessment.pk)
        return assessment.get_absolute_url()

    def was_answered(self, version, user):
        """Whether a second press of `user` finds it done: they signed what waits, or the last move from here was theirs."""
        if self.who is _signs and _signed(version, user):
            return True
        if version.stage in self.stages:
            return False
        last = version.moves.order_by("at", "pk").last()
        return bool(last) and last.by_id == user.pk and last.from_stage in self.stages

    def carry_out(self, version, form, *, by, on):
        """Call the verb. Raises what it raises: Outdated, WrongStage, NotReady, MayNotSign."""
        said = form.said()
        if "read_at" in form.cleaned_data:
            said["read_at"] = form.cleaned_data["read_at"]
        return getattr(version, self.verb)(by=by, on=on, **said)


def _signed(version, user):
    """Whether `user` answered what was submitted last."""
    return version.sign_offs.filter(by=user, submission=version.submissions).exists()


def _signs(version, user, works):
    """Whether `user` is asked to sign it; who has become a reader signs nothing."""
    return works and any(one.user_id == user.pk for one in version.signers.all())


def _submitted(version, user, works):
    return works and (user.pk == version.submitted_by_id or user.is_admin)


def _publishes(version, user, works):
    """A manager of those who work on it, or an admin."""
    return works and user.role in ("manager", "admin")


def _relevant_to(version):
    """Whom the screening names, where it is to end with no full assessment."""
    if version.stage == Stage.SIGN_OFF and version.needs_full is not False:
        return ""
    said = {}
    for one in version.relevances.exclude(level="none").select_related("characteristic"):  # fmt: skip
        said.setdefault(str(one.characteristic), one.get_level_display().lower())
    names = ", ".join(f"{name} ({level})" for name, level in said.items())
    return f"The screening says that it matters to {names}." if said else ""


def _asked(version):
    """Who is asked, where it is to be submitted."""
    people = [f"{one.user}, {one.signs_as}" for one in version.signers.select_related("user")]  # fmt: skip
    return f"These are asked to sign it: {'; '.join(people)}." if people else ""


MOVES = {
    "screen": Move(
        "Begin the screening", "start_screening", (Stage.PLANNED,),
        help="You say how far it matters to people with each characteristic, and why. Nothing is sent to anybody yet.",
        done="The screening has begun.", lands_on="assessments:screening",
    ),
    "full": Move(
        "Go on to a full assessment", "go_to_full", (Stage.SCREENING,),
        "The screening shows that it matters to people with a characteristic.",
        "A full assessment is under way. Its pages are listed below.",
    ),
    "screen-out": Move(
        "No full assessment is needed", "submit_screening_out", (Stage.SCREENING,),
        "Somebody else signs this before it holds. The screening is kept as it is now.",
        "It waits for a signature.", forms.ScreenOutForm, note=_relevant_to,
    ),
    "consult": Move(
        "Begin a consultation", "begin_consultation", (Stage.FULL,),
        "The pages stay open while you ask.", "The consultation is noted.", forms.ConsultationForm,
    ),
    "end-consultation": Move(
        "End the consultation", "end_consultation", (Stage.CONSULTATION,),
        "Write what people said under Engagement.", "The consultation has ended.",
    ),
    "submit": Move(
        "Submit it for signature", "submit", WRITTEN,
        "All of it is kept as it is now, and nobody writes in it until the signers have answered.",
        "It waits for signatures.", note=_asked,
    ),
    "take-back": Move(
        "Take it back", "take_back", (Stage.SIGN_OFF,),
        "Who sent it may do so until somebody has signed, an admin until all have. Signatures lapse.",
        "It is open again.", forms.WhyForm, _submitted,
    ),
    "sign": Move(
        "Sign it", "sign", (Stage.SIGN_OFF,),
        "Your name and the time stand under exactly these words.", "You have signed it.",
        forms.SignForm, _signs, _relevant_to,
    ),
    "request-changes": Move(
        "Request changes", "request_changes", (Stage.SIGN_OFF,),
        "It goes back to those who write it. Signatures lapse: everybody signs anew.",
        "It has gone back to those who write it.", forms.ChangesForm, _signs, _relevant_to,
    ),
    "publish": Move(
        "Publish it", "publish", (Stage.APPROVED,),
        "Everybody who signs in here can read it, and it cannot be taken back.", "It is published.",
        who=_publishes,
    ),
    "review": Move(
        "Review its actual impact", "review_impact", (Stage.PUBLISHED,),
        "What was expected, what happened, and what is changed now.", "The review is kept.",
        forms.ReviewForm,
    ),
}  # fmt: skip


def open_to(version, user, works):
    """Yield (slug, Move) for each way on of which `user` is asked from where the version stands."""
    for slug, move in MOVES.items():
        if move.is_open_to(version, user, works):
            yield slug, move
