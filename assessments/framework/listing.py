"""The criteria of a framework that an address asks for: of one area or all, of one state or any."""

from .readiness import STATES, of_state


class CriteriaList:
    """The rows that `asked` (the parameters of an address) names among those of `found`, a FrameworkStanding.

    `on` is the day on which they are looked at for being late; None where nobody waits any more.
    """

    def __init__(self, found, asked, on):
        self.found, self.on = found, on
        number, state = asked.get("area", ""), asked.get("state", "")
        self.state = state if state in STATES else ""
        self.area = next(
            (one for one in found.areas if str(one.area.number) == number), None
        )

    @property
    def within(self):
        """What the states are chosen of: one area, or the whole framework."""
        return self.area or self.found

    @property
    def rows(self):
        return of_state(self.within.readiness.standings, self.state, self.on)

    @property
    def choices(self):
        """(a state, its words) of each that may be asked for."""
        return [("", "All"), *((name, words) for name, (words, _is) in STATES.items())]

    @property
    def caption(self):
        """How many there are, and of which state."""
        count = len(self.rows)
        words = f"{count} {'criterion' if count == 1 else 'criteria'}"
        return f"{words}: {dict(self.choices)[self.state].lower()}" if self.state else words  # fmt: skip
