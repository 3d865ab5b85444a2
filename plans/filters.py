"""The action list's filters: each parameter of its address, checked, and what it asks of the actions."""

import django_filters as filters
from django import forms
from django.db.models import F, Q

from equality_tracker.organisation.models import Directorate

from . import filter_options
from .models.action_rows import SORTS
from .models.status import NO_STATUS, RagStatus

IDS_AT_MOST = 500
ANY_STATE = {"all": "All plans", "live": "Live plans", "draft": "Draft plans"}
ANY_STATE["closed"] = "Closed plans"
STATUSES = [*RagStatus.choices, ("none", NO_STATUS)]
TRUE = [("true", "Yes")]


class Choice(filters.ChoiceFilter):
    """One of the things that `options` knows by `kind`; `none` words what has none of them."""

    def __init__(self, kind, label, method, none=""):
        self.kind = kind
        first = [("none", none)] if none else []
        super().__init__(label=label, method=method, choices=first, empty_label=None)
        self.first = first

    def offer(self, options):
        self.extra["choices"] = [*self.first, *options[self.kind]]
        self.extra["error_messages"] = _unknown(self.label)


class Flag(filters.ChoiceFilter):
    """Asks one question of the actions, or does not; `=true` is the only way to write it."""

    def __init__(self, label, method):
        super().__init__(
            label=label,
            method=method,
            choices=TRUE,
            empty_label=None,
            error_messages=_unknown(label),
        )


class Day(filters.DateFilter):
    """A date in the address, year first."""

    def __init__(self, label, **kwargs):
        super().__init__(
            label=label,
            input_formats=["%Y-%m-%d"],
            error_messages={
                "invalid": f"{label}: choose a date, or write it as 2026-11-30."
            },
            **kwargs,
        )


def _unknown(label):
    return {"invalid_choice": f"{label}: “%(value)s” is not one of the choices."}


class IdsField(forms.CharField):
    """Numbers of actions with commas between."""

    def clean(self, value):
        words = super().clean(value)
        parts = [part for part in words.split(",") if part.strip()]
        if len(parts) > IDS_AT_MOST:
            raise forms.ValidationError(f"List at most {IDS_AT_MOST} actions.")
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise forms.ValidationError("The listed actions are not numbers.")
        return sorted({min(int(part), 2**62) for part in parts})


class IdsFilter(filters.CharFilter):
    field_class = IdsField


