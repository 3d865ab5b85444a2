"""How long each page takes: sizes and pages by turns, so that a slow minute of the machine falls on all of them."""

import statistics
import time
from dataclasses import dataclass, field

from django.test import Client
from django.test.utils import CaptureQueriesContext

from equality_tracker.organisation.models import User

from .new_process import CannotBegin, first_visit
from .pages import NewProcess
from .scratch import using

WARM_UPS = 2


class WrongAnswer(Exception):
    """A page did not answer as it should: its time would mean nothing."""


@dataclass
class Measured:
    """One page at one size: seconds of each run, queries of one, bytes of the answer."""

    page: object
    size: int
    seconds: list = field(default_factory=list)
    queries: int = 0
    bytes: int = 0

    @property
    def median(self):
        """Seconds, in the middle of all runs."""
        return statistics.median(self.seconds)

    @property
    def p95(self):
        """Seconds that 95 runs in 100 stay under."""
        runs = sorted(self.seconds)
        return runs[min(len(runs) - 1, round(0.95 * len(runs)))]


def measure(databases, *, runs, pages, shown=lambda text: None):
    """Return (list of Measured, what could not be measured and why) of `pages` over {size: filled scratch database}."""
    missing = [f"{page.label}: no such page" for page in pages if not page.address]
    visits = [
        (FirstVisit if isinstance(page, NewProcess) else Visit)(page, size, database)
        for size, database in databases.items()
        for page in pages
        if page.address and size <= page.largest
    ]
    visits = [visit for visit in visits if _answers(visit, missing)]
    for run in range(runs):
        shown(f"Run {run + 1} of {runs}")
        for visit in visits:
            if run < visit.page.runs_at_most:
                visit.time_once()
    return [visit.measured for visit in visits], missing


def _answers(visit, missing):
    """Warm the page up; where it does not answer as it should, name it as missing."""
    try:
        visit.warm_up()
    except WrongAnswer as wrong:
        missing.append(
            f"{visit.page.label} at {visit.measured.size:,} actions: {wrong}"
        )
        return False
    return True


class Visit:
    """One person opening one page in one database, again and again."""

    def __init__(self, page, size, database):
        self.page, self.database = page, database
        self.measured = Measured(page, size)
        self.client = Client(raise_request_exception=False)
        with using(database):
            self.client.force_login(User.objects.get(pk=page.who))

    def warm_up(self):
        """Open it until caches are warm; then once more to count its queries."""
        for _time in range(WARM_UPS):
            self._open()
        with using(self.database):
            form = self.page.form()
            with CaptureQueriesContext(self.database) as queries:
                self.measured.bytes = self._send(form)
            self.page.over()
        self.measured.queries = len(queries)

    def time_once(self):
        """Open it once more and keep how long that took."""
        self.measured.seconds.append(self._open())

    def _open(self):
        with using(self.database):
            form = self.page.form()
            # A browser goes on to the page that shows the message: none piles up from one sending to the next.
            self.client.cookies.pop("messages", None)
            begun = time.perf_counter()
            self._send(form)
            taken = time.perf_counter() - begun
            self.page.over()
            return taken

    def _send(self, form):
        """Send the request, read the whole answer, and return its length in bytes."""
        page = self.page
        if form is None:
            answer = self.client.get(page.address)
        else:
            answer = self.client.post(page.address, form)
        content = answer.getvalue()
        if answer.status_code != page.answers:
            raise WrongAnswer(f"{page.address} answered {answer.status_code}.")
        return len(content)


class FirstVisit(Visit):
    """One person opening one page as the first in a process, each time in a new one."""

    def warm_up(self):
        self._open()

    def _open(self):
        try:
            found = first_visit(self.database, self.page.address, self.page.who)
        except CannotBegin as reason:
            raise WrongAnswer(f"no process began: {reason}") from None
        if found["status"] != self.page.answers:
            raise WrongAnswer(f"{self.page.address} answered {found['status']}.")
        self.measured.queries, self.measured.bytes = found["queries"], found["bytes"]
        return found["seconds"]
