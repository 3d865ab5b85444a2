"""Whom the assessments of the whole register harm, under which aims: what the coverage matrix counts of them.

To read it of 20,000 assessments takes the database longer than a page may take, so it is read once and an app above may keep it (decision 2801);
of an assessment that is written only that one is read anew. What is kept is the same for everybody; which of the confidential ones count
is asked for each reader.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from django.db import connection

from assessments.models import AssessmentVersion
from assessments.register.known import secret_of
from equality_tracker.planned import Given, Planned
from equality_tracker.prepared import Prepared

from .scope import ANY, NONE

# Of each version that somebody is told of whom it harms, as "3:1,2;5:" (characteristic 3 under the aims 1 and 2, 5 under none); then by assessment.
STATEMENT = """
WITH told AS MATERIALIZED (
    SELECT id, assessment_id, FALSE AS public FROM ({newest}) AS newest
    UNION ALL SELECT id, assessment_id, TRUE FROM ({public}) AS public
),
said AS (
    SELECT version, string_agg(words, ';') AS words FROM (
        SELECT impact.assessment_version_id AS version,
            concat(impact.characteristic_id, ':', string_agg(relevance.aim_id::text, ',' ORDER BY relevance.aim_id)) AS words
        FROM assessments_impact AS impact
        LEFT JOIN assessments_relevance AS relevance ON relevance.assessment_version_id = impact.assessment_version_id
            AND relevance.characteristic_id = impact.characteristic_id AND relevance.level <> 'none'
        WHERE impact.kind = 'negative' {few}
        GROUP BY impact.assessment_version_id, impact.characteristic_id
    ) AS of_one GROUP BY version
)
SELECT assessment.id, assessment.directorate_id, assessment.confidential_until,
    max(said.words) FILTER (WHERE NOT told.public), max(said.words) FILTER (WHERE told.public)
FROM told JOIN said ON said.version = told.id JOIN assessments_assessment AS assessment ON assessment.id = told.assessment_id
GROUP BY assessment.id
"""
OF_FEW = "AND impact.assessment_version_id IN (SELECT id FROM told)"


class Harm(NamedTuple):
    """Whom one assessment harms: `newest` by its newest version, `public` by the newest that is published, in the words of the statement."""

    directorate: int | None
    confidential_until: date | None
    newest: str | None
    public: str | None

    def told(self, drafts):
        """What somebody is told who is told of `drafts`, or not."""
        return (self.newest if drafts else self.public) or ""


@dataclass(frozen=True)
class Register:
    """Whom all assessments harm. `sums` is {(directorate, whether drafts are told): Counter by (characteristic, aim)} of those that were never
    confidential, `once_secret` holds the ids of the others, `all` each {id: Harm}."""

    all: dict
    once_secret: frozenset
    sums: dict

    def counted(self, user, on, directorates=None):
        """Return {(characteristic, aim): how many} of those that `user` may know of on the day `on`: of the directorates with these ids (None
        among them: of none; without them: of all). No query, or one where any is confidential."""
        drafts = user.may_update
        found = Counter()
        for (directorate, told), own in self.sums.items():
            if told == drafts and (directorates is None or directorate in directorates):
                found.update(own)
        for one in self._known(user, on):
            if directorates is None or one.directorate in directorates:
                found.update(pairs(one.told(drafts)))
        return found

    def _known(self, user, on):
        """Those once confidential that `user` may know of on the day `on`."""
        open_to_all, secret = [], {}
        for pk in self.once_secret:
            one = self.all[pk]
            if one.confidential_until <= on:
                open_to_all.append(one)
            else:
                secret[pk] = one
        if user.is_admin:
            return [*open_to_all, *secret.values()]
        known = secret_of(user, on) if secret else []
        return [*open_to_all, *(secret[pk] for pk in known if pk in secret)]

    def mended(self, ids):
        """Return it with the assessments `ids` as they stand now: one query."""
        with connection.cursor() as cursor:
            now = _read(_of_few().by_one_plan(cursor, {"ids": list(ids)}))
        rest = {pk: one for pk, one in self.all.items() if pk not in ids}
        then = [self.all[pk] for pk in ids if pk in self.all]
        return _register(rest | now, _added(_added(self.sums, then, -1), now.values()))


def counted():
    """Return the Register, asked of the database: one query."""
    found = _read(_of_all().tuples())
    return _register(found, _added({}, found.values()))


@lru_cache(maxsize=4096)
def pairs(words):
    """The (characteristic, aim) of what a version says, for which it counts: under each of its aims or NONE, and under ANY."""
    found = []
    for one in filter(None, words.split(";")):
        characteristic, aims = one.split(":")
        under = aims.split(",") if aims else [NONE]
        found += ((characteristic, aim) for aim in (ANY, *under))
    return found


def _register(found, sums):
    secret = frozenset(pk for pk, one in found.items() if one.confidential_until)
    return Register(found, secret, sums)


def _added(sums, harms, times=1):
    """Return `sums` with `harms` counted in so many `times`, without what counts none. Nothing that stands is changed: others may read it."""
    by_words = Counter(
        ((one.directorate, drafts), one.told(drafts))
        for one in harms
        if not one.confidential_until
        for drafts in (True, False)
    )
    changed = {key: Counter(sums.get(key)) for key, _words in by_words}
    for (key, words), n in by_words.items():
        for pair in pairs(words):
            changed[key][pair] += n * times
    whole = sums | {key: +counter for key, counter in changed.items()}
    return {key: counter for key, counter in whole.items() if counter}


def _read(rows):
    """Return {id: Harm}; equal words are kept once."""
    words = {}
    return {
        pk: Harm(directorate, until, *(words.setdefault(one, one) for one in said))
        for pk, directorate, until, *said in rows
    }


@cache
def _of_all():
    return _statement("harm_of_all", AssessmentVersion.objects.all())


@cache
def _of_few():
    few = AssessmentVersion.objects.filter(assessment__among=Given("ids"))
    return _statement("harm_of_few", few, OF_FEW)


def _statement(words, versions, few=""):
    newest, of_newest = _compiled(versions.newest())
    public, of_public = _compiled(versions.newest_in_public())
    sql = STATEMENT.format(newest=newest, public=public, few=few)
    return Planned(words, sql, [*of_newest, *of_public])


def _compiled(rows):
    return Prepared(lambda: rows.order_by().values("id", "assessment_id")).sql
