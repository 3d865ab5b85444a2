"""The pages that the bench opens: the product's, the bare one, and the hand-written twins."""

import uuid
from dataclasses import dataclass, field
from itertools import count

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from equality_tracker.dashboards.kept import KEEPER
from equality_tracker.organisation.models import User
from plans.models import Action

from .council import ADMIN, MANAGER, OFFICER, directorate_of

# Of the first live plan: it has had four updates.
ACTION = 11
WORDS = "carers"
ROWS_OF_A_LARGE_EXPORT = 10_000
# Each next update is of an action so many further on, most often of another plan.
APART = 337


@dataclass(frozen=True)
class Page:
    """One page as one person opens it; `twin` is the key of its hand-written twin."""

    key: str
    label: str
    route: str
    args: tuple = ()
    query: str = ""
    who: int = ADMIN
    twin: str = ""
    answers: int = 200
    runs_at_most: int = 1000
    largest: int = 10**9
    # A page that a person opens to read.
    opened: bool = True

    @property
    def address(self):
        """Its address, or None where the product does not have the page."""
        try:
            return reverse(self.route, args=self.args) + self.query
        except NoReverseMatch:
            return None

    def form(self):
        """What is sent with it; None: it is only read."""
        return None

    def over(self):
        """Called when it has been opened and its time taken."""


@dataclass(frozen=True)
class UpdatePost(Page):
    """Sending an update of an action, with what the form on its page would carry."""

    def form(self):
        action = Action.objects.get(pk=self.args[0])
        return {
            "form_key": uuid.uuid4(),
            "version": action.version,
            "seen": action.latest_update_id or "",
            "rag_status": "on_target",
            "progress": "The second group has begun and the first reports good results.",
        }


@dataclass(frozen=True)
class AfterUpdate(Page):
    """Opening a page when somebody else has just reported on an action that it counts: another one each time."""

    numbers = count()

    def form(self):
        on = timezone.localdate()
        live = Action.objects.live().order_by("pk")
        action = live[next(self.numbers) * APART % live.count()]
        by = User.objects.get(pk=ADMIN)
        status = "slipped" if action.rag_status == "on_target" else "on_target"
        action.record_update(
            by=by, on=on, rag_status=status, progress="More.", reason="Staff left."
        )


@dataclass(frozen=True)
class NothingKept(Page):
    """Opening a page in a process that keeps no count, as every ten minutes."""

    def form(self):
        KEEPER.forget()


@dataclass(frozen=True)
class CountedAnew(Page):
    """The same, and for the pages after it all is kept as it was."""

    forgotten: list = field(default_factory=list, compare=False)

    def form(self):
        self.forgotten.append(KEEPER.forget())

    def over(self):
        KEEPER.recall(self.forgotten.pop())


@dataclass(frozen=True)
class NewProcess(Page):
    """Opening a page as the first person in a process that has just begun, as the server begins one."""

    runs_at_most: int = 3


def _four_ways(page):
    """The page as the first in a process opens it, when all is counted anew, when nobody has written since, and after somebody's update."""
    known = {name: getattr(page, name) for name in ("route", "args", "who", "twin")}
    for kind, words in WAYS:
        yield kind(f"{page.key}{words}", f"{page.label}{words}", **known)


AFTER, ANEW, FIRST = " after an update", " counted anew", " first in a process"
WAYS = ((NewProcess, FIRST), (NothingKept, ANEW), (Page, ""), (AfterUpdate, AFTER))
BARE = "bare"
PAGES = [
    Page(BARE, "Bare signed-in page", "bench_bare"),
    Page("list", "Action list", "plans:action_list", twin="plain list"),
    Page("plain list", "  the same by hand", "bench_actions"),
    Page(
        "filtered list",
        "Action list, filtered",
        "plans:action_list",
        query=f"?q={WORDS}&rag_status=on_target&rag_status=slipped&directorate=3&sort=due",
        twin="plain filtered list",
    ),
    Page(
        "plain filtered list",
        "  the same by hand",
        "bench_actions",
        query=f"?q={WORDS}&rag_status=on_target&rag_status=slipped&directorate=3&sort=due",
    ),
    *_four_ways(
        Page(
            "council",
            "Whole-council dashboard",
            "dashboards:council",
            twin="plain council",
        )
    ),
    Page("plain council", "  the same by hand", "bench_council"),
    *_four_ways(
        Page(
            "directorate",
            "Directorate dashboard",
            "dashboards:directorate",
            args=(directorate_of(MANAGER),),
            who=MANAGER,
            twin="plain directorate",
        )
    ),
    Page(
        "plain directorate",
        "  the same by hand",
        "bench_directorate",
        args=(directorate_of(MANAGER),),
        who=MANAGER,
    ),
    Page("plan", "Plan page", "plans:plan_detail", args=("EQ-1",)),
    Page("action", "Action page", "plans:action_detail", args=(ACTION,)),
    Page("home", "An officer's own actions", "plans:your_actions", who=OFFICER),
    Page("update form", "Update page", "plans:action_update", args=(ACTION,)),
    UpdatePost(
        "update",
        "Update, sent",
        "plans:action_update",
        args=(ACTION + 1,),
        answers=302,
    ),
    Page(
        "export",
        "CSV of the live plans",
        "plans:action_export_csv",
        runs_at_most=5,
        opened=False,
    ),
    Page(
        "large export",
        "CSV of every plan",
        "plans:action_export_csv",
        query="?plan=all",
        runs_at_most=5,
        largest=ROWS_OF_A_LARGE_EXPORT,
        opened=False,
    ),
]


def chosen(only):
    """Return the pages whose key holds one of the words `only` (none: all), the bare page and the twins that they need."""
    found = [
        page for page in PAGES if not only or any(word in page.key for word in only)
    ]
    needed = {BARE, *(page.key for page in found), *(page.twin for page in found)}
    return [page for page in PAGES if page.key in needed] if found else []
