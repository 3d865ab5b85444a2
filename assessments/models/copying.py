"""What the next version of an assessment begins with: what the last one says."""

COPIED = {
    "answers": ("question", "text", "written_by_id"),
    "relevances": ("characteristic_id", "aim_id", "level", "why", "written_by_id"),
    "impacts": (
        "characteristic_id",
        "kind",
        "severity",
        "who",
        "evidence",
        "response",
        "written_by_id",
    ),
}


class Copying:
    """The verb of a version that takes over what an earlier one says."""

    def copy_from(self, earlier):
        """Copy the answers, the screening, the impacts and the mitigations of `earlier`; its signers and outcome are asked anew.

        Words stay those of who wrote them, who still cannot sign them.

        A characteristic that the council no longer goes by is left behind; of a mitigation for it alone somebody must say whom it is
        for now. An action that stands for a mitigation goes on standing for it, in both versions.
        """
        current = set(self.characteristics().values_list("pk", flat=True))
        for relation, fields in COPIED.items():
            rows = getattr(earlier, relation).values(*fields)
            getattr(self, relation).bulk_create(
                getattr(self, relation).model(assessment_version=self, **row)
                for row in rows
                if row.get("characteristic_id") in current | {None}
            )
        self._copy_mitigations(earlier)

    def _copy_mitigations(self, earlier):
        impacts = {(one.characteristic_id, one.kind): one for one in self.impacts.all()}
        for one in earlier.mitigations.select_related("impact"):
            key = one.impact and (one.impact.characteristic_id, one.impact.kind)
            self.mitigations.create(
                impact=impacts.get(key),
                for_all=one.for_all,
                text=one.text,
                who=one.who,
                by_when=one.by_when,
                action_id=one.action_id,
                written_by_id=one.written_by_id,
            )
