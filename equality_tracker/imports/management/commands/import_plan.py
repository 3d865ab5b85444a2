"""Imports a plan from the shell, by the same stages as the pages."""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from tqdm import tqdm

from equality_tracker.imports import starting
from equality_tracker.imports.applying import (
    CannotApply,
    NearRowsUnsaid,
    SameIndicatorUnsaid,
    apply_run,
)
from equality_tracker.imports.deciding import Decisions
from equality_tracker.imports.models import ImportRun
from equality_tracker.imports.stages import compare, compare_indicators, known_names
from equality_tracker.organisation.models import Directorate, User
from plans.importing.apply import RowsAreWrong
from plans.importing.matching import NEW_ONE
from plans.models import Plan

PIECE = 65536
MOST_NAMED = 20


class Command(BaseCommand):
    help = "Import a plan from a workbook, a document or a text table. Nothing is written unless all of it is."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--by", required=True, metavar="EMAIL", help="the admin who imports"
        )
        into = parser.add_mutually_exclusive_group()
        into.add_argument(
            "--plan",
            metavar="REF",
            help="default: the plan that the file was taken away from, else a new one",
        )
        into.add_argument("--new-plan", action="store_true")
        parser.add_argument(
            "--as-at",
            type=date.fromisoformat,
            metavar="DATE",
            help="the date that the statuses speak of, such as 2026-03-31; default: today",
        )
        parser.add_argument(
            "--directorate", metavar="NAME", help="which directorate answers"
        )
        parser.add_argument("--create-leads", action="store_true")
        parser.add_argument(
            "--near",
            choices=["new", "same"],
            help="what rows are that say nearly what an action of the plan or an indicator says: new ones, or that one "
            "reworded; without it such rows are named and nothing is imported",
        )
        parser.add_argument("--dry-run", action="store_true", help="write nothing")

    def handle(self, *, file, by, plan, as_at, directorate, **options):
        admin = _admin(by)
        plan = _plan(plan) if plan else None
        today = timezone.localdate()
        try:
            said = {"plan": plan, "new_plan": options["new_plan"]}
            with transaction.atomic():
                run = self._read(file, by=admin, as_at=as_at or today, **said)
                self._decide(run, directorate, options["create_leads"])
                self._say_what_is_near(run, options["near"])
                run = apply_run(run, by=admin, on=today)
                if options["dry_run"]:
                    transaction.set_rollback(True)
        except NearRowsUnsaid as unsaid:
            raise CommandError(_near_in_words(unsaid.rows)) from unsaid
        except SameIndicatorUnsaid as unsaid:
            raise CommandError(_same_in_words(unsaid.rows)) from unsaid
        except (CannotApply, RowsAreWrong) as refused:
            raise CommandError(str(refused)) from refused
        finally:
            self._leave_no_file(options["dry_run"])
        self._report(run, options["dry_run"])

    def _read(self, file, **said):
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        hidden = self.stderr.isatty() is False
        with (
            file.open("rb") as content,
            tqdm(total=100, unit="%", desc="Reading", disable=hidden) as bar,
        ):
            self.run = starting.start(
                iter(lambda: content.read(PIECE), b""),
                name=file.name,
                progress=lambda share: bar.update(round(share * 100) - bar.n),
                **said,
            )
        if self.run.state == ImportRun.State.REFUSED:
            raise CommandError(self.run.error)
        return self.run

    def _decide(self, run, directorate, create_leads):
        """Answer the preview's questions by the options, in words for whatever cannot be."""
        names = known_names(run)
        difference = compare(run, names=names)
        self.clashes = difference.clashes
        indicators = compare_indicators(run, difference, names=names)
        decisions = Decisions(run, difference, indicators, names)
        leads = {
            key: form.unasked(create=create_leads)
            for key, form in decisions.leads.items()
        }
        run.decisions = {
            "directorate": _directorate(directorate) or decisions.answering_now,
            "leads": leads,
        }
        if decisions.plan:
            run.decisions["plan"] = decisions.plan.unasked()
        run.state = ImportRun.State.PREVIEWED
        run.save(update_fields=["decisions", "state"])

    def _say_what_is_near(self, run, answer):
        """Answer for each near row alike. What a row before it has taken is near no more, so the rest is asked again."""
        while answer and (unsaid := compare(run).unsaid):
            said = {
                row.key: {"take": NEW_ONE if answer == "new" else str(row.near.pk)}
                for row in unsaid
            }
            run.decisions["near"] = run.decisions.get("near", {}) | said
            run.save(update_fields=["decisions"])
        while answer and (rows := _answerable(run, answer)):
            said = {row.key: {"take": _same(row, answer)} for row in rows}
            run.decisions["same"] = run.decisions.get("same", {}) | said
            run.save(update_fields=["decisions"])

    def _leave_no_file(self, dry_run):
        """What a transaction takes back it does not take from the disk."""
        run = getattr(self, "run", None)
        if run and run.file and not ImportRun.objects.filter(pk=run.pk).exists():
            run.file.storage.delete(run.file.name)

    def _report(self, run, dry_run):
        counts = run.counts
        would = "Would have imported" if dry_run else "Imported"
        self.stdout.write(
            f"{would} {run.name}, as at {run.as_at}: {counts['new']} new, {counts['changed']} changed, "
            f"{counts['unchanged']} unchanged, {counts['kept']} in the plan but not in the file."
        )
        if "indicators" in counts:
            self.stdout.write(_indicators_in_words(counts["indicators"]))
        for one in run.kept:
            self.stdout.write(f"Kept: {one['name']}. {one['why']}")
        for one, clash in self.clashes:
            self.stdout.write(
                f"Kept: {clash.label} of {one.about}. It changed in the file and here."
            )


