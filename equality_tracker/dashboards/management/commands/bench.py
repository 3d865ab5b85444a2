"""`manage.py bench`: how fast the pages and the import are, on years of invented plans in databases of its own."""

import json

from django.core.management.base import BaseCommand

from equality_tracker.dashboards.bench import bounds, report
from equality_tracker.dashboards.bench.pages import PAGES
from equality_tracker.dashboards.bench.running import AREAS, IMPORT, Wanted, run
from equality_tracker.dashboards.bench.scratch import server_version

SIZES = "1000,10000,100000"


class Command(BaseCommand):
    help = "Measure pages and import on scratch databases beside the one in use, which is not touched."

    def add_arguments(self, parser):
        areas = [area for area, _fill in AREAS]
        keys = ", ".join([*(page.key for page in PAGES), IMPORT, *(area.counted for area in areas)])  # fmt: skip
        parser.add_argument("--sizes", default=SIZES, help=f"Actions: {SIZES}.")
        parser.add_argument("--runs", type=int, default=20, help="Runs of each page.")
        parser.add_argument("--only", default="", help=f"Words of: {keys}.")
        for area in areas:
            sizes = f"{area.small},{area.large}"
            parser.add_argument(f"--{area.counted}", default=sizes, help=f"How many {area.counted}: {sizes}.")  # fmt: skip
        parser.add_argument("--import-rows", type=int, default=10_000)
        parser.add_argument("--import-runs", type=int, default=3)
        parser.add_argument("--json", action="store_true", help="Print JSON alone.")

    def handle(self, *, sizes, runs, only, import_rows, import_runs, **options):
        wanted = Wanted(
            sizes=_numbers(sizes),
            runs=runs,
            only=[word for word in only.split(",") if word],
            area_sizes={
                area.counted: _numbers(options[area.counted]) for area, _fill in AREAS
            },  # fmt: skip
            import_rows=import_rows,
            import_runs=import_runs,
        )
        found = run(wanted, self._say)
        reached = [
            *bounds.page_bounds(found.results),
            *(bound for area, _fill in AREAS for bound in area.bounds(found.of(area))),
            *bounds.import_bounds(found.imported),
        ]
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(found, reached), indent=1))
        else:
            self._print(found, reached)

    def _print(self, found, reached):
        self.stdout.write(f"\nPostgreSQL {server_version()}\n")
        if found.results.by_page:
            self.stdout.write("\n".join(report.pages_in_words(found.results)))
        for name, results in found.areas.items():
            lines = report.pages_in_words(results, name.capitalize())
            self.stdout.write("\n" + "\n".join(lines))
        if found.imported:
            self.stdout.write("\n" + "\n".join(report.imports_in_words(found.imported)))
        if found.missing:
            self.stdout.write("\nNOT MEASURED:\n  " + "\n  ".join(found.missing))
        self.stdout.write("\n" + "\n".join(report.bounds_in_words(reached)))

    def _say(self, text):
        """How far it has got goes to the other channel: what is printed stays clean."""
        self.stderr.write(text)


def _numbers(words):
    return sorted({int(size) for size in words.split(",")})
