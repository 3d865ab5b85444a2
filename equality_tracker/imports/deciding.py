"""All the questions of one preview together: shown, checked, and kept as the run's decisions."""

import hashlib
from pathlib import Path

from django.utils import timezone

from equality_tracker.imports.figures import FigureForms, RegisterForms
from equality_tracker.imports.forms.decisions import (
    NEW,
    AnsweringForm,
    NewDirectorateForm,
    NewerForm,
    NewLeadForm,
    PlanForm,
    RestForm,
    SplitForm,
    StatusForm,
)
from equality_tracker.imports.sides import SideForms, asked_about
from equality_tracker.imports.stages import (
    actions_of,
    names_of_others,
)
from equality_tracker.organisation.models import Directorate, Lead
from plans.importing import corrections
from plans.importing.names import new_directorates, new_leads
from plans.importing.words import bare
from plans.models import Plan

MOST_CHOICES = 500
MOST_SPLITS = 100


class Decisions:
    """The forms of one preview. The differences `found` are what is shown with them; `data` what was sent, None to begin."""

    def __init__(self, run, found, names, data=None):
        self.run, self.found, self.names, self.data = run, found, names, data
        self.difference = difference = found.plan
        self.said = run.decisions
        self.are_read_otherwise = False
        self.asked = asked_about(difference, actions_of(run.understood))
        self.named = [*self.asked, *names_of_others(run.understood, found.assessments)]
        self.plan = self._plan_form() if run.makes_plan else None
        self.directorates = self._directorate_forms()
        self.answering = self._answering_form()
        self.leads = self._lead_forms()
        self.newer = self._newer_forms()
        self.statuses = self._status_forms()
        self.splits = self._split_forms()
        self.sides = SideForms(difference, self.said, data)
        self.figures = FigureForms(found.indicators, self.said, data)
        self.register = RegisterForms(found.assessments, self.said, data)
        self.rest = self._rest_form()

    @property
    def forms(self):
        single = [one for one in (self.plan, self.answering, self.rest) if one]
        several = [
            self.directorates,
            self.leads,
            self.newer,
            self.statuses,
            self.splits,
        ]
        several = [form for forms in several for form in forms.values()]
        forms = single + several + self.sides.forms
        return forms + self.figures.forms + self.register.forms

    def is_valid(self):
        valid = [form.is_valid() for form in self.forms]
        return all(valid)

    @property
    def answering_now(self):
        """The directorate that answers for the plan as it stands, as a decision."""
        plan = self.run.plan
        return str(plan.directorate_id) if plan and plan.directorate_id else ""

    @property
    def broken(self):
        """The forms in which something is wrong, for the summary above them."""
        return [form for form in self.forms if form.is_bound and form.errors]

    def decided(self, *, by):
        """Return the decisions as the run keeps them, in the name of `by`."""
        decided = {
            "corrections": self._corrected(by),
            "directorate": self.answering.decision(),
            "directorates": _decided(self.directorates),
            "leads": _decided(self.leads),
            "newer": _decided(self.newer),
            "statuses": {
                row: form.cleaned_data["status"]
                for row, form in self.statuses.items()
                if form.cleaned_data["status"]
            },
            "leave_out": self.rest.cleaned_data["leave_out"],
            "by_position": self.rest.cleaned_data["by_position"],
            **self.sides.decided(),
            **self.figures.decided(),
            **self.register.decided(),
        }
        return decided | ({"plan": self.plan.decision()} if self.plan else {})

    def _corrected(self, by):
        """What was corrected before, with the cells that were now ticked to be one lead or no longer."""
        known = self.said.get("corrections", {})
        leads = dict(known.get("leads", {}))
        made = {"by": by.name, "on": timezone.localdate().isoformat()}
        for words, form in self.splits.items():
            form.put_in(leads, words, made)
        return known | {"leads": leads} if leads or known else {}

    def read_again_at(self, version):
        """Let what is shown next carry the version that the run has now."""
        self.rest.data = self.rest.data.copy()
        self.rest.data[self.rest.add_prefix("version")] = version

    def tick_all(self, decided):
        """Tick every new name of the kind whose button was pressed that is not matched with one that is here."""
        for one in decided[self.data["tick"]].values():
            one["create"] = not one["same_as"]

    def _plan_form(self):
        said = self.said.get("plan") or self._plan_as_read()
        initial = said | {"live": said.get("live", True)}
        return PlanForm(self.data, prefix="plan", initial=initial)

    def _plan_as_read(self):
        read = self.run.understood["plan"]
        year = (read["start"] or timezone.localdate().isoformat())[:4]
        title = read["title"] or Path(self.run.name).stem.replace("_", " ")
        return read | {"title": title, "reference": free_reference(f"EQ-{year}")}

    def _directorate_forms(self):
        understood = self.run.understood
        new = new_directorates(self.named, understood["priorities"], self.names)
        choices = [(one.pk, str(one)) for one in Directorate.objects.all()]
        return {
            bare(one.name): self._form(
                NewDirectorateForm,
                "directorate",
                bare(one.name),
                "directorates",
                new=one,
                choices=choices,
                near=self.names.near_directorates(one.name),
            )
            for one in new
        }

    def _directorate_choices(self):
        here = Directorate.objects.current(timezone.localdate())
        new = [one.new.name for one in self.directorates.values()]
        return [(str(one.pk), str(one)) for one in here] + [
            (f"{NEW}{name}", f"{name} (once created)") for name in new
        ]

    def _answering_form(self):
        self.directorate_choices = self._directorate_choices()
        said = self.said.get("directorate") or self.answering_now
        known = dict(self.directorate_choices)
        initial = {"directorate": said}
        if said.startswith(NEW) and said not in known:
            initial = {"new_name": said.removeprefix(NEW)}
        in_plan = self.run.plan_id is not None or self.run.makes_plan
        return AnsweringForm(
            self.data,
            prefix="answering",
            initial=initial,
            directorates=self.directorate_choices,
            holds=() if in_plan else self.run.holds_answered,
            asks=in_plan or bool(self.run.holds_answered),
        )

    def _lead_forms(self):
        understood = self.run.understood
        new = new_leads(self.named, self.names, understood.get("lead_names"))
        choices = [(one.pk, str(one)) for one in Lead.objects.all()]
        return {
            bare(one.name): self._form(
                NewLeadForm,
                "lead",
                bare(one.name),
                "leads",
                new=one,
                choices=choices,
                near=self.names.near_leads(one.name),
                directorates=self.directorate_choices,
            )
            for one in new
        }

    def _newer_forms(self):
        """One for each status that is newer here; what became so after the page was read was not asked, and stays ours."""
        self.more_newer = max(len(self.difference.newer) - MOST_CHOICES, 0)
        forms = {
            str(row.action.pk): self._form(
                NewerForm, "newer", str(row.action.pk), "newer", row=row
            )
            for row in self.difference.newer[:MOST_CHOICES]
        }
        if self.data is None:
            return forms
        return {k: f for k, f in forms.items() if f.add_prefix("seen") in self.data}

    def _status_forms(self):
        unclear = rows_without_clear_status(self.difference)
        self.more_statuses = max(len(unclear) - MOST_CHOICES, 0)
        return {
            row.key: StatusForm(
                self.data,
                prefix=f"status-{_short(row.key)}",
                initial={"status": self.said.get("statuses", {}).get(row.key, "")},
                row=row,
            )
            for row in unclear[:MOST_CHOICES]
        }

    def _split_forms(self):
        found = corrections.splits(self.asked)
        self.more_splits = max(len(found) - MOST_SPLITS, 0)
        return {
            words: SplitForm(
                self.data,
                prefix=f"split-{_short(words)}",
                initial={"keep": SplitForm.is_one(split)},
                split=split,
            )
            for words, split in list(found.items())[:MOST_SPLITS]
        }

    def _rest_form(self):
        initial = {
            "leave_out": self.said.get("leave_out"),
            "by_position": self.said.get("by_position"),
            "version": self.run.version,
            "seen": self.found.fingerprint(),
        }
        return RestForm(self.data, prefix="rest", initial=initial)

    def _form(self, form, prefix, key, group, **options):
        said = self.said.get(group, {}).get(key, {})
        initial = {name: value for name, value in said.items() if name != "seen"}
        return form(
            self.data, prefix=f"{prefix}-{_short(key)}", initial=initial, **options
        )


def _decided(forms):
    return {key: form.decision() for key, form in forms.items()}


def _short(key):
    """A short name for a key that may hold any letters: forms go by it, whatever else the page lists."""
    return hashlib.sha256(key.encode()).hexdigest()[:10]


def free_reference(wanted):
    """Return `wanted`, or `wanted-2`, `wanted-3` …: the first that no plan has."""
    taken = {one.casefold() for one in Plan.objects.values_list("reference", flat=True)}
    free, number = wanted, 1
    while free.casefold() in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def rows_without_clear_status(difference):
    """Return the rows that say something of their status which was not understood."""
    places = {
        (one["sheet"], one["cell"])
        for one in difference.problems
        if one["severity"] == "warning" and "status" in one["message"].lower()
    }
    sheets = {
        (sheet, int("0" + "".join(filter(str.isdigit, cell)))) for sheet, cell in places
    }
    return [
        row
        for row in difference.rows
        if not row.said.get("rag_status")
        and (row.said["sheet"], row.said["row"]) in sheets
    ]
