"""What the database itself refuses of assessments: a stage without its move, writing in what is signed, signing one's own."""

import pgtrigger

from .stages import IN_PUBLIC, OPEN, Stage

_OPEN = ", ".join(f"'{stage}'" for stage in OPEN)
_IN_PUBLIC = ", ".join(f"'{stage}'" for stage in IN_PUBLIC)

# Moves, signatures and reviews are followed by others. Undoing the import that made an assessment is the one way to take them away.
STAYS = pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)

# Checked at the end of the transaction, so that a verb may write the move and the version in either order.
STAGE_FOLLOWS_MOVES = pgtrigger.Trigger(
    name="stage_follows_moves",
    when=pgtrigger.After,
    timing=pgtrigger.Deferred,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("stage"),
    declare=[("stands", "assessments_assessmentversion%ROWTYPE"), ("moved", "TEXT")],
    func="""
        SELECT * INTO stands FROM assessments_assessmentversion WHERE id = NEW.id;
        SELECT to_stage INTO moved FROM assessments_stagemove
            WHERE assessment_version_id = NEW.id ORDER BY at DESC, id DESC LIMIT 1;
        IF stands.id IS NOT NULL AND stands.stage IS DISTINCT FROM moved THEN
            RAISE EXCEPTION 'the stage of version % does not follow from its moves', NEW.id
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,
)

# One move begins where the last one ended, so that no hand-made one opens again what is signed. A register tells only the stages it knows of.
MOVES_FOLLOW_EACH_OTHER = pgtrigger.Trigger(
    name="moves_follow_each_other",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("stands", "TEXT")],
    func="""
        SELECT to_stage INTO stands FROM assessments_stagemove
            WHERE assessment_version_id = NEW.assessment_version_id ORDER BY at DESC, id DESC LIMIT 1;
        IF NEW.from_stage = COALESCE(stands, '') THEN
            RETURN NEW;
        END IF;
        IF NEW.from_stage = '' AND EXISTS (
            SELECT FROM assessments_assessmentversion WHERE id = NEW.assessment_version_id
                AND source = 'import' AND submissions = 0 AND published_by_id IS NULL
        ) THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'version % stands at %, and no move from % is its next',
            NEW.assessment_version_id, COALESCE(stands, 'no stage'), NEW.from_stage USING ERRCODE = 'check_violation';
    """,
)

SIGNED_CONTENT_STAYS = pgtrigger.Trigger(
    name="signed_content_stays",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf(
        "content", "content_hash", "outcome", "outcome_why", "screened_out_why", "needs_full",
    ),
    condition=pgtrigger.Condition(
        f"OLD.stage NOT IN ({_OPEN}) AND NEW.stage NOT IN ({_OPEN})"
        " AND (OLD.content, OLD.content_hash, OLD.outcome, OLD.outcome_why, OLD.screened_out_why, OLD.needs_full)"
        " IS DISTINCT FROM"
        " (NEW.content, NEW.content_hash, NEW.outcome, NEW.outcome_why, NEW.screened_out_why, NEW.needs_full)"
    ),
    func="""
        RAISE EXCEPTION 'version % waits for signature or is signed, and stays as it is', OLD.id
            USING ERRCODE = 'check_violation';
    """,
)  # fmt: skip

# What was submitted with the content, and the days that a move wrote. What a register recorded may be put right by the next one;
# a version that came in by one and was submitted or published here stays like any other.
_WITH_CONTENT = (
    "source", "assessment_id", "number", "begun_on", "review_by", "consultation_from", "consultation_to",
    "submissions", "submitted_by_id", "submitted_at",
)  # fmt: skip
_BY_MOVES = (
    ("approved_on", "approved_on, OLD.publish_by", "approved_on, NEW.publish_by"),
    ("published_on", "published_on, OLD.published_by_id", "published_on, NEW.published_by_id"),
)  # fmt: skip
_CHANGED = " OR ".join(
    [
        f"({', '.join(f'OLD.{one}' for one in _WITH_CONTENT)})"
        f" IS DISTINCT FROM ({', '.join(f'NEW.{one}' for one in _WITH_CONTENT)})",
        *(
            f"OLD.{name} IS NOT NULL AND (OLD.{old}) IS DISTINCT FROM (NEW.{new})"
            for name, old, new in _BY_MOVES
        ),
    ]
)
_OF_HERE = "(OLD.source = 'form' OR OLD.submissions > 0 OR OLD.published_by_id IS NOT NULL)"  # fmt: skip
SIGNED_DAYS_STAY = pgtrigger.Trigger(
    name="signed_days_stay",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.Condition(
        f"OLD.stage NOT IN ({_OPEN}) AND NEW.stage NOT IN ({_OPEN}) AND {_OF_HERE} AND ({_CHANGED})"
    ),
    func="""
        RAISE EXCEPTION 'version % waits for signature or is signed, and its days stay as they are', OLD.id
            USING ERRCODE = 'check_violation';
    """,
)

# What is published is never hidden again, nor what is hidden published. Each waits for the other, so that no two at once bring both about.
PUBLISHED_STAYS_IN_SIGHT = pgtrigger.Trigger(
    name="published_stays_in_sight",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("confidential_until"),
    condition=pgtrigger.Condition(
        "NEW.confidential_until IS NOT NULL AND NEW.confidential_until IS DISTINCT FROM OLD.confidential_until"
    ),
    func=f"""
        IF EXISTS (SELECT FROM assessments_assessmentversion
                   WHERE assessment_id = NEW.id AND stage IN ({_IN_PUBLIC})) THEN
            RAISE EXCEPTION 'assessment % is published and cannot be hidden again', NEW.id
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)

