import json
from collections import Counter

from django.core.management.base import BaseCommand, CommandError

from equality_tracker.imports.reading import read_workbook
from equality_tracker.workbooks import Refused


class Command(BaseCommand):
    help = "Say what a plan's workbook was understood to hold. Touches no database."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument(
            "file", help="an Excel workbook, a Word document, an ODS or a CSV file"
        )
        parser.add_argument(
            "--json", action="store_true", help="print all of it as JSON"
        )

    def handle(self, *, file, **options):
        try:
            read = read_workbook(file)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        except OSError as fault:
            raise CommandError(f"{file} cannot be opened: {fault.strerror}.") from fault
        if options["json"]:
            self.stdout.write(json.dumps(read, ensure_ascii=False, indent=1))
        else:
            self.summarise(read)

    def summarise(self, read: dict) -> None:
        """Print a screenful: the plan, its priorities, its problems."""
        plan, actions = read["plan"], list_actions(read)
        self.stdout.write(f"{read['file']}: {plan['title'] or 'no title found'}")
        if plan["start"]:
            self.stdout.write(f"from {plan['start']} to {plan['end']}")
        kinds = Counter(table["kind"] for table in read["tables"])
        self.stdout.write(
            "tables: " + ", ".join(f"{n} {kind}" for kind, n in kinds.items())
        )
        self.stdout.write(
            f"{len(actions)} actions in {len(read['priorities'])} priorities"
        )
        for priority in read["priorities"]:
            name = f"{priority['number']} {priority['title']}".strip()
            self.stdout.write(f"  {len(priority['actions']):4}  {name}")
        statuses = Counter(action["rag_status"] or "no status" for action in actions)
        self.stdout.write(", ".join(f"{n} {status}" for status, n in statuses.items()))
        self.write_problems(read["problems"])

    def write_problems(self, problems: list[dict]) -> None:
        """Equal problems stand together with their first cells."""
        grouped: dict[tuple[str, str], list[str]] = {}
        for problem in problems:
            cell = f"{problem['sheet']}!{problem['cell']}".strip("!")
            place = problem.get("place") or cell
            grouped.setdefault((problem["severity"], problem["message"]), []).append(
                place
            )
        for (severity, message), places in grouped.items():
            shown = "; ".join(places[:5]) + (" …" if len(places) > 5 else "")
            self.stdout.write(f"{severity}: {message} ({len(places)}: {shown})")


def list_actions(read: dict) -> list[dict]:
    return [action for priority in read["priorities"] for action in priority["actions"]]
