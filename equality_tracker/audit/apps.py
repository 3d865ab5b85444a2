from django.apps import AppConfig
from pghistory import runtime


class AuditConfig(AppConfig):
    name = "equality_tracker.audit"
    label = "audit"

    def ready(self):
        # What is asked by its name (`planned`) only reads: it need not be told who asks and why, which costs each statement as much again.
        runtime.IGNORED_SQL_PREFIXES = (*runtime.IGNORED_SQL_PREFIXES, "execute")
