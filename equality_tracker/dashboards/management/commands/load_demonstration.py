"""`manage.py load_demonstration`: an invented council to look at, or who may sign in to it."""

import datetime

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from equality_tracker.dashboards.demonstration import (
    load,
    people_in_words,
    take_everything_away,
)
from equality_tracker.organisation.models import User


class Command(BaseCommand):
    help = "Load Northmere Council, an invented council with plans, people and a year of updates."

    def add_arguments(self, parser):
        parser.add_argument(
            "--today",
            type=datetime.date.fromisoformat,
            help="The day it is loaded for, as 2026-11-22; today where none is given.",
        )
        parser.add_argument(
            "--who", action="store_true", help="Only print who may sign in."
        )
        parser.add_argument(
            "--again",
            action="store_true",
            help="Take EVERYTHING in the database away first (only where DEBUG is on).",
        )
        parser.add_argument(
            "--really",
            action="store_true",
            help="Load it although DEBUG is off: everybody in it has a published password.",
        )

    def handle(self, *, today, who, again, really, **options):
        if not who:
            self._check(again, really)
            if again:
                take_everything_away()
            load(today or timezone.localdate(), self._shown(options["verbosity"]))
        self.stdout.write("\n".join(people_in_words()))

    def _check(self, again, really):
        if not settings.DEBUG and (again or not really):
            raise CommandError(
                "This is not a development site (DEBUG is off). The demonstration's people have a password that is "
                "published: add --really to load it all the same. --again works in development only."
            )
        if User.objects.exists() and not again:
            raise CommandError(
                "There are people here already, so nothing was loaded. Use an empty database, or add --again to take "
                "EVERYTHING in this one away first."
            )

    def _shown(self, verbosity):
        if not verbosity or not self.stdout.isatty():
            return lambda done, of: None

        def shown(done, of):
            if done % 20 == 0 or done == of:
                self.stdout.write(f"\r  {done} of {of} events", ending="")
                self.stdout.flush()
            if done == of:
                self.stdout.write("")

        return shown
