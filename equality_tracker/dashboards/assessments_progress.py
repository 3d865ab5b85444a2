"""How far the programme of assessments has got, as a dashboard shows it: by the rule of `assessments.programme`, rolled up to today."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from assessments.models.programme import year_words
from assessments.programme.arithmetic import percentage
from assessments.programme.progress import on_lines, year_of

from .assessments_statement import COMPLETED
from .figures import Figure
from .matrix import today_of


@dataclass(frozen=True)
class Progress:
    """How far the programme has got: `figure` is what was completed, its address "" where no list shows exactly those."""

    promised: int
    figure: Figure

    @property
    def percentage(self):
        """In whole per cent, half up; None where nothing was promised."""
        return percentage(self.figure.count, self.promised)


class ProgrammeOfBoard:
    """The programme's part of an AssessmentBoard."""

    @property
    def year(self):
        return year_of(self.board.scope.on)

    @property
    def year_words(self):
        return year_words(self.year)

    @cached_property
    def held(self):
        """{directorate: (promised, completed, how many of those no list shows)} of each line of the programme, by today's directorate."""
        bodies = self.board.bodies
        passed = {key: heir for key, one in bodies.items() if len(one.heirs) == 1 for heir in one.heirs}  # fmt: skip
        counts = {key: own[COMPLETED] for key, own in self.counts.items()}
        lines = {directorate for directorate, _n, _said in self.register.promised}
        held = on_lines(lines, counts, passed)
        found = defaultdict(Counter)
        for directorate, target, said in self.register.promised:
            done = held[directorate] if said is None else said
            key = today_of(directorate, bodies)
            found[key].update(promised=target, done=done, said=said is not None)
        return found

    @cached_property
    def progress(self):
        """The Progress of the scope; None where nothing was promised in it, and where one plan is chosen: promises are of no plan."""
        if self.board.scope.plan:
            return None
        found = sum((own for key, own in self.held.items() if self.is_in_scope(key)), Counter())  # fmt: skip
        return self.progress_of(found, self.total[COMPLETED], {}) if found else None

    def progress_of(self, held, listed, asked):
        """`listed` is how many the register shows of those completed, narrowed to `asked` and the year."""
        exact = not held["said"] and held["done"] == listed
        url = self.list_url(**asked, completed=self.year) if exact else ""
        return Progress(held["promised"], Figure("completed", held["done"], url))
