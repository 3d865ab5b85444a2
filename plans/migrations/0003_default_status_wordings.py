"""The council's wording of the six statuses to begin with; an admin edits them."""

from django.db import migrations

WORDINGS = [
    ("achieved", "Achieved", "Done, and there is evidence of it.", "#00703C"),
    ("on_target", "On target", "Will be done by its date.", "#7BB661"),
    (
        "some_slippage",
        "Some slippage",
        "Late, or less than was promised, but it will be done within the year.",
        "#FFB31A",
    ),
    (
        "slipped",
        "Slipped",
        "Will not be done as promised unless somebody decides otherwise.",
        "#D4351C",
    ),
    ("not_started", "Not started", "Nothing has been done yet.", "#B1B4B6"),
    (
        "withdrawn",
        "Withdrawn",
        "The council has decided not to do it, and says why.",
        "#505A5F",
    ),
]


def add(apps, schema_editor):
    wording = apps.get_model("plans", "StatusWording")
    for status, word, definition, colour in WORDINGS:
        wording.objects.create(
            status=status, word=word, definition=definition, colour=colour
        )


def take_away(apps, schema_editor):
    apps.get_model("plans", "StatusWording").objects.filter(plan=None).delete()


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_action_priority_is_of_its_plan")]

    operations = [migrations.RunPython(add, take_away, elidable=False)]
