"""Imports a plan from the shell, by the same stages as the pages."""

from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from tqdm import tqdm

from assessments.importing.fields import budget_year
from assessments.importing.outcome import LEAVE
from assessments.models import Stage
from equality_tracker.imports import starting
from equality_tracker.imports.applying import apply_run
from equality_tracker.imports.deciding import Decisions
from equality_tracker.imports.in_shell import (
    indicators_in_words,
    near_in_words,
    others_in_words,
    same_in_words,
    stages_in_words,
)
from equality_tracker.imports.models import ImportRun
from equality_tracker.imports.refusals import (
    CannotApply,
    NearRowsUnsaid,
    SameUnsaid,
    StageUnsaid,
    UntilUnsaid,
    YearUnsaid,
)
from equality_tracker.imports.stages import (
    compare,
    compare_all,
    compare_assessments,
    compare_indicators,
    known_names,
)
from equality_tracker.organisation.models import Directorate, User
from plans.importing.apply import RowsAreWrong
from plans.importing.matching import NEW_ONE
from plans.models import Plan

PIECE = 65536


class Command(BaseCommand):
    help = "Import a plan, indicators, a register of EIAs or their programme from a workbook, a document or a text table. Nothing is written unless all of it is."

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
        _add_answers(parser)
        parser.add_argument("--dry-run", action="store_true", help="write nothing")

    def handle(self, *, file, by, plan, as_at, directorate, **options):
        admin = _admin(by)
        plan = _plan(plan) if plan else None
        today = timezone.localdate()
        try:
            said = {"plan": plan, "new_plan": options["new_plan"]}
            with transaction.atomic():
                run = self._read(file, by=admin, as_at=as_at or today, **said)
                self._decide(run, directorate, options)
                self._say_what_is_near(run, options["near"])
                run = apply_run(run, by=admin, on=today)
                if options["dry_run"]:
                    transaction.set_rollback(True)
        except NearRowsUnsaid as unsaid:
            raise CommandError(near_in_words(unsaid.rows)) from unsaid
        except SameUnsaid as unsaid:
            raise CommandError(same_in_words(unsaid)) from unsaid
        except StageUnsaid as unsaid:
            raise CommandError(stages_in_words(unsaid.rows)) from unsaid
        except YearUnsaid as unsaid:
            raise CommandError(f"{unsaid} Say it with --year.") from unsaid
        except UntilUnsaid as unsaid:
            raise CommandError(f"{unsaid} Say it with --confidential-until.") from unsaid  # fmt: skip
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

    def _decide(self, run, directorate, options):
        """Answer the preview's questions by the options, in words for whatever cannot be."""
        names = known_names(run)
        found = compare_all(run, names=names)
        self.clashes = found.plan.clashes
        decisions = Decisions(run, found, names)
        run.decisions = {
            "directorate": _directorate(directorate) or decisions.answering_now,
            "leads": _unasked(decisions.leads, options["create_leads"]),
            "directorates": _unasked(
                decisions.directorates, options["create_directorates"]
            ),
            "stages": dict(options["stage"]),
            "programme_year": options["year"],
            "confidential_until": options["confidential_until"],
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
        for key, unsaid in (("same", _indicators), ("same_assessments", _assessments)):
            while answer and (rows := _answerable(unsaid(run), answer)):
                said = {row.key: {"take": _same(row, answer)} for row in rows}
                run.decisions[key] = run.decisions.get(key, {}) | said
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
            self.stdout.write(indicators_in_words(counts["indicators"]))
        for name, what in (("assessments", "Assessments"), ("programme", "Programme")):
            if name in counts:
                self.stdout.write(others_in_words(what, counts[name]))
        for one in run.kept:
            self.stdout.write(f"Kept: {one['name']}. {one['why']}")
        for one, clash in self.clashes:
            self.stdout.write(
                f"Kept: {clash.label} of {one.about}. It changed in the file and here."
            )


def _add_answers(parser):
    """What the preview asks in the browser, answered beforehand."""
    parser.add_argument("--create-leads", action="store_true")
    parser.add_argument("--create-directorates", action="store_true")
    parser.add_argument(
        "--stage",
        action="append",
        default=[],
        type=_stage,
        metavar="WORDS=STAGE",
        help="which stage words of a register mean that are not known, such as “on hold=planned”; “=leave” leaves their rows out",
    )
    parser.add_argument(
        "--year",
        type=_year,
        metavar="YEAR",
        help="which year a programme is of that names none, such as 2026/27",
    )
    parser.add_argument(
        "--confidential-until",
        type=lambda text: date.fromisoformat(text).isoformat(),
        metavar="DATE",
        help="until when rows of a register are confidential that do not say until which day, such as 2027-03-31",
    )
    parser.add_argument(
        "--near",
        choices=["new", "same"],
        help="what rows are that say nearly what an action of the plan or an indicator says: new ones, or that one "
        "reworded; without it such rows are named and nothing is imported",
    )


def _unasked(forms, create):
    return {key: form.unasked(create=create) for key, form in forms.items()}


def _indicators(run):
    return compare_indicators(run, compare(run)).unsaid


def _assessments(run):
    return compare_assessments(run).unsaid


def _answerable(unsaid, answer):
    """Of the rows that may be one that is here, those of which `answer` says enough: which of two is never guessed."""
    return [row for row in unsaid if _same(row, answer) is not None]


def _same(row, answer):
    if answer == "new":
        return NEW_ONE if row.may_be_new else None
    return str(row.candidates[0].pk) if len(row.candidates) == 1 else None


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


def _stage(text):
    """ "on hold=planned" → ("on hold", "planned")."""
    words, equals, stage = text.rpartition("=")
    if not equals or stage.strip() not in [*Stage.values, LEAVE]:
        raise ArgumentTypeError(
            f"write it as WORDS=STAGE, with one of {', '.join(Stage.values)}, or {LEAVE}"
        )
    return " ".join(words.split()).casefold(), stage.strip()


def _year(text):
    found = budget_year(text)
    if found is None:
        raise ArgumentTypeError("write the year as 2026/27")
    return found
