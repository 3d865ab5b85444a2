"""What indicators say of gaps between groups is kept with what else is said of them."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("dashboards", "0008_touches_of_indicators")]

    operations = [
        migrations.RunSQL(
            "CREATE TRIGGER touch_indicators AFTER INSERT OR UPDATE OR DELETE ON indicators_breakdown "
            "FOR EACH STATEMENT EXECUTE FUNCTION dashboards_touch_indicators()",
            "DROP TRIGGER touch_indicators ON indicators_breakdown",
        )
    ]
