"""What a chosen set of assessments adds up to, as a file: a line a characteristic, or a line a mitigation."""

from django.conf import settings

from assessments.cumulative.effects import SEVERITIES
from equality_tracker.templatetags.govuk import day

IMPACT_COLUMNS = (
    ("Characteristic", 30, lambda row: str(row.characteristic)),
    ("Negative", 10, lambda row: row.negative),
    *(
        (f"Negative, {one}", 16, lambda row, one=one: row.severity[one])
        for one in SEVERITIES
    ),
    ("Neutral", 10, lambda row: row.neutral),
    ("Positive", 10, lambda row: row.positive),
    ("Mitigations", 12, lambda row: row.answers.count),
    ("On target or achieved", 20, lambda row: row.answers.standing),
    ("Negative without a mitigation", 30, lambda row: row.unanswered),
)
MITIGATION_COLUMNS = (
    ("EIA", 16, lambda one: one.assessment_version.assessment.reference),
    ("What is assessed", 50, lambda one: one.assessment_version.assessment.title),
    ("Characteristic", 30, lambda one: _for_whom(one)),
    ("How strong", 12, lambda one: one.impact.get_severity_display() if one.impact else ""),
    ("What will be done", 60, lambda one: one.text),
    ("Who", 26, lambda one: one.who),
    ("By when", 12, lambda one: one.by_when),
    ("Plan", 24, lambda one: one.action.plan.title if one.action else ""),
    ("Action", 50, lambda one: _action(one)),
    ("Status", 18, lambda one: _status(one)),
)  # fmt: skip
NOBODY_IN_PARTICULAR = "All whom it harms"
NOT_SAID = "Not said: its impact was taken away"
PARTS = {
    "impact": (IMPACT_COLUMNS, lambda cumulative: cumulative.rows),
    "mitigations": (MITIGATION_COLUMNS, lambda cumulative: cumulative.mitigations),
}


def about(selection, told):
    """The lines above a table; `told` says by which versions each assessment is counted."""
    return [
        f"Cumulative impact, {settings.COUNCIL_NAME}",
        f"As at {day(selection.on)}",
        f"Which assessments: {selection.sentence}",
        told,
    ]


def table(part, cumulative):
    """Return the headings, widths and rows of a part: one of PARTS."""
    columns, things = PARTS[part]
    headings, widths, cells = zip(*columns, strict=True)
    rows = ([cell(one) for cell in cells] for one in things(cumulative))
    return list(headings), list(widths), rows


def _for_whom(mitigation):
    impact = mitigation.impact
    if impact:
        return str(impact.characteristic)
    return NOBODY_IN_PARTICULAR if mitigation.for_all else NOT_SAID


def _action(mitigation):
    action = mitigation.action
    return f"{action.reference} {action.title}".strip() if action else "No action yet"


def _status(mitigation):
    action = mitigation.action
    return action.status_word if action else ""
