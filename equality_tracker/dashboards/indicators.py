"""The indicators of a dashboard: how many reached their targets, which did not, and what waits for somebody.

Every count is of the verdicts that `indicators.standing.verdicts` keeps; one that is not kept at the moment comes with its figures and is judged.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache

from django.db import connection
from django.db.models import BooleanField, Case, ExpressionWrapper, F, Value, When

from equality_tracker.planned import Planned
from equality_tracker.prepared import Prepared
from indicators.models import Indicator, conditions
from indicators.performance import Verdict
from indicators.standing import newest, verdicts

from .kept import INDICATORS

NAMED = {Verdict.MISSED: 5, Verdict.WITHIN: 3, Verdict.UNKNOWN: 3}
QUESTIONS = ("late", "unconfirmed", "to_answer")
# `found` is read once and counted; told with their figures are the `first` of each verdict, and those whose verdict is not kept at the
# moment.
STATEMENT = """
WITH found AS MATERIALIZED ({found}),
first AS MATERIALIZED ({first})
SELECT
    (SELECT json_agg(json_build_array(directorate_id, kept, measured, late, unconfirmed, asks)) FROM (
        SELECT directorate_id, kept, COUNT(*) FILTER (WHERE measured) AS measured, COUNT(*) FILTER (WHERE late) AS late,
            COUNT(*) FILTER (WHERE measured AND unconfirmed) AS unconfirmed, COUNT(*) FILTER (WHERE asks) AS asks
        FROM found WHERE kept <> '' GROUP BY directorate_id, kept
    ) AS counted)::text,
    (SELECT json_agg(json_build_array(pk, kept, short_by)) FROM first)::text,
    (SELECT json_agg(json_build_array(
        json_build_array({line}), found.kept = '',
        json_build_array(found.directorate_id, found.parted, found.unconfirmed, found.asks)
    )) {lines} JOIN found ON found.pk = indicator.id WHERE found.kept = '' OR found.pk IN (SELECT pk FROM first))::text
"""
FIRST = """(
    SELECT pk, kept, short_by FROM found WHERE measured AND kept = '{verdict}'
    ORDER BY short_by DESC NULLS LAST, measured_until DESC NULLS LAST, pk LIMIT {most}
)"""


@dataclass
class Tally:
    """How many indicators there are of each kind: `verdicts` is {directorate id: Counter of the measured}, `asked` counts each question;
    `first` holds (verdict, how far short, id) of those that a page may name, `lines` the Newest of them by id."""

    verdicts: dict = field(default_factory=lambda: defaultdict(Counter))
    asked: Counter = field(default_factory=Counter)
    first: list = field(default_factory=list)
    lines: dict = field(default_factory=dict)

    def add(self, directorate, verdict, measured, **asked):
        """Count so many that are measured, and so many of each question."""
        self.verdicts[directorate][verdict] += measured
        self.asked.update(asked)

    @property
    def of_all(self):
        return sum(self.verdicts.values(), Counter())

    @property
    def named(self):
        """The ids of those that a page names, the worst first."""
        found = []
        for verdict, most in NAMED.items():
            of_it = [(-short, pk) for one, short, pk in self.first if one == verdict]
            found += [pk for _short, pk in sorted(of_it)[:most]]
        return found


def kept_tally(scope, moment):
    """Return the Tally of the indicators in use in `scope`, one that `moment` has kept where nobody has written since: at most one query.

    Of a chosen plan nothing is kept: which indicators stand under it may change without a word to them.
    """
    if scope.plan:
        return tally_of(scope)
    whose = scope.directorate and scope.directorates
    of = ("indicators", scope.on, verdicts.rule(), whose)
    kept = moment.parts(of, [INDICATORS], lambda _parts: {INDICATORS: tally_of(scope)})
    return kept[INDICATORS]


def tally_of(scope):
    """Return the Tally of the indicators in use in `scope`: one query."""
    statement = _statement(scope.directorate is not None, scope.plan is not None)
    given = {
        "on": scope.on,
        "rule": verdicts.rule(),
        "directorates": scope.given["directorates"],
        "plan": scope.plan and scope.plan.pk,
    }
    with connection.cursor() as cursor:
        statement.ask(cursor, given)
        counted, first, told = map(verdicts.parsed, cursor.fetchone())
    tally = Tally()
    for directorate, verdict, measured, late, unconfirmed, asks in counted:
        tally.add(directorate, verdict, measured, late=late, unconfirmed=unconfirmed, to_answer=asks)  # fmt: skip
    tally.first += [(kept, short or 0, pk) for pk, kept, short in first]
    for line, is_unjudged, facts in told:
        line = newest.line_of(*line)
        tally.lines[line.pk] = line
        if is_unjudged:
            _judge(tally, line, facts, scope.on)
    return tally


def _judge(tally, line, facts, on):
    """Count one whose verdict is not kept at the moment."""
    directorate, parted, unconfirmed, asks = facts
    kept = line.kept
    measured = bool(kept.measured_until) or not parted
    late = measured and kept.late_from is not None and kept.late_from <= on
    unconfirmed = measured and unconfirmed
    tally.add(directorate, kept.verdict, measured, late=late, unconfirmed=unconfirmed, to_answer=asks)  # fmt: skip
    if measured:
        tally.first.append((kept.verdict, kept.short_by or 0, line.pk))


@cache
def _statement(of_directorate, of_plan):
    """Return the Planned of a dashboard's kind."""

    def found(on, rule, directorates, plan):
        chosen = Indicator.objects.in_use(on).order_by()
        if of_directorate:
            chosen = chosen.filter(directorate__among=directorates)
        if of_plan:
            chosen = chosen.under(plan=plan)
        return _asked(chosen, on, rule)

    sql, params = Prepared(found).sql
    first = " UNION ALL ".join(FIRST.format(verdict=v.value, most=n) for v, n in NAMED.items())  # fmt: skip
    statement = STATEMENT.format(
        found=sql,
        first=first,
        line=newest.COLUMNS,
        lines=newest.ROWS,
    )
    return Planned("indicators_of_a_dashboard", statement, params)


def _asked(chosen, on, rule):
    kept = Case(When(judged_by=rule, then=F("verdict")), default=Value(""))
    return chosen.annotate(
        kept=kept,
        measured=_truth(conditions.is_measured()),
        parted=_truth(conditions.has_parts()),
        late=_truth(conditions.is_late(on)),
        unconfirmed=_truth(conditions.is_unconfirmed()),
        asks=_truth(conditions.is_to_answer()),
    ).values(
        "pk", "directorate_id", "short_by", "measured_until", "kept", "measured", "parted", "late", "unconfirmed", "asks",
    )  # fmt: skip


def _truth(condition):
    """NULL, as of a date that is not there, is no."""
    return Case(
        When(ExpressionWrapper(condition, output_field=BooleanField()), then=True),
        default=False,
    )
