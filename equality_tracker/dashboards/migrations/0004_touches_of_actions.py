"""A touch names the actions that were written, where those are few: a page then reads them alone anew (decision 1103)."""

from django.db import migrations, models

XID = "pg_current_xact_id()::text::bigint"
# More of them at once are an import, and leave one touch of their plan.
FEW = 40
FUNCTION = (
    "CREATE OR REPLACE FUNCTION dashboards_touch_{name}() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN {body}; RETURN NULL; END $$"
)
NAMED = (
    "WITH named AS ({rows}) INSERT INTO dashboards_touch (plan_id, action_id, transaction) "
    f"SELECT DISTINCT plan_id, CASE WHEN (SELECT COUNT(*) FROM named) <= {FEW} THEN id END, {XID} FROM named"
)
ROWS = "SELECT DISTINCT plan_id, id FROM {source}"
OF_ACTIONS = (
    "SELECT plan_id, id FROM plans_action WHERE id IN (SELECT action_id FROM {source})"
)
BOTH = "(SELECT {key} FROM was UNION ALL SELECT {key} FROM written) AS each"
NEW = {
    "rows": NAMED.format(rows=ROWS.format(source="written")),
    "rows_both": NAMED.format(rows=ROWS.format(source=BOTH.format(key="plan_id, id"))),
    "actions": NAMED.format(rows=OF_ACTIONS.format(source="written")),
    "actions_both": NAMED.format(
        rows=OF_ACTIONS.format(source=BOTH.format(key="action_id"))
    ),
}
# As 0001_touches made them.
BARE = "INSERT INTO dashboards_touch (plan_id, transaction) SELECT DISTINCT plan_id, {xid} FROM plans_action WHERE id IN (SELECT action_id FROM {source})"
OLD = {
    "actions": BARE.format(xid=XID, source="written"),
    "actions_both": BARE.format(xid=XID, source=BOTH.format(key="action_id")),
}
# Those of plans_action: (name, what it follows, the function until now, the function from now on).
TRIGGERS = (
    ("touch_insert", "INSERT", "NEW TABLE AS written", "plans", "rows"),
    ("touch_delete", "DELETE", "OLD TABLE AS written", "plans", "rows"),
    (
        "touch_update",
        "UPDATE",
        "OLD TABLE AS was NEW TABLE AS written",
        "plans_both",
        "rows_both",
    ),
)


def make():
    """The statements that change it all, each with the one that puts it back."""
    for name, body in NEW.items():
        made = FUNCTION.format(name=name, body=body)
        if name in OLD:
            yield made, FUNCTION.format(name=name, body=OLD[name])
        else:
            yield made, f"DROP FUNCTION dashboards_touch_{name}()"
    for name, write, rows, before, after in TRIGGERS:
        yield _follow(name, write, rows, after), _follow(name, write, rows, before)


def _follow(name, write, rows, function):
    return (
        f"DROP TRIGGER {name} ON plans_action; CREATE TRIGGER {name} AFTER {write} ON plans_action "
        f"REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION dashboards_touch_{function}()"
    )


class Migration(migrations.Migration):
    dependencies = [("dashboards", "0003_touches_of_assessments")]

    operations = [
        migrations.AddField("touch", "action_id", models.BigIntegerField(null=True)),
        migrations.RemoveIndex("touch", "plans_touched_since"),
        migrations.AddIndex(
            "touch",
            models.Index(
                fields=["transaction"],
                include=("plan_id", "action_id"),
                name="actions_touched_since_then",
            ),
        ),
        *(migrations.RunSQL(sql, back) for sql, back in make()),
    ]
