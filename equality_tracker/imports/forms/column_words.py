"""What the columns of each kind of table may hold, in the words of the columns page."""

from assessments.columns import PROGRAMME, REGISTER
from indicators.tables.headings import INDICATORS
from plans.importing.columns import ACTIONS
from plans.models import RagStatus

OTHER = "other"
# The kinds of table that are taken in, each with how one is offered.
TAKEN = {
    "actions": "Holds actions: take it",
    "indicators": "Holds indicators: take it",
    "assessments": "An EIA register: take it",
    "programme": "An EIA programme by directorate: take it",
}
LABELS = {
    "reference": "Reference",
    "priority": "Priority",
    "title": "Action",
    "outcome": "Outcome wanted",
    "measures": "Measures",
    "lead": "Lead",
    "directorate": "Directorate",
    "timescale": "Timescale",
    "start": "Start",
    "rag_status": "RAG status",
    "status_mark": "RAG status, ticked in a column for each",
    "previous_status": "An earlier RAG status (history, where it has a date)",
    "timescale_mark": "A year or quarter, ticked when it is due",
    "progress": "Progress, with its evidence and colour",
    "evidence": "Evidence",
    "steps": "Steps",
    "completed": "Date completed (left out)",
    "aims": "Aims (left out)",
    "characteristics": "Characteristics (left out)",
    "resources": "Resources (left out)",
    "row_key": "The row’s key, by which it is known again",
}
LABELS_OF_INDICATORS = {
    "code": "Code",
    "title": "Indicator",
    "baseline": "Baseline",
    "target": "Target",
    "result": "Result",
    "numerator": "How many",
    "denominator": "Out of how many",
    "period": "The row’s time",
    "direction": "Which way is better",
    "rag_status": "RAG status (left out)",
    "part_of": "The indicator that it is a part of",
    "baseline_period": "The baseline’s time",
    "group": "The group that the row is about",
    "characteristic": "The group’s characteristic",
    "count": "How many of the group",
    "percent": "The percentage",
    "by_group": "Results of the group in the heading",
    "strand": "Results of the characteristic in the heading",
    "whole": "Results of everybody",
    "across": "An indicator of its own, by time",
    "row_key": LABELS["row_key"],
}
LABELS_OF_REGISTER = {
    "title": "What is assessed",
    "decided": "Date of the decision",
    "due": "To be done by",
    "quarter": "The quarter or year it is to be done in",
    "begun": "Date begun",
    "screened": "Screened: a date, or yes or no",
    "screening": "What the screening found, or whether a full assessment is needed",
    "needed": "Whether a full assessment is needed: yes or no",
    "ruled_out": "Screened out: ticked, or yes or no",
    "reason": "Why no full assessment is needed",
    "full": "Full assessment: a date, or yes or no",
    "rag": "RAG status: its words, where no column says the stage",
    "crossed": "A quarter, month or year, ticked when it is due",
    "since": "Since when it stands at its stage",
    "submitted": "Submitted for signature: a date, or yes or no",
    "approved": "Approved or signed off: a date, or yes or no",
    "completed": "Completed: a date",
    "done": "Completed: yes or no",
    "published": "Published: a date, yes or no, or an address",
    "address": "The address where it is published",
    "link": "A link",
    "review": "Review date",
    "version": "Version",
    "impact": "Impact, in the register’s words",
    "characteristics": "Characteristics, in the register’s words",
    "approver": "Who approved it, or when",
    "checked": "Who checked it, or when (left out)",
    "characteristic": "Impact on one characteristic, in the register’s words",
    "reviewed": "Date of the last review (left out)",
    "comment": "Comment, in the register’s words",
    "confidential": "Confidential: yes or no, or until which day",
    "row_key": LABELS["row_key"],
}
LABELS_OF_PROGRAMME = {
    "target": "How many were promised",
    "completed": "How many were completed",
    "percent": "The percentage as printed",
    "outstanding": "How many are outstanding (left out)",
}
# What tells the indicator of a table that has no column for it: a list of groups by code, indicators side by side, one named above.
WITHOUT_TITLE = (
    {"group"},
    {"across"},
    {"period", "by_group"},
    {"period", "strand"},
    {"period", "target", "result"},
)


def _choices(kind, labels):
    """What a column of a table of this kind may hold."""
    return [("", "Leave out")] + [
        (one.name, labels.get(one.name, one.name.replace("_", " ").capitalize()))
        for one in kind.fields
    ]


FIELDS = {
    "actions": _choices(ACTIONS, LABELS),
    "indicators": _choices(INDICATORS, LABELS_OF_INDICATORS),
    "assessments": _choices(REGISTER, LABELS_OF_REGISTER),
    "programme": _choices(PROGRAMME, LABELS_OF_PROGRAMME),
}
NAMES = {kind: dict(choices) for kind, choices in FIELDS.items()}
MISSING = {
    "actions": "Say which column holds the action, or leave the table out.",
    "indicators": "Say which column holds the indicator, or leave the table out.",
    "assessments": "Say which column holds what is assessed, or leave the table out.",
    "programme": "Say which columns hold the directorate and how many were promised, or leave the table out.",
}
STATUSES = [
    ("", "Nothing: a colour without meaning"),
    *RagStatus.choices,
    ("priority_monitoring", "Priority monitoring"),
]
KINDS = {
    "framework": "A self-assessment against a framework (left out)",
}
ONCE = {
    "actions": ("reference", "title", "rag_status"),
    "indicators": (
        "code",
        "title",
        "unit",
        "period",
        "direction",
        "group",
        "characteristic",
    ),  # fmt: skip
    # Of two columns of one meaning only the first would be read.
    "assessments": tuple(one.name for one in REGISTER.fields if not one.several),
    "programme": tuple(one.name for one in PROGRAMME.fields if not one.several),
}
# The columns without which a table of a kind says nothing: one of these sets must all be there.
NEEDED = {
    "actions": ({"title"},),
    "indicators": ({"title"}, *WITHOUT_TITLE),
    "assessments": ({"title"},),
    "programme": ({"directorate", "target"},),
}
ANOTHER_KIND = (
    "You said that this table holds {kind}. Say what its columns are, and go on."
)
