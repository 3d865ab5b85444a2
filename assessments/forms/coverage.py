"""What the coverage matrix is narrowed to, and the order of its rows."""

from django import forms

from assessments.coverage.matrix import NO_AIM, NOBODY, ORDERS
from assessments.coverage.measures import ACTIONS
from assessments.coverage.scope import NONE
from plans import filter_options
from plans.list_selection import SelectsFilter


class CoverageFilter(SelectsFilter):
    """Whose share is shown. What can be chosen takes one query."""

    everyday = ("directorate", "order")

    directorate = forms.ChoiceField(required=False)
    order = forms.ChoiceField(
        label="Order of the rows",
        required=False,
        choices=[(key, words) for key, (words, _key) in ORDERS.items()],
    )

    def __init__(self, data):
        super().__init__(data)
        self.offer(filter_options.load([], ""))

    def offer(self, offered):
        self.fields["directorate"].choices = [
            ("", "The whole council"),
            (NONE, "No directorate answers"),
            *offered["directorate"],
        ]

    @property
    def directorate_words(self):
        """Whose share it is, in words."""
        return dict(self.fields["directorate"].choices)[self.asked("directorate")]


class ObjectivesFilter(CoverageFilter):
    """Which cell of the matrix is asked for."""

    everyday = ("directorate", "characteristic", "aim")

    order = None
    characteristic = forms.ChoiceField(required=False)
    aim = forms.ChoiceField(required=False)

    def offer(self, offered):
        super().offer(offered)
        for name, words in (("characteristic", NOBODY), ("aim", NO_AIM)):
            first = [("", f"Any {name}"), (NONE, words)]
            self.fields[name].choices = [*first, *offered[name]]

    @property
    def actions_address(self):
        """The address of the actions that the cell counts, to be narrowed to one heading."""
        return ACTIONS.address(
            self.asked("directorate"), self.asked("characteristic"), self.asked("aim")
        )
