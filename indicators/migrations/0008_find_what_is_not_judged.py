from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0007_what_is_compared_with_what")]

    operations = [
        migrations.AddIndex(
            model_name="indicator",
            index=models.Index(
                fields=["judged_by", "verdict"], name="indicators_by_what_judged"
            ),
        ),
    ]
