"""`manage.py bench`: how fast the pages and the import are, on years of invented plans in databases of its own."""

import json

from django.core.management.base import BaseCommand

from equality_tracker.dashboards.bench import bounds, indicator_pages, report
from equality_tracker.dashboards.bench.indicators import LARGE, SMALL
from equality_tracker.dashboards.bench.pages import PAGES
from equality_tracker.dashboards.bench.running import IMPORT, INDICATORS, Wanted, run
from equality_tracker.dashboards.bench.scratch import server_version

SIZES = "1000,10000,100000"


class Command(BaseCommand):
    help = "Measure pages and import on scratch databases beside the one in use, which is not touched."

    def add_arguments(self, parser):
        keys = ", ".join([*(page.key for page in PAGES), IMPORT, INDICATORS])
        parser.add_argument("--sizes", default=SIZES, help=f"Actions: {SIZES}.")
        parser.add_argument("--runs", type=int, default=20, help="Runs of each page.")
        parser.add_argument("--only", default="", help=f"Words of: {keys}.")
        parser.add_argument("--indicators", default=f"{SMALL},{LARGE}", help="Indicators, of forty quarters each.")  # fmt: skip
        parser.add_argument("--import-rows", type=int, default=10_000)
        parser.add_argument("--import-runs", type=int, default=3)
        parser.add_argument("--json", action="store_true", help="Print JSON alone.")

    def handle(
        self, *, sizes, runs, only, indicators, import_rows, import_runs, **options
    ):
        wanted = Wanted(
            sizes=sorted({int(size) for size in sizes.split(",")}),
            runs=runs,
            only=[word for word in only.split(",") if word],
            indicator_sizes=tuple(
                sorted({int(size) for size in indicators.split(",")})
            ),
            import_rows=import_rows,
            import_runs=import_runs,
        )
        found = run(wanted, self._say)
        reached = [
            *bounds.page_bounds(found.results),
            *indicator_pages.indicator_bounds(found.indicators),
            *bounds.import_bounds(found.imported),
        ]
        if options["json"]:
            answer = report.as_json(
                found.results, reached, found.missing, found.imported, found.indicators
            )
            self.stdout.write(json.dumps(answer, indent=1))
        else:
            self._print(found, reached)

    def _print(self, found, reached):
        self.stdout.write(f"\nPostgreSQL {server_version()}\n")
        if found.results.by_page:
            self.stdout.write("\n".join(report.pages_in_words(found.results)))
        if found.indicators.by_page:
            lines = report.pages_in_words(found.indicators, "Indicators")
            self.stdout.write("\n" + "\n".join(lines))
        if found.imported:
            self.stdout.write("\n" + "\n".join(report.imports_in_words(found.imported)))
        if found.missing:
            self.stdout.write("\nNOT MEASURED:\n  " + "\n  ".join(found.missing))
        self.stdout.write("\n" + "\n".join(report.bounds_in_words(reached)))

    def _say(self, text):
        """How far it has got goes to the other channel: what is printed stays clean."""
        self.stderr.write(text)
