"""Plans, rounds and directorates stand on every dashboard: who writes one of them touches every plan."""

from django.db import migrations

TABLES = (
    "plans_plan",
    "plans_round",
    "organisation_directorate",
    "organisation_succession",
)


class Migration(migrations.Migration):
    dependencies = [("dashboards", "0001_touches")]

    operations = [
        migrations.RunSQL(
            f"CREATE TRIGGER touch_all AFTER INSERT OR UPDATE OR DELETE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION dashboards_touch_all()",
            f"DROP TRIGGER touch_all ON {table}",
        )
        for table in TABLES
    ]
