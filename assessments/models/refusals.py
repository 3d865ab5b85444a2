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


class MayNot(Exception):
    """This is not for this person to do: the text says why in one sentence."""


class MayNotSign(MayNot):
    """This person cannot sign."""


class Refusals:
    """Of a version, for each verb that may refuse although its stage is right: the exception that it would raise, None where it would not."""

    def refusal_of(self, verb, *, by, on):
        """What the verb of this name would raise, of `by` on the day `on`, whatever its form says."""
        return self.bar_to(verb, by=by, on=on) or self.lack_for(verb, by=by, on=on)

    def bar_to(self, verb, *, by, on):
        """What keeps `by` from it on the day `on`, however much is written: WrongStage or MayNot."""
        asked = BARS.get(verb)
        return asked and asked(self, by, on)

    def lack_for(self, verb, *, by, on):
        """NotReady, where something has to be written first."""
        from assessments.writing import tasks

        asked = {
            "go_to_full": lambda: tasks.not_screened(self),
            "submit_screening_out": lambda: tasks.missing_to_screen_out(self, by),
            "submit": lambda: tasks.missing(self, by, on),
        }.get(verb)
        missing = asked and asked()
        return NotReady(missing) if missing else None


ANOTHER = "Ask who submitted it, or an admin, to take it back and name somebody else."


def _taking_back(version, by, on):
    if by.is_admin:
        return None
    if by.pk != version.submitted_by_id:
        return MayNot("Only who submitted it, or an admin, takes it back.")
    if not version.signatures().exists():
        return None
    return WrongStage(
        "Somebody has signed it. Ask a signer to request changes, or an admin to take it back."
    )


def _signing(version, by, on):
    said = _why_not_sign(version, by)
    return MayNotSign(said) if said else None


def _why_not_sign(version, by):
    if not by.is_active or not by.may_update:
        return f"You only read here, and sign nothing. {ANOTHER}"
    if by.pk not in {one.user_id for one in version.signers.all()}:
        return "You are not asked to sign this."
    if by.pk == version.submitted_by_id:
        return f"You submitted this, so somebody else has to sign it. {ANOTHER}"
    if by.pk in version.writers():
        return f"You wrote in this, so somebody else has to sign it. {ANOTHER}"
    if version.sign_offs.filter(by=by, submission=version.submissions).exists():
        return "You have answered this already."
    return ""


def _publishing(version, by, on):
    assessment = version.assessment
    if by.role not in ("manager", "admin"):
        return MayNot("Only a manager or an admin publishes it.")
    if assessment.is_confidential(on):
        until = assessment.confidential_until
        return Hidden(
            f"It is confidential until {until.day} {until:%B %Y}: clear that day first."
        )
    later = assessment.versions.filter(number__gt=version.number)
    if later.filter(stage__in=IN_PUBLIC).exists():
        return WrongStage("A later version is published already.")
    return None


BARS = {
    "take_back": _taking_back,
    "sign": _signing,
    "request_changes": _signing,
    "publish": _publishing,
}
