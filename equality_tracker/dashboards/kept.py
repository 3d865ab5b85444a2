"""What has been counted of each plan, kept in this process until somebody writes something that it was counted from.

Triggers leave a Touch in each transaction that writes such a thing (decision 1101). A page begins by asking which touches its snapshot
sees that an earlier page's did not; what was counted of a plan before such a touch is not used again, but that where a few of its actions
alone were touched only those are read anew (decision 1103). A page that stands in somebody else's transaction keeps nothing and uses
nothing kept.
"""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from django.db import connection

# Of so many scopes (a directorate, a day, a day compared with) the counts are kept.
MOST_SCOPES = 64
# All is counted anew after so many seconds, should anybody have written with the triggers switched off.
SECONDS = 600
EVERY_PLAN = 0
# Stands for what is said of indicators (`indicators`).
INDICATORS = -3
# Stands for what is kept of each assessment: touched with the assessment, and by nothing that touches every plan (decisions 2701, 2801).
EACH_ASSESSMENT = -2
WHOLE = 0
# Where more actions of a plan than these were touched, the whole plan is counted again.
FEW = 40
# Of a plan of which more were touched, only that it was touched is known from then on.
MOST_ACTIONS = 400
# When a plan was counted of which nothing is kept: before all snapshots.
NEVER = -1, None
# The snapshot, whether what is counted in it may be kept, the database it is of, and what was touched since another snapshot (plans, with
# the action or WHOLE): a transaction with a number below that snapshot's first was over by then.
ASKED = """
SELECT pg_current_snapshot()::text,
    pg_current_xact_id_if_assigned() IS NULL AND NOT pg_is_in_recovery()
        AND current_setting('transaction_isolation') = 'repeatable read',
    (SELECT concat_ws(' ', oid, pg_relation_filenode('plans_action'), pg_relation_filenode('dashboards_touch'), pg_postmaster_start_time())
        FROM pg_database WHERE datname = current_database()),
    ARRAY(
        SELECT DISTINCT ARRAY[COALESCE(plan_id, 0), COALESCE(action_id, 0)] FROM dashboards_touch
        WHERE transaction >= pg_snapshot_xmin(%s::pg_snapshot)::text::bigint
            AND NOT pg_visible_in_snapshot(transaction::text::xid8, %s::pg_snapshot)
    )
"""


@dataclass
class Ledger:
    """What is kept of one database, and all that was seen touched up to `snapshot`, the newest asked about.

    `touched` holds {plan: {action or WHOLE: the number of the first snapshot that saw its newest touch}}; `scopes` {what was counted:
    {plan: (number of the snapshot, its part)}}.
    """

    begun: float = field(default_factory=time.monotonic)
    database: str | None = None
    number: int = 0
    snapshot: str | None = None
    touched: dict = field(default_factory=dict)
    scopes: OrderedDict = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def see(self, number, snapshot, touches):
        """Note that the snapshot of that number saw `touches` since the one it was asked with; return all that is known."""
        with self.lock:
            for plan, action in touches:
                of_plan = self.touched.setdefault(plan, {})
                of_plan[action] = max(number, of_plan.get(action, 0))
                if len(of_plan) > MOST_ACTIONS:
                    self.touched[plan] = {WHOLE: max(of_plan.values())}
            if number > self.number:
                self.number, self.snapshot = number, snapshot
            return {plan: dict(actions) for plan, actions in self.touched.items()}

    def of_scope(self, scope):
        with self.lock:
            own = self.scopes.setdefault(scope, {})
            self.scopes.move_to_end(scope)
            while len(self.scopes) > MOST_SCOPES:
                self.scopes.popitem(last=False)
            return own

    def keep(self, own, number, counted):
        """Keep what a snapshot counted; another page may have kept what is newer meanwhile, and that stays."""
        with self.lock:
            for plan, part in counted.items():
                if own.get(plan, NEVER)[0] < number:
                    own[plan] = (number, part)


