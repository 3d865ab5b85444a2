"""What a process does before the first person comes, so that nobody's visit waits for it.

A visit in a new process would else import every page, compile its templates and questions, and count all plans: a second and more. Nothing is
answered from here: what is counted is kept as after any visit, and counted again once somebody writes (decision 1101).
"""

import logging
import time
from contextlib import suppress
from itertools import chain
from pathlib import Path
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.db import connections
from django.http import Http404
from django.template.loader import get_template
from django.urls import resolve, reverse
from django.utils import timezone

from equality_tracker.organisation.models import Directorate, Role, User
from plans.models import Action

logger = logging.getLogger(__name__)
MOST_DIRECTORATES = 20


def warm_up():
    """Import and compile what pages need, and open those that people begin with. Nothing that goes wrong is a reason not to start: the
    first visits then do it, or meet it."""
    begun = time.monotonic()
    try:
        compile_templates()
        open_pages(timezone.localdate())
    except Exception as fault:  # noqa: BLE001
        logger.warning("Pages were not opened before the first visit: %s", fault)
    finally:
        # A server may go on in copies of this process, which must not share a connection.
        connections.close_all()
    logger.info("Ready for the first visit in %.1f s", time.monotonic() - begun)


def compile_templates():
    """Compile every template of the project."""
    for folder in settings.TEMPLATES[0]["DIRS"]:
        for path in sorted(Path(folder).rglob("*.html")):
            get_template(path.relative_to(folder).as_posix())


def open_pages(on):
    """Open the pages that people begin with as an admin sees them on the day `on`; what they answer goes nowhere. Without an admin there is
    nobody to open them yet."""
    admin = User.objects.filter(role=Role.ADMIN, is_active=True).first()
    if admin:
        for path in _paths(on):
            with suppress(Http404):
                # Somebody may take it away meanwhile.
                _view(path, admin)


def _paths(on):
    bodies = Directorate.objects.current(on).order_by("pk")[:MOST_DIRECTORATES]
    action = Action.objects.live().order_by("pk").first()
    lists = map(reverse, ("dashboards:council", "plans:action_list", "plans:your_actions", "assessments:coverage"))  # fmt: skip
    yield from chain(lists, (one.get_absolute_url() for one in bodies))
    if action:
        yield action.get_absolute_url()
        yield reverse("plans:action_update", args=[action.pk])


def _view(path, user):
    asked = {"PATH_INFO": path}
    setup_testing_defaults(asked)
    request = WSGIRequest(asked)
    request.user, request.session = user, {}
    match = resolve(path)
    match.func(request, *match.args, **match.kwargs)
