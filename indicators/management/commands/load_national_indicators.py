"""Brings the national indicator set of 2008 to 2011 in, whole or the codes named."""

from django.core.management.base import BaseCommand, CommandError

from indicators import national


class Command(BaseCommand):
    help = (
        "Add the national indicators of 2008 to 2011, titles unconfirmed and without a direction until a person "
        "confirms one. What is there already is left as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "codes", nargs="*", metavar="CODE", help='Such as "NI 1"; none: all.'
        )

    def handle(self, *, codes, **options):
        unknown = set(codes) - {row["code"] for row in national.read_set()}
        if unknown:
            raise CommandError(f"Not in the set: {', '.join(sorted(unknown))}.")
        added = national.load(set(codes) or None)
        self.stdout.write(f"{len(added)} national indicators added.")
