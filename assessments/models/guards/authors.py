"""Whose words stand in a version: they do not sign it."""

import pgtrigger

from assessments.models.stages import Stage

# Where several write, each row keeps who wrote last, and the history all; what a new version takes over keeps who wrote it before.
# Of each kind of row: what it is of, and its words.
_WRITTEN = {
    "answer": (["question"], ["text"]),
    "relevance": (["characteristic_id"], ["why"]),
    "impact": (["characteristic_id"], ["who", "evidence", "response"]),
    "mitigation": ([], ["text"]),
}
_OF_OUTCOME = ("outcome", "outcome_why", "screened_out_why")


def writers_of(name, version):
    """Return the SQL of (row, person) for all who wrote each row of the kind `name` that stands in the version that `version` names.

    Who wrote it first counts though somebody else wrote last, and so does who wrote it in the version that it was taken over from, or
    wrote the same words in another row of the version, which was taken away.
    """
    of, words = _WRITTEN[name]
    same = [f"said.{one} = stands.{one}" for one in of]
    again = " OR ".join(f"stands.{one} <> '' AND said.{one} = stands.{one}" for one in words)  # fmt: skip
    everybody = "unnest(array_append({0}.earlier_writers, {0}.written_by_id))"
    return f"""
            SELECT stands.id, {everybody.format("stands")} FROM assessments_{name} stands
                WHERE stands.assessment_version_id = {version}
            UNION ALL SELECT stands.id, {everybody.format("said")} FROM assessments_{name} stands
                JOIN assessments_{name}event said ON said.pgh_obj_id = stands.id
                WHERE stands.assessment_version_id = {version}
            UNION ALL SELECT stands.id, {everybody.format("said")} FROM assessments_{name} stands
                JOIN assessments_{name}event said ON {" AND ".join([f"said.assessment_version_id = {version}", *same])}
                WHERE stands.assessment_version_id = {version} AND ({again})"""


def authors_of(version):
    """Return the SQL of the ids of all who wrote what stands in the version that `version` names: its rows, its outcome and the reasons.

    What an import brought was written by nobody here.
    """
    rows = " UNION ALL ".join(writers_of(name, version) for name in _WRITTEN)
    before = ", ".join(f"lag({name}, 1, '') OVER told AS {name}_before" for name in _OF_OUTCOME)  # fmt: skip
    wrote = " OR ".join(f"({name} <> '' AND {name} <> {name}_before)" for name in _OF_OUTCOME)  # fmt: skip
    return f"""SELECT person FROM ({rows}
            ) AS written(stands, person)
            UNION ALL SELECT (pgh_context->>'user')::bigint FROM (
                SELECT pgh_context, {", ".join(_OF_OUTCOME)}, {before} FROM assessments_assessmentversionevent
                WHERE pgh_obj_id = {version} WINDOW told AS (ORDER BY pgh_id)
            ) AS said WHERE ({wrote}) AND pgh_context->>'import_run' IS NULL
        """


NOBODY_SIGNS_THEIR_OWN = pgtrigger.Trigger(
    name="nobody_signs_their_own",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("signed", "assessments_assessmentversion%ROWTYPE")],
    func=f"""
        SELECT * INTO signed FROM assessments_assessmentversion
            WHERE id = NEW.assessment_version_id FOR SHARE;
        IF signed.stage <> '{Stage.SIGN_OFF}' OR signed.content_hash <> NEW.content_hash
            OR signed.submissions <> NEW.submission THEN
            RAISE EXCEPTION 'this content does not wait for a signature' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.by_id = signed.submitted_by_id THEN
            RAISE EXCEPTION 'who submits an assessment does not sign it' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.by_id IN ({authors_of("signed.id")}) THEN
            RAISE EXCEPTION 'who wrote in an assessment does not sign it' USING ERRCODE = 'check_violation';
        END IF;
        IF NOT EXISTS (SELECT FROM assessments_signer
                       WHERE assessment_version_id = NEW.assessment_version_id AND user_id = NEW.by_id) THEN
            RAISE EXCEPTION 'this person is not asked to sign' USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (SELECT FROM organisation_user
                   WHERE id = NEW.by_id AND (NOT is_active OR role = 'reader')) THEN
            RAISE EXCEPTION 'who only reads, or has left, signs nothing' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)
