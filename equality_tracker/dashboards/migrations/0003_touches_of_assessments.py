"""Whoever writes in the register of assessments leaves a touch of it: the plan -1, which stands for the register."""

from django.db import migrations

INSERT = "INSERT INTO dashboards_touch (plan_id, transaction)"
XID = "pg_current_xact_id()::text::bigint"
FUNCTION = (
    "CREATE FUNCTION dashboards_touch_{name}() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN {insert} {rows}; RETURN NULL; END $$"
)
TABLES = (
    "assessments_assessment",
    "assessments_assessmentversion",
    "assessments_programmetarget",
    "assessments_signer",
    "assessments_signoff",
    "assessments_stagemove",
)
# Which assessments have a mitigation that slips is kept by plan: a mitigation touches that of its action as well.
OF_ACTIONS = (
    f"SELECT -1, {XID} UNION "
    f"SELECT plan_id, {XID} FROM plans_action WHERE id IN (SELECT action_id FROM {{source}})"
)
BOTH = "(SELECT action_id FROM was UNION ALL SELECT action_id FROM written) AS each"
FUNCTIONS = {
    "register": f"SELECT -1, {XID}",
    "mitigations": OF_ACTIONS.format(source="written"),
    "mitigations_both": OF_ACTIONS.format(source=BOTH),
}
OF_MITIGATIONS = (
    ("INSERT", "NEW TABLE AS written", "mitigations"),
    ("DELETE", "OLD TABLE AS written", "mitigations"),
    ("UPDATE", "OLD TABLE AS was NEW TABLE AS written", "mitigations_both"),
)


def make():
    """The statements that make it all, each with the one that takes it back."""
    for name, rows in FUNCTIONS.items():
        made = FUNCTION.format(name=name, insert=INSERT, rows=rows)
        yield made, f"DROP FUNCTION dashboards_touch_{name}()"
    for table in TABLES:
        yield _trigger("touch_all", "INSERT OR UPDATE OR DELETE", table, "", "register")
    for write, rows, function in OF_MITIGATIONS:
        name = f"touch_{write.lower()}"
        yield _trigger(name, write, "assessments_mitigation", f"REFERENCING {rows}", function)  # fmt: skip


def _trigger(name, writes, table, referencing, function):
    made = (
        f"CREATE TRIGGER {name} AFTER {writes} ON {table} {referencing} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION dashboards_touch_{function}()"
    )
    return made, f"DROP TRIGGER {name} ON {table}"


class Migration(migrations.Migration):
    dependencies = [
        ("dashboards", "0002_touches_of_all"),
        ("assessments", "0002_the_programme_of_assessments"),
    ]

    operations = [migrations.RunSQL(sql, back) for sql, back in make()]
