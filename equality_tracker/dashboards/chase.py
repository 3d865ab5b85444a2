"""Who has not updated: the people to write to, with the actions that wait for each of them."""

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import quote

from equality_tracker.organisation.models import Holding, Membership, Role, User
from plans.models import ActionLead

SUBJECT = "Please update your equality actions"


@dataclass
class Group:
    """Actions that wait for one person, one vacant post, or for anybody: `people` are those to write to, `posts` why."""

    name: str
    people: list
    posts: list = field(default_factory=list)
    rows: list = field(default_factory=list)

    def add(self, row, post=None):
        if row not in self.rows:
            self.rows.append(row)
        if post and post not in self.posts:
            self.posts.append(post)


@dataclass(frozen=True)
class Chase:
    """All of a scope's actions that wait for an update: `rows` each once; the groups name some of them more than once."""

    rows: list
    people: list
    vacant: list
    unled: list

    @property
    def groups(self):
        return [*self.people, *self.vacant, *self.unled]

    @property
    def addresses(self):
        """The e-mail addresses of everybody to write to, each once, those with actions of their own first."""
        found = (person.email for group in self.groups for person in group.people)
        return list(dict.fromkeys(found))

    @property
    def overlaps(self):
        """How many actions stand under more than one name."""
        return sum(len(group.rows) for group in self.groups) > len(self.rows)

    @property
    def mailto(self):
        return f"mailto:?bcc={quote(','.join(self.addresses), safe='@,')}&subject={quote(SUBJECT)}"


def chase_of(board):
    """Return the Chase of a board's actions that wait for an update: four queries."""
    rows = [row for row in board.rows if "not_updated" in row.reasons]
    leads = _leads([row.pk for row in rows])
    posts = {lead.pk: lead for each in leads.values() for lead in each}
    holders = _holders(posts, board.scope.on)
    responsible = _Responsible()
    people, vacant, unled = {}, {}, {}
    for row in rows:
        for lead in leads[row.pk]:
            for user in holders[lead.pk]:
                people.setdefault(user, Group(user.name, [user])).add(row, lead)
            if not holders[lead.pk]:
                _fallback(
                    vacant,
                    lead.pk,
                    str(lead),
                    lead.directorate_id or row.directorate,
                    responsible,
                ).add(row, lead)
        if not leads[row.pk]:
            _fallback(unled, row.directorate, "", row.directorate, responsible).add(row)
    return Chase(rows, *(_sorted(groups) for groups in (people, vacant, unled)))


def _fallback(groups, key, name, directorate, responsible):
    if key not in groups:
        people, title = responsible.of(directorate)
        groups[key] = Group(name or title, people)
    return groups[key]


def _sorted(groups):
    return sorted(groups.values(), key=lambda group: group.name.lower())


def _leads(actions):
    """{action id: its leads, in the plan's order}."""
    found = defaultdict(list)
    for part in ActionLead.objects.filter(action__in=actions).select_related("lead"):
        found[part.action_id].append(part.lead)
    return found


def _holders(leads, on):
    """{lead id: the people who hold it on the day `on` and can sign in}."""
    found = defaultdict(list)
    running = Holding.objects.running(on).filter(lead__in=leads, user__is_active=True)
    for holding in running.select_related("user").order_by("user__name", "user"):
        found[holding.lead_id].append(holding.user)
    return found


class _Responsible:
    """Who is written to where nobody holds the post: the directorate's managers, else the admins."""

    def __init__(self):
        active = User.objects.filter(is_active=True)
        self.admins = list(active.filter(role=Role.ADMIN))
        self.managers, self.names = defaultdict(list), {}
        members = Membership.objects.filter(
            user__is_active=True, user__role=Role.MANAGER
        )
        for member in members.select_related("user", "directorate").order_by(
            "user__name"
        ):
            self.managers[member.directorate_id].append(member.user)
            self.names[member.directorate_id] = member.directorate.name

    def of(self, directorate):
        """Return (the people, in whose name they are asked) for a directorate's id, or for None."""
        people = self.managers.get(directorate)
        if people:
            return people, self.names[directorate]
        return self.admins, "No manager"
