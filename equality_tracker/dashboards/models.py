"""What tells a process that numbers it has kept no longer stand."""

from django.db import models


class Touch(models.Model):
    """A transaction wrote something that the dashboards count of an action (of a whole plan where no action is named, of every plan where
    no plan is). The plan -1 stands for the register of assessments, -2 for what is kept of each of them (the action is an assessment there),
    -3 for indicators.

    Triggers alone write these rows, in the transaction that they tell of: whoever sees what it wrote sees them too. `kept` reads them
    and decision 1101 says why they are compared by transaction and not by time or number.
    """

    plan_id = models.BigIntegerField(null=True)
    action_id = models.BigIntegerField(null=True)
    transaction = models.BigIntegerField()

    class Meta:
        verbose_name_plural = "touches"
        indexes = [
            models.Index(
                fields=["transaction"],
                include=("plan_id", "action_id"),
                name="actions_touched_since_then",
            )
        ]

    def __str__(self):
        plan = f"Plan {self.plan_id}" if self.plan_id else "Every plan"
        action = f", action {self.action_id}" if self.action_id else ""
        return f"{plan}{action}, transaction {self.transaction}"
