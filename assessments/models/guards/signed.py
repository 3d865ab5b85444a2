"""What was submitted stays: the rows that people wrote, the content that is signed, and the days."""

import pgtrigger

from .words import OPEN_STAGES

SIGNED_CONTENT_STAYS = pgtrigger.Trigger(
    name="signed_content_stays",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf(
        "content", "content_hash", "outcome", "outcome_why", "screened_out_why", "needs_full",
    ),
    condition=pgtrigger.Condition(
        f"OLD.stage NOT IN ({OPEN_STAGES}) AND NEW.stage NOT IN ({OPEN_STAGES})"
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
        f"OLD.stage NOT IN ({OPEN_STAGES}) AND NEW.stage NOT IN ({OPEN_STAGES}) AND {_OF_HERE} AND ({_CHANGED})"
    ),
    func="""
        RAISE EXCEPTION 'version % waits for signature or is signed, and its days stay as they are', OLD.id
            USING ERRCODE = 'check_violation';
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
            IF TG_OP = 'UPDATE' AND OLD.assessment_version_id <> NEW.assessment_version_id THEN
                RAISE EXCEPTION 'what is written in version % is not put into another', OLD.assessment_version_id
                    USING ERRCODE = 'check_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN of_version := OLD.assessment_version_id;
            ELSE of_version := NEW.assessment_version_id;
            END IF;
            SELECT stage INTO stands FROM assessments_assessmentversion WHERE id = of_version FOR SHARE;
            IF stands NOT IN ({OPEN_STAGES}) THEN
                RAISE EXCEPTION 'version % waits for signature or is signed, and stays as it is', of_version
                    USING ERRCODE = 'check_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """,
    )
