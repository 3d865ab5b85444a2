"""What the reader of the action list asked for: the actions, their order, and the same in words."""

from copy import copy
from dataclasses import dataclass
from functools import cached_property

from equality_tracker.templatetags.govuk import day

from .filters import ANY_STATE, STATUSES, ActionFilterSet
from .models import Action


@dataclass(frozen=True)
class Chosen:
    """One active filter in words, and the address without it ("" where it cannot be taken off)."""

    label: str
    words: str
    without: str


class ActionSelection:
    """The actions that an address asks for.

    `query` is the address's QueryDict, `user` who asks, `on` the day that it is asked on.
    """

    def __init__(self, query, *, user, on):
        self.query, self.on = query, on
        self.filterset = ActionFilterSet(query, Action.objects.all(), user=user, on=on)

    @cached_property
    def problems(self):
        """What is wrong with the address; where anything is, no action is selected."""
        return self.filterset.problems

    @cached_property
    def actions(self):
        if self.problems:
            return Action.objects.none()
        return self.filterset.qs.in_order(self.query.get("sort", ""))

    @cached_property
    def chosen(self):
        """The active filters, each with the address that takes it off."""
        if self.problems:
            return []
        found = [
            Chosen(*self._in_words(name, value), self._without(name, value))
            for name in self.filterset.filters
            for value in dict.fromkeys(filter(None, self.query.getlist(name)))
        ]
        if not self.filterset.names_rows:
            found.insert(0, Chosen("Plan", "live plans", ""))
        return found

    @property
    def address(self):
        """The parameters that matter, without the page: what an export is asked with."""
        return self._parameters().urlencode()

    @property
    def sentence(self):
        """The filter in one sentence, for exports."""
        parts = [f"{one.label}: {one.words}" for one in self.chosen]
        return "; ".join(parts)

    def _in_words(self, name, value):
        one = self.filterset.filters[name]
        given = self.filterset.form.cleaned_data[name]
        if name == "ids":
            return one.label, f"{len(given)} chosen from another page"
        if name.startswith("due_") or name == "not_updated_since":
            return one.label, day(given)
        if value == "true":
            return one.label, "yes"
        return one.label, self._label_of(name, value)

    def _label_of(self, name, value):
        if name == "q":
            return f"“{value}”"
        if name == "plan":
            return ANY_STATE.get(value) or dict(self.filterset.options["plan"])[value]
        choices = STATUSES if name == "rag_status" else self._choices(name)
        return dict(choices)[value]

    def _choices(self, name):
        return self.filterset.filters[name].extra["choices"]

    def _without(self, name, value):
        rest = self._parameters()
        rest.setlist(name, [one for one in rest.getlist(name) if one != value])
        return f"?{rest.urlencode()}"

    def _parameters(self):
        kept = copy(self.query)
        kept.pop("page", None)
        for name in list(kept):
            kept.setlist(name, list(filter(None, kept.getlist(name))))
        return kept
