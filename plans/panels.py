"""What the apps above show on the pages of plans: they say so here, since this app does not know them.

An app registers its panels from its `AppConfig.ready`; see `indicators.panels`.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Panel:
    """A piece of a page. `template` draws it and finds this as `panel`; `styles` are the style sheets that it needs."""

    template: str
    content: object
    styles: tuple = ()


@dataclass
class Place:
    """A place on a page where panels stand, in the order in which they were registered."""

    makers: list[Callable] = field(default_factory=list)

    def register(self, make: Callable) -> Callable:
        self.makers.append(make)
        return make

    def ask(self, *about) -> list:
        """Return what each app shows of `about`, those left out that have nothing to show."""
        return [found for make in self.makers if (found := make(*about))]


# make(plan, on) -> {a priority's id: its Panel}.
UNDER_PRIORITIES = Place()
# make(plan, user, on) -> Panel or None: what has to do with the whole plan.
OF_PLAN = Place()
# make(action, user, on) -> Panel or None.
OF_ACTION = Place()
# make(user, on) -> Panel or None: what else waits for somebody beside their actions.
OF_PERSON = Place()
# make(plan, user) -> (an address, its words) or None: what somebody may do with a plan besides.
LINKS_OF_PLAN = Place()


def under_priorities(plan, on):
    """Return {a priority's id: its Panels} of what stands under the priorities of `plan`."""
    panels = defaultdict(list)
    for found in UNDER_PRIORITIES.ask(plan, on):
        for priority, panel in found.items():
            panels[priority].append(panel)
    return panels


def styles_of(panels):
    """Return the style sheets that `panels` need, each once."""
    return list(dict.fromkeys(style for panel in panels for style in panel.styles))
