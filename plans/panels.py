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
    marks: dict[str, Callable] = field(default_factory=dict)

    def register(self, make: Callable, **marks: Callable) -> Callable:
        """Let `make` show something there. Each of `marks` makes an expression of the row that the page is of, which the page's own
        question answers under its name: what has nothing to show then asks nothing."""
        self.makers.append(make)
        self.marks |= marks
        return make

    def marked(self) -> dict:
        """{name: expression} of what the page's question answers beside."""
        return {name: make() for name, make in self.marks.items()}

    def ask(self, *about) -> list:
        """Return what each app shows of `about`, those left out that have nothing to show."""
        return [found for make in self.makers if (found := make(*about))]


# make(plan, on) -> {a priority's id: its Panel}.
UNDER_PRIORITIES = Place()
# make(plan, user, on) -> Panel or None: what has to do with the whole plan.
OF_PLAN = Place()
# make(action, user, on) -> Panel or None; the page's question answers marks.
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
