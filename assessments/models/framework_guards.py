"""What the database itself refuses of self-assessments: a level of another framework, writing where the framework is not in use."""

import pgtrigger

OF_FRAMEWORK = "NEW.id"
OF_AREA = "(SELECT framework_id FROM assessments_frameworkarea WHERE id = NEW.area_id)"
OF_CRITERION = """(
    SELECT a.framework_id FROM assessments_criterion c
    JOIN assessments_frameworkarea a ON a.id = c.area_id WHERE c.id = NEW.criterion_id
)"""
OF_ITS_FRAMEWORK = "NEW.framework_id"


def level_is_of_its_framework(column, framework):
    """Return the trigger that refuses a `column` (a level, or none) of another framework than `framework`, an SQL expression."""
    return pgtrigger.Trigger(
        name=f"{column.removesuffix('_id')}_is_of_its_framework",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(column),
        func=f"""
            IF NEW.{column} IS NOT NULL AND NOT EXISTS (
                SELECT FROM assessments_frameworklevel WHERE id = NEW.{column} AND framework_id = {framework}
            ) THEN
                RAISE EXCEPTION 'this level is of another framework' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def while_in_use(framework, operation, condition=None):
    """Return the trigger that refuses `operation` where `framework`, an SQL expression, is not in use; it waits for a closing under way."""
    return pgtrigger.Trigger(
        name="while_in_use",
        when=pgtrigger.Before,
        operation=operation,
        condition=condition,
        declare=[("stands", "assessments_framework%ROWTYPE")],
        func=f"""
            SELECT * INTO stands FROM assessments_framework WHERE id = {framework} FOR SHARE;
            IF stands.used_from IS NULL OR stands.closed_on IS NOT NULL THEN
                RAISE EXCEPTION 'framework % is not in use', stands.key USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )
