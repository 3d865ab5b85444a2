from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0011_whom_a_mitigation_is_for"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="assessmentversion",
            name="versions_recorded_undated",
        ),
        migrations.AddIndex(
            model_name="assessmentversion",
            index=models.Index(
                condition=models.Q(("source", "import")),
                fields=["approved_on"],
                name="versions_recorded",
            ),
        ),
    ]
