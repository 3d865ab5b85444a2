"""An action's plan and priority agree: the database compares the pair."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]

    operations = [
        migrations.RunSQL(
            sql=(
                "ALTER TABLE plans_action ADD CONSTRAINT action_priority_is_of_its_plan "
                "FOREIGN KEY (priority_id, plan_id) REFERENCES plans_priority (id, plan_id) "
                "DEFERRABLE INITIALLY DEFERRED"
            ),
            reverse_sql="ALTER TABLE plans_action DROP CONSTRAINT action_priority_is_of_its_plan",
        )
    ]
