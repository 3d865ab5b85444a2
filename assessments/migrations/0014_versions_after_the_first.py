from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0013_an_action_stands_on"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="assessmentversion",
            index=models.Index(
                condition=models.Q(("number__gt", 1)),
                fields=["assessment", "number"],
                include=["stage"],
                name="versions_after_the_first",
            ),
        ),
    ]
