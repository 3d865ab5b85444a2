"""What a day's changes are found by: the newest state of an action before it, and the changes of lead since."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0007_plan_references_are_no_words_of_addresses")]

    operations = [
        migrations.AddIndex(
            model_name="actionevent",
            index=models.Index(
                fields=["pgh_obj", "-pgh_created_at"], name="actions_past"
            ),
        ),
        migrations.AddIndex(
            model_name="actionleadevent",
            index=models.Index(fields=["pgh_created_at"], name="lead_changes_by_day"),
        ),
    ]
