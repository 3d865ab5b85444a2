"""A programme of a file beside the council's: what each directorate promised for a year, and what was published of it."""

from assessments.models import ProgrammeTarget
from assessments.models.programme import year_words
from equality_tracker.audit.authorship import by_an_import, events_of, who_wrote
from plans.importing.problems import NOTE, WARNING, problem
from plans.importing.weighed import OURS
from plans.importing.words import bare

from .outcome import TargetRow, counts_in_words

FIELDS = {"target": "target", "completed": "completed", "printed": "percentage"}
FIRST, LAST = 1990, 2200
NO_DIRECTORATE = "The directorate that this row of the programme names is not here, so the row stays out. Make it below, or say which one here it is."
NO_PROMISE = "The row says how many were completed and not how many were promised, so it stays out. Enter it on the programme’s page."
NO_YEAR = "Neither the table nor a line above it says which year the programme is of. Say it below."
AGAIN = (
    "Another row has this directorate’s promise for {year} already. This one stays out."
)


class Targets:
    """The rows of every programme of a file. `year` is that which a person said for tables that name none."""

    def __init__(self, as_at, names, choices, imports_of) -> None:
        self.as_at, self.names, self.choices = as_at, names, choices
        self.imports_of = imports_of
        self.problems: list[dict] = []
        self.asks_year = False

    def compare(self, entries, locked=False) -> list[TargetRow]:
        """A TargetRow for each of `entries`: three queries, fewer where nothing stands here yet."""
        rows = [self._row(said) for said in entries]
        self._leave_out_again(rows)
        self._find(rows, locked)
        existing = [row.existing for row in rows if row.existing]
        events = events_of(ProgrammeTarget, [one.pk for one in existing]) if existing else {}  # fmt: skip
        brought = self.imports_of(existing) if existing else {}
        for row in rows:
            if row.existing is not None:
                self._weigh(row, events[row.existing.pk], brought)
            elif not row.left_out:
                row.values = told(row.said)
        return rows

    def _row(self, said) -> TargetRow:
        year = said["year"] or self.choices.year
        words = counts_in_words(said["target"], said["completed"], said["printed"])
        row = TargetRow(
            f"{said['sheet']}!{said['row']}!programme", said | {"text": words}, f"row {said['row']}",
            directorate=self.names.directorate(said["directorate"]), year=year,
        )  # fmt: skip
        if said["target"] is None:
            self._leave(row, "no promise", NO_PROMISE)
        elif row.directorate is None and not self._is_made(said):
            self._leave(row, "no such directorate", NO_DIRECTORATE, WARNING)
        elif not year or not FIRST <= year <= LAST:
            self.asks_year = True
            self._leave(row, "no year", NO_YEAR)
        return row

    def _is_made(self, said) -> bool:
        """Whether the directorate that a row names is ticked to be made by this import."""
        return bare(said["directorate"]) in self.choices.making

    def _leave(self, row, why, message, severity=NOTE) -> None:
        row.left_out_because = why
        place = {"place": row.said["place"]} if row.said.get("place") else {}
        cell = row.said["cell"]
        self.problems.append(problem(row.said["sheet"], cell, severity, message) | place)  # fmt: skip

    def _leave_out_again(self, rows) -> None:
        seen = set()
        for row in rows:
            if row.left_out:
                continue
            named = row.directorate.pk if row.directorate else bare(row.said["directorate"])  # fmt: skip
            one = named, row.year
            if one in seen:
                self._leave(row, "said twice", AGAIN.format(year=year_words(row.year)), WARNING)  # fmt: skip
            seen.add(one)

    def _find(self, rows, locked) -> None:
        years = {row.year for row in rows if not row.left_out}
        found = ProgrammeTarget.objects.filter(year__in=years)
        found = found.select_related("directorate") if years else ()
        if locked and years:
            found = found.select_for_update(of=("self",), no_key=True)
        here = {(one.directorate_id, one.year): one for one in found}
        for row in rows:
            if not row.left_out and row.directorate is not None:
                row.existing = here.get((row.directorate.pk, row.year))

    def _weigh(self, row, events, brought) -> None:
        """What differs is written, but where a person or a later file wrote any of it: then it is asked, and ours stays."""
        values = told(row.said)
        row.values = {n: v for n, v in values.items() if v is not None and getattr(row.existing, n) != v}  # fmt: skip
        if not row.values:
            return
        wrote = [who_wrote(events, name) for name in row.values]
        later = brought.get((ProgrammeTarget._meta.label_lower, row.existing.pk))
        by_person = [one for one in wrote if one is None or not by_an_import(one)]
        row.overwrites = bool(by_person) or (later is not None and later.as_at > self.as_at)  # fmt: skip
        if row.overwrites:
            row.newer, row.take = True, OURS
            answer = self.choices.fields.get(row.key, {})
            if answer.get("seen") == row.seen:
                row.take = answer["take"]


def told(said: dict) -> dict:
    """What a row says, by the target's own fields."""
    return {field: said[name] for name, field in FIELDS.items()}
