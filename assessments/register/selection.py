"""What the reader of the register asked for: the assessments and their order."""

from functools import cached_property

from django.db.models import F

from assessments.forms.filters import AssessmentFilter
from assessments.models import Assessment
from assessments.register.facts import known_of
from assessments.register.known import secret_of
from plans.list_selection import ListSelection

_KEYS = {
    "title": F("title"),
    "directorate": F("directorate__name"),
    "stage": F("current__stage_since"),
    "due": F("due"),
}


class AssessmentSelection(ListSelection):
    """The assessments of the register that an address asks for and `user` may know of."""

    headings_in_words = {
        "reference": "Reference",
        "title": "What is assessed",
        "directorate": "Directorate",
        "stage": "Stage, and since when",
        "due": "To be done by",
    }
    nothing = "All of the register"
    falls_first = True

    def __init__(self, query, *, user, on):
        self.user, self.reads_drafts = user, user.may_update
        self.secret = secret_of(user, on)
        self.known = Assessment.objects.readable_by(user, on, secret=self.secret)
        facts = known_of(user, on, self.secret)
        form = AssessmentFilter(query, years=facts.budgets, signed_in=facts.signed_in)
        super().__init__(query, form=form, on=on)
        # {stage: how many} of the whole register; None where something is asked for: those are to be counted.
        self.stages = None if self.is_narrowed else facts.stages

    @cached_property
    def found(self):
        """Those asked for, in no order."""
        return self.form.narrowed(self.known, self.user, self.on).order_by()

    @property
    def count(self):
        """How many they are, where that is known without counting them; else None."""
        return None if self.stages is None else self.stages.total()

    @cached_property
    def assessments(self):
        """Those asked for, in the order asked for: by reference, the newest year first, where nothing is said."""
        found = self.found
        name, falls = self.order
        if name not in _KEYS:
            found = found.in_order()
            return found.reverse() if falls else found
        key = _KEYS[name]
        first = key.desc(nulls_last=True) if falls else key.asc(nulls_last=True)
        return found.order_by(first, *found.in_order().query.order_by)