def _answerable(run, answer):
    """The rows that may be an indicator that is here, of which `answer` says enough: which of two is never guessed."""
    unsaid = compare_indicators(run, compare(run)).unsaid
    return [row for row in unsaid if _same(row, answer) is not None]


def _same(row, answer):
    if answer == "new":
        return NEW_ONE if row.may_be_new else None
    return str(row.candidates[0].pk) if len(row.candidates) == 1 else None


def _indicators_in_words(counts):
    return (
        f"Indicators: {counts['new']} new, {counts['changed']} changed, {counts['unchanged']} unchanged, "
        f"{counts['kept']} in the plan but not in the file; figures: {counts['figures']} new, "
        f"{counts['corrected']} corrected, {counts['ours']} of ours kept."
    )


def _same_in_words(rows):
    """Name the rows that may be an indicator that is here, each with those, and the option that says which they are."""
    named = [
        f"  {_place(row.said)}: “{row.name[:120]}” may be {' or '.join(f'“{str(one)[:120]}”' for one in row.candidates)}"
        for row in rows[:MOST_NAMED]
    ]
    more = [f"  and {len(rows) - MOST_NAMED} more"] if len(rows) > MOST_NAMED else []
    return "\n".join(
        [
            f"{len(rows)} row{'' if len(rows) == 1 else 's'} may be an indicator that is here:",
            *named,
            *more,
            "Nothing has been imported. Say --near=same where each may be one alone and is, --near=new to make new ones, "
            "or choose on the pages.",
        ]
    )


def _near_in_words(rows):
    """Name the rows that may be an action of the plan, each with that action, and the option that says which they are."""
    named = [
        f"  {_place(row.said)}: “{row.said['title'][:120]}” may be “{str(row.near)[:120]}”"
        for row in rows[:MOST_NAMED]
    ]
    more = len(rows) - MOST_NAMED
    return "\n".join(
        [
            f"{len(rows)} row{'' if len(rows) == 1 else 's'} may be an action of the plan in other words:",
            *named,
            *([f"  and {more} more"] if more > 0 else []),
            "Nothing has been imported. Say --near=same where they are, --near=new to make new actions of them.",
        ]
    )


def _place(said):
    return said.get("place") or f"{said['sheet']} row {said['row']}"


def _admin(email):
    found = User.objects.active().filter(email__iexact=email).first()
    if found is None or not found.is_admin:
        raise CommandError(f"{email} is not the e-mail address of an admin.")
    return found


def _plan(reference):
    found = Plan.objects.filter(reference__iexact=reference).first()
    if found is None:
        raise CommandError(f"There is no plan with the reference {reference}.")
    if found.state == Plan.State.CLOSED:
        raise CommandError(f"The plan {reference} is closed and takes no imports.")
    return found


def _directorate(name):
    if not name:
        return ""
    found = Directorate.objects.filter(name__iexact=name).first()
    found = found or Directorate.objects.filter(short_name__iexact=name).first()
    if found is None:
        raise CommandError(f"There is no directorate called {name}.")
    return str(found.pk)
