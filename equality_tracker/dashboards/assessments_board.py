"""What a dashboard shows of assessments: what waits, the few most pressing, the programme, and the same by directorate."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from typing import NamedTuple
from urllib.parse import urlencode

from assessments.models.waiting import WAITS
from equality_tracker.addresses import address

from .assessments import register_of
from .assessments_progress import ProgrammeOfBoard, Progress
from .assessments_statement import COMPLETED, SLIPPING, working_on
from .assessments_words import urgency, why
from .figures import Figure
from .matrix import today_of

NAMED = 5
# As a number is read: "2 overdue".
LABELS = {
    "overdue": "overdue",
    "unpublished": "late to be published",
    "review_due": "due for review of actual impact",
    "awaiting": "awaiting sign-off",
    "slipping": "with a mitigation that slips",
    "to_publish": "to be published",
}


class Worst(NamedTuple):
    """An assessment that the page names: where it is, what it is called, and why it stands here."""

    url: str
    name: str
    why: str


@dataclass(frozen=True)
class Line:
    """A directorate's assessments by what they wait for, and its part of the programme; None where it promised nothing."""

    name: str
    url: str
    figures: list
    progress: Progress | None


class AssessmentBoard(ProgrammeOfBoard):
    """The assessments of one dashboard as `user` may know of them; as anybody may where it is None, for what is passed on."""

    def __init__(self, board, user=None):
        self.board, self.user = board, user

    @cached_property
    def _read(self):
        return register_of(self.board)

    @property
    def register(self):
        return self._read[0]

    @cached_property
    def _apart(self):
        """{id: what it counts for} of those that are told by themselves and that `user` may know of."""
        late = self._read[1]
        found = {}
        for pk, one in self._in_scope(self.register.apart).items():
            if one.confidential_until is None or pk in self._known_secrets:
                found[pk] = [*one.whats, SLIPPING] if pk in late else one.whats
        return found

    @cached_property
    def _known_secrets(self):
        """The ids of the confidential ones that count here: all for an admin; one query for others, where there is any in scope."""
        told = self._in_scope(self.register.apart)
        secret = {pk for pk, one in told.items() if one.confidential_until}
        if not secret or self.user is None or not self.user.may_update:
            return set()
        if self.user.is_admin:
            return secret
        on = self.board.scope.on
        own = working_on.rows(pks=list(secret), user=self.user.pk, on=on)
        return {one["pk"] for one in own}

    @cached_property
    def counts(self):
        """{directorate: Counter} of all in scope that is known, by what it waits for."""
        found = {key: Counter(own) for key, own in self.register.counts.items() if self.is_in_scope(key)}  # fmt: skip
        for pk, whats in self._apart.items():
            directorate = self.register.apart[pk].directorate
            found.setdefault(directorate, Counter()).update(whats)
        return found

    @cached_property
    def total(self):
        """The Counter of the whole scope."""
        return sum(self.counts.values(), Counter())

    @cached_property
    def needs(self):
        """A Figure for each thing that may be waited for, those that count nothing too."""
        return self._figures(self.total)

    @property
    def needing(self):
        return [one for one in self.needs if one.count]

    @cached_property
    def _calling(self):
        """{id: what it waits for} of those told by themselves that wait for anything."""
        asked = {pk: [what for what in WAITS if what in whats] for pk, whats in self._apart.items()}  # fmt: skip
        return {pk: whats for pk, whats in asked.items() if whats}

    @cached_property
    def all(self):
        """A Figure of those in scope that wait for anything: each once."""
        rest = self.register.calling.items()
        count = sum(n for key, n in rest if self.is_in_scope(key)) + len(self._calling)
        return Figure("wait for something", count, self.list_url(state="calling"))

    @cached_property
    def named(self):
        """The few most pressing, each as a Worst."""
        first = self._in_scope(self.register.first).items()
        asked = {pk: [what for what in WAITS if what in one.whats] for pk, one in first}
        asked.update(self._calling)
        lines = self.register.named
        found = nsmallest(NAMED, asked, key=lambda pk: urgency(lines[pk], asked[pk]))
        return [self._worst(lines[pk], asked[pk]) for pk in found]

    def _worst(self, one, whats):
        url = address("assessments:assessment_detail", one.pk)
        name = f"{one.reference} {one.title}"
        return Worst(url, name, why(one, whats, self.board.scope.on))

    @property
    def _pending(self):
        """What waits for the reader's own signature; None where nothing does, or who was asked has become a reader and signs nothing."""
        if self.user is None or not self.user.may_update:
            return None
        return self.register.pending.get(self.user.pk)

    @cached_property
    def to_sign(self):
        """The first few that wait for the reader's own signature, in whatever directorate, as Worsts: who is asked may know of it."""
        first = self._pending.first if self._pending else []
        return [self._worst(self.register.named[pk], ["awaiting"]) for pk in first]

    @property
    def to_sign_figure(self):
        """All of them."""
        pending = self._pending
        own = {"plan": self.board.chosen_plan} if self.board.chosen_plan else {}
        url = f"{_list()}?{urlencode({**own, 'yours': 'sign'})}"
        return Figure("for your signature", pending.count if pending else 0, url)

    @cached_property
    def confidential(self):
        """How many of those that count on this page are confidential: whoever may not know of them sees smaller numbers."""
        found = (pk for pk in self._known_secrets if pk in self._apart)
        return sum(COMPLETED in self._apart[pk] or pk in self._calling for pk in found)

    @cached_property
    def lines(self):
        """A Line for each directorate with anything to show, by name; what none answers for stands last."""
        own = defaultdict(Counter)
        for directorate, counted in self.counts.items():
            own[today_of(directorate, self.board.bodies)].update(counted)
        promised = {} if self.board.scope.plan else self.held
        found = [
            self._line(body.name, body.directorate.get_absolute_url(), key, own[key], promised.get(key))
            for key, body in self.board.bodies.items()
            if own[key].keys() & WAITS.keys() or key in promised
        ]  # fmt: skip
        if own[None].keys() & WAITS.keys():
            found.append(self._line("No directorate", "", "none", own[None], None))
        return found

    def _line(self, name, url, key, counts, held):
        progress = held and self.progress_of(held, counts[COMPLETED], {"directorate": key})  # fmt: skip
        return Line(name, url, self._figures(counts, directorate=key), progress)

    @property
    def is_used(self):
        """Whether the page has anything to say of assessments."""
        return self.register.is_used or bool(self.register.promised)

    def _figures(self, counts, **asked):
        return [Figure(label, counts[what], self.list_url(**asked, state=what)) for what, label in LABELS.items()]  # fmt: skip

    def is_in_scope(self, directorate):
        own = self.board.scope.directorates
        return not own or directorate in own

    def _in_scope(self, told):
        if not self.board.scope.directorates:
            return told
        return {pk: one for pk, one in told.items() if self.is_in_scope(one.directorate)}  # fmt: skip

    @property
    def board_url(self):
        """The address of the assessments of this scope by stage."""
        return self.list_url().replace(_list(), address("assessments:assessment_board"))

    def list_url(self, **asked):
        """The address of the register in this scope, narrowed by `asked`: numbers and plain words."""
        own = [self._own] if self._own else []
        return f"{_list()}?{'&'.join([*own, *(f'{name}={value}' for name, value in asked.items())])}"

    @cached_property
    def _own(self):
        scope = self.board.scope
        own = {"plan": scope.plan.reference} if scope.plan else {}
        if scope.directorate:
            own["directorate"] = scope.directorate.pk
        return urlencode(own)


def _list():
    return address("assessments:assessment_list")
