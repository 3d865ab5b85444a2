"""The days by which the board puts each stage in order, and by which versions are to be published and reviewed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assessments", "0006_nobody_signs_what_they_wrote")]

    operations = [
        migrations.RemoveIndex(
            model_name="assessmentversion", name="assessments_by_stage"
        ),
        migrations.AddIndex(
            model_name="assessmentversion",
            index=models.Index(
                fields=["stage", "stage_since"], name="versions_of_a_stage_by_day"
            ),
        ),
        migrations.AddIndex(
            model_name="assessmentversion",
            index=models.Index(
                condition=models.Q(("stage", "approved")),
                fields=["publish_by"],
                name="versions_to_publish",
            ),
        ),
        migrations.AddIndex(
            model_name="assessmentversion",
            index=models.Index(
                condition=models.Q(("stage", "published")),
                fields=["review_by"],
                name="versions_to_review",
            ),
        ),
    ]
