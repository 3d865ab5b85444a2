"""Which awards lapse is kept with the register of assessments: whoever writes them or their frameworks touches it."""

from django.db import migrations

TABLES = ("assessments_award", "assessments_framework", "assessments_frameworklevel")


class Migration(migrations.Migration):
    dependencies = [
        ("dashboards", "0004_touches_of_actions"),
        ("assessments", "0003_frameworks"),
    ]

    operations = [
        migrations.RunSQL(
            f"CREATE TRIGGER touch_all AFTER INSERT OR UPDATE OR DELETE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION dashboards_touch_register()",
            f"DROP TRIGGER touch_all ON {table}",
        )
        for table in TABLES
    ]
