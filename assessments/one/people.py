"""Who works on an assessment, why, and what they may do there."""

from dataclasses import dataclass, field

from equality_tracker.organisation.models import Holding, Role, User

WRITES = "writes in it"
LEADS = "writes, publishes, and makes actions of mitigations"
SIGNS = "signs"


@dataclass
class Worker:
    """One person: why they work on it, and the row that has them do so where they were named here."""

    user: User
    reasons: list[str] = field(default_factory=list)
    contributor: object = None
    is_signer: bool = False

    @property
    def may(self):
        """What they may do, in words; who has become a reader may do nothing."""
        if not self.user.may_update:
            return "reads: a reader changes nothing"
        may = LEADS if self.user.role in (Role.MANAGER, Role.ADMIN) else WRITES
        return f"{may}; {SIGNS}" if self.is_signer else may


def workers_of(assessment, on):
    """Everybody who works on `assessment` on the day `on` beside the admins, by name: four queries."""
    found = {}
    for one in assessment.contributors.filter(user__is_active=True).select_related("user"):  # fmt: skip
        _worker(found, one.user, "Was named here").contributor = one
    for user in _of_directorate(assessment):
        _worker(found, user, f"Of {assessment.directorate}")
    for one in _holders(assessment, on):
        _worker(found, one.user, f"Holds the lead: {assessment.lead}")
    for one in assessment.current.signers.filter(user__is_active=True).select_related("user"):  # fmt: skip
        _worker(found, one.user, f"Signs as {one.signs_as}").is_signer = True
    return sorted(found.values(), key=lambda one: one.user.name.casefold())


def _worker(found, user, reason):
    worker = found.setdefault(user.pk, Worker(user))
    worker.reasons.append(reason)
    return worker


def _of_directorate(assessment):
    if assessment.directorate is None:
        return []
    people = assessment.directorate.people.active()
    return people.exclude(role=Role.READER)


def _holders(assessment, on):
    if assessment.lead is None:
        return []
    running = Holding.objects.running(on).filter(lead=assessment.lead)
    return running.filter(user__is_active=True).exclude(user__role=Role.READER).select_related("user")  # fmt: skip
