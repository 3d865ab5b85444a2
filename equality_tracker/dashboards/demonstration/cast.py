"""The council of the demonstration: its directorates, its people, the posts they hold."""

from equality_tracker.organisation.models import (
    Aim,
    Characteristic,
    Directorate,
    Holding,
    Lead,
    Succession,
    User,
)

from .fixtures import read_fixture
from .saving import saved


class Cast:
    """Everything that the plans' fixtures name by a key, once `make` has made it."""

    def __init__(self, calendar):
        self.calendar = calendar
        self.fixture = read_fixture("organisation")
        self.directorates, self.people, self.leads = {}, {}, {}

    @property
    def admin(self):
        """The equality lead, who does what nobody else is named for."""
        return self.people[self.fixture["people"][0]["key"]]

    def make_people(self, moment):
        """Make the directorates and the people in them."""
        for each in self.fixture["directorates"]:
            self.directorates[each["key"]] = self._directorate(each)
        for each in self.fixture["successions"]:
            Succession.objects.create(
                predecessor=self.directorates[each["predecessor"]],
                successor=self.directorates[each["successor"]],
                on=self.calendar.date(each["on"]),
            )
        for each in self.fixture["people"]:
            self.people[each["key"]] = self._person(each, moment.at)

    def make_posts(self, moment):
        """Make the leads, say who holds them, and add the council's own characteristics."""
        for each in self.fixture["leads"]:
            self.leads[each["key"]] = self._lead(each)
        after = Characteristic.objects.count()
        for place, name in enumerate(self.fixture["characteristics"], start=after + 1):
            Characteristic.objects.create(name=name, position=place)
        self.aims = dict(enumerate(Aim.objects.all(), start=1))
        self.characteristics = {
            each.name: each for each in Characteristic.objects.all()
        }

    def holder(self, leads, offset):
        """Return the person who holds the first of these posts that anybody holds on that day; None where all are vacant."""
        left = {each["key"]: each.get("left", 1) for each in self.fixture["people"]}
        posts = {each["key"]: each for each in self.fixture["leads"]}
        for held in (held for key in leads for held in posts[key]["holders"]):
            starts, ends = held.get("from", offset), held.get("to", offset + 1)
            if starts <= offset < min(ends, left[held["who"]]):
                return self.people[held["who"]]
        return None

    def leavers(self):
        """Yield each person who left, with the offset of the day."""
        for each in self.fixture["people"]:
            if "left" in each:
                yield each["key"], each["left"]

    def _directorate(self, each):
        directorate = Directorate(
            name=each["name"],
            short_name=each["short_name"],
            kind=each.get("kind", Directorate.Kind.DIRECTORATE),
            opened=self.calendar.date(each.get("opened")),
            closed=self.calendar.date(each.get("closed")),
        )
        return saved(directorate)

    def _person(self, each, at):
        first, *_, last = each["name"].removeprefix("Councillor ").split()
        person = User.objects.create_user(
            f"{first}.{last}@northmere.example".lower(),
            name=each["name"],
            role=each["role"],
            created_at=at,
        )
        person.directorates.set(
            [self.directorates[key] for key in each["directorates"]]
        )
        return person

    def _lead(self, each):
        lead = Lead(
            name=each["name"],
            abbreviation=each.get("abbreviation", ""),
            directorate=self.directorates.get(each["directorate"]),
        )
        saved(lead)
        for held in each["holders"]:
            saved(
                Holding(
                    lead=lead,
                    user=self.people[held["who"]],
                    starts=self.calendar.date(held.get("from")),
                    ends=self.calendar.date(held.get("to")),
                )
            )
        return lead
