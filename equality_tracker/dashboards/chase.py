"""Who has not updated: the people to write to, with the actions that wait for each of them."""

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import quote

from django.db.models import F, FilteredRelation, Q

from equality_tracker.organisation.models import Role, User
from equality_tracker.prepared import Prepared
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
    """Return the Chase of a board's actions that wait for an update: three queries."""
    rows = [row for row in board.rows if "not_updated" in row.reasons]
    leads, holders = _leads_and_holders([row.pk for row in rows], board.scope.on)
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


def _leads_and_holders(actions, on):
    """Return ({action id: its leads, in the plan's order}, {lead id: who holds it on the day `on` and can sign in, by name})."""
    leads, holders = defaultdict(dict), defaultdict(dict)
    for part in _parts.rows(actions=actions, on=on):
        leads[part.action_id][part.lead_id] = part.lead
        # Django leaves the name away, not None, where nobody holds the lead.
        held = getattr(part, "held", None)
        user = held and held.user
        if user and user.is_active:
            holders[part.lead_id][user.pk] = user
    in_order = {action: [*own.values()] for action, own in leads.items()}
    by_name = {
        lead: sorted(own.values(), key=lambda user: (user.name, user.pk))
        for lead, own in holders.items()
    }
    return defaultdict(list, in_order), defaultdict(list, by_name)


@Prepared
def _parts(actions, on):
    """Each lead's part in the actions, once for each holding of it that runs."""
    runs = ~Q(lead__holdings__starts__gt=on) & ~Q(lead__holdings__ends__lte=on)
    parts = ActionLead.objects.filter(action__among=actions)
    held = parts.annotate(held=FilteredRelation("lead__holdings", condition=runs))
    return held.select_related("lead", "held__user")


class _Responsible:
    """Who is written to where nobody holds the post: the directorate's managers, else the admins."""

    def __init__(self):
        self.admins, self.managers, self.names = [], defaultdict(list), {}
        for user in _admins_and_managers.rows():
            if user.role == Role.ADMIN:
                self.admins.append(user)
            elif user.directorate:
                self.managers[user.directorate].append(user)
                self.names[user.directorate] = user.directorate_name
        self.admins = list(dict.fromkeys(self.admins))

    def of(self, directorate):
        """Return (the people, in whose name they are asked) for a directorate's id, or for None."""
        people = self.managers.get(directorate)
        if people:
            return people, self.names[directorate]
        return self.admins, "No manager"


@Prepared
def _admins_and_managers():
    """Each of them as often as they belong to a directorate, at least once, by name."""
    asked = User.objects.filter(is_active=True, role__in=[Role.ADMIN, Role.MANAGER])
    return asked.annotate(
        directorate=F("memberships__directorate"),
        directorate_name=F("memberships__directorate__name"),
    ).order_by("name", "pk")
