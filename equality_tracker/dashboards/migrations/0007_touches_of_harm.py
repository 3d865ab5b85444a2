"""Whom assessments harm is kept in each process: whoever writes what it is read from touches the plan -2, which stands for it, with the
assessment where those are few."""

from django.db import migrations

XID = "pg_current_xact_id()::text::bigint"
# More of them at once are an import, and leave one touch.
FEW = 40
FUNCTION = (
    "CREATE FUNCTION dashboards_touch_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "WITH named AS ({rows}) INSERT INTO dashboards_touch (plan_id, action_id, transaction) "
    f"SELECT DISTINCT -2, CASE WHEN (SELECT COUNT(*) FROM named) <= {FEW} THEN id END, {XID} FROM named; "
    "RETURN NULL; END $$"
)
WRITTEN = "(SELECT {key} FROM written) AS each"
BOTH = "(SELECT {key} FROM was UNION ALL SELECT {key} FROM written) AS each"
# A version that is taken away with what stands in it touches its assessment itself.
OF_VERSIONS = (
    "SELECT DISTINCT assessment_id AS id FROM assessments_assessmentversion "
    "WHERE id IN (SELECT assessment_version_id FROM {source})"
)
# {what is written: (how its assessments are told, the column that tells them, the tables)}.
KINDS = {
    "harm": ("SELECT DISTINCT id FROM {source}", "id", ["assessment"]),
    "harm_of_version": ("SELECT DISTINCT assessment_id AS id FROM {source}", "assessment_id", ["assessmentversion"]),
    "harm_in_version": (OF_VERSIONS, "assessment_version_id", ["impact", "relevance"]),
}  # fmt: skip
WRITES = (
    ("INSERT", "NEW TABLE AS written", ""),
    ("DELETE", "OLD TABLE AS written", ""),
    ("UPDATE", "OLD TABLE AS was NEW TABLE AS written", "_both"),
)


def make():
    """The statements that make it all, each with the one that takes it back."""
    for name, (rows, key, tables) in KINDS.items():
        for end, source in (("", WRITTEN), ("_both", BOTH)):
            body = rows.format(source=source.format(key=key))
            made = FUNCTION.format(name=f"{name}{end}", rows=body)
            yield made, f"DROP FUNCTION dashboards_touch_{name}{end}()"
        for table in tables:
            yield from _triggers(f"assessments_{table}", name)


def _triggers(table, function):
    for write, rows, end in WRITES:
        name = f"touch_harm_{write.lower()}"
        made = (
            f"CREATE TRIGGER {name} AFTER {write} ON {table} REFERENCING {rows} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION dashboards_touch_{function}{end}()"
        )
        yield made, f"DROP TRIGGER {name} ON {table}"


class Migration(migrations.Migration):
    dependencies = [
        ("dashboards", "0006_touches_of_frameworks"),
        ("assessments", "0002_the_programme_of_assessments"),
    ]

    operations = [migrations.RunSQL(sql, back) for sql, back in make()]
