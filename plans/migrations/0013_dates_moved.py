"""The few updates that moved a date, by when they were made: a dashboard asks for those since a day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0012_what_an_export_says")]

    operations = [
        migrations.AddIndex(
            model_name="actionupdate",
            index=models.Index(
                condition=models.Q(("new_due__isnull", False)),
                fields=["made_at"],
                name="dates_moved_by_when",
            ),
        ),
    ]