HIDDEN_IS_NOT_PUBLISHED = pgtrigger.Trigger(
    name="hidden_is_not_published",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("stage"),
    # Of what a register says was published elsewhere nobody here decides.
    condition=pgtrigger.Condition(
        f"OLD.stage NOT IN ({_IN_PUBLIC}) AND NEW.stage IN ({_IN_PUBLIC}) AND NEW.published_by_id IS NOT NULL"
    ),
    declare=[("hidden_until", "DATE")],
    func="""
        SELECT confidential_until INTO hidden_until FROM assessments_assessment
            WHERE id = NEW.assessment_id FOR SHARE;
        IF hidden_until > NEW.published_on THEN
            RAISE EXCEPTION 'version % is confidential until %', NEW.id, hidden_until
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)

# Where several write, each row keeps who wrote last; the history keeps all.
_WRITTEN = ("answer", "relevance", "impact", "mitigation")
_OF_OUTCOME = ("outcome", "outcome_why", "screened_out_why")


def authors_of(version):
    """Return the SQL of the ids of all who wrote what stands in the version that `version` names: its rows, its outcome and the reasons.

    Who wrote a row first counts though somebody else wrote last. What an import brought was written by nobody here.
    """
    rows = " UNION ALL ".join(
        f"""
            SELECT stands.written_by_id FROM assessments_{name} stands WHERE stands.assessment_version_id = {version}
            UNION ALL SELECT said.written_by_id FROM assessments_{name} stands
                JOIN assessments_{name}event said ON said.pgh_obj_id = stands.id
                WHERE stands.assessment_version_id = {version}"""
        for name in _WRITTEN
    )
    before = ", ".join(f"lag({name}, 1, '') OVER told AS {name}_before" for name in _OF_OUTCOME)  # fmt: skip
    wrote = " OR ".join(f"({name} <> '' AND {name} <> {name}_before)" for name in _OF_OUTCOME)  # fmt: skip
    return f"""{rows}
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
        RETURN NEW;
    """,
)


def written_while_open(name, *columns):
    """Return the trigger that refuses to add, change (of `columns`, or of any) or take away a row of a version that is not open.

    It waits for a submission under way: what is saved in the same moment is in the content, or is refused.
    """
    changed = pgtrigger.UpdateOf(*columns) if columns else pgtrigger.Update
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | changed | pgtrigger.Delete,
        declare=[("of_version", "BIGINT"), ("stands", "TEXT")],
        func=f"""
            IF TG_OP = 'DELETE' THEN of_version := OLD.assessment_version_id;
            ELSE of_version := NEW.assessment_version_id;
            END IF;
            SELECT stage INTO stands FROM assessments_assessmentversion WHERE id = of_version FOR SHARE;
            IF stands NOT IN ({_OPEN}) THEN
                RAISE EXCEPTION 'version % waits for signature or is signed, and stays as it is', of_version
                    USING ERRCODE = 'check_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """,
    )
