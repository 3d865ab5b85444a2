"""What has been counted of each plan, kept in this process until somebody writes something that it was counted from.

Triggers leave a Touch in each transaction that writes such a thing (decision 1101). A page begins by asking which touches its snapshot
sees that an earlier page's did not; what was counted of a plan before such a touch is never used again. A page that stands in somebody
else's transaction keeps nothing and uses nothing kept.
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
# The snapshot, whether what is counted in it may be kept, the database it is of, and the plans touched since another snapshot: a
# transaction with a number below that snapshot's first was over by then.
ASKED = """
SELECT pg_current_snapshot()::text,
    pg_current_xact_id_if_assigned() IS NULL AND NOT pg_is_in_recovery()
        AND current_setting('transaction_isolation') = 'repeatable read',
    (SELECT concat_ws(' ', oid, pg_relation_filenode('plans_action'), pg_relation_filenode('dashboards_touch'), pg_postmaster_start_time())
        FROM pg_database WHERE datname = current_database()),
    ARRAY(
        SELECT DISTINCT COALESCE(plan_id, 0) FROM dashboards_touch
        WHERE transaction >= pg_snapshot_xmin(%s::pg_snapshot)::text::bigint
            AND NOT pg_visible_in_snapshot(transaction::text::xid8, %s::pg_snapshot)
    )
"""


@dataclass
class Ledger:
    """What is kept of one database, and all that was seen touched up to `snapshot`, the newest asked about.

    `touched` holds the number of the first snapshot that saw a plan touched; `scopes` {what was counted: {plan: (number of the snapshot,
    its part)}}.
    """

    begun: float = field(default_factory=time.monotonic)
    database: str | None = None
    number: int = 0
    snapshot: str | None = None
    touched: dict = field(default_factory=dict)
    scopes: OrderedDict = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def see(self, number, snapshot, plans):
        """Note that the snapshot of that number saw `plans` touched since the one it was asked with; return all that is known."""
        with self.lock:
            for plan in plans:
                self.touched[plan] = max(number, self.touched.get(plan, 0))
            if number > self.number:
                self.number, self.snapshot = number, snapshot
            return dict(self.touched)

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
                if own.get(plan, (-1, None))[0] < number:
                    own[plan] = (number, part)


@dataclass(frozen=True)
class Moment:
    """A page's snapshot, by how many transactions were over in it: those of one server can be put in a row, for each sees all that the
    ones before it saw."""

    ledger: Ledger
    number: int
    may_keep: bool
    touched: dict

    def holds(self, plan, number):
        """Whether what was counted of `plan` in the snapshot of that number is what this one would count."""
        newest = max(self.touched.get(plan, 0), self.touched.get(EVERY_PLAN, 0))
        return newest <= number <= self.number

    def parts(self, scope, plans, count):
        """Return {plan: its part} of `plans`: kept ones where they still stand, else what `count` returns of those that it is given.

        `scope` names what is counted. A plan that `count` says nothing of has no part.
        """
        if not self.may_keep:
            return count(plans)
        own = self.ledger.of_scope(scope)
        kept = {plan: own.get(plan, (-1, None)) for plan in plans}
        found = {plan: part for plan, (n, part) in kept.items() if self.holds(plan, n)}
        missing = [plan for plan in plans if plan not in found]
        if missing:
            counted = dict.fromkeys(missing) | count(missing)
            self.ledger.keep(own, self.number, counted)
            found |= counted
        return {plan: found[plan] for plan in plans if found[plan] is not None}

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
        """Keep nothing of what has been counted so far."""
        self._ledgers = {}

    def moment(self, ask):
        """Return the Moment of a snapshot that begins with this question; `ask` takes (sql, params) and returns the only row."""
        at = connection.settings_dict
        key = at["HOST"], at["PORT"], at["NAME"]
        ledger = self._ledgers.get(key)
        if ledger is None or time.monotonic() - ledger.begun > SECONDS:
            ledger = self._ledgers[key] = Ledger()
        since = ledger.snapshot
        snapshot, may_keep, database, plans = ask(ASKED, [since, since])
        if ledger.database not in (None, database):
            ledger = self._ledgers[key] = Ledger()
        ledger.database = database
        number = number_of(snapshot)
        if since is None or ledger.snapshot is None:
            # Nobody looked at what came before.
            plans = [EVERY_PLAN]
        touched = ledger.see(number, snapshot, plans)
        return Moment(ledger, number, may_keep, touched)


def number_of(snapshot):
    """Return how many transactions were over in a snapshot written "first:next:running,running"."""
    _first, following, running = snapshot.split(":")
    return int(following) - (running.count(",") + 1 if running else 0)


NO_MOMENT = Moment(Ledger(), 0, False, {})
KEEPER = Keeper()
