"""What the next version of an assessment begins with: what the last one says."""

from collections import defaultdict

from django.db import connection

from .guards import writers_of

COPIED = {
    "answers": ("question", "text"),
    "relevances": ("characteristic_id", "aim_id", "level", "why"),
    "impacts": ("characteristic_id", "kind", "severity", "who", "evidence", "response"),
}  # fmt: skip


class Copying:
    """The verb of a version that takes over what an earlier one says."""

    def copy_from(self, earlier):
        """Copy the answers, the screening, the impacts and the mitigations of `earlier`; its signers and outcome are asked anew.

        Words stay those of all who wrote them, who still cannot sign them.

        A characteristic that the council no longer goes by is left behind; of a mitigation for it alone somebody must say whom it is
        for now. An action that stands for a mitigation goes on standing for it, in both versions.
        """
        current = set(self.characteristics().values_list("pk", flat=True))
        for relation, fields in COPIED.items():
            rows, mine = getattr(earlier, relation), getattr(self, relation)
            writers = _writers_of(rows.model, earlier)
            mine.bulk_create(
                mine.model(assessment_version=self, **_said(row, fields, writers))
                for row in rows.all()
                if getattr(row, "characteristic_id", None) in current | {None}
            )
        self._copy_mitigations(earlier)

    def _copy_mitigations(self, earlier):
        impacts = {(one.characteristic_id, one.kind): one for one in self.impacts.all()}
        writers = _writers_of(self.mitigations.model, earlier)
        fields = ("for_all", "text", "who", "by_when", "action_id")
        for one in earlier.mitigations.select_related("impact"):
            key = one.impact and (one.impact.characteristic_id, one.impact.kind)
            self.mitigations.create(
                impact=impacts.get(key), **_said(one, fields, writers)
            )


def _said(row, fields, writers):
    """What is taken over of `row`: its `fields`, who wrote last, and all who did."""
    said = {name: getattr(row, name) for name in (*fields, "written_by_id")}
    return said | {"earlier_writers": sorted(writers[row.pk]) or None}


def _writers_of(model, version):
    """{row: everybody who wrote it} of the rows of `model` in `version`: one query."""
    found = defaultdict(set)
    with connection.cursor() as cursor:
        sql = writers_of(model._meta.model_name, "%s")
        cursor.execute(sql, [version.pk] * sql.count("%s"))
        for row, person in cursor:
            if person is not None:
                found[row].add(person)
    return found
