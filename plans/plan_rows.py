"""The actions of a plan as its page shows them: read as plain values in one question, drawn as strings.

A plan has hundreds, and a template asks so much of each cell that drawing them there would take most of the page's time. Every word that
somebody wrote is escaped.
"""

from html import escape
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, OuterRef, Q, TextField, Value, When
from django.db.models.functions import Coalesce, Concat, NullIf
from django.utils.safestring import mark_safe

from equality_tracker.addresses import address
from equality_tracker.prepared import Prepared
from equality_tracker.templatetags.govuk import day
from equality_tracker.templatetags.rag import MONITORED

from .dates_in_words import reading
from .models import Action, ActionLead, Evidence

OWN = (
    "pk", "priority_id", "reference", "reference_is_ours", "title", "outcome", "measures", "steps", "lead_as_written", "timescale",
    "ongoing", "start", "due", "due_precision", "event", "recurrence", "recurrence_until", "rag_status", "priority_monitoring", "reported_on",
    "latest_update_id",
)  # fmt: skip
# The columns of an action table that a plan may go without: shown where one of its actions fills them.
COLUMNS = ("outcome", "measures", "steps")
CELL = '<td class="govuk-table__cell" data-label="{}">{}</td>'
UNDER = '<span class="app-under{}">{}</span>'
LINES = '<span class="app-lines">{}</span>'
NONE = "–"


class Row(NamedTuple):
    """One action of a plan: its own fields, the name of the directorate that answers, what was last said, and in words its leads and the
    evidence that stands, newest first."""

    pk: int
    priority_id: int
    reference: str
    reference_is_ours: bool
    title: str
    outcome: str
    measures: str
    steps: str
    lead_as_written: str
    timescale: str
    ongoing: bool
    start: object
    due: object
    due_precision: str
    event: str
    recurrence: str
    recurrence_until: object
    rag_status: str | None
    priority_monitoring: bool
    reported_on: object
    latest_update_id: int | None
    directorate: str | None
    progress: str | None
    leads: list
    evidence: list


def read_rows(plan):
    """Return the Rows of the actions of `plan` in its order: one query."""
    return [Row._make(one) for one in _rows.tuples(plan=plan.pk)]


def drawn(rows, tags, shown):
    """Return the rows of a table of actions as one piece of a page. `tags` are the plan's words for each status, `shown` says which of
    COLUMNS it has."""
    return mark_safe("".join(_drawn(one, tags, shown) for one in rows))


@Prepared
def _rows(plan):
    short = NullIf("directorate__short_name", Value(""))
    return (
        Action.objects.filter(plan=plan)
        .order_by("position", "pk")
        .annotate(
            directorate_words=Coalesce(short, F("directorate__name")),
            lead_words=ArraySubquery(_leads()),
            evidence_words=ArraySubquery(_evidence()),
        )
        .values_list(
            *OWN, "directorate_words", "latest_update__progress", "lead_words", "evidence_words"
        )
    )  # fmt: skip


def _leads():
    """The words of a Lead."""
    plain = Q(lead__abbreviation="") | Q(lead__abbreviation=F("lead__name"))
    both = Concat("lead__name", Value(" ("), "lead__abbreviation", Value(")"))
    words = Case(When(plain, then=F("lead__name")), default=both)
    rows = ActionLead.objects.filter(action=OuterRef("pk"))
    return rows.order_by("position", "pk").values(words=words)


def _evidence():
    """The words of a piece of Evidence."""
    said = (
        NullIf(name, Value(""), output_field=TextField()) for name in ("text", "url")
    )
    rows = Evidence.objects.standing().filter(action=OuterRef("pk"))
    words = Coalesce(*said, "stored_file__name", Value(""), output_field=TextField())
    return rows.order_by("-added_at", "-pk").values(words=words)


def _drawn(row, tags, shown):
    cells = [("Ref", _reference(row)), ("What", _what(row))]
    cells += [("Why", _lines(row.outcome))] if shown["outcome"] else []
    cells += [("How we will know", _lines(row.measures))] if shown["measures"] else []
    cells += [("Who", _who(row)), ("When", _when(row)), ("Progress", _progress(row, tags))]  # fmt: skip
    return f'<tr class="govuk-table__row">{"".join(CELL.format(*one) for one in cells)}</tr>\n'


def _reference(row):
    ours = _under("our number") if row.reference_is_ours else ""
    return f"{escape(row.reference)}{ours}" if row.reference else NONE


def _what(row):
    steps = _under(row.steps, " app-lines") if row.steps else ""
    page = address("plans:action_detail", row.pk)
    return f'<a class="govuk-link" href="{page}">{escape(row.title)}</a>{steps}'


def _lines(words):
    return LINES.format(escape(words) or NONE)


def _who(row):
    words = row.lead_as_written or ", ".join(row.leads) or "No lead"
    return escape(words) + (_under(row.directorate) if row.directorate else "")


def _when(row):
    read = reading(row)
    words = escape(row.timescale) or "No timescale"
    return words + (_under(f"We read this as: {read}") if read else "")


def _progress(row, tags):
    said = ""
    if row.latest_update_id:
        words = escape(row.progress)
        said = f'<span class="app-progress app-lines">{words}</span>{_under(day(row.reported_on))}'
    monitored = MONITORED if row.priority_monitoring else ""
    return f"{tags[row.rag_status]}{monitored}{said}{_of_evidence(row.evidence)}"


def _of_evidence(words):
    if not words:
        return ""
    more = f" and {len(words) - 1} more" if len(words) > 1 else ""
    return _under(f"Evidence: {words[0]}{more}")


def _under(words, kind=""):
    return UNDER.format(kind, escape(words))
