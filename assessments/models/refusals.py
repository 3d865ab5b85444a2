"""Why a verb would refuse: asked by the verb itself, and by its page before it shows a button."""

from .stages import IN_PUBLIC


class Outdated(Exception):
    """Somebody else moved or changed the version after the form was read; `version` is as it stands now."""

    def __init__(self, version):
        super().__init__("The assessment was changed by somebody else meanwhile.")
        self.version = version


class WrongStage(Exception):
    """The version does not stand where this can be done: the text says why, and what to do, in a sentence."""


class Hidden(WrongStage):
    """Confidential: the day until which it is can be cleared."""


class NotReady(Exception):
    """What is missing before it can be submitted: `missing` are sentences that name the page and the remedy."""

    def __init__(self, missing):
        super().__init__("The assessment is not complete.")
        self.missing = missing


class MayNotSign(Exception):
    """This person cannot sign: the text says why in one sentence."""


class Refusals:
    """Of a version, for each verb that may refuse although its stage is right: the exception that it would raise, None where it would not."""

    def refusal_of(self, verb, *, by, on):
        """What the verb of this name would raise, of `by` on the day `on`, whatever its form says."""
        asked = getattr(self, f"_refuses_to_{verb}", None)
        return asked and asked(by, on)

    def _refuses_to_go_to_full(self, by, on):
        from assessments.writing import tasks

        return _not_ready(tasks.not_screened(self))

    def _refuses_to_submit_screening_out(self, by, on):
        from assessments.writing import tasks

        return _not_ready(tasks.missing_to_screen_out(self, by))

    def _refuses_to_submit(self, by, on):
        from assessments.writing import tasks

        return _not_ready(tasks.missing(self, by))

    def _refuses_to_take_back(self, by, on):
        if not by.is_admin and self.signatures().exists():
            return WrongStage(
                "Somebody has signed it. Ask a signer to request changes, or an admin to take it back."
            )

    def _refuses_to_sign(self, by, on):
        another = "Ask who submitted it, or an admin, to take it back and name somebody else."  # fmt: skip
        if not by.is_active or not by.may_update:
            return MayNotSign(f"You only read here, and sign nothing. {another}")
        if not self.signers.filter(user=by).exists():
            return MayNotSign("You are not asked to sign this.")
        if by.pk == self.submitted_by_id:
            return MayNotSign(
                f"You submitted this, so somebody else has to sign it. {another}"
            )
        if by.pk in self.writers():
            return MayNotSign(
                f"You wrote in this, so somebody else has to sign it. {another}"
            )
        if self.sign_offs.filter(by=by, submission=self.submissions).exists():
            return MayNotSign("You have answered this already.")

    _refuses_to_request_changes = _refuses_to_sign

    def _refuses_to_publish(self, by, on):
        assessment = self.assessment
        if assessment.is_confidential(on):
            until = assessment.confidential_until
            return Hidden(
                f"It is confidential until {until.day} {until:%B %Y}: clear that day first."
            )
        later = assessment.versions.filter(number__gt=self.number)
        if later.filter(stage__in=IN_PUBLIC).exists():
            return WrongStage("A later version is published already.")


def _not_ready(missing):
    return NotReady(missing) if missing else None
