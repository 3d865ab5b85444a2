"""What can be chosen in the action list's filters, read in one query."""

from collections import defaultdict
from dataclasses import dataclass, field

from equality_tracker.planned import Given, Planned

# By hand: Django takes far longer to put this union together than PostgreSQL to answer it.
# A row: what it is, its key in the address, its words, a plan's state, and its place among its kind.
QUERY = """
    SELECT 'plan', reference, title, state,
        strpos('live draft closed', state) AS first, title AS next
    FROM plans_plan
    UNION ALL
    SELECT 'priority', priority.id::text, trim(priority.number || ' ' || priority.title), '',
        0, plan.title || ' ' || lpad(priority.position::text, 9, '0')
    FROM plans_priority priority JOIN plans_plan plan ON plan.id = priority.plan_id
    WHERE priority.id = %s::bigint OR CASE
        WHEN %s::text[] = '{}' THEN plan.state = 'live'
        ELSE plan.reference = ANY(%s::text[]) END
    UNION ALL
    SELECT 'directorate', id::text, name, '', 0, lower(name) FROM organisation_directorate
    UNION ALL
    SELECT 'lead', id::text, name, '', 0, lower(name) FROM organisation_lead
    UNION ALL
    SELECT 'characteristic', id::text, name, '', position, '' FROM organisation_characteristic
    UNION ALL
    SELECT 'aim', id::text, name, '', position, '' FROM organisation_aim
    ORDER BY first, next
"""


_ASKED = Planned("filter_options", QUERY, [Given("priority"), Given("plans"), Given("plans")])  # fmt: skip


@dataclass(frozen=True)
class FilterOptions:
    """Choices for each filter that names a row: lists of (key, label), and each plan's state by its reference."""

    choices: dict = field(default_factory=lambda: defaultdict(list))
    plan_states: dict = field(default_factory=dict)

    def __getitem__(self, kind):
        return self.choices[kind]


def load(plans, priority):
    """Return the FilterOptions, with the priorities of the plans whose references are in `plans` (none: of the live ones).

    `priority` is the id asked for, as text: it is among the choices whatever its plan.
    """
    options = FilterOptions()
    for kind, key, label, state, _first, _next in _rows(plans, priority):
        options.choices[kind].append((key, label))
        if kind == "plan":
            options.plan_states[key] = state
    return options


def _rows(plans, priority):
    is_id = priority.isdecimal() and len(priority) <= 18
    # PostgreSQL takes no null character: a reference that holds one is nobody's.
    plans = [reference.replace("\0", "?") for reference in plans]
    return _ASKED.tuples(plans=plans, priority=int(priority) if is_id else None)
