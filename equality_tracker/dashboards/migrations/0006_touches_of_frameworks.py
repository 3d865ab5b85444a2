"""What waits in the areas of frameworks is kept with the register of assessments: whoever writes what it is counted from touches it."""

from django.db import migrations

TABLES = ("assessments_criterion", "assessments_frameworkarea", "assessments_judgement")


class Migration(migrations.Migration):
    dependencies = [
        ("dashboards", "0005_touches_of_awards"),
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
