"""What is published is seen by all, and what is confidential by few."""

import pgtrigger

from .words import STAGES_IN_PUBLIC

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
                   WHERE assessment_id = NEW.id AND stage IN ({STAGES_IN_PUBLIC})) THEN
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
        f"OLD.stage NOT IN ({STAGES_IN_PUBLIC}) AND NEW.stage IN ({STAGES_IN_PUBLIC}) AND NEW.published_by_id IS NOT NULL"
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
