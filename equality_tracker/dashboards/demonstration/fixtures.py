"""The fixtures: plain JSON, with day offsets where dates would stand."""

import json

from django.conf import settings

FIXTURES = settings.BASE_DIR / "fixtures"


def read_fixture(name):
    """Return what `fixtures/<name>.json` holds."""
    return json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))


def read_plans():
    """Return every plan of the demonstration."""
    names = sorted(path.stem for path in (FIXTURES / "plans").glob("*.json"))
    return [read_fixture(f"plans/{name}") for name in names]


def actions_in(plan):
    """Yield each action of a plan's fixture with its priority's."""
    for priority in plan["priorities"]:
        for action in priority["actions"]:
            yield priority, action
