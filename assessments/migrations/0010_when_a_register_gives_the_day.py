from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0009_signed_here_stays"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="assessmentversion",
            index=models.Index(
                condition=models.Q(("undated", True)),
                fields=["approved_on"],
                name="versions_recorded_undated",
            ),
        ),
    ]
