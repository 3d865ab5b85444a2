"""What the reader of a list asked for in its address: which rows, in what order, and the same in words."""

from copy import copy
from functools import cached_property

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from equality_tracker.organisation.forms.fields import FilterForm

from .filter_panel import SELECT, options
from .selection import Chosen


class SelectsFilter(FilterForm):
    """Questions that a list answers: words typed in `q`, the `everyday` selects, and `more` behind a button that says `more_words`.

    `what` are the rows that it filters, in words.
    """

    what, more_words = "rows", "More questions"
    everyday = ()
    more = ()

    @property
    def words(self):
        """What was typed."""
        return self.data.get("q", "")

    @property
    def selects(self):
        """The everyday selects, drawn."""
        return self._drawn(self.everyday)

    @property
    def more_selects(self):
        return self._drawn(self.more)

    @property
    def more_open(self):
        """Whether something is chosen behind the button."""
        return any(self.asked(name) for name in self.more)

    def label_of(self, name):
        return self.fields[name].label or name.capitalize()

    def _drawn(self, names):
        return mark_safe("".join(self._select(name) for name in names))

    def _select(self, name):
        """One select: of hundreds of leads Django's own would take longer than the list."""
        (_blank, first), *rest = self.fields[name].choices
        chosen = options(rest, self.asked(name))
        return format_html(SELECT, name, self.label_of(name), first, chosen)

    def in_words(self):
        """Yield (name, words) for each question that was asked."""
        for name, field in self.fields.items():
            if asked := self.asked(name):
                choices = dict(getattr(field, "choices", ()))
                yield name, choices.get(asked, f"“{asked}”")


class ListSelection:
    """The rows that an address asks for. `query` is its QueryDict, `on` the day that it is asked on.

    A list names its `headings` ({sort key: words}), the first of which it is sorted by, the words of `nothing` asked, and
    is given `form` with the questions. `falls_first` where it begins the other way round. What does not fit in the address is left aside, so that every address shows a list.
    """

    headings_in_words = {}
    nothing = "All"
    falls_first = False

    def __init__(self, query, *, form, on):
        self.query, self.form, self.on = query, form, on

    @property
    def sort(self):
        """One of the headings, "-" before it for the other way round; "" where the address names none."""
        asked = self.query.get("sort", "")
        return asked if asked.removeprefix("-") in self.headings_in_words else ""

    @property
    def order(self):
        """The heading that it is sorted by, and whether it falls: the first, `falls_first`, where the address names none."""
        if not self.sort:
            return next(iter(self.headings_in_words)), self.falls_first
        return self.sort.removeprefix("-"), self.sort.startswith("-")

    @property
    def headings(self):
        """Yield each column that the list sorts by: its heading, aria-sort, and the sort that a press on it asks for."""
        name, falls = self.order
        for column, heading in self.headings_in_words.items():
            stands = column == name
            ordered = ("descending" if falls else "ascending") if stands else ""
            yield heading, ordered, f"-{column}" if stands and not falls else column

    @property
    def is_narrowed(self):
        return any(self.form.asked(name) for name in self.form.fields)

    @cached_property
    def chosen(self):
        """What the list is narrowed by, in words, each with the address that takes it off."""
        return [
            Chosen(self.form.label_of(name), words, self._without(name))
            for name, words in self.form.in_words()
        ]

    @property
    def sentence(self):
        """The filter in one sentence, for exports."""
        found = "; ".join(f"{one.label}: {one.words}" for one in self.chosen)
        return found or self.nothing

    @property
    def address(self):
        """The parameters that matter, without the page: what an export is asked with."""
        return self._parameters().urlencode()

    def address_of(self, **asked):
        """The same parameters with what else is `asked`, for another page about these rows."""
        rest = self._parameters()
        for name, value in asked.items():
            rest[name] = value
        return f"?{rest.urlencode()}"

    def _without(self, name):
        rest = self._parameters()
        rest.pop(name, None)
        return f"?{rest.urlencode()}"

    def _parameters(self):
        kept = copy(self.query)
        for name in list(kept):
            known = name in self.form.fields or name == "sort"
            if not known or not kept[name]:
                del kept[name]
        return kept
