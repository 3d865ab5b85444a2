"""The action list's table."""

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe

from equality_tracker.templatetags.govuk import day
from equality_tracker.templatetags.rag import status_tags

from .models.status import CLOSED

LATE = mark_safe('<span class="app-late">Overdue</span>')
NOBODY = mark_safe('<span class="app-muted">No lead</span>')
NO_DIRECTORATE = mark_safe('<span class="app-muted">None answers</span>')
OURS = mark_safe('<span class="app-muted app-small">our number</span>')
LONG = 60
CELL = '<td class="govuk-table__cell app-table__{}" data-label="{}">'


def due_in_words(row):
    """Return when the action of `row` is due, as the site reads it; the plan's own words stand on its page."""
    if row["due"]:
        return day(row["due"])
    if row["ongoing"]:
        return "Ongoing"
    return f"Waits for: {row['event']}" if row["event"] else "No date"


class ActionTable(tables.Table):
    """One row an action, from plain values (`Action.objects.for_action_list()`)."""

    select = tables.Column(
        verbose_name="Select", orderable=False, empty_values=(), accessor="pk"
    )
    reference = tables.Column(verbose_name="Ref", empty_values=())
    title = tables.Column(verbose_name="Action")
    lead = tables.Column(accessor="lead_names", empty_values=())
    directorate = tables.Column(accessor="directorate_label", empty_values=())
    due = tables.Column(empty_values=())
    rag_status = tables.Column(verbose_name="Status", empty_values=())
    reported_on = tables.Column(verbose_name="Updated", empty_values=())

    class Meta:
        template_name = "tables/table.html"
        order_by_field = "sort"

    def __init__(self, data, *, on, caption="Actions"):
        """`on` is the day that "overdue" is asked on."""
        super().__init__(data)
        self.on, self.caption = on, caption
        self.editable = frozenset()
        # One reverse a page: the address of each action is made from it.
        self.address = reverse("plans:action_detail", args=[0])

    def let_tick(self, ids):
        """Give the actions with these ids a box to tick; none: the boxes' column goes."""
        self.editable = ids
        if not ids:
            self.columns.hide("select")

    @property
    def body(self):
        """The page's rows. A template asks so much of each cell that drawing them there would take most of the page's time."""
        columns = [
            (format_html(CELL, column.name, column.header), self._drawn_by(column))
            for column in self.columns
        ]
        rows = [_row(columns, row.record) for row in self.paginated_rows]
        return mark_safe("".join(rows))

    def _drawn_by(self, column):
        return getattr(self, f"render_{column.name}")

    def _as_selected(self, rows, is_descending):
        """The selection has put the rows in order already."""
        return rows, True

    order_reference = order_title = order_lead = order_directorate = _as_selected
    order_due = order_rag_status = order_reported_on = _as_selected

    def render_select(self, record):
        if record["pk"] not in self.editable:
            return ""
        return format_html(
            '<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item">'
            '<input class="govuk-checkboxes__input" type="checkbox" name="action" value="{0}" id="select-{0}">'
            '<label class="govuk-label govuk-checkboxes__label" for="select-{0}">'
            '<span class="govuk-visually-hidden">Select {1} {2}</span></label></div></div>',
            record["pk"],
            record["reference"],
            record["title"][:LONG],
        )

    def render_reference(self, record):
        if not record["reference"]:
            return "–"
        if record["reference_is_ours"]:
            return format_html("{} {}", record["reference"], OURS)
        return record["reference"]

    def render_title(self, record):
        return format_html(
            '<a class="govuk-link" href="{}">{}</a><span class="app-under">{} · {} {}</span>',
            self.address.replace("0", str(record["pk"])),
            record["title"],
            record["plan__reference"],
            record["priority__number"],
            record["priority__title"],
        )

    def render_lead(self, record):
        if record["lead_names"]:
            return format_html_join(mark_safe("<br>"), "{}", zip(record["lead_names"]))
        return record["lead_as_written"] or NOBODY

    def render_directorate(self, record):
        named = record["directorate_label"] or NO_DIRECTORATE
        if record["contributing_all"]:
            return format_html(
                '{}<span class="app-under">with all others</span>', named
            )
        return named

    def render_due(self, record):
        words = due_in_words(record)
        if record["due"] and record["due"] < self.on and _is_open(record):
            return format_html("{} {}", words, LATE)
        return words

    def render_rag_status(self, record):
        return status_tags(record["rag_status"], record["priority_monitoring"])

    def render_reported_on(self, record):
        return day(record["reported_on"]) if record["reported_on"] else "Never"


def _row(columns, record):
    cells = "</td>".join(
        begun + conditional_escape(draw(record)) for begun, draw in columns
    )
    return f'<tr class="govuk-table__row">{cells}</td></tr>\n'


def _is_open(row):
    return row["rag_status"] not in CLOSED
