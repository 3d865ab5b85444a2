"""Files as the reader gives them, in a few words each, and the stages that tests send them through."""

import datetime

from plans.importing import difference
from plans.importing.apply import apply
from plans.importing.names import Names

AS_AT = datetime.date(2026, 9, 30)
COLUMNS = (
    "reference",
    "title",
    "outcome",
    "measures",
    "lead",
    "timescale",
    "rag_status",
)


def row(number, title, **said):
    """One action as read from row `number`; `due` is an ISO date."""
    due = said.pop("due", None)
    text = said.pop("timescale", "")
    action = {
        "sheet": "Plan",
        "row": number,
        "reference": "",
        "title": title,
        "outcome": "",
        "measures": [],
        "lead": "",
        "leads": [],
        "directorate": "",
        "timescale": {
            "text": text,
            "kind": "date" if due else "none",
            "start": None,
            "due": due,
            "precision": "day" if due else "",
            "recurrence": said.pop("recurrence", None),
            "ongoing": False,
            "event": None,
            "milestones": said.pop("milestones", []),
        },
        "rag_status": None,
        "status_from": None,
        "priority_monitoring": False,
        "progress": "",
        "evidence": "",
        "aims": [],
    }
    return action | said


def file_of(*rows, title="Fair access", columns=COLUMNS, problems=()):
    """A file with one action table under one priority."""
    return {
        "tables": [
            {
                "sheet": "Plan",
                "kind": "actions",
                "header_row": 1,
                "columns": dict.fromkeys(columns, "Heading"),
            }
        ],
        "plan": {"title": "", "start": None, "end": None},
        "priorities": [
            {
                "number": "1",
                "title": title,
                "outcomes": [],
                "deadline": "",
                "directorate": "",
                "actions": list(rows),
            }
        ],
        "problems": list(problems),
    }


def compare(understood, plan, *, as_at=AS_AT, **options):
    choices = difference.Choices(**options.pop("choices", {}))
    names = options.pop("names", None) or Names.load()
    return difference.compare(
        understood, plan, as_at=as_at, names=names, choices=choices, **options
    )


def bring_in(understood, plan, by, **options):
    """Compare and apply in one step; return what was changed."""
    return apply(compare(understood, plan, **options), by=by)
