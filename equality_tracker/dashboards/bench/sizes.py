"""How many plans and actions a bench of a given size has: twenty years, at most 2,000 actions in live plans."""

import datetime
from dataclasses import dataclass

LIVE_AT_MOST, IN_A_LIVE_PLAN, CLOSED_PLANS = 2000, 250, 36
YEAR = 365


@dataclass(frozen=True)
class PlanSize:
    """One plan: its number from 1, its first day, and how many actions it has, from which number on."""

    number: int
    live: bool
    start: datetime.date
    first_action: int
    actions: int

    @property
    def reference(self):
        return f"EQ-{self.number}"

    @property
    def end(self):
        return self.start + datetime.timedelta(4 * YEAR)


def plan_sizes(actions, today):
    """Return the PlanSize of each plan of a bench of `actions`, the live ones first."""
    live = min(LIVE_AT_MOST, actions // 2)
    spread = _shares(live, -(-live // IN_A_LIVE_PLAN))
    closed = actions - live
    spread_closed = _shares(closed, min(CLOSED_PLANS, max(closed // 10, 1)))
    plans, first = [], 1
    for number, count in enumerate(spread + spread_closed, start=1):
        is_live = number <= len(spread)
        back = YEAR if is_live else YEAR * (4 + (number - len(spread)) * 16 // 36)
        start = today - datetime.timedelta(back + number % 90)
        plans.append(PlanSize(number, is_live, start, first, count))
        first += count
    return plans


def _shares(total, parts):
    """Divide `total` into `parts` that differ by one at most."""
    small, larger = divmod(total, parts)
    return [small + 1] * larger + [small] * (parts - larger)
