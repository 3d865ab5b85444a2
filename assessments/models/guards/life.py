"""Which stage may follow which, whatever was sent: what the verbs do, asked of the database too."""

import pgtrigger

from assessments.models.stages import MOVES, RECORDED, UNDATED, WRITTEN, Stage

from .screening import leaves_out
from .words import listed

# Moves, signatures and reviews are followed by others. Undoing the import that made an assessment is the one way to take them away.
STAYS = pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)

_FOLLOWS_MOVES = f"""
        SELECT * INTO stands FROM assessments_assessmentversion WHERE id = NEW.id;
        IF stands.id IS NULL THEN
            RETURN NULL;
        END IF;
        SELECT * INTO moved FROM assessments_stagemove
            WHERE assessment_version_id = NEW.id ORDER BY at DESC, id DESC LIMIT 1;
        IF stands.stage IS DISTINCT FROM moved.to_stage OR stands.stage_since IS DISTINCT FROM moved.on THEN
            RAISE EXCEPTION 'the stage of version % does not follow from its moves', NEW.id
                USING ERRCODE = 'check_violation';
        END IF;
        IF stands.source = 'form' THEN
            RETURN NULL;
        END IF;
        -- What a register said of it is what its last recorded move tells.
        SELECT comment INTO told FROM assessments_stagemove
            WHERE assessment_version_id = NEW.id AND starts_with(comment, '{RECORDED}')
            ORDER BY at DESC, id DESC LIMIT 1;
        IF told IS DISTINCT FROM '{RECORDED}' || stands.recorded_in || (CASE
            WHEN stands.undated OR moved.comment <> told AND told LIKE '%{UNDATED}' THEN '{UNDATED}' ELSE '' END) THEN
            RAISE EXCEPTION 'what a register recorded of version % stays as it is', NEW.id
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """


def _follows_moves(name, operation, version):
    """Return the trigger that refuses a `version` (its id in the new row) whose last move is not to where it stands.

    Checked at the end of the transaction, so that a verb may write the move and the version in either order.
    """
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=operation,
        declare=[
            ("stands", "assessments_assessmentversion%ROWTYPE"),
            ("moved", "assessments_stagemove%ROWTYPE"),
            ("told", "TEXT"),
        ],
        func=_FOLLOWS_MOVES.replace("NEW.id", version),
    )


STAGE_FOLLOWS_MOVES = _follows_moves(
    "stage_follows_moves",
    pgtrigger.Insert
    | pgtrigger.UpdateOf("stage", "stage_since", "recorded_in", "undated"),
    "NEW.id",
)
# Nothing is told of a version that was not done with it.
MOVES_ARE_DONE = _follows_moves(
    "moves_are_done", pgtrigger.Insert, "NEW.assessment_version_id"
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

BEGINS_PLANNED = pgtrigger.Trigger(
    name="begins_planned",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    condition=pgtrigger.Condition(
        f"NEW.submissions <> 0 OR NEW.published_by_id IS NOT NULL OR NEW.stage = '{Stage.SIGN_OFF}'"
        f" OR NEW.source = 'form' AND NEW.stage <> '{Stage.PLANNED}'"
    ),
    func="""
        RAISE EXCEPTION 'a version begins planned: what it comes to is done here, or recorded by a register'
            USING ERRCODE = 'check_violation';
    """,
)

_PAIRS = listed(f"{before} {after}" for before, those in MOVES.items() for after in sorted(those))  # fmt: skip
# The verbs ask the same in sentences. What a register alone told of, the next one may tell otherwise.
STAGE_IS_EARNED = pgtrigger.Trigger(
    name="stage_is_earned",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("stage", "submissions"),
    condition=pgtrigger.Condition(
        "((OLD.stage, OLD.submissions) IS DISTINCT FROM (NEW.stage, NEW.submissions))"
    ),
    declare=[("refused", "TEXT")],
    func=f"""
        IF NEW.source = 'import' AND NEW.submissions = 0 AND OLD.submissions = 0
            AND OLD.published_by_id IS NULL AND NEW.published_by_id IS NULL AND NEW.stage <> '{Stage.SIGN_OFF}' THEN
            RETURN NEW;
        END IF;
        refused := CASE
            WHEN OLD.stage = NEW.stage OR OLD.stage || ' ' || NEW.stage NOT IN ({_PAIRS})
                THEN 'no verb leads there'
            WHEN NEW.submissions <> OLD.submissions + (NEW.stage = '{Stage.SIGN_OFF}')::int
                THEN 'each submission counts once'
            WHEN NEW.stage = '{Stage.SIGN_OFF}' AND (NEW.submitted_by_id IS NULL OR NEW.submitted_at IS NULL)
                THEN 'nobody submitted it'
            WHEN NEW.stage = '{Stage.SIGN_OFF}' AND NEW.needs_full IS NOT FALSE
                AND (NEW.review_by IS NULL OR NEW.review_by <= NEW.stage_since)
                THEN 'the day of its review is not one to come'
            WHEN (NEW.stage = '{Stage.SIGN_OFF}' OR OLD.stage = '{Stage.SCREENING}') AND {leaves_out("NEW")}
                THEN 'its screening leaves somebody out'
            WHEN OLD.stage = '{Stage.SCREENING}' AND NEW.needs_full IS DISTINCT FROM (NEW.stage <> '{Stage.SIGN_OFF}')
                OR OLD.stage IN ({listed(WRITTEN)}) AND NEW.needs_full IS FALSE
                OR NEW.stage = '{Stage.APPROVED}' AND NEW.needs_full IS FALSE
                OR NEW.stage = '{Stage.SCREENED_OUT}' AND NEW.needs_full IS NOT FALSE
                THEN 'that is not what its screening came to'
            WHEN NEW.stage IN ('{Stage.APPROVED}', '{Stage.SCREENED_OUT}') AND (
                NOT EXISTS (SELECT FROM assessments_signer WHERE assessment_version_id = NEW.id)
                OR EXISTS (
                    SELECT FROM assessments_signer asked WHERE asked.assessment_version_id = NEW.id AND NOT EXISTS (
                        SELECT FROM assessments_signoff WHERE assessment_version_id = NEW.id AND by_id = asked.user_id
                            AND said = 'signed' AND submission = NEW.submissions AND content_hash = NEW.content_hash)))
                THEN 'not everybody who is asked has signed it'
            WHEN NEW.stage = '{Stage.APPROVED}' AND (NEW.approved_on <> NEW.stage_since
                OR NEW.publish_by <> (NEW.approved_on + interval '1 month')::date)
                THEN 'publication is due a month after the day of approval'
            WHEN NEW.stage = '{Stage.PUBLISHED}' AND (NEW.published_by_id IS NULL OR NEW.published_on <> NEW.stage_since)
                THEN 'nobody published it on that day'
            WHEN NEW.stage = '{Stage.REVIEWED}'
                AND NOT EXISTS (SELECT FROM assessments_actualreview WHERE assessment_version_id = NEW.id)
                THEN 'nobody reviewed its actual impact'
        END;
        IF refused IS NULL THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'version % does not go from % to %: %', OLD.id, OLD.stage, NEW.stage, refused
            USING ERRCODE = 'check_violation';
    """,
)
