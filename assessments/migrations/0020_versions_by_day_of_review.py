"""PostgreSQL keeps of an index on an expression how its values lie: so it knows that few reviews are due, and looks those few up."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0019_what_a_register_says_of_drafts"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="assessmentversion",
            index=models.Index(
                models.Case(models.When(stage="published", then=models.F("review_by"))),
                name="versions_by_day_of_review",
            ),
        ),
    ]
