"""The order in which people count, so that references sort as 1.2, 1.10, 2."""

from django.contrib.postgres.operations import CreateCollation
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_moments_of_making_may_be_given")]

    operations = [
        CreateCollation("counting_order", provider="icu", locale="en-u-kn-true"),
    ]
