"""The database forgets an indicator's kept verdict as soon as anything that decides it changes, whatever way the change came.

An indicator whose figures change is always written to, even where nothing was kept: so who is judging it at that moment, and holds its row,
is waited for, and cannot keep a verdict on what is no longer so.
"""

import pgtrigger

DECIDED_BY = ("direction", "tolerance", "tolerance_is_percent", "unit", "frequency")
# What is kept of an indicator's figures: no change that anybody made.
KEPT = [
    "verdict", "judged_by", "short_by", "measured_until", "late_from", "newest_value", "aim_value", "change_value",
]  # fmt: skip

FORGET_ITS_OWN = pgtrigger.Trigger(
    name="forget_verdict",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf(*DECIDED_BY),
    func="NEW.verdict := ''; RETURN NEW;",
)


def forgets_verdict(model):
    """Let every change of a table of figures forget the verdicts on their indicators."""
    for when in ("insert", "update", "delete"):
        pgtrigger.register(_forget(when))(model)
    return model


def _forget(when):
    tables = {"insert": ("new",), "delete": ("old",), "update": ("old", "new")}[when]
    changed = " UNION ".join(
        f"SELECT indicator_id FROM {table}_figures" for table in tables
    )
    return pgtrigger.Trigger(
        name=f"forget_verdict_on_{when}",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=getattr(pgtrigger, when.title()),
        referencing=pgtrigger.Referencing(**{one: f"{one}_figures" for one in tables}),
        # One after the other in one order: two imports at once do not wait for each other in a ring.
        func=f"""
            UPDATE indicators_indicator SET verdict = '' FROM (
                SELECT id FROM indicators_indicator WHERE id IN ({changed})
                ORDER BY id FOR NO KEY UPDATE
            ) changed WHERE indicators_indicator.id = changed.id;
            RETURN NULL;
        """,
    )