@dataclass(frozen=True)
class Moment:
    """A page's snapshot, by how many transactions were over in it: those of one server can be put in a row, for each sees all that the
    ones before it saw."""

    ledger: Ledger
    number: int
    may_keep: bool
    touched: dict

    def written(self, plan, number):
        """Return the actions of `plan` written since the snapshot of that number; WHOLE among them stands for the plan, or for all plans.

        Of a snapshot after this one, or of none, that is WHOLE: what it counted may be what this one does not see.
        """
        if not 0 <= number <= self.number:
            return {WHOLE}
        others = {} if plan == EACH_ASSESSMENT else self.touched.get(EVERY_PLAN, {})
        every = others.get(WHOLE, 0)
        of_plan = self.touched.get(plan, {}).items()
        found = {action for action, when in of_plan if when > number}
        return found | {WHOLE} if every > number else found

    def parts(self, scope, plans, count, mend=None):
        """Return {plan: its part} of `plans`: kept ones where they still stand, else what `count` returns of those that it is given.

        `scope` names what is counted. A plan that `count` says nothing of has no part. `mend` returns the same of plans of which a few
        actions were written: it is given {plan: (its part until then, those actions)}.
        """
        if not self.may_keep:
            return count(plans)
        own = self.ledger.of_scope(scope)
        found, few, missing = self._sorted(own, plans, mend)
        if few or missing:
            counted = dict.fromkeys((*few, *missing))
            counted |= mend(few) if few else {}
            counted |= count(missing) if missing else {}
            self.ledger.keep(own, self.number, counted)
            found |= counted
        return {plan: found[plan] for plan in plans if found[plan] is not None}

    def _sorted(self, own, plans, mend):
        """Return ({plan: its kept part}, {plan: (its kept part, its actions written since)}, those that must be counted)."""
        found, few, missing = {}, {}, []
        for plan in plans:
            number, part = own.get(plan, NEVER)
            written = self.written(plan, number)
            if not written:
                found[plan] = part
            elif part and mend and WHOLE not in written and len(written) <= FEW:
                few[plan] = part, written
            else:
                missing.append(plan)
        return found, few, missing

    def seldom(self, name, make):
        """Return what `make` returns, a kept one where nobody has written since what touches every plan: plans themselves, rounds,
        directorates."""
        return self.parts(name, [EVERY_PLAN], lambda _plans: {EVERY_PLAN: make()})[
            EVERY_PLAN
        ]


class Keeper:
    """The Ledger of each database that this process works with."""

    def __init__(self):
        self._ledgers = {}

    def forget(self):
        """Keep nothing of what has been counted so far; return it for `recall`."""
        found, self._ledgers = self._ledgers, {}
        return found

    def recall(self, forgotten):
        """Keep again what `forget` returned."""
        self._ledgers = forgotten

    def moment(self, ask):
        """Return the Moment of a snapshot that begins with this question; `ask` takes (sql, params) and returns the only row."""
        at = connection.settings_dict
        key = at["HOST"], at["PORT"], at["NAME"]
        ledger = self._ledgers.get(key)
        if ledger is None or time.monotonic() - ledger.begun > SECONDS:
            ledger = self._ledgers[key] = Ledger()
        since = ledger.snapshot
        snapshot, may_keep, database, touches = ask(ASKED, [since, since])
        if ledger.database not in (None, database):
            ledger = self._ledgers[key] = Ledger()
        ledger.database = database
        number = number_of(snapshot)
        if since is None or ledger.snapshot is None:
            # Nobody looked at what came before.
            touches = [(EVERY_PLAN, WHOLE), (EACH_ASSESSMENT, WHOLE)]
        touched = ledger.see(number, snapshot, touches)
        return Moment(ledger, number, may_keep, touched)


def number_of(snapshot):
    """Return how many transactions were over in a snapshot written "first:next:running,running"."""
    _first, following, running = snapshot.split(":")
    return int(following) - (running.count(",") + 1 if running else 0)


NO_MOMENT = Moment(Ledger(), 0, False, {})
KEEPER = Keeper()
