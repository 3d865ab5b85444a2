"""The nine protected characteristics of the Equality Act 2010 and the three aims of its general duty."""

from django.db import migrations

CHARACTERISTICS = [
    "Age",
    "Disability",
    "Gender reassignment",
    "Marriage and civil partnership",
    "Pregnancy and maternity",
    "Race",
    "Religion or belief",
    "Sex",
    "Sexual orientation",
]
AIMS = [
    "Eliminate discrimination",
    "Advance equality of opportunity",
    "Foster good relations",
]


def add(apps, schema_editor):
    for position, name in enumerate(CHARACTERISTICS, start=1):
        apps.get_model("organisation", "Characteristic").objects.create(
            name=name, statutory=True, position=position
        )
    for position, name in enumerate(AIMS, start=1):
        apps.get_model("organisation", "Aim").objects.create(
            name=name, position=position
        )


def take_away(apps, schema_editor):
    apps.get_model("organisation", "Characteristic").objects.filter(
        statutory=True
    ).delete()
    apps.get_model("organisation", "Aim").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("organisation", "0001_initial"),
        # The history triggers call a function that this one makes.
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [migrations.RunPython(add, take_away, elidable=False)]
