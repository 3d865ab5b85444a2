"""What is kept of each assessment (the plan -2) holds from when to when versions were signed: whoever writes a move of a stage touches it as well."""

from django.db import migrations

FUNCTION = "dashboards_touch_harm_in_version"
TABLE = "assessments_stagemove"
WRITES = (
    ("INSERT", "NEW TABLE AS written", ""),
    ("DELETE", "OLD TABLE AS written", ""),
    ("UPDATE", "OLD TABLE AS was NEW TABLE AS written", "_both"),
)


def make():
    """The statements that make it all, each with the one that takes it back."""
    for write, rows, end in WRITES:
        name = f"touch_harm_{write.lower()}"
        made = (
            f"CREATE TRIGGER {name} AFTER {write} ON {TABLE} REFERENCING {rows} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION}{end}()"
        )
        yield made, f"DROP TRIGGER {name} ON {TABLE}"


class Migration(migrations.Migration):
    dependencies = [("dashboards", "0009_touches_of_breakdowns")]

    operations = [migrations.RunSQL(sql, back) for sql, back in make()]
