"""What a dashboard says of indicators is kept in each process: whoever writes what it is counted from touches the plan -3, which stands for
them. Of people that is what a comment calls them by: signing in touches nothing."""

from django.db import migrations

FUNCTION = (
    "CREATE FUNCTION dashboards_touch_indicators() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "INSERT INTO dashboards_touch (plan_id, transaction) VALUES (-3, pg_current_xact_id()::text::bigint); "
    "RETURN NULL; END $$"
)
WRITES = {
    **dict.fromkeys(
        (f"indicators_{name}" for name in ("indicator", "result", "target", "baseline", "comment")),
        "INSERT OR UPDATE OR DELETE",
    ),
    "organisation_user": "UPDATE OF name, email",
}  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("dashboards", "0007_touches_of_harm"),
        ("indicators", "0008_find_what_is_not_judged"),
    ]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION dashboards_touch_indicators()"),
        *(
            migrations.RunSQL(
                f"CREATE TRIGGER touch_indicators AFTER {writes} ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION dashboards_touch_indicators()",
                f"DROP TRIGGER touch_indicators ON {table}",
            )
            for table, writes in WRITES.items()
        ),
    ]