class ActionFilterSet(filters.FilterSet):
    """Which actions the reader asks for. Without a plan, priority or list of actions: those of live plans."""

    q = filters.CharFilter(label="Words", method="filter_words", max_length=200)
    plan = filters.MultipleChoiceFilter(label="Plan", method="filter_plan")
    priority = Choice("priority", "Priority", "filter_priority")
    directorate = Choice(
        "directorate", "Directorate", "filter_directorate", "No directorate answers"
    )
    answering = Choice(
        "directorate", "Answering directorate", "filter_answering", "None"
    )
    lead = Choice("lead", "Lead", "filter_lead", "No lead")
    rag_status = filters.MultipleChoiceFilter(
        label="Status",
        method="filter_rag_status",
        choices=STATUSES,
        error_messages=_unknown("Status"),
    )
    characteristic = Choice(
        "characteristic", "Characteristic", "filter_characteristic", "None named"
    )
    aim = Choice("aim", "Aim of the general duty", "filter_aim", "None named")
    due_from = Day("Due from", field_name="due", lookup_expr="gte")
    due_to = Day("Due up to", field_name="due", lookup_expr="lte")
    not_updated_since = Day("Not updated since", method="filter_not_updated_since")
    open = Flag("Open", "filter_open")
    overdue = Flag("Overdue", "filter_overdue")
    not_updated_this_round = Flag("Not updated this round", "filter_round")
    waiting = Flag("Waiting for an event", "filter_waiting")
    moved = Flag("Due later than first promised", "filter_moved")
    priority_monitoring = Flag("Priority monitoring", "filter_monitored")
    mine = Flag("Led by me", "filter_mine")
    ids = IdsFilter(label="Listed actions", method="filter_ids", max_length=10_000)

    def __init__(self, data, queryset, *, user, on):
        """`data` is the address's QueryDict, `user` who asks, `on` the day that "overdue" and "mine" are asked on."""
        super().__init__(data, queryset)
        self.user, self.on = user, on
        plans = [one for one in data.getlist("plan") if one not in ANY_STATE]
        self.options = filter_options.load(plans, data.get("priority", ""))
        self.filters["plan"].extra.update(
            choices=[*ANY_STATE.items(), *self.options["plan"]],
            error_messages=_unknown("Plan"),
        )
        for one in self.filters.values():
            if isinstance(one, Choice):
                one.offer(self.options)

    @property
    def problems(self):
        """What is wrong with the address, a sentence each; nothing is shown until it is put right."""
        names = {*self.filters, "sort", "page"}
        found = [
            f"“{name}” is not a filter." for name in self.data if name not in names
        ]
        found += [
            f"“{name}” is given twice." for name in self.data if self._is_twice(name)
        ]
        if self.data.get("sort", "").removeprefix("-") not in ("", *SORTS):
            found.append(f"The list cannot be sorted by “{self.data['sort']}”.")
        for errors in self.form.errors.values():
            found += errors
        return found

    def _is_twice(self, name):
        if name in ("plan", "rag_status"):
            return False
        return len(set(filter(None, self.data.getlist(name)))) > 1

    @property
    def names_rows(self):
        """Whether the reader chose plans, a priority or single actions, so that live plans are not meant."""
        return any(self.form.cleaned_data[name] for name in ("plan", "priority", "ids"))

    def filter_queryset(self, queryset):
        if not self.names_rows:
            queryset = queryset.live()
        return super().filter_queryset(queryset)

    def filter_words(self, queryset, name, value):
        return queryset.matching(value)

    def filter_plan(self, queryset, name, value):
        if "all" in value:
            return queryset
        return queryset.filter(Q(plan__reference__in=value) | Q(plan__state__in=value))

    def filter_priority(self, queryset, name, value):
        return queryset.filter(priority=value)

    def filter_directorate(self, queryset, name, value):
        if value == "none":
            return queryset.filter(directorate=None)
        return queryset.of_directorate(Directorate(pk=int(value)))

    def filter_answering(self, queryset, name, value):
        if value == "none":
            return queryset.filter(directorate=None)
        return queryset.answered_by(Directorate(pk=int(value)))

    def filter_lead(self, queryset, name, value):
        if value == "none":
            return queryset.without_lead()
        return queryset.filter(action_leads__lead=value)

    def filter_rag_status(self, queryset, name, value):
        said = Q(rag_status__in=value)
        if "none" in value:
            said |= Q(rag_status=None)
        return queryset.filter(said)

    def filter_characteristic(self, queryset, name, value):
        return queryset.filter(characteristics=None if value == "none" else value)

    def filter_aim(self, queryset, name, value):
        return queryset.filter(aims=None if value == "none" else value)

    def filter_not_updated_since(self, queryset, name, value):
        return queryset.not_updated_since(value)

    def filter_open(self, queryset, name, value):
        return queryset.open()

    def filter_overdue(self, queryset, name, value):
        return queryset.overdue(on=self.on)

    def filter_round(self, queryset, name, value):
        return queryset.not_updated_this_round()

    def filter_waiting(self, queryset, name, value):
        return queryset.waiting()

    def filter_moved(self, queryset, name, value):
        return queryset.filter(due__gt=F("original_due"), recurrence="")

    def filter_monitored(self, queryset, name, value):
        return queryset.filter(priority_monitoring=True)

    def filter_mine(self, queryset, name, value):
        return queryset.led_by(self.user, on=self.on)

    def filter_ids(self, queryset, name, value):
        return queryset.filter(pk__in=value)
