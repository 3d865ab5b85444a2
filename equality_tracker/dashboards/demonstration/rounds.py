"""The rounds of the year: three that ended and one that runs."""

from plans.models import Round

from .fixtures import read_fixture
from .story import BEGINS, ENDS


def tell_rounds(story, cast, told):
    """Add every round's beginning, and its end where it has one, to the story."""
    for each in read_fixture("rounds")["rounds"]:
        telling = _RoundTeller(story.calendar, told, each)
        title = each["title"]
        story.tell(each["opens"], title, cast.admin, telling.open, BEGINS)
        if "ends" in each:
            story.tell(each["ends"], title, cast.admin, telling.close, ENDS)


class _RoundTeller:
    def __init__(self, calendar, told, each):
        self.calendar, self.told, self.each = calendar, told, each

    def open(self, moment):
        self.round = Round.open_for(
            [self.told[key].plan for key in self.each["plans"]],
            title=self.calendar.words(self.each["title"]),
            opens=moment.day,
            closes=self.calendar.working_day(self.each["closes"]),
            by=moment.by,
        )

    def close(self, moment):
        self.round.close(at=moment.at)
