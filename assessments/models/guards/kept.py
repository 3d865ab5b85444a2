"""What never changes once it stands: whose a version is, when and how it began, the action that stands for a mitigation."""

import pgtrigger

from assessments.models.stages import Stage

from .screening import COUNTS, USED

_ORIGIN = ("source", "assessment_id", "number", "begun_on", "begun_by_id")
ORIGIN_STAYS = pgtrigger.Trigger(
    name="origin_stays",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf(*_ORIGIN),
    condition=pgtrigger.Condition(
        f"(({', '.join(f'OLD.{one}' for one in _ORIGIN)}) IS DISTINCT FROM ({', '.join(f'NEW.{one}' for one in _ORIGIN)}))"
    ),
    func="""
        RAISE EXCEPTION 'how version % began, and where it came from, stays as it is', OLD.id
            USING ERRCODE = 'check_violation';
    """,
)

CURRENT_IS_ITS_OWN = pgtrigger.Trigger(
    name="current_is_its_own",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("current_id"),
    condition=pgtrigger.Condition("NEW.current_id IS DISTINCT FROM OLD.current_id"),
    func="""
        IF NOT EXISTS (SELECT FROM assessments_assessmentversion
                       WHERE id = NEW.current_id AND assessment_id = NEW.id) THEN
            RAISE EXCEPTION 'assessment % stands at a version of its own', NEW.id
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)

# It may be made after the words were signed, and is never exchanged for another.
ACTION_STANDS = pgtrigger.Trigger(
    name="action_stands",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("action_id"),
    condition=pgtrigger.Condition(
        "OLD.action_id IS NOT NULL AND NEW.action_id IS DISTINCT FROM OLD.action_id"
    ),
    func="""
        RAISE EXCEPTION 'action % stands for mitigation %', OLD.action_id, OLD.id
            USING ERRCODE = 'check_violation';
    """,
)

REVIEWED_ONCE_PUBLISHED = pgtrigger.Trigger(
    name="reviewed_once_published",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=f"""
        IF NOT EXISTS (SELECT FROM assessments_assessmentversion
                       WHERE id = NEW.assessment_version_id AND stage = '{Stage.PUBLISHED}') THEN
            RAISE EXCEPTION 'version % is not published, and has no actual impact to review', NEW.assessment_version_id
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)

# What is written of a characteristic is of the list that the council went by on the day the version was begun.
IN_ITS_LIST = pgtrigger.Trigger(
    name="in_its_list",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("characteristic_id"),
    func=f"""
        IF TG_OP = 'UPDATE' AND NEW.characteristic_id = OLD.characteristic_id THEN
            RETURN NEW;
        END IF;
        IF NOT EXISTS (
            SELECT FROM organisation_characteristic listed
            JOIN assessments_assessmentversion begun ON begun.id = NEW.assessment_version_id
            WHERE listed.id = NEW.characteristic_id AND {USED}
        ) THEN
            RAISE EXCEPTION 'characteristic % is not of the list that version % goes by',
                NEW.characteristic_id, NEW.assessment_version_id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)
UNDER_ITS_AIMS = pgtrigger.Trigger(
    name="under_its_aims",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("characteristic_id", "aim_id"),
    func=f"""
        IF NOT EXISTS (
            SELECT FROM organisation_characteristic listed, organisation_aim aim
            WHERE listed.id = NEW.characteristic_id AND aim.id = NEW.aim_id AND {COUNTS}
        ) THEN
            RAISE EXCEPTION 'aim % does not ask about characteristic %', NEW.aim_id, NEW.characteristic_id
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)
