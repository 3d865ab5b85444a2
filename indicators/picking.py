"""What a plan can pick from: the indicators that are here, and those of the national set that nobody has brought in yet."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import Q

from indicators import national
from indicators.models import Indicator, IndicatorPriority, IndicatorSet
from indicators.words import codes

OWN, NATIONAL = "own", "national"
SOURCES = [
    ("", "Everything"),
    (OWN, "The council’s own"),
    (NATIONAL, "The national set of 2008 to 2011"),
]
ROWS, MOST = 25, 100
SHOWN = ("code", "title", "title_confirmed", "belongs_to", "unit", "withdrawn_on", "withdrawn_why")  # fmt: skip
_NOT_IN_YET = "ni:"


@dataclass(frozen=True)
class Candidate:
    """One indicator that can be picked: `key` names it in the address, `indicator` may not be saved yet."""

    key: str
    indicator: Indicator
    stands_under: str = ""


class Picking:
    """What a person looks for and has ticked so far. `query` is the address's QueryDict: all of it stands there, so nothing is lost between pages."""

    def __init__(self, plan, query):
        self.plan, self.query = plan, query
        self.words = query.get("q", "")[:200].replace("\0", " ")
        source = query.get("source", "")
        self.source = source if source in dict(SOURCES) else ""
        self.priority = query.get("priority", "")
        self.ended = bool(query.get("ended"))

    @cached_property
    def page(self):
        return Paginator(self._found, ROWS).get_page(self.query.get("page"))

    @cached_property
    def rows(self):
        """The candidates of the page, each with whether it is ticked."""
        ticked = set(self.keys)
        return [(one, one.key in ticked) for one in self.page.object_list]

    @property
    def elsewhere(self):
        """The keys ticked on other pages, which the form carries along."""
        here = {one.key for one in self.page.object_list}
        return [key for key in self.keys if key not in here]

    @cached_property
    def keys(self):
        """The keys ticked, each once."""
        return list(dict.fromkeys(self.query.getlist("chosen")))[:MOST]

    @property
    def chosen(self):
        """The candidates ticked, those that are none left out."""
        return chosen_of(self.keys, self.plan)

    @cached_property
    def _found(self):
        found = self._here() if self.source != NATIONAL else self._here(belongs_to=IndicatorSet.NATIONAL)  # fmt: skip
        if self.source != OWN:
            found += [one for one in not_in_yet() if self._fits(one.indicator)]
        return sorted(found, key=_in_order)

    def _here(self, **which):
        rows = Indicator.objects.filter(parent=None, **which).matching(self.words)
        if self.source == OWN:
            rows = rows.exclude(belongs_to=IndicatorSet.NATIONAL)
        if not self.ended:
            rows = rows.filter(withdrawn_on=None)
        under = standing_under(self.plan)
        return [Candidate(str(one.pk), one, under.get(one.pk, "")) for one in rows.only(*SHOWN)]  # fmt: skip

    def _fits(self, indicator):
        said = f"{indicator.code} {indicator.title}".casefold()
        words = all(word in said for word in self.words.casefold().split())
        return words and (self.ended or indicator.withdrawn_on != national.BEGAN)


def chosen_of(keys, plan):
    """Return the candidates that `keys` name, in the order of their codes; one of the national set also where it was brought in since."""
    numbers = {int(key) for key in keys if key.isdecimal() and len(key) < 10}
    named = {codes.key(key.removeprefix(_NOT_IN_YET)) for key in keys if key.startswith(_NOT_IN_YET)}  # fmt: skip
    under = standing_under(plan)
    whole = Indicator.objects.filter(parent=None)
    rows = whole.filter(Q(pk__in=numbers) | Q(belongs_to=IndicatorSet.NATIONAL))
    found = [
        Candidate(str(one.pk), one, under.get(one.pk, ""))
        for one in rows
        if one.pk in numbers or codes.key(one.code) in named
    ]
    return sorted(found + [one for one in not_in_yet() if one.key in keys], key=_in_order)  # fmt: skip


def not_in_yet():
    """Return the candidates of the national set that are not among the council's indicators, however their codes are typed there."""
    there = Indicator.objects.filter(belongs_to=IndicatorSet.NATIONAL)
    known = {codes.key(code) for code in there.values_list("code", flat=True)}
    return [
        Candidate(f"{_NOT_IN_YET}{row['code']}", national.new_indicator(row))
        for row in national.read_set()
        if codes.key(row["code"]) not in known
    ]


def standing_under(plan):
    """Return {indicator's id: the number and title of the heading of `plan` that it stands under}."""
    links = IndicatorPriority.objects.filter(priority__plan=plan)
    return {one.indicator_id: str(one.priority) for one in links.select_related("priority")}  # fmt: skip


def put_under(priority, candidates):
    """Put `candidates` under `priority` after those that stand there, bringing in what is not here yet; return how many were added."""
    brought_in = _brought_in([one.indicator for one in candidates if not one.indicator.pk])  # fmt: skip
    added = 0
    for one in candidates:
        indicator = brought_in.get(one.key, one.indicator)
        place = priority.indicator_priorities.count()
        _link, new = priority.indicator_priorities.get_or_create(
            indicator=indicator, defaults={"position": place}
        )
        added += new
    return added


def _brought_in(missing):
    """Bring the `missing` of the national set in; return {key of a candidate: its indicator}."""
    if not missing:
        return {}
    national.load({one.code for one in missing})
    there = Indicator.objects.filter(belongs_to=IndicatorSet.NATIONAL)
    by_code = {codes.key(one.code): one for one in there}
    return {f"{_NOT_IN_YET}{one.code}": by_code[codes.key(one.code)] for one in missing}


def _in_order(candidate):
    one = candidate.indicator
    parts = re.split("([0-9]+)", one.code)
    return not one.code, [part.zfill(12) if part.isdecimal() else part for part in parts], one.title  # fmt: skip
