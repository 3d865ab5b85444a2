"""Brings the frameworks in that a council may assess itself by, all or the ones named."""

from django.core.management.base import BaseCommand, CommandError

from assessments.framework import loading


class Command(BaseCommand):
    help = (
        "Add the Equality Standard and the Equality Frameworks of 2009 and 2021, none of them in use until an admin takes "
        "it into use. What is there already is left as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "keys", nargs="*", metavar="KEY", help="Such as eflg-2021; none: all."
        )

    def handle(self, *, keys, **options):
        unknown = set(keys) - set(loading.read_frameworks())
        if unknown:
            known = ", ".join(loading.read_frameworks())
            raise CommandError(
                f"Not known: {', '.join(sorted(unknown))}. There are: {known}."
            )
        added = loading.load(keys)
        self.stdout.write(f"{len(added)} frameworks added.")
