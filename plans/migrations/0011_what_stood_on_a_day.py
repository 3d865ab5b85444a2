"""Indexes that answer how an action stood when a day began from themselves alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0010_exports_and_layouts")]

    operations = [
        migrations.RemoveIndex(model_name="actionevent", name="actions_past"),
        migrations.RemoveIndex(
            model_name="actionupdate", name="standing_updates_of_an_action"
        ),
        migrations.AddIndex(
            model_name="actionevent",
            index=models.Index(
                fields=["pgh_obj", "-pgh_created_at", "-pgh_id"],
                include=("due",),
                name="dates_of_actions_past",
            ),
        ),
        migrations.AddIndex(
            model_name="actionevent",
            index=models.Index(
                fields=["pgh_created_at"],
                include=("pgh_obj",),
                name="actions_touched_since",
            ),
        ),
        migrations.AddIndex(
            model_name="actionupdate",
            index=models.Index(
                condition=models.Q(("retracted_at__isnull", True)),
                fields=["action", "-reported_on", "-made_at", "-id"],
                include=("rag_status",),
                name="standing_statuses_of_an_action",
            ),
        ),
        migrations.AddIndex(
            model_name="actionupdate",
            index=models.Index(
                condition=models.Q(("retracted_at__isnull", False)),
                fields=["retracted_at"],
                name="updates_by_when_taken_back",
            ),
        ),
    ]
