"""Whatever writes what a dashboard counts leaves a touch of its plan, in the same transaction."""

from django.db import migrations, models

INSERT = "INSERT INTO dashboards_touch (plan_id, transaction)"
XID = "pg_current_xact_id()::text::bigint"
FUNCTION = (
    "CREATE FUNCTION dashboards_touch_{name}() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN {insert} {rows}; RETURN NULL; END $$"
)
# What each function writes. Of an update the row as it was counts as well: an action may pass from one plan to another.
BOTH = "(SELECT {key} FROM was UNION ALL SELECT {key} FROM written) AS each"
OF_PLANS = f"SELECT DISTINCT plan_id, {XID} FROM {{source}}"
OF_ACTIONS = f"SELECT DISTINCT plan_id, {XID} FROM plans_action WHERE id IN (SELECT action_id FROM {{source}})"
FUNCTIONS = {
    "plans": OF_PLANS.format(source="written"),
    "plans_both": OF_PLANS.format(source=BOTH.format(key="plan_id")),
    "actions": OF_ACTIONS.format(source="written"),
    "actions_both": OF_ACTIONS.format(source=BOTH.format(key="action_id")),
    "all": f"SELECT NULL, {XID}",
}
OF_A_PLAN = ["plans_action", "plans_priority"]
OF_AN_ACTION = ["plans_actionupdate", "plans_actionlead", "plans_contribution"]
# A round holds several plans, a lead's name stands beside the actions of any; both change seldom.
OF_ALL = {
    "plans_roundplan": "INSERT OR UPDATE OR DELETE",
    "organisation_lead": "UPDATE OR DELETE",
    # History is only added to, by the triggers of the tables above; whoever mends it must not leave old numbers standing.
    "plans_actionevent": "UPDATE OR DELETE",
    "plans_actionleadevent": "UPDATE OR DELETE",
}


def triggers():
    """Yield (table, name, the rest of its CREATE TRIGGER) of each."""
    for kind, tables in (("plans", OF_A_PLAN), ("actions", OF_AN_ACTION)):
        for table in tables:
            yield from _three(table, kind)
    for table, writes in OF_ALL.items():
        yield table, "touch_all", _body(writes, table, "", "all")


def _three(table, kind):
    new, old = "NEW TABLE AS written", "OLD TABLE AS written"
    yield table, "touch_insert", _body("INSERT", table, f"REFERENCING {new}", kind)
    yield table, "touch_delete", _body("DELETE", table, f"REFERENCING {old}", kind)
    both = f"REFERENCING OLD TABLE AS was {new}"
    yield table, "touch_update", _body("UPDATE", table, both, f"{kind}_both")


def _body(writes, table, referencing, function):
    return (
        f"AFTER {writes} ON {table} {referencing} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION dashboards_touch_{function}()"
    )


def make():
    """The statements that make it all, each with the one that takes it back."""
    for name, rows in FUNCTIONS.items():
        made = FUNCTION.format(name=name, insert=INSERT, rows=rows)
        yield made, f"DROP FUNCTION dashboards_touch_{name}()"
    for table, name, body in triggers():
        yield f"CREATE TRIGGER {name} {body}", f"DROP TRIGGER {name} ON {table}"


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisation", "0001_initial"),
        ("plans", "0012_what_an_export_says"),
    ]

    operations = [
        migrations.CreateModel(
            name="Touch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("plan_id", models.BigIntegerField(null=True)),
                ("transaction", models.BigIntegerField()),
            ],
            options={
                "verbose_name_plural": "touches",
                "indexes": [
                    models.Index(
                        fields=["transaction"],
                        include=("plan_id",),
                        name="plans_touched_since",
                    )
                ],
            },
        ),
        *(migrations.RunSQL(sql, back) for sql, back in make()),
    ]
