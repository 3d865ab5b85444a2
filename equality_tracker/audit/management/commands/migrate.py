"""Django's own `migrate`, quicker on its way forwards."""

from contextlib import nullcontext

from django.core.management.commands import migrate

from equality_tracker.audit.migrating import quick_states


class Command(migrate.Command):
    def handle(self, *args, **options):
        # A migration that is named may be one to go back to.
        named = options["migration_name"]
        with nullcontext() if named else quick_states():
            return super().handle(*args, **options)
