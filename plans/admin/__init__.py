"""Plans, priorities, actions and what was said of them in the admin site.

A status is nowhere a field here: it comes from updates alone, which are read here and retracted by their own page.
"""

from . import actions, levels, reports

__all__ = ["actions", "levels", "reports"]
